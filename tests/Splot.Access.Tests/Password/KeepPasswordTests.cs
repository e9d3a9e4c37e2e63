using System.Net;
using Splot.Access.Signing;
using Splot.Access.Tests.Support;
using Splot.Data;
using Splot.Testing;

namespace Splot.Access.Tests.Password;

public sealed class KeepPasswordTests
{
    private const string Email = "zofia@example.org";
    private const string Address = "/en/desk/password";
    private const string Another = "dziewięć małych parasoli";

    [Theory, EachEngine]
    public async Task Password_Changed_IsTheOneThatSignsIn(Engine engine)
    {
        await using var app = await SplotApp.StartAsync(engine);
        var (browser, secret, _) = await JoinedAsync(app);

        await ChangeAsync(browser, People.Password, Another);

        Assert.Equal((HttpStatusCode.Redirect, Address + "?done=password"), (browser.Status, browser.Location));
        app.Clock.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await SignInAsync(app, People.Password, secret));
        Assert.Equal(HttpStatusCode.Redirect, await SignInAsync(app, Another, secret));
    }

    [Theory, EachEngine]
    public async Task Password_Changed_EndsSessionsElsewhereAndTellsTheOwner(Engine engine)
    {
        await using var app = await SplotApp.StartAsync(engine);
        var (here, _, codes) = await JoinedAsync(app);
        var there = new Browser(app);
        await there.SubmitAsync(await there.PasswordAsync(Email, People.Password), "/en/sign-in/code", ("code", codes[0]));

        await ChangeAsync(here, People.Password, Another);

        await here.GetAsync("/en/desk");
        await there.GetAsync("/en/desk");
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Redirect), (here.Status, there.Status));
        Assert.Single(await app.LettersAsync(Email), l => l.Contains("Twoje hasło", StringComparison.Ordinal));
        Assert.Equal("access.password-changed", (await app.ActsAsync())[^1]);
    }

    [Theory]
    [InlineData("another password altogether", Another, "This is not your present password")]
    [InlineData("", Another, "Write your present password")]
    [InlineData(People.Password, "short", "at least 12 characters")]
    public async Task Password_WrongOrUnfit_StaysAsItIs(string present, string wanted, string sentence)
    {
        await using var app = await SplotApp.StartAsync();
        var (browser, secret, _) = await JoinedAsync(app);

        var page = await ChangeAsync(browser, present, wanted);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, browser.Status);
        Assert.Contains(sentence, page.QuerySelector(".govuk-error-summary")!.TextContent, StringComparison.Ordinal);
        app.Clock.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal(HttpStatusCode.Redirect, await SignInAsync(app, People.Password, secret));
    }

    [Fact]
    public async Task PresentPassword_WrongFiveTimes_LocksTheAccount()
    {
        await using var app = await SplotApp.StartAsync();
        var (browser, _, _) = await JoinedAsync(app);
        for (var i = 0; i < 5; i++)
        {
            await ChangeAsync(browser, "another password altogether", Another);
        }

        await ChangeAsync(browser, People.Password, Another);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, browser.Status);
    }

    [Theory, EachEngine]
    public async Task RecoveryCodes_Renewed_ServeInPlaceOfTheOld(Engine engine)
    {
        await using var app = await SplotApp.StartAsync(engine);
        var (browser, _, old) = await JoinedAsync(app);

        var page = await browser.SubmitAsync(await browser.GetAsync(Address), Address + "/codes");

        var codes = page.QuerySelectorAll(".sp-codes code").Select(c => c.TextContent).ToList();
        Assert.Equal(10, codes.Count);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await CodeAsync(app, old[0]));
        Assert.Equal(HttpStatusCode.Redirect, await CodeAsync(app, codes[0]));
    }

    [Theory, EachEngine]
    public async Task App_SetUpAnew_ServesInPlaceOfTheOld(Engine engine)
    {
        await using var app = await SplotApp.StartAsync(engine);
        var (browser, old, _) = await JoinedAsync(app);
        var page = await browser.GetAsync(Address + "/app");
        var secret = page.QuerySelector("code.sp-code")!.TextContent.Replace(" ", "", StringComparison.Ordinal);

        await browser.SubmitAsync(page, Address + "/app", ("code", Totp.CodeAt(secret, app.Clock.GetUtcNow())));

        Assert.Equal(Address + "?done=app", browser.Location);
        app.Clock.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await SignInAsync(app, People.Password, old));
        Assert.Equal(HttpStatusCode.Redirect, await SignInAsync(app, People.Password, secret));
    }

    [Fact]
    public async Task App_WithAWrongCode_StaysTheOld()
    {
        await using var app = await SplotApp.StartAsync();
        var (browser, old, _) = await JoinedAsync(app);

        await browser.SubmitAsync(await browser.GetAsync(Address + "/app"), Address + "/app", ("code", "000000"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, browser.Status);
        app.Clock.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal(HttpStatusCode.Redirect, await SignInAsync(app, People.Password, old));
    }

    [Fact]
    public async Task Page_WithoutAFreshProof_AsksForOne()
    {
        await using var app = await SplotApp.StartAsync();
        var (browser, _, _) = await JoinedAsync(app);
        app.Clock.Advance(TimeSpan.FromMinutes(11));

        await browser.GetAsync(Address);

        Assert.Equal("/en/desk/prove?to=%2Fen%2Fdesk%2Fpassword", browser.Location);
    }

    private static async Task<(Browser Browser, string Secret, IReadOnlyList<string> Codes)> JoinedAsync(SplotApp app)
    {
        var browser = new Browser(app);
        var (secret, codes) = await app.JoinAsync(browser, await app.InvitationAsync(Email));
        return (browser, secret, codes);
    }

    private static async Task<AngleSharp.Dom.IDocument> ChangeAsync(Browser browser, string present, string wanted) =>
        await browser.SubmitAsync(await browser.GetAsync(Address), Address, ("present", present), ("password", wanted));

    private static async Task<HttpStatusCode> SignInAsync(SplotApp app, string password, string secret)
    {
        var browser = new Browser(app);
        var page = await browser.PasswordAsync(Email, password);
        if (browser.Status == HttpStatusCode.OK)
        {
            await browser.SubmitAsync(page, "/en/sign-in/code", ("code", Totp.CodeAt(secret, app.Clock.GetUtcNow())));
        }

        return browser.Status;
    }

    private static async Task<HttpStatusCode> CodeAsync(SplotApp app, string code)
    {
        var browser = new Browser(app);
        await browser.SubmitAsync(await browser.PasswordAsync(Email, People.Password), "/en/sign-in/code", ("code", code));
        return browser.Status;
    }
}
