using System.Net;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Splot.Access.Callers;
using Splot.Access.KeepAccount;
using Splot.Access.Model;
using Splot.Access.Store;
using Splot.Access.Tests.Support;
using Splot.Contracts.Access;
using Splot.Data;
using Splot.Testing;

namespace Splot.Access.Tests.Accounts;

public sealed class AccountTests
{
    [Theory, EachEngine]
    public async Task Pages_OfAccounts_AreReadInFewStatements(Engine engine)
    {
        await using var app = await Staff.StartAsync(engine);
        var browser = await app.EnterAsync(Role.SystemAdministrator);
        var worker = await IdAsync(app, Role.SocialWorker);
        foreach (var address in new[] { "/pl/desk/accounts", "/bg/desk/accounts/" + worker, "/en/desk/accounts/new", "/pl/desk/substitutions", "/en/desk/audit" })
        {
            Assert.InRange(await Statements.CountAsync(() => browser.GetAsync(address)), 4, 15);
            Assert.Equal(HttpStatusCode.OK, browser.Status);
        }
    }

    [Fact]
    public async Task UnitHead_SeesAccountsOfTheOwnOrganisationOnly()
    {
        await using var app = await Staff.StartAsync();
        var browser = await app.EnterAsync(Role.UnitHead);

        var page = await browser.GetAsync("/en/desk/accounts?tab=invited");

        Assert.Equal(["data-protection-officer@demo.invalid", "social-worker@demo.invalid"], Addresses(page).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("")]
    [InlineData("/close")]
    [InlineData("/roles/end")]
    [InlineData("/stand-ins")]
    [InlineData("/stand-ins/end")]
    [InlineData("/invite")]
    [InlineData("/sign-out-everywhere")]
    [InlineData("/open")]
    public async Task Account_OfAnotherOrganisation_IsUnknownToAUnitHead(string act)
    {
        await using var app = await Staff.StartAsync();
        var (browser, other) = (await app.EnterAsync(Role.UnitHead), await IdAsync(app, Role.Accountant));

        _ = act.Length == 0 ? await browser.GetAsync("/en/desk/accounts/" + other) : await PostAsync(browser, $"/en/desk/accounts/{other}{act}");

        Assert.Equal(HttpStatusCode.NotFound, browser.Status);
    }

    [Theory]
    [InlineData("system-administrator", "all")]
    [InlineData("social-worker", "demo-centre")]
    [InlineData("social-worker", "demo-welfare/demo-front-1")]
    [InlineData("data-protection-officer", "all")]
    [InlineData("data-protection-officer", "demo-welfare")]
    [InlineData("auditor", "demo-welfare")]
    public async Task UnitHead_GivesNoRoleBeyondTheOwnOrganisation(string role, string place)
    {
        await using var app = await Staff.StartAsync();
        var (browser, worker) = (await app.EnterAsync(Role.UnitHead), await IdAsync(app, Role.SocialWorker));
        var before = await GrantsAsync(app, worker);

        await PostAsync(browser, $"/en/desk/accounts/{worker}/roles", ("role", role), ("place", place));

        Assert.Equal((HttpStatusCode.UnprocessableEntity, before), (browser.Status, await GrantsAsync(app, worker)));
    }

    [Theory, EachEngine]
    public async Task Role_GivenInTheOwnOrganisation_CountsAndStandsInTheAudit(Engine engine)
    {
        await using var app = await Staff.StartAsync(engine);
        var (browser, worker) = (await app.EnterAsync(Role.UnitHead), await IdAsync(app, Role.SocialWorker));

        await PostAsync(browser, $"/en/desk/accounts/{worker}/roles", ("role", "front-office-clerk"), ("place", "demo-welfare/demo-team-2"));
        var page = await browser.FollowAsync();

        Assert.Contains("Front-office clerk", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(1, await EntriesAsync(app, "access.role-given", worker));
    }

    [Fact]
    public async Task Account_Closed_IsSignedOutAndStaysOut()
    {
        await using var app = await Staff.StartAsync();
        var (browser, worker) = (await app.EnterAsync(Role.UnitHead), await app.EnterAsync(Role.SocialWorker));

        await PostAsync(browser, $"/en/desk/accounts/{await IdAsync(app, Role.SocialWorker)}/close");
        await worker.GetAsync("/en/desk");

        Assert.Equal((HttpStatusCode.Redirect, "/en/sign-in?to=%2Fen%2Fdesk"), (worker.Status, worker.Location));
    }

    [Fact]
    public async Task OwnRights_AreChangedByNobody()
    {
        await using var app = await Staff.StartAsync();
        var browser = await app.EnterAsync(Role.SystemAdministrator);
        var own = await IdAsync(app, Role.SystemAdministrator);

        await PostAsync(browser, $"/en/desk/accounts/{own}/roles", ("role", "social-worker"), ("place", "demo-welfare"));

        Assert.Equal((HttpStatusCode.UnprocessableEntity, 1), (browser.Status, await GrantsAsync(app, own)));
    }

    [Fact]
    public async Task Administrator_ClosedByAnother_CanBeOpenedAgain()
    {
        await using var app = await Staff.StartAsync();
        var (browser, worker) = (await app.EnterAsync(Role.SystemAdministrator), await IdAsync(app, Role.SocialWorker));
        await PostAsync(browser, $"/en/desk/accounts/{worker}/roles", ("role", "system-administrator"), ("place", "all"));
        var second = await app.EnterAsync(Role.SocialWorker);
        var first = await IdAsync(app, Role.SystemAdministrator);

        await PostAsync(second, $"/en/desk/accounts/{first}/close");
        Assert.Equal(HttpStatusCode.Redirect, second.Status);
        await PostAsync(second, $"/en/desk/accounts/{first}/open");

        Assert.Equal(HttpStatusCode.Redirect, second.Status);
    }

    [Theory, EachEngine]
    public async Task Administrators_WhoCloseEachOtherAtOnce_LeaveOne(Engine engine)
    {
        await using var app = await SplotApp.StartAsync(engine);
        await app.InvitationAsync("one@example.org");
        await app.InvitationAsync("other@example.org");
        var accounts = await ReadAsync(app, c => c.Accounts.AsNoTracking().OrderBy(a => a.Email).ToListAsync());
        await using var scopes = new Scopes(app);
        var (one, other) = (scopes.Of(accounts[0]), scopes.Of(accounts[1]));
        for (var round = 0; round < 10; round++)
        {
            var outcomes = await Task.WhenAll(Task.Run(() => one.CloseAsync(accounts[1].Id, CancellationToken.None)), Task.Run(() => other.CloseAsync(accounts[0].Id, CancellationToken.None)));

            Assert.Equal([KeepOutcome.Done, KeepOutcome.LastAdministrator], outcomes.Order());
            var (left, closed) = outcomes[0] == KeepOutcome.Done ? (one, accounts[1]) : (other, accounts[0]);
            Assert.Equal(KeepOutcome.Done, await left.OpenAsync(closed.Id, CancellationToken.None));
        }
    }

    [Theory, EachEngine]
    public async Task Administrator_TheLastOne_KeepsRoleAndAccount(Engine engine)
    {
        await using var app = await SplotApp.StartAsync(engine);
        await app.InvitationAsync("one@example.org");
        await app.InvitationAsync("other@example.org");
        var accounts = await ReadAsync(app, c => c.Accounts.AsNoTracking().OrderBy(a => a.Email).ToListAsync());
        var grant = await ReadAsync(app, c => c.Grants.Where(g => g.AccountId == accounts[0].Id).Select(g => g.Id).SingleAsync());
        await using var scopes = new Scopes(app);
        var (one, other) = (scopes.Of(accounts[0]), scopes.Of(accounts[1]));

        Assert.Equal(KeepOutcome.Done, await one.CloseAsync(accounts[1].Id, CancellationToken.None));

        // Their requests were under way when the account was closed.
        Assert.Equal(KeepOutcome.LastAdministrator, await other.CloseAsync(accounts[0].Id, CancellationToken.None));
        Assert.Equal(KeepOutcome.LastAdministrator, await other.EndAsync(accounts[0].Id, grant, CancellationToken.None));
    }

    [Fact]
    public async Task Invitation_GoesThroughItsPagesAndIsSent()
    {
        await using var app = await Staff.StartAsync();
        var browser = await app.EnterAsync(Role.UnitHead);
        var who = await browser.GetAsync("/en/desk/accounts/new");
        await browser.SubmitAsync(who, "/en/desk/accounts/new", ("name", "Nowa Zmyślona"), ("email", "nowa@zmyslona.example"), ("language", "pl"));
        var role = await browser.FollowAsync();
        await browser.SubmitAsync(role, Action(role), ("role", "social-worker"), ("place", "demo-welfare"));
        var check = await browser.FollowAsync();
        Assert.Contains("nowa@zmyslona.example", check.Body!.TextContent, StringComparison.Ordinal);

        await browser.SubmitAsync(check, Action(check));
        var list = await browser.FollowAsync();

        Assert.Contains("nowa@zmyslona.example", Addresses(list));
    }

    [Fact]
    public async Task Invitation_LeftHalfWay_IsFoundOnTheDesk()
    {
        await using var app = await Staff.StartAsync();
        var browser = await app.EnterAsync(Role.UnitHead);
        var who = await browser.GetAsync("/en/desk/accounts/new");

        await browser.SubmitAsync(who, "/en/desk/accounts/new", ("name", "Nowa"), ("later", "1"));
        var desk = await browser.FollowAsync();
        await browser.GetAsync(desk.QuerySelector(".sp-found a")!.GetAttribute("href")!);
        var again = await browser.FollowAsync();

        Assert.Equal("Nowa", again.QuerySelector("#name")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Invitation_OfSomebodyElsesDraft_IsUnknown()
    {
        await using var app = await Staff.StartAsync();
        var (browser, other) = (await app.EnterAsync(Role.UnitHead), await app.EnterAsync(Role.SystemAdministrator));
        await browser.SubmitAsync(await browser.GetAsync("/en/desk/accounts/new"), "/en/desk/accounts/new", ("name", "Nowa"), ("email", "a@b.example"), ("language", "pl"));

        await other.GetAsync(browser.Location!);

        Assert.Equal(HttpStatusCode.NotFound, other.Status);
    }

    [Fact]
    public async Task Invitation_WithWrongFields_SaysSoAndKeepsWhatWasTyped()
    {
        await using var app = await Staff.StartAsync();
        var browser = await app.EnterAsync(Role.UnitHead);

        var page = await browser.SubmitAsync(await browser.GetAsync("/en/desk/accounts/new"), "/en/desk/accounts/new", ("name", "Nowa"), ("email", "no address"));

        Assert.Equal((HttpStatusCode.UnprocessableEntity, "no address"), (browser.Status, page.QuerySelector("#email")!.GetAttribute("value")));
        Assert.Equal(["#email", "#language"], page.QuerySelectorAll(".govuk-error-summary a").Select(a => a.GetAttribute("href")));
    }

    [Theory, EachEngine]
    public async Task StandIn_HasTheRolesOfTheAbsentWhileTheDaysLast(Engine engine)
    {
        await using var app = await Staff.StartAsync(engine);
        var (absent, acting) = (await app.EnterAsync(Role.UnitHead), await app.EnterAsync(Role.SocialWorker));
        await acting.GetAsync("/en/desk/accounts");
        Assert.Equal(HttpStatusCode.Forbidden, acting.Status);
        var today = DateOnly.FromDateTime(app.Clock.GetUtcNow().UtcDateTime);

        await PostAsync(absent, "/en/desk/substitutions", ("who", await IdAsync(app, Role.SocialWorker)), ("absent-from", $"{today:yyyy-MM-dd}"), ("absent-to", $"{today.AddDays(1):yyyy-MM-dd}"), ("reason", "urlop"));
        Assert.Equal("/en/desk/substitutions?done=named", absent.Location);
        await acting.GetAsync("/en/desk/accounts");
        Assert.Equal(HttpStatusCode.OK, acting.Status);

        var own = await acting.GetAsync("/en/desk/substitutions");
        await acting.SubmitAsync(own, "/en/desk/substitutions/end", []);
        await acting.GetAsync("/en/desk/accounts");
        Assert.Equal(HttpStatusCode.Forbidden, acting.Status);
    }

    [Theory, EachEngine]
    public async Task StandIn_NamedForSomebodyElse_HasTheirRolesUntilItIsEnded(Engine engine)
    {
        await using var app = await Staff.StartAsync(engine);
        var (administrator, acting) = (await app.EnterAsync(Role.SystemAdministrator), await app.EnterAsync(Role.SocialWorker));
        var head = await IdAsync(app, Role.UnitHead);

        await NameAsync(app, administrator, Role.UnitHead, Role.SocialWorker);
        Assert.Equal($"/en/desk/accounts/{head}?done=stand-in-named", administrator.Location);
        await acting.GetAsync("/en/desk/accounts");
        Assert.Equal((HttpStatusCode.OK, 1), (acting.Status, await EntriesAsync(app, "access.stand-in-named", head)));

        await administrator.SubmitAsync(await administrator.FollowAsync(), $"/en/desk/accounts/{head}/stand-ins/end");
        await acting.GetAsync("/en/desk/accounts");
        Assert.Equal((HttpStatusCode.Forbidden, 1), (acting.Status, await EntriesAsync(app, "access.stand-in-ended", head)));
    }

    [Theory]
    [InlineData(Role.UnitHead, Role.SocialWorker, Role.DataProtectionOfficer, HttpStatusCode.Redirect)] // one of theirs for another of theirs
    [InlineData(Role.UnitHead, Role.SocialWorker, Role.UnitHead, HttpStatusCode.UnprocessableEntity)] // oneself
    [InlineData(Role.UnitHead, Role.UnitHead, Role.SocialWorker, HttpStatusCode.UnprocessableEntity)] // for oneself there is another page
    [InlineData(Role.UnitHead, Role.DataProtectionOfficer, Role.SocialWorker, HttpStatusCode.UnprocessableEntity)] // who watches over others
    [InlineData(Role.SystemAdministrator, Role.DataProtectionOfficer, Role.SocialWorker, HttpStatusCode.Redirect)]
    [InlineData(Role.SystemAdministrator, Role.UnitHead, Role.Accountant, HttpStatusCode.UnprocessableEntity)] // of another organisation
    [InlineData(Role.SystemAdministrator, Role.UnitHead, Role.SystemAdministrator, HttpStatusCode.UnprocessableEntity)]
    public async Task StandIn_NamedForSomebodyElse_KeepsToTheRulesOfRoles(Role keeper, Role absent, Role standIn, HttpStatusCode status)
    {
        await using var app = await Staff.StartAsync();
        var browser = await app.EnterAsync(keeper);

        await NameAsync(app, browser, absent, standIn);

        Assert.Equal(status, browser.Status);
    }

    [Fact]
    public async Task StandIn_ForSomebodyWithRolesElsewhere_IsNotOneUnitHeadsToName()
    {
        await using var app = await Staff.StartAsync();
        var (administrator, head) = (await app.EnterAsync(Role.SystemAdministrator), await app.EnterAsync(Role.UnitHead));
        var clerk = await IdAsync(app, Role.FrontOfficeClerk);
        await PostAsync(administrator, $"/en/desk/accounts/{clerk}/roles", ("role", "trainer"), ("place", "demo-welfare"));

        var page = await head.GetAsync("/en/desk/accounts/" + clerk);
        await NameAsync(app, head, Role.FrontOfficeClerk, Role.SocialWorker);

        Assert.Null(page.QuerySelector("[name=who]"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, head.Status);
    }

    [Fact]
    public async Task StandIn_OfAKeeper_NamesNobodyForThem()
    {
        await using var app = await Staff.StartAsync();
        var (administrator, acting) = (await app.EnterAsync(Role.SystemAdministrator), await app.EnterAsync(Role.SocialWorker));
        await NameAsync(app, administrator, Role.UnitHead, Role.SocialWorker);

        await NameAsync(app, acting, Role.UnitHead, Role.DataProtectionOfficer);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, acting.Status);
    }

    [Theory]
    [InlineData("2026-01-01", "2025-12-31")]
    [InlineData("2020-01-01", "2020-01-02")]
    [InlineData("2030-01-01", "2031-01-01")]
    [InlineData("rubbish", "2031-01-01")]
    public async Task StandIn_WithImpossibleDays_IsRefused(string from, string to)
    {
        await using var app = await Staff.StartAsync();
        var browser = await app.EnterAsync(Role.UnitHead);

        await PostAsync(browser, "/en/desk/substitutions", ("who", await IdAsync(app, Role.SocialWorker)), ("absent-from", from), ("absent-to", to), ("reason", "urlop"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, browser.Status);
    }

    [Fact]
    public async Task StandIn_FromAnotherOrganisation_IsRefused()
    {
        await using var app = await Staff.StartAsync();
        var browser = await app.EnterAsync(Role.UnitHead);

        await PostAsync(browser, "/en/desk/substitutions", ("who", await IdAsync(app, Role.Accountant)), ("absent-from", "2030-01-01"), ("absent-to", "2030-01-02"), ("reason", "urlop"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, browser.Status);
    }

    [Fact]
    public async Task StandIn_DoesNotChangeTheRightsOfTheAbsentAndIsRecordedAsActingForThem()
    {
        await using var app = await Staff.StartAsync();
        var (absent, acting) = (await app.EnterAsync(Role.UnitHead), await app.EnterAsync(Role.SocialWorker));
        var today = DateOnly.FromDateTime(app.Clock.GetUtcNow().UtcDateTime);
        await PostAsync(absent, "/en/desk/substitutions", ("who", await IdAsync(app, Role.SocialWorker)), ("absent-from", $"{today:yyyy-MM-dd}"), ("absent-to", $"{today:yyyy-MM-dd}"), ("reason", "urlop"));

        await PostAsync(acting, $"/en/desk/accounts/{await IdAsync(app, Role.UnitHead)}/roles", ("role", "trainer"), ("place", "demo-welfare"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, acting.Status);
        await PostAsync(acting, $"/en/desk/accounts/{await IdAsync(app, Role.DataProtectionOfficer)}/roles", ("role", "trainer"), ("place", "demo-welfare"));

        var head = await IdAsync(app, Role.UnitHead);
        Assert.True(await app.Services.GetRequiredService<MainStore>().ReadAsync(
            s => s.Context<DataContext>().Set<AuditRow>().AnyAsync(e => e.Act == "access.role-given" && e.OnBehalfOf == head), CancellationToken.None));
    }

    [Fact]
    public async Task StandIn_GetsNoRolesOfOrganisationsInWhichTheyHaveNone()
    {
        await using var app = await Staff.StartAsync();
        var (administrator, absent, acting) = (await app.EnterAsync(Role.SystemAdministrator), await app.EnterAsync(Role.FrontOfficeClerk), await app.EnterAsync(Role.SocialWorker));
        await PostAsync(administrator, $"/en/desk/accounts/{await IdAsync(app, Role.FrontOfficeClerk)}/roles", ("role", "unit-head"), ("place", "demo-welfare"));
        await PostAsync(administrator, $"/en/desk/accounts/{await IdAsync(app, Role.FrontOfficeClerk)}/roles", ("role", "unit-head"), ("place", "demo-municipality"));
        var today = DateOnly.FromDateTime(app.Clock.GetUtcNow().UtcDateTime);
        await PostAsync(absent, "/en/desk/substitutions", ("who", await IdAsync(app, Role.SocialWorker)), ("absent-from", $"{today:yyyy-MM-dd}"), ("absent-to", $"{today:yyyy-MM-dd}"), ("reason", "urlop"));

        await acting.GetAsync("/en/desk/accounts/" + await IdAsync(app, Role.DataProtectionOfficer));
        Assert.Equal(HttpStatusCode.OK, acting.Status);
        await acting.GetAsync("/en/desk/accounts/" + await IdAsync(app, Role.MunicipalOfficer));

        Assert.Equal(HttpStatusCode.NotFound, acting.Status);
    }

    [Theory]
    [InlineData("/open")]
    [InlineData("/sign-out-everywhere")]
    [InlineData("/close")]
    public async Task Account_WithRolesElsewhere_IsNotOneUnitHeadsAlone(string act)
    {
        await using var app = await Staff.StartAsync();
        var (administrator, head) = (await app.EnterAsync(Role.SystemAdministrator), await app.EnterAsync(Role.UnitHead));
        var clerk = await IdAsync(app, Role.FrontOfficeClerk);
        await PostAsync(administrator, $"/en/desk/accounts/{clerk}/roles", ("role", "trainer"), ("place", "demo-welfare"));

        await PostAsync(head, $"/en/desk/accounts/{clerk}{act}");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, head.Status);
    }

    [Theory]
    [InlineData("2015-01-01")]
    [InlineData("9999-12-31")]
    public async Task Role_FromADayThatIsOverOrFarAhead_IsRefused(string from)
    {
        await using var app = await Staff.StartAsync();
        var browser = await app.EnterAsync(Role.UnitHead);

        await PostAsync(browser, $"/en/desk/accounts/{await IdAsync(app, Role.SocialWorker)}/roles", ("role", "trainer"), ("place", "demo-welfare"), ("from", from));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, browser.Status);
    }

    [Theory]
    [InlineData("to=9999-12-31")]
    [InlineData("from=0001-01-01&to=31.12.9999")]
    [InlineData("from=rubbish")]
    public async Task Audit_WithUnusualDays_IsShown(string query)
    {
        await using var app = await Staff.StartAsync();
        var browser = await app.EnterAsync(Role.DataProtectionOfficer);

        await browser.GetAsync("/en/desk/audit?" + query);

        Assert.Equal(HttpStatusCode.OK, browser.Status);
    }

    [Fact]
    public async Task Audit_OfAnOrganisation_ShowsItsPeopleAndNobodyElse()
    {
        await using var app = await Staff.StartAsync();
        await app.EnterAsync(Role.Accountant);
        await app.EnterAsync(Role.SocialWorker);
        var officer = await app.EnterAsync(Role.DataProtectionOfficer);

        var text = (await officer.GetAsync("/en/desk/audit")).QuerySelector(".sp-list")!.TextContent;

        Assert.Contains("Radosław Przykładny", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Wit Wymyślony", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Audit_Read_IsRecordedBeforeItIsShown()
    {
        await using var app = await Staff.StartAsync();
        var officer = await app.EnterAsync(Role.DataProtectionOfficer);

        var page = await officer.GetAsync("/en/desk/audit?kind=read");

        Assert.Contains("read the record", page.QuerySelector(".sp-list tbody")!.TextContent, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Addresses(IDocument page) => page.QuerySelectorAll(".sp-list td").Select(c => c.TextContent.Trim()).Where(t => t.Contains('@', StringComparison.Ordinal));

    private static string Action(IDocument page) => page.QuerySelector("form.sp-stack-l")!.GetAttribute("action")!;

    private static async Task<IDocument> PostAsync(Browser browser, string address, params (string Name, string Value)[] fields)
    {
        var token = (await browser.GetAsync("/en/desk")).QuerySelector("form[action$=sign-out] input[type=hidden]")!;
        return await browser.PostAsync(address, [KeyValuePair.Create(token.GetAttribute("name")!, token.GetAttribute("value")!), .. fields.Select(f => KeyValuePair.Create(f.Name, f.Value))]);
    }

    /// <summary>Names somebody for somebody else, for today.</summary>
    private static async Task<IDocument> NameAsync(SplotApp app, Browser browser, Role absent, Role standIn)
    {
        var today = DateOnly.FromDateTime(app.Clock.GetUtcNow().UtcDateTime);
        return await PostAsync(
            browser, $"/en/desk/accounts/{await IdAsync(app, absent)}/stand-ins", ("who", await IdAsync(app, standIn)), ("absent-from", $"{today:yyyy-MM-dd}"), ("absent-to", $"{today:yyyy-MM-dd}"), ("reason", "szkolenie"));
    }

    private static Task<string> IdAsync(SplotApp app, Role role) => ReadAsync(app, c => c.Accounts.Where(a => a.EmailKey == role.Code() + "@demo.invalid").Select(a => a.Id).SingleAsync());

    private static Task<int> GrantsAsync(SplotApp app, string account) => ReadAsync(app, c => c.Grants.CountAsync(g => g.AccountId == account));

    private static Task<int> EntriesAsync(SplotApp app, string act, string account) => app.Services.GetRequiredService<MainStore>().ReadAsync(
        s => s.Context<DataContext>().Set<AuditRow>().CountAsync(e => e.Act == act && e.SubjectId == account), CancellationToken.None);

    private static Task<T> ReadAsync<T>(SplotApp app, Func<AccessContext, Task<T>> work) => app.Services.GetRequiredService<MainStore>().ReadAsync(s => work(s.Context<AccessContext>()), CancellationToken.None);

    /// <summary>Requests of several administrators that are under way.</summary>
    private sealed class Scopes(SplotApp app) : IAsyncDisposable
    {
        private readonly List<AsyncServiceScope> open = [];

        public KeepAccountHandler Of(Account account)
        {
            var scope = app.Services.CreateAsyncScope();
            open.Add(scope);
            var session = new SignedInSession { Id = account.Id, SecretHash = "", AccountId = account.Id, ProvedAt = app.Clock.GetUtcNow().ToUnixTimeMilliseconds() };
            scope.ServiceProvider.GetRequiredService<Caller>().Know(session, account, [new HeldRole(Role.SystemAdministrator, null, null, null, null, account.Id)]);
            return scope.ServiceProvider.GetRequiredService<KeepAccountHandler>();
        }

        public async ValueTask DisposeAsync()
        {
            foreach (var scope in open)
            {
                await scope.DisposeAsync();
            }
        }
    }
}
