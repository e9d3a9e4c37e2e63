using System.Net;
using Splot.Access.Tests.Support;
using Splot.Data;
using Splot.Testing;

namespace Splot.Access.Tests.Forgot;

public sealed class ForgotTests
{
    private const string Email = "zofia@example.org";
    private const string Address = "/en/sign-in/forgot";
    private const string Another = "dziewięć małych parasoli";

    [Theory, EachEngine]
    public async Task Reset_ByLinkAndCode_ChangesThePasswordOnce(Engine engine)
    {
        await using var app = await SplotApp.StartAsync(engine);
        var codes = await JoinedAsync(app, new Browser(app));
        var link = await AskAsync(app, "  ZOFIA@example.org ");

        Assert.Equal(HttpStatusCode.OK, await ResetAsync(app, link, codes[0]));

        Assert.Equal(HttpStatusCode.Gone, await StatusAsync(app, link));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await PasswordAsync(app, People.Password));
        Assert.Equal(HttpStatusCode.OK, await PasswordAsync(app, Another));
    }

    [Theory, EachEngine]
    public async Task Reset_Done_EndsEverySessionAndTellsTheOwner(Engine engine)
    {
        await using var app = await SplotApp.StartAsync(engine);
        var browser = new Browser(app);
        var codes = await JoinedAsync(app, browser);

        await ResetAsync(app, await AskAsync(app, Email), codes[0]);

        await browser.GetAsync("/en/desk");
        Assert.Equal(HttpStatusCode.Redirect, browser.Status);
        Assert.Single(await app.LettersAsync(Email), l => l.Contains("Twoje hasło", StringComparison.Ordinal));
        Assert.Equal(["access.reset-asked", "access.password-reset"], (await app.ActsAsync())[^2..]);
    }

    [Fact]
    public async Task Reset_WithAWrongCode_LeavesThePasswordAndTheLink()
    {
        await using var app = await SplotApp.StartAsync();
        await JoinedAsync(app, new Browser(app));
        var link = await AskAsync(app, Email);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, await ResetAsync(app, link, "000000"));

        Assert.Equal(HttpStatusCode.OK, await StatusAsync(app, link));
        Assert.Equal(HttpStatusCode.OK, await PasswordAsync(app, People.Password));
    }

    [Fact]
    public async Task Reset_WithFiveWrongCodes_LocksTheAccount()
    {
        await using var app = await SplotApp.StartAsync();
        var codes = await JoinedAsync(app, new Browser(app));
        var link = await AskAsync(app, Email);
        for (var i = 0; i < 5; i++)
        {
            await ResetAsync(app, link, "000000");
        }

        Assert.Equal(HttpStatusCode.UnprocessableEntity, await ResetAsync(app, link, codes[0]));
    }

    [Fact]
    public async Task Reset_WithAnUnfitPassword_UsesUpNoCode()
    {
        await using var app = await SplotApp.StartAsync();
        var codes = await JoinedAsync(app, new Browser(app));
        var link = await AskAsync(app, Email);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, await ResetAsync(app, link, codes[0], "short"));
        Assert.Equal(HttpStatusCode.OK, await ResetAsync(app, link, codes[0]));
    }

    [Fact]
    public async Task Link_AfterAnHourOrReplacedOrUnknown_IsGone()
    {
        await using var app = await SplotApp.StartAsync();
        await JoinedAsync(app, new Browser(app));
        var first = await AskAsync(app, Email);
        app.Clock.Leap(TimeSpan.FromSeconds(1));
        var second = await AskAsync(app, Email);

        Assert.Equal(HttpStatusCode.Gone, await StatusAsync(app, first));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(app, second));
        app.Clock.Leap(TimeSpan.FromHours(1));
        Assert.Equal(HttpStatusCode.Gone, await StatusAsync(app, second));
        Assert.Equal(HttpStatusCode.Gone, await StatusAsync(app, "/en/sign-in/reset/unknown"));
    }

    [Fact]
    public async Task Link_OfAnInvitation_ResetsNothing()
    {
        await using var app = await SplotApp.StartAsync();
        var invitation = await app.InvitationAsync(Email);

        Assert.Equal(HttpStatusCode.Gone, await StatusAsync(app, "/en/sign-in/reset/" + invitation));
    }

    [Theory, EachEngine]
    public async Task Answer_ToKnownAndUnknownAddresses_IsTheSame(Engine engine)
    {
        await using var app = await SplotApp.StartAsync(engine);
        await JoinedAsync(app, new Browser(app));

        Assert.Equal(await AnswerAsync(app, Email), await AnswerAsync(app, "nobody@example.org"));
        Assert.Empty(await app.LettersAsync("nobody@example.org"));
        Assert.DoesNotContain("nobody", string.Join('|', await app.ActsAsync()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Account_ThatNeverJoined_GetsNoLetter()
    {
        await using var app = await SplotApp.StartAsync();
        await app.InvitationAsync(Email);

        await AnswerAsync(app, Email);

        Assert.Single(await app.LettersAsync(Email)); // the invitation
    }

    [Fact]
    public async Task Letters_AskedForAgainAndAgain_AreThreeAnHour()
    {
        await using var app = await SplotApp.StartAsync();
        await JoinedAsync(app, new Browser(app));
        for (var i = 0; i < 5; i++)
        {
            await AnswerAsync(app, Email);
        }

        Assert.Equal(1 + 3, (await app.LettersAsync(Email)).Count);
    }

    private static async Task<IReadOnlyList<string>> JoinedAsync(SplotApp app, Browser browser) => (await app.JoinAsync(browser, await app.InvitationAsync(Email))).Codes;

    private static async Task<string> AnswerAsync(SplotApp app, string email)
    {
        var browser = new Browser(app);
        var page = await browser.SubmitAsync(await browser.GetAsync(Address), Address, ("email", email));
        Assert.Equal(HttpStatusCode.OK, browser.Status);
        return page.QuerySelector("main")!.TextContent;
    }

    private static async Task<string> AskAsync(SplotApp app, string email)
    {
        await AnswerAsync(app, email);
        return (await app.LettersAsync(Email)).Last(l => l.Contains("/sign-in/reset/", StringComparison.Ordinal)).Link();
    }

    private static async Task<HttpStatusCode> ResetAsync(SplotApp app, string link, string code, string password = Another)
    {
        var browser = new Browser(app);
        await browser.SubmitAsync(await browser.GetAsync(link), link, ("password", password), ("code", code));
        return browser.Status;
    }

    private static async Task<HttpStatusCode> PasswordAsync(SplotApp app, string password)
    {
        var browser = new Browser(app);
        await browser.PasswordAsync(Email, password);
        return browser.Status;
    }

    private static async Task<HttpStatusCode> StatusAsync(SplotApp app, string address)
    {
        var browser = new Browser(app);
        await browser.GetAsync(address);
        return browser.Status;
    }
}
