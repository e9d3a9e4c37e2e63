using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Splot.Access.Signing;
using Splot.Access.Store;
using Splot.Access.Tests.Support;
using Splot.Contracts.Access;
using Splot.Contracts.Desk;
using Splot.Data;
using Splot.Testing;
using Splot.Ui;

namespace Splot.Access.Tests.Kept;

/// <summary>Nothing typed is lost where a session or a proof has run out.</summary>
public sealed partial class KeptFormTests
{
    private const string Email = "zofia@example.org";
    private const string Invite = "/en/desk/accounts/new";

    private static readonly (string, string)[] Who = [("name", "Nowa Zmyślona"), ("email", "nowa@zmyslona.example"), ("language", "pl")];

    [Theory, EachEngine]
    public async Task Form_OpenWhenTheSessionEnded_ArrivesAfterSigningInAgain(Engine engine)
    {
        await using var app = await Staff.StartAsync(engine);
        var browser = await app.EnterAsync(Role.UnitHead);
        var (worker, address) = await AddressAsync(app);
        var page = await browser.GetAsync(worker);
        app.Clock.Leap(TimeSpan.FromHours(2));

        var refusal = await GiveAsync(browser, page, address);
        Assert.Equal(HttpStatusCode.Unauthorized, browser.Status);
        Assert.Contains("another tab", refusal.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        await EnterAsync(browser, Role.UnitHead);
        await GiveAsync(browser, page, address);

        Assert.Equal((HttpStatusCode.Redirect, worker + "?done=role-given"), (browser.Status, browser.Location));
    }

    [Theory]
    [InlineData("en")]
    [InlineData("pl")]
    [InlineData("bg")]
    public async Task Form_SentAfterTheSessionEnded_ComesBackAndCanBeSentFromThere(string language)
    {
        await using var app = await Staff.StartAsync();
        var browser = await app.EnterAsync(Role.UnitHead);
        var (worker, address) = await AddressAsync(app, language);
        var page = await browser.GetAsync(worker);
        app.Clock.Leap(TimeSpan.FromHours(2));

        var back = await GiveAsync(browser, page, address);
        Assert.Equal(($"/{language}/sign-in", language), (back.QuerySelector("main a[target]")!.GetAttribute("href"), back.DocumentElement.GetAttribute("lang")));
        await EnterAsync(browser, Role.UnitHead);
        await browser.SubmitAsync(back, address);

        Assert.Equal(worker + "?done=role-given", browser.Location);
    }

    [Fact]
    public async Task Form_SentByAnotherSiteAfterTheSessionEnded_DoesNotComeBack()
    {
        await using var app = await Staff.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, Invite) { Content = new FormUrlEncodedContent([KeyValuePair.Create("name", "Podrzucona")]), Headers = { { "Sec-Fetch-Site", "cross-site" } } };

        using var answer = await app.Client.SendAsync(request);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.DoesNotContain("Podrzucona", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Form_OfSomebodyElse_IsRefused()
    {
        await using var app = await Staff.StartAsync();
        var browser = await app.EnterAsync(Role.UnitHead);
        var (worker, address) = await AddressAsync(app);
        var page = await browser.GetAsync(worker);

        await EnterAsync(browser, Role.SystemAdministrator);
        await GiveAsync(browser, page, address);

        Assert.Equal((HttpStatusCode.BadRequest, 0), (browser.Status, await GivenAsync(app)));
    }

    [Theory]
    [InlineData("en")]
    [InlineData("pl")]
    [InlineData("bg")]
    public async Task Form_WhoseTokenIsNotGoodAnyMore_ComesBackAndCanBeSentFromThere(string language)
    {
        await using var app = await Staff.StartAsync();
        var browser = await app.EnterAsync(Role.UnitHead);
        var (worker, address) = await AddressAsync(app, language);

        var back = await browser.PostAsync(address, [KeyValuePair.Create("role", "trainer"), KeyValuePair.Create("place", "demo-welfare"), KeyValuePair.Create("from", ""), KeyValuePair.Create("to", ""), KeyValuePair.Create("code", "123456")]);
        Assert.Equal((HttpStatusCode.BadRequest, language), (browser.Status, back.DocumentElement.GetAttribute("lang")));
        Assert.Null(back.QuerySelector("input[name=code]"));
        await browser.SubmitAsync(back, address);

        Assert.Equal(worker + "?done=role-given", browser.Location);
    }

    [Theory, EachEngine]
    public async Task Form_SentWithoutFreshProof_IsKeptAndSentAfterIt(Engine engine)
    {
        await using var app = await Staff.StartAsync(engine);
        var (browser, secret) = await JoinedAsync(app);
        var (worker, address) = await AddressAsync(app);
        var page = await browser.GetAsync(worker);
        app.Clock.Advance(TimeSpan.FromMinutes(11));

        await GiveAsync(browser, page, address);
        Assert.Equal(HttpStatusCode.SeeOther, browser.Status);
        Assert.Equal(0, await GivenAsync(app));
        var prove = await browser.FollowAsync();
        Assert.Contains("What you typed is kept", prove.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        await ProveAsync(app, browser, prove, secret);
        var where = browser.Location!;
        var kept = await browser.FollowAsync();
        Assert.Equal((HttpStatusCode.OK, "no-store"), (browser.Status, browser.CacheControl));
        Assert.Contains("Accounts", kept.QuerySelector("dl")!.TextContent, StringComparison.Ordinal);
        await browser.SubmitAsync(kept, address);

        Assert.Equal((worker + "?done=role-given", 1), (browser.Location, await GivenAsync(app)));
        await browser.GetAsync(where);
        Assert.Equal(HttpStatusCode.Gone, browser.Status);
    }

    [Theory, EachEngine]
    public async Task Step_SentWithoutFreshProof_KeepsThePagesFields(Engine engine)
    {
        await using var app = await Staff.StartAsync(engine);
        var (browser, secret) = await JoinedAsync(app);
        var page = await browser.GetAsync(Invite);
        app.Clock.Advance(TimeSpan.FromMinutes(11));

        await browser.SubmitAsync(page, Invite, Who);
        await ProveAsync(app, browser, await browser.FollowAsync(), secret);
        await browser.SubmitAsync(await browser.FollowAsync(), Invite);
        var role = await browser.FollowAsync();
        var step = role.QuerySelector("form.sp-stack-l")!.GetAttribute("action")!;
        app.Clock.Advance(TimeSpan.FromMinutes(11));
        await browser.SubmitAsync(role, step, ("role", "social-worker"), ("place", "demo-welfare"));
        await ProveAsync(app, browser, await browser.FollowAsync(), secret);
        await browser.SubmitAsync(await browser.FollowAsync(), step);
        var check = (await browser.FollowAsync()).QuerySelector("main")!.TextContent;

        Assert.Contains("nowa@zmyslona.example", check, StringComparison.Ordinal);
        Assert.Contains("Social worker", check, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Kept_IsNobodyElses_AndStandsOnNoDesk()
    {
        await using var app = await Staff.StartAsync();
        var (browser, _) = await JoinedAsync(app);
        var address = await KeepAsync(app, browser);

        var other = await app.EnterAsync(Role.SystemAdministrator);
        await other.GetAsync(address);
        var desk = await browser.GetAsync("/en/desk");

        Assert.Equal((HttpStatusCode.Gone, 0), (other.Status, desk.QuerySelectorAll("#drafts").Length));
    }

    [Theory]
    [InlineData("en", "What you typed is no longer kept")]
    [InlineData("pl", "Tego, co wpisano, już nie przechowujemy")]
    [InlineData("bg", "Въведеното вече не се пази")]
    public async Task Kept_AfterAnHour_IsGoneWithClearWords(string language, string title)
    {
        await using var app = await Staff.StartAsync();
        var (browser, _) = await JoinedAsync(app);
        var address = await KeepAsync(app, browser);
        app.Clock.Advance(TimeSpan.FromMinutes(50));
        await browser.GetAsync(address);
        Assert.Equal(HttpStatusCode.OK, browser.Status);
        app.Clock.Advance(TimeSpan.FromMinutes(10));

        var page = await browser.GetAsync(address.Replace("/en/", $"/{language}/", StringComparison.Ordinal));

        Assert.Equal((HttpStatusCode.Gone, title), (browser.Status, page.QuerySelector("h1")!.TextContent));
    }

    [Theory]
    [InlineData("pl", "Wyślij teraz")]
    [InlineData("bg", "Изпратете сега")]
    public async Task Kept_IsShownInTheReadersLanguage(string language, string button)
    {
        await using var app = await Staff.StartAsync();
        var (browser, _) = await JoinedAsync(app);
        var address = await KeepAsync(app, browser);

        var page = await browser.GetAsync(address.Replace("/en/", $"/{language}/", StringComparison.Ordinal));

        Assert.Equal((language, button), (page.DocumentElement.GetAttribute("lang"), page.QuerySelector($"form[action='{Invite}'] button")!.TextContent));
    }

    [Fact]
    public async Task Kept_ThrownAway_IsGone()
    {
        await using var app = await Staff.StartAsync();
        var (browser, _) = await JoinedAsync(app);
        var address = await KeepAsync(app, browser);

        await browser.SubmitAsync(await browser.GetAsync(address), "/en/desk/drafts/drop");
        await browser.GetAsync(address);

        Assert.Equal((HttpStatusCode.Gone, 0), (browser.Status, await WaitingAsync(app)));
    }

    [Fact]
    public async Task Kept_RefusedWhenSent_WaitsOn()
    {
        await using var app = await Staff.StartAsync();
        var (browser, secret) = await JoinedAsync(app);
        var page = await browser.GetAsync(Invite);
        app.Clock.Advance(TimeSpan.FromMinutes(11));
        await browser.SubmitAsync(page, Invite, ("name", "Nowa"), ("email", "no address"));
        await ProveAsync(app, browser, await browser.FollowAsync(), secret);

        var again = await browser.SubmitAsync(await browser.FollowAsync(), Invite);

        Assert.Equal((HttpStatusCode.UnprocessableEntity, "no address", 1), (browser.Status, again.QuerySelector("#email")!.GetAttribute("value"), await WaitingAsync(app)));
    }

    [Fact]
    public async Task Form_WithoutItsToken_IsNotKept()
    {
        await using var app = await Staff.StartAsync();
        var (browser, _) = await JoinedAsync(app);
        app.Clock.Advance(TimeSpan.FromMinutes(11));

        await browser.PostAsync(Invite, [KeyValuePair.Create("name", "Podrzucona")]);

        Assert.Equal((HttpStatusCode.BadRequest, 0), (browser.Status, await WaitingAsync(app)));
    }

    [Fact]
    public async Task Form_TooLongToKeep_SaysWhatToDoAndCanBeSentAfterTheProof()
    {
        await using var app = await Staff.StartAsync();
        var (browser, secret) = await JoinedAsync(app);
        var page = await browser.GetAsync(Invite);
        app.Clock.Advance(TimeSpan.FromMinutes(11));
        (string, string)[] typed = [.. Who, ("padding", new string('x', 300_000))];

        var refusal = await browser.SubmitAsync(page, Invite, typed);
        Assert.Equal((HttpStatusCode.Unauthorized, "Show once more that it is you", 0), (browser.Status, refusal.QuerySelector("h1")!.TextContent, await WaitingAsync(app)));
        await ProveAsync(app, browser, await browser.GetAsync(refusal.QuerySelector("main a[target]")!.GetAttribute("href")!), secret);
        await browser.SubmitAsync(page, Invite, typed);

        Assert.Equal(HttpStatusCode.Redirect, browser.Status);
    }

    [Fact]
    public async Task Passwords_AreNeverKeptNorHandedBack()
    {
        await using var app = await Staff.StartAsync();
        var (browser, secret) = await JoinedAsync(app);
        var page = await browser.GetAsync("/en/desk/password");
        app.Clock.Advance(TimeSpan.FromMinutes(11));

        await browser.SubmitAsync(page, "/en/desk/password", ("present", People.Password), ("password", "dziewięć małych parasoli"));
        await ProveAsync(app, browser, await browser.FollowAsync(), secret);
        var kept = await browser.FollowAsync();
        app.Clock.Leap(TimeSpan.FromHours(2));
        var back = await browser.SubmitAsync(page, "/en/desk/password", ("present", People.Password), ("password", "dziewięć małych parasoli"));

        Assert.Contains("Passwords and codes were not kept", kept.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.All([kept, back], p => Assert.DoesNotContain(p.QuerySelectorAll("input"), i => i.GetAttribute("name") is "present" or "password"));
    }

    [Fact]
    public void Secrets_OfEveryPage_AreKnown()
    {
        var found = Directory.GetFiles(Path.Combine(Repository.Root, "src"), "*.razor", SearchOption.AllDirectories)
            .SelectMany(file => SecretField().Matches(File.ReadAllText(file)).Select(m => (File: file, Name: m.Groups["name"].Value, Text: File.ReadAllText(file))))
            .Select(f => f.Name.StartsWith("No", StringComparison.Ordinal) ? Regex.Match(f.Text, "FormField " + f.Name + " => new\\(\"(?<name>[^\"]+)\"", RegexOptions.None, TimeSpan.FromSeconds(1)).Groups["name"].Value : f.Name)
            .Distinct(StringComparer.Ordinal).ToList();

        Assert.NotEmpty(found);
        Assert.All(found, name => Assert.Contains(name, KeptForms.Secrets));
    }

    private static async Task<(Browser Browser, string Secret)> JoinedAsync(SplotApp app)
    {
        var browser = new Browser(app);
        var (secret, _) = await app.JoinAsync(browser, await app.InvitationAsync(Email));
        return (browser, secret);
    }

    /// <summary>Sends an invitation's first page without a fresh proof; where it is kept.</summary>
    private static async Task<string> KeepAsync(SplotApp app, Browser browser)
    {
        var page = await browser.GetAsync(Invite);
        app.Clock.Advance(TimeSpan.FromMinutes(11));
        await browser.SubmitAsync(page, Invite, Who);
        return Uri.UnescapeDataString(browser.Location!.Split("?to=")[1]);
    }

    private static async Task ProveAsync(SplotApp app, Browser browser, IDocument page, string secret)
    {
        Assert.Equal(HttpStatusCode.OK, browser.Status);
        await browser.SubmitAsync(page, "/en/desk/prove", ("code", Totp.CodeAt(secret, app.Clock.GetUtcNow())));
        Assert.Equal(HttpStatusCode.Redirect, browser.Status);
    }

    private static async Task EnterAsync(Browser browser, Role role)
    {
        var address = "/en/demo/" + role.Code();
        await browser.SubmitAsync(await browser.GetAsync(address), address);
    }

    private static async Task<(string Page, string Form)> AddressAsync(SplotApp app, string language = "en")
    {
        var worker = await app.Services.GetRequiredService<MainStore>().ReadAsync(s => s.Context<AccessContext>().Accounts.Where(a => a.EmailKey == "social-worker@demo.invalid").Select(a => a.Id).SingleAsync(), CancellationToken.None);
        return ($"/{language}/desk/accounts/{worker}", $"/{language}/desk/accounts/{worker}/roles");
    }

    private static Task<IDocument> GiveAsync(Browser browser, IDocument page, string address) => browser.SubmitAsync(page, address, ("role", "trainer"), ("place", "demo-welfare"), ("from", ""), ("to", ""));

    private static Task<int> GivenAsync(SplotApp app) =>
        app.Services.GetRequiredService<MainStore>().ReadAsync(s => s.Context<AccessContext>().Grants.CountAsync(g => g.Role == "trainer" && g.OrganisationId == "demo-welfare"), CancellationToken.None);

    private static Task<int> WaitingAsync(SplotApp app) => app.Services.GetRequiredService<MainStore>().ReadAsync(
        async s =>
        {
            await using var command = s.Command("SELECT COUNT(*) FROM desk_draft WHERE form = @form").With("form", IDrafts.SentForm);
            return Convert.ToInt32(await command.ExecuteScalarAsync(), System.Globalization.CultureInfo.InvariantCulture);
        },
        CancellationToken.None);

    // A field whose browser fills in passwords or codes, by the name in the page or that of a member (NoCode).
    [GeneratedRegex("""Field="@(?:\w+\("(?<name>\w+)"\)|(?<name>No\w+))"[^>]*(?:Type="password"|Autocomplete="one-time-code")""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex SecretField();
}
