using System.Net;
using Splot.Access.Signing;
using Splot.Access.Tests.Support;
using Splot.Data;
using Splot.Testing;

namespace Splot.Access.Tests.Prove;

/// <summary>A fresh proof of who sits there, and what it does to the session.</summary>
public sealed class ProveTests
{
    private const string Email = "zofia@example.org";
    private const string Sensitive = "/en/desk/password";

    [Theory, EachEngine]
    public async Task Proof_Given_ChangesTheCookieAndKeepsFormsThatStandOpen(Engine engine)
    {
        await using var app = await SplotApp.StartAsync(engine);
        var (browser, secret) = await JoinedAsync(app);
        var open = await browser.GetAsync("/en/desk");
        var former = browser.Cookies["splot"];

        await ProveAsync(app, browser, secret);

        Assert.Equal((HttpStatusCode.Redirect, Sensitive), (browser.Status, browser.Location));
        Assert.NotEqual(former, browser.Cookies["splot"]);
        await browser.GetAsync(Sensitive);
        Assert.Equal(HttpStatusCode.OK, browser.Status);
        await browser.SubmitAsync(open, "/en/desk/sign-out");
        Assert.Equal(HttpStatusCode.Redirect, browser.Status);
    }

    [Theory, EachEngine]
    public async Task Cookie_OfBeforeTheProof_OpensNothingSensitiveAndIsSoonOver(Engine engine)
    {
        await using var app = await SplotApp.StartAsync(engine);
        var (browser, secret) = await JoinedAsync(app);
        var former = browser.Cookies["splot"];
        await ProveAsync(app, browser, secret);

        Assert.Null(await LeadsAsync(app, former, "/en/desk"));
        Assert.StartsWith("/en/desk/prove", await LeadsAsync(app, former, Sensitive), StringComparison.Ordinal);
        app.Clock.Advance(TimeSpan.FromSeconds(61));

        Assert.StartsWith("/en/sign-in", await LeadsAsync(app, former, "/en/desk"), StringComparison.Ordinal);
        Assert.Null(await LeadsAsync(app, browser.Cookies["splot"], Sensitive));
    }

    [Fact]
    public async Task Proof_WithAWrongCode_ChangesNothing()
    {
        await using var app = await SplotApp.StartAsync();
        var (browser, _) = await JoinedAsync(app);
        var cookie = browser.Cookies["splot"];

        await browser.SubmitAsync(await browser.GetAsync("/en/desk/prove"), "/en/desk/prove", ("code", "000000"));

        Assert.Equal((HttpStatusCode.UnprocessableEntity, cookie), (browser.Status, browser.Cookies["splot"]));
    }

    [Fact]
    public async Task Proof_OnTheWayToAnAddressThatNoHeaderHolds_LeadsThere()
    {
        await using var app = await SplotApp.StartAsync();
        var (browser, secret) = await JoinedAsync(app);
        app.Clock.Advance(TimeSpan.FromMinutes(2));

        await browser.SubmitAsync(await browser.GetAsync("/en/desk/prove"), "/en/desk/prove", ("to", "/en/desk/żółć"), ("code", Totp.CodeAt(secret, app.Clock.GetUtcNow())));

        Assert.Equal((HttpStatusCode.Redirect, "/en/desk/%C5%BC%C3%B3%C5%82%C4%87"), (browser.Status, browser.Location));
        await browser.GetAsync("/en/desk");
        Assert.Equal(HttpStatusCode.OK, browser.Status);
    }

    [Fact]
    public async Task Session_OfABrowserThatSignsInAnew_IsOver()
    {
        await using var app = await SplotApp.StartAsync();
        var (browser, secret) = await JoinedAsync(app);
        var former = browser.Cookies["splot"];
        app.Clock.Advance(TimeSpan.FromMinutes(2));

        var code = await browser.PasswordAsync(Email, People.Password);
        await browser.SubmitAsync(code, "/en/sign-in/code", ("code", Totp.CodeAt(secret, app.Clock.GetUtcNow())));

        Assert.StartsWith("/en/sign-in", await LeadsAsync(app, former, "/en/desk"), StringComparison.Ordinal);
        Assert.Null(await LeadsAsync(app, browser.Cookies["splot"], "/en/desk"));
    }

    private static async Task<(Browser Browser, string Secret)> JoinedAsync(SplotApp app)
    {
        var browser = new Browser(app);
        var (secret, _) = await app.JoinAsync(browser, await app.InvitationAsync(Email));
        return (browser, secret);
    }

    /// <summary>Waits until the proof of before is too old, and gives one.</summary>
    private static async Task ProveAsync(SplotApp app, Browser browser, string secret)
    {
        app.Clock.Advance(TimeSpan.FromMinutes(11));
        await browser.GetAsync(Sensitive);
        var page = await browser.FollowAsync();
        await browser.SubmitAsync(page, "/en/desk/prove", ("code", Totp.CodeAt(secret, app.Clock.GetUtcNow())));
    }

    /// <summary>Where a request with a cookie is led; null where it is answered.</summary>
    private static async Task<string?> LeadsAsync(SplotApp app, string cookie, string address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address) { Headers = { { "Cookie", "splot=" + cookie } } };
        using var answer = await app.Client.SendAsync(request);
        return answer.Headers.Location?.ToString();
    }
}
