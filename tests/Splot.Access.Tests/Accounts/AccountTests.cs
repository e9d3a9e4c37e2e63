using System.Net;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using Splot.Contracts.Access;
using Splot.Data;
using Splot.Testing;
using static Splot.Access.Tests.Accounts.AccountSteps;

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

        Assert.Equal(["data-protection-officer@demo.invalid", "social-worker@demo.invalid", "unit-head-team-1@demo.invalid"], Addresses(page).Order(StringComparer.Ordinal));
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
    [InlineData("regional-coordinator", "demo-welfare")]
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
}
