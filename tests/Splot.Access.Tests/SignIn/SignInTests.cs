using System.Net;
using Splot.Access.Signing;
using Splot.Access.Tests.Support;
using Splot.Contracts.Access;
using Splot.Data;
using Splot.Testing;

namespace Splot.Access.Tests.SignIn;

public sealed class SignInTests
{
    private const string Email = "zofia@example.org";

    [Theory, EachEngine]
    public async Task Invitation_TakenUp_SignsInWithTenRecoveryCodes(Engine engine)
    {
        await using var app = await SplotApp.StartAsync(engine);
        var browser = new Browser(app);

        var (_, codes) = await app.JoinAsync(browser, await app.InvitationAsync(Email));

        Assert.Equal(10, codes.Distinct().Count());
        Assert.All(codes, c => Assert.Matches("^([2-9A-HJ-NP-Z]{4}-){6}[2-9A-HJ-NP-Z]{4}$", c)); // 28 of 32 signs: 140 bits
        var desk = await browser.GetAsync("/en/desk");
        Assert.Equal((HttpStatusCode.OK, "Good day, Zofia Wymyślona"), (browser.Status, desk.QuerySelector("h1")!.TextContent));
    }

    [Fact]
    public async Task Invitation_SecondUseOrTooLateOrReplaced_IsGone()
    {
        await using var app = await SplotApp.StartAsync();
        var first = await app.InvitationAsync(Email);
        var second = await app.InvitationAsync(Email);
        Assert.Equal(HttpStatusCode.Gone, await StatusAsync(app, "/en/join/" + first));

        await app.JoinAsync(new Browser(app), second);
        Assert.Equal(HttpStatusCode.Gone, await StatusAsync(app, "/en/join/" + second));

        var third = await app.InvitationAsync("other@example.org");
        app.Clock.Leap(TimeSpan.FromDays(7));
        Assert.Equal(HttpStatusCode.Gone, await StatusAsync(app, "/en/join/" + third));
        Assert.Equal(HttpStatusCode.Gone, await StatusAsync(app, "/en/join/nobody"));
    }

    [Theory, EachEngine]
    public async Task SignIn_PasswordAndCode_LeadsWhereOneWantedToGo(Engine engine)
    {
        await using var app = await SplotApp.StartAsync(engine);
        var (secret, _) = await app.JoinAsync(new Browser(app), await app.InvitationAsync(Email));
        app.Clock.Advance(TimeSpan.FromMinutes(2));
        var browser = new Browser(app);
        await browser.GetAsync("/en/desk/sessions");
        Assert.Equal("/en/sign-in?to=%2Fen%2Fdesk%2Fsessions", browser.Location);

        var code = await browser.PasswordAsync("  ZOFIA@example.org ", People.Password, "?to=%2Fen%2Fdesk%2Fsessions");
        await browser.SubmitAsync(code, "/en/sign-in/code", ("code", Totp.CodeAt(secret, app.Clock.GetUtcNow())));

        Assert.Equal((HttpStatusCode.Redirect, "/en/desk/sessions"), (browser.Status, browser.Location));
        await browser.GetAsync("/en/desk/sessions");
        Assert.Equal(HttpStatusCode.OK, browser.Status);
    }

    [Theory, EachEngine]
    public async Task Audit_OfSigningIn_TellsWhoAndHow(Engine engine)
    {
        await using var app = await SplotApp.StartAsync(engine);
        var browser = new Browser(app);
        await app.JoinAsync(browser, await app.InvitationAsync(Email));
        await new Browser(app).PasswordAsync(Email, "another password altogether");
        await browser.SubmitAsync(await browser.GetAsync("/en/desk"), "/en/desk/sign-out");

        var acts = (await app.ActsAsync()).Select(a => a.Split(' ')[0]);

        Assert.Equal(["access.invited", "access.joined", "access.sign-in-refused", "access.signed-out"], acts);
    }

