using System.Net;
using System.Text.Json;
using AngleSharp.Dom;
using Microsoft.Extensions.DependencyInjection;
using Splot.Access.Tests.Support;
using Splot.Data;
using Splot.Testing;

namespace Splot.Access.Tests.Passkeys;

public sealed class PasskeyTests
{
    private const string Email = "zofia@example.org";
    private const string Add = "/en/desk/passkeys/add";
    private const string SignIn = "/en/sign-in/passkey";

    [Theory, EachEngine]
    public async Task Passkey_Added_SignsInAloneAndIsListed(Engine engine)
    {
        await using var app = await SplotApp.StartAsync(engine);
        using var authenticator = new SoftAuthenticator();
        await JoinAndAddAsync(app, authenticator);

        var browser = await ShowAsync(app, authenticator, "?to=%2Fen%2Fdesk%2Fpasskeys");

        Assert.Equal((HttpStatusCode.Redirect, "/en/desk/passkeys"), (browser.Status, browser.Location));
        var list = await browser.GetAsync("/en/desk/passkeys");
        Assert.Equal(["office computer", "1\u00A0June 2026", "1\u00A0June 2026"], list.QuerySelectorAll("tbody tr > *").Take(3).Select(c => c.TextContent.Trim()));
    }

    [Theory, EachEngine]
    public async Task Audit_OfPasskeys_TellsAddingSigningInAndRemoving(Engine engine)
    {
        await using var app = await SplotApp.StartAsync(engine);
        using var authenticator = new SoftAuthenticator();
        await JoinAndAddAsync(app, authenticator);
        var browser = await ShowAsync(app, authenticator);
        var address = (await browser.GetAsync("/en/desk/passkeys")).QuerySelector("tbody a")!.GetAttribute("href")!;
        await browser.SubmitAsync(await browser.GetAsync(address), address + "/remove");

        Assert.Equal(["access.invited", "access.joined", "access.passkey-added", "access.signed-in {\"way\":\"passkey\"}", "access.passkey-removed"], (await app.ActsAsync()).Select(Told));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await ShowAsync(app, authenticator)).Status);
    }

    [Fact]
    public async Task Answer_GivenTwice_IsRefusedTheSecondTime()
    {
        await using var app = await SplotApp.StartAsync();
        using var authenticator = new SoftAuthenticator();
        await JoinAndAddAsync(app, authenticator);
        var browser = new Browser(app);
        var page = await browser.GetAsync("/en/sign-in");
        var (state, credential) = Answer(await browser.GetAsync(SignIn), authenticator.Show);
        await browser.SubmitAsync(page, SignIn, ("state", state), ("credential", credential));
        Assert.Equal(HttpStatusCode.Redirect, browser.Status);

        await browser.SubmitAsync(page, SignIn, ("state", state), ("credential", credential));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, browser.Status);
    }

    [Fact]
    public async Task Answer_AfterTenMinutes_IsRefused()
    {
        await using var app = await SplotApp.StartAsync();
        using var authenticator = new SoftAuthenticator();
        await JoinAndAddAsync(app, authenticator);
        var browser = new Browser(app);
        var page = await browser.GetAsync("/en/sign-in");
        var (state, credential) = Answer(await browser.GetAsync(SignIn), authenticator.Show);

        app.Clock.Advance(TimeSpan.FromMinutes(10));
        await browser.SubmitAsync(page, SignIn, ("state", state), ("credential", credential));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, browser.Status);
    }

    [Theory]
    [InlineData("http://localhost:5081", true)]
    [InlineData("https://localhost:5080", true)]
    [InlineData("http://localhost:5080", false)]
    public async Task Answer_FromAnotherOriginOrOfSomebodyUnverified_IsRefused(string origin, bool verifies)
    {
        await using var app = await SplotApp.StartAsync();
        using var authenticator = new SoftAuthenticator();
        await JoinAndAddAsync(app, authenticator);

        (authenticator.Origin, authenticator.Verifies) = (origin, verifies);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await ShowAsync(app, authenticator)).Status);
    }

    [Fact]
    public async Task Question_AskedAtAnotherHost_NamesThePublicOne()
    {
        await using var app = await SplotApp.StartAsync(options: o => o with { PublicUrl = new Uri("https://splot.example") });
        using var answer = await app.Client.GetAsync(new Uri(SignIn, UriKind.Relative));

        Assert.Equal("splot.example", JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.GetProperty("options").GetProperty("rpId").GetString());
    }

    [Theory, EachEngine]
    public async Task Counter_ThatGoesBack_IsRefusedAndRecorded(Engine engine)
    {
        await using var app = await SplotApp.StartAsync(engine);
        using var authenticator = new SoftAuthenticator { Counter = 7 };
        await JoinAndAddAsync(app, authenticator);
        authenticator.Counter = 9;
        Assert.Equal(HttpStatusCode.Redirect, (await ShowAsync(app, authenticator)).Status);

        authenticator.Counter = 8;

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await ShowAsync(app, authenticator)).Status);
        Assert.Equal("""access.sign-in-refused {"step":"passkey-counter"}""", (await app.ActsAsync())[^1]);
    }

    [Fact]
    public async Task LockedPassword_LeavesThePasskeyOpen()
    {
        await using var app = await SplotApp.StartAsync();
        using var authenticator = new SoftAuthenticator();
        await JoinAndAddAsync(app, authenticator);
        for (var i = 0; i < 5; i++)
        {
            await new Browser(app).PasswordAsync(Email, "another password altogether");
        }

        Assert.Equal(HttpStatusCode.Redirect, (await ShowAsync(app, authenticator)).Status);
    }

    [Fact]
    public async Task Proof_ByPasskey_OpensWhatAsksForOne()
    {
        await using var app = await SplotApp.StartAsync();
        using var authenticator = new SoftAuthenticator();
        var browser = await JoinAndAddAsync(app, authenticator);
        app.Clock.Advance(TimeSpan.FromMinutes(11));
        await browser.GetAsync(Add);
        Assert.Equal("/en/desk/prove?to=%2Fen%2Fdesk%2Fpasskeys%2Fadd", browser.Location);

        var page = await browser.GetAsync(browser.Location!);
        var (state, credential) = Answer(await browser.GetAsync("/en/desk/prove/passkey"), authenticator.Show);
        await browser.SubmitAsync(page, "/en/desk/prove/passkey", ("state", state), ("credential", credential));

        Assert.Equal((HttpStatusCode.Redirect, Add), (browser.Status, browser.Location));
        await browser.GetAsync(Add);
        Assert.Equal(HttpStatusCode.OK, browser.Status);
    }

    [Fact]
    public async Task Proof_BySomebodyElsesPasskey_IsRefused()
    {
        await using var app = await SplotApp.StartAsync();
        using var mine = new SoftAuthenticator();
        using var other = new SoftAuthenticator();
        var browser = await JoinAndAddAsync(app, mine);
        await JoinAndAddAsync(app, other, "other@example.org");

        var page = await browser.GetAsync("/en/desk/prove");
        var (state, credential) = Answer(await browser.GetAsync("/en/desk/prove/passkey"), other.Show);
        await browser.SubmitAsync(page, "/en/desk/prove/passkey", ("state", state), ("credential", credential));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, browser.Status);
    }

    [Fact]
    public async Task Passkey_OfSomebodyElse_IsNowhere()
    {
        await using var app = await SplotApp.StartAsync();
        using var authenticator = new SoftAuthenticator();
        var owner = await JoinAndAddAsync(app, authenticator);
        var address = (await owner.GetAsync("/en/desk/passkeys")).QuerySelector("tbody a")!.GetAttribute("href")!;
        var other = new Browser(app);
        await app.JoinAsync(other, await app.InvitationAsync("other@example.org"));

        await other.GetAsync(address);

        Assert.Equal(HttpStatusCode.NotFound, other.Status);
    }

    [Theory, EachEngine]
    public async Task Invitation_TakenUpAnew_LeavesNoPasskeyOfBefore(Engine engine)
    {
        await using var app = await SplotApp.StartAsync(engine);
        using var authenticator = new SoftAuthenticator();
        await JoinAndAddAsync(app, authenticator);

        await app.JoinAsync(new Browser(app), await app.InvitationAsync(Email));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await ShowAsync(app, authenticator)).Status);
    }

    [Fact]
    public async Task Passkey_WithoutAName_IsNotAdded()
    {
        await using var app = await SplotApp.StartAsync();
        using var authenticator = new SoftAuthenticator();
        var browser = new Browser(app);
        await app.JoinAsync(browser, await app.InvitationAsync(Email));
        var page = await browser.GetAsync(Add);
        var (state, credential) = Answer(await browser.GetAsync(Add + "/question"), authenticator.Make);

        var again = await browser.SubmitAsync(page, Add, ("name", " "), ("state", state), ("credential", credential));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, browser.Status);
        Assert.Contains("Give the passkey a name", again.QuerySelector(".govuk-error-summary")!.TextContent, StringComparison.Ordinal);
        Assert.Empty((await browser.GetAsync("/en/desk/passkeys")).QuerySelectorAll("tbody tr"));
    }

    [Fact]
    public async Task Passkey_ThatIsThereAlready_IsNotAddedTwice()
    {
        await using var app = await SplotApp.StartAsync();
        using var authenticator = new SoftAuthenticator();
        var browser = await JoinAndAddAsync(app, authenticator);
        var page = await browser.GetAsync(Add);
        var (state, credential) = Answer(await browser.GetAsync(Add + "/question"), authenticator.Make);

        await browser.SubmitAsync(page, Add, ("name", "again"), ("state", state), ("credential", credential));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, browser.Status);
    }

    [Fact]
    public async Task Passkey_MadeForSomebodyElse_IsNotAdded()
    {
        await using var app = await SplotApp.StartAsync();
        using var authenticator = new SoftAuthenticator();
        var browser = new Browser(app);
        await app.JoinAsync(browser, await app.InvitationAsync(Email));
        var other = new Browser(app);
        await app.JoinAsync(other, await app.InvitationAsync("other@example.org"));
        var (state, credential) = Answer(await other.GetAsync(Add + "/question"), authenticator.Make);

        await browser.SubmitAsync(await browser.GetAsync(Add), Add, ("name", "mine"), ("state", state), ("credential", credential));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, browser.Status);
    }

    [Fact]
    public async Task Name_Changed_IsListed()
    {
        await using var app = await SplotApp.StartAsync();
        using var authenticator = new SoftAuthenticator();
        var browser = await JoinAndAddAsync(app, authenticator);
        var address = (await browser.GetAsync("/en/desk/passkeys")).QuerySelector("tbody a")!.GetAttribute("href")!;

        await browser.SubmitAsync(await browser.GetAsync(address), address, ("name", "blue stick"));

        Assert.Equal("blue stick", (await browser.GetAsync("/en/desk/passkeys")).QuerySelector("tbody tr > *")!.TextContent.Trim());
    }

    /// <summary>Somebody who has just joined and added the authenticator's passkey.</summary>
    private static async Task<Browser> JoinAndAddAsync(SplotApp app, SoftAuthenticator authenticator, string email = Email)
    {
        var browser = new Browser(app);
        await app.JoinAsync(browser, await app.InvitationAsync(email));
        var page = await browser.GetAsync(Add);
        var (state, credential) = Answer(await browser.GetAsync(Add + "/question"), authenticator.Make);
        await browser.SubmitAsync(page, Add, ("name", "office computer"), ("state", state), ("credential", credential));
        Assert.Equal((HttpStatusCode.Redirect, "/en/desk/passkeys"), (browser.Status, browser.Location));
        return browser;
    }

    /// <summary>A fresh browser after it showed the passkey at the door.</summary>
    private static async Task<Browser> ShowAsync(SplotApp app, SoftAuthenticator authenticator, string to = "")
    {
        var browser = new Browser(app);
        var page = await browser.GetAsync("/en/sign-in" + to);
        var (state, credential) = Answer(await browser.GetAsync(SignIn), authenticator.Show);
        await browser.SubmitAsync(page, SignIn, ("state", state), ("credential", credential));
        return browser;
    }

    private static (string State, string Credential) Answer(IDocument question, Func<JsonElement, string> answer)
    {
        var asked = JsonDocument.Parse(question.Body!.TextContent).RootElement;
        return (asked.GetProperty("state").GetString()!, answer(asked.GetProperty("options")));
    }

    private static string Told(string act) => act.StartsWith("access.signed-in", StringComparison.Ordinal) ? act : act.Split(' ')[0];
}