    [Fact]
    public async Task SignIn_CodeUsedBefore_IsRefused()
    {
        await using var app = await SplotApp.StartAsync();
        var (secret, _) = await app.JoinAsync(new Browser(app), await app.InvitationAsync(Email));
        var browser = new Browser(app);

        await browser.SubmitAsync(await browser.PasswordAsync(Email, People.Password), "/en/sign-in/code", ("code", Totp.CodeAt(secret, app.Clock.GetUtcNow())));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, browser.Status);
    }

    [Fact]
    public async Task SignIn_RecoveryCode_ServesOnceHoweverTyped()
    {
        await using var app = await SplotApp.StartAsync();
        var (_, codes) = await app.JoinAsync(new Browser(app), await app.InvitationAsync(Email));
        foreach (var (typed, status) in new[] { (codes[0].ToLowerInvariant().Replace('-', ' '), HttpStatusCode.Redirect), (codes[0], HttpStatusCode.UnprocessableEntity), (codes[1], HttpStatusCode.Redirect) })
        {
            var browser = new Browser(app);
            await browser.SubmitAsync(await browser.PasswordAsync(Email, People.Password), "/en/sign-in/code", ("code", typed));
            Assert.Equal(status, browser.Status);
        }
    }

    [Theory]
    [InlineData(Email, "another password altogether")]
    [InlineData("nobody@example.org", People.Password)]
    public async Task SignIn_WrongPasswordOrAddress_SaysTheSame(string email, string password)
    {
        await using var app = await SplotApp.StartAsync();
        await app.JoinAsync(new Browser(app), await app.InvitationAsync(Email));
        var browser = new Browser(app);

        var page = await browser.PasswordAsync(email, password);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, browser.Status);
        Assert.Contains("The address or the password is wrong", page.QuerySelector(".govuk-error-summary")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(password, page.DocumentElement.OuterHtml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SignIn_FifthWrongPassword_LocksForAMinute()
    {
        await using var app = await SplotApp.StartAsync();
        await app.JoinAsync(new Browser(app), await app.InvitationAsync(Email));
        var browser = new Browser(app);
        for (var i = 0; i < 5; i++)
        {
            await browser.PasswordAsync(Email, "another password altogether");
        }

        await browser.PasswordAsync(Email, People.Password);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, browser.Status);

        app.Clock.Advance(TimeSpan.FromMinutes(1));
        await browser.PasswordAsync(Email, People.Password);
        Assert.Equal(HttpStatusCode.OK, browser.Status);
    }

    [Theory]
    [InlineData("https://elsewhere.example/")]
    [InlineData("//elsewhere.example")]
    [InlineData("/\\elsewhere.example")]
    public async Task SignIn_WishToGoElsewhere_LeadsHome(string to)
    {
        await using var app = await SplotApp.StartAsync();
        var (secret, _) = await app.JoinAsync(new Browser(app), await app.InvitationAsync(Email));
        app.Clock.Advance(TimeSpan.FromMinutes(2));
        var browser = new Browser(app);

        await browser.SubmitAsync(await browser.PasswordAsync(Email, People.Password, "?to=" + Uri.EscapeDataString(to)), "/en/sign-in/code", ("code", Totp.CodeAt(secret, app.Clock.GetUtcNow())));

        Assert.Equal("/en/desk", browser.Location);
    }

    [Fact]
    public async Task SignIn_WishForAnAddressWithLettersThatNoHeaderHolds_LeadsThere()
    {
        await using var app = await SplotApp.StartAsync();
        var (secret, _) = await app.JoinAsync(new Browser(app), await app.InvitationAsync(Email));
        app.Clock.Advance(TimeSpan.FromMinutes(2));
        var browser = new Browser(app);

        await browser.SubmitAsync(await browser.PasswordAsync(Email, People.Password, "?to=" + Uri.EscapeDataString("/en/desk/ż")), "/en/sign-in/code", ("code", Totp.CodeAt(secret, app.Clock.GetUtcNow())));

        Assert.Equal((HttpStatusCode.Redirect, "/en/desk/%C5%BC"), (browser.Status, browser.Location));
    }

    [Theory]
    [InlineData(61)]
    [InlineData(12 * 60)]
    public async Task Session_UnusedForAnHour_IsOver(int minutes)
    {
        await using var app = await SplotApp.StartAsync();
        var browser = new Browser(app);
        await app.JoinAsync(browser, await app.InvitationAsync(Email));

        app.Clock.Leap(TimeSpan.FromMinutes(minutes));
        await browser.GetAsync("/en/desk");

        Assert.Equal((HttpStatusCode.Redirect, "/en/sign-in?to=%2Fen%2Fdesk"), (browser.Status, browser.Location));
    }

    [Fact]
    public async Task Cookies_OfAnInstallationOnHttps_AreThisHostsAndForHttpsOnly()
    {
        await using var app = await SplotApp.StartAsync(options: o => o with { PublicUrl = new Uri("https://funds.example.eu") });
        var browser = new Browser(app);
        await app.JoinAsync(browser, await app.InvitationAsync(Email));
        await browser.GetAsync("/en/desk");

        Assert.Equal(["__Host-splot", "__Host-splot-form"], browser.Cookies.Keys.Order(StringComparer.Ordinal));
        Assert.All(browser.CookiesSet, set =>
        {
            foreach (var attribute in (string[])["; secure", "; httponly", "; path=/", "; samesite="])
            {
                Assert.Contains(attribute, set, StringComparison.OrdinalIgnoreCase);
            }

            Assert.DoesNotContain("domain=", set, StringComparison.OrdinalIgnoreCase);
        });
    }

    [Fact]
    public async Task SignOut_TellsTheBrowserToForgetThePages()
    {
        await using var app = await SplotApp.StartAsync();
        var browser = new Browser(app);
        await app.JoinAsync(browser, await app.InvitationAsync(Email));

        await browser.SubmitAsync(await browser.GetAsync("/en/desk"), "/en/desk/sign-out");

        Assert.Equal("\"cache\", \"storage\"", browser.Cleared);
    }

    [Fact]
    public async Task SignOut_EndsTheSessionForTheCookieToo()
    {
        await using var app = await SplotApp.StartAsync();
        var browser = new Browser(app);
        await app.JoinAsync(browser, await app.InvitationAsync(Email));
        var cookie = browser.Cookies["splot"];

        await browser.SubmitAsync(await browser.GetAsync("/en/desk"), "/en/desk/sign-out");

        Assert.DoesNotContain("splot", browser.Cookies.Keys);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/en/desk") { Headers = { { "Cookie", "splot=" + cookie } } };
        using var answer = await app.Client.SendAsync(request);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
    }

    [Theory, EachEngine]
    public async Task Sessions_EndedElsewhere_AreOverAtOnce(Engine engine)
    {
        await using var app = await SplotApp.StartAsync(engine, o => o with { Demo = true });
        await LoadDemoAsync(app);
        var (here, there) = (await app.EnterAsync(Role.SocialWorker), await app.EnterAsync(Role.SocialWorker));
        var page = await here.GetAsync("/en/desk/sessions");

        await here.SubmitAsync(page, "/en/desk/sessions");

        await there.GetAsync("/en/desk");
        await here.GetAsync("/en/desk");
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Redirect), (here.Status, there.Status));
    }

    [Fact]
    public async Task Sessions_OnTheirPage_AreToldInWordsAndNotAsTheBrowserCallsItself()
    {
        const string Agent = "Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0";
        await using var app = await SplotApp.StartAsync(options: o => o with { Demo = true });
        await LoadDemoAsync(app);
        app.Client.DefaultRequestHeaders.UserAgent.ParseAdd(Agent);
        var browser = await app.EnterAsync(Role.SocialWorker);

        var page = await browser.GetAsync("/pl/desk/sessions");

        Assert.Equal("Firefox na Linux", page.QuerySelector("tbody th")!.TextContent.Trim());
        Assert.DoesNotContain("Mozilla", page.DocumentElement.OuterHtml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task DemoDoor_OutsideTheDemo_IsNowhere()
    {
        await using var app = await SplotApp.StartAsync();

        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(app, "/en/demo"));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(app, "/en/demo/social-worker"));
    }

    [Fact]
    public async Task DemoDoors_InTheDemo_LeadEveryRoleToItsDesk()
    {
        await using var app = await SplotApp.StartAsync(options: o => o with { Demo = true });
        await LoadDemoAsync(app);
        foreach (var role in Roles.All)
        {
            var browser = await app.EnterAsync(role);
            Assert.Equal((role, "/en/desk"), (role, browser.Location));
            await browser.GetAsync("/pl/desk");
            Assert.Equal((role, HttpStatusCode.OK), (role, browser.Status));
        }
    }

    private static async Task LoadDemoAsync(SplotApp app)
    {
        var preset = (Contracts.Demo.IDemoPreset)app.Services.GetService(typeof(Splot.Access.Demo.DemoAccounts))!;
        Assert.IsType<Contracts.Demo.DemoOutcome.Loaded>(await preset.LoadAsync(CancellationToken.None));
    }

    private static async Task<HttpStatusCode> StatusAsync(SplotApp app, string address)
    {
        var browser = new Browser(app);
        await browser.GetAsync(address);
        return browser.Status;
    }
}
