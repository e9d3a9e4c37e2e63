using System.Net;
using System.Text;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Splot.Access.ImportOrganisations;
using Splot.Access.Organisations;
using Splot.Access.Store;
using Splot.Contracts.Access;
using Splot.Data;
using Splot.Kernel;
using Splot.Tables;
using Splot.Testing;

namespace Splot.Access.Tests.Organisations;

/// <summary>The pages of organisations, as a browser sees them.</summary>
public sealed class PagesTests
{
    private const string List = "/en/desk/organisations";
    private const string Welfare = List + "/demo-welfare";

    [Theory, EachEngine]
    public async Task Page_OfAnOrganisation_IsReadInFewStatements(Engine engine)
    {
        await using var app = await Staff.StartAsync(engine);
        var browser = await app.EnterAsync(Role.SystemAdministrator);

        Assert.InRange(await Statements.CountAsync(() => browser.GetAsync(List + "/demo-municipality")), 4, 15);
    }

    [Theory, EachEngine]
    public async Task List_OfThreeHundredOrganisations_SendsAsManyStatementsAsThatOfThree(Engine engine)
    {
        await using var app = await Staff.StartAsync(engine);
        var browser = await app.EnterAsync(Role.SystemAdministrator);
        var few = await Statements.CountAsync(() => browser.GetAsync(List));
        var rows = string.Join('\n', Enumerable.Range(1, 300).Select(i => $"partner;Fundacja {i}"));
        var settings = new ImportSettings { File = "list.csv" };
        var report = await app.Services.GetRequiredService<ImportOrganisationsHandler>().HandleAsync(
            () => TableFile.Open(new MemoryStream(Encoding.UTF8.GetBytes("kind;name\n" + rows)), settings.Options), settings, Keeper.Terminal("test"), CancellationToken.None);
        Assert.Equal(300, report.Added);

        Assert.Equal(few, await Statements.CountAsync(() => browser.GetAsync(List)));
    }

    [Theory]
    [InlineData("/en")]
    [InlineData("/pl")]
    [InlineData("/bg")]
    public async Task Pages_InEveryLanguage_AreShown(string language)
    {
        await using var app = await Staff.StartAsync();
        var browser = await app.EnterAsync(Role.SystemAdministrator);

        foreach (var page in (string[])["", "/new", "/import", "/demo-welfare", "/demo-welfare/change", "/demo-welfare/rename", "/demo-welfare/merge", "/demo-welfare/close", "/demo-welfare/reopen", "/demo-welfare/units/new", "/demo-welfare/units/demo-team-1"])
        {
            var shown = await browser.GetAsync(language + "/desk/organisations" + page);

            Assert.Equal((page, HttpStatusCode.OK, 1), (page, browser.Status, shown.QuerySelectorAll("h1").Length));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("/change")]
    [InlineData("/rename")]
    [InlineData("/merge")]
    [InlineData("/close")]
    [InlineData("/reopen")]
    [InlineData("/units/new")]
    public async Task Page_OfNobody_IsNotThere(string page)
    {
        await using var app = await Staff.StartAsync();
        var browser = await app.EnterAsync(Role.SystemAdministrator);

        await browser.GetAsync(List + "/nobody" + page);

        Assert.Equal(HttpStatusCode.NotFound, browser.Status);
    }

    [Theory]
    [InlineData(Role.UnitHead, "demo-welfare", HttpStatusCode.OK)]
    [InlineData(Role.UnitHead, "demo-municipality", HttpStatusCode.NotFound)]
    [InlineData(Role.RegionalCoordinator, "demo-municipality", HttpStatusCode.OK)]
    public async Task Form_OfOneOutsideTheReach_IsNotThere(Role role, string organisation, HttpStatusCode status)
    {
        await using var app = await Staff.StartAsync();
        var browser = await app.EnterAsync(role);

        await browser.GetAsync(List + "/" + organisation + "/change");

        Assert.Equal(status, browser.Status);
    }

    [Fact]
    public async Task Form_OfOneOutsideTheReach_SentAnyway_IsNotThere()
    {
        await using var app = await Staff.StartAsync();
        var browser = await app.EnterAsync(Role.UnitHead);
        var own = await browser.GetAsync(Welfare + "/close");

        await browser.PostAsync(List + "/demo-municipality/close", Hidden(own, Welfare + "/close", ("last-day-day", "1"), ("last-day-month", "1"), ("last-day-year", "2026"), ("note", "x")));

        Assert.Equal(HttpStatusCode.NotFound, browser.Status);
    }

    [Theory, EachEngine]
    public async Task Add_ThroughTheForm_ShowsItWithItsPlaceAndParent(Engine engine)
    {
        await using var app = await Staff.StartAsync(engine);
        var browser = await app.EnterAsync(Role.SystemAdministrator);

        await browser.SubmitAsync(await browser.GetAsync(List + "/new"), List + "/new", ("name", "Fundacja Próbna"), ("kind", "partner"), ("country", "PL"), ("place", "0202011"), ("parent", "gmina zmyślona"), ("nip", "123-456-32-18"));
        var page = await browser.FollowAsync();

        Assert.Equal("Fundacja Próbna", page.QuerySelector("h1")!.TextContent);
        Assert.Contains(page.QuerySelectorAll("dd a"), a => a.GetAttribute("href") == "/en/regions/0202011");
        Assert.Contains(page.QuerySelectorAll("dd a"), a => a.TextContent == "Gmina Zmyślona");
        Assert.Contains("1234563218", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Add_WhatIsWrong_StandsAtItsFieldAndNothingTypedIsLost()
    {
        await using var app = await Staff.StartAsync();
        var browser = await app.EnterAsync(Role.SystemAdministrator);

        var page = await browser.SubmitAsync(await browser.GetAsync(List + "/new"), List + "/new", ("name", "Fundacja"), ("kind", "partner"), ("country", "PL"), ("nip", "1234563219"), ("parent", "demo"), ("address", "Zmyślona 1"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, browser.Status);
        Assert.Equal("Zmyślona 1", page.QuerySelector("#address")!.GetAttribute("value"));
        Assert.NotEmpty(page.QuerySelectorAll("a[href='#parent']"));
    }

    [Theory, EachEngine]
    public async Task Change_ByTwoAtOnce_TellsTheSecond(Engine engine)
    {
        await using var app = await Staff.StartAsync(engine);
        var (one, other) = (await app.EnterAsync(Role.SystemAdministrator), await app.EnterAsync(Role.UnitHead));
        var (first, second) = (await one.GetAsync(Welfare + "/change"), await other.GetAsync(Welfare + "/change"));
        await one.SubmitAsync(first, Welfare + "/change", ("kind", "services-centre"), ("country", "PL"), ("place", "PL814"), ("parent", "Gmina Zmyślona"));
        Assert.Equal(HttpStatusCode.Redirect, one.Status);

        var page = await other.SubmitAsync(second, Welfare + "/change", ("kind", "services-centre"), ("country", "PL"), ("place", "PL814"), ("parent", "Gmina Zmyślona"), ("phone", "500 600 700"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, other.Status);
        Assert.Equal("500 600 700", page.QuerySelector("#phone")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Change_FirstDayThroughTheForm_IsShownAndFilledInTheNextTime()
    {
        await using var app = await Staff.StartAsync();
        var browser = await app.EnterAsync(Role.SystemAdministrator);
        var form = await browser.GetAsync(Welfare + "/change");

        await browser.SubmitAsync(
            form, Welfare + "/change", ("kind", "social-assistance-centre"), ("country", "PL"), ("place", "PL814"), ("parent", "Gmina Zmyślona"), ("first-day-day", "3"), ("first-day-month", "2"), ("first-day-year", "2001"));

        Assert.Contains(Language.English.LongDate(new DateOnly(2001, 2, 3)), (await browser.FollowAsync()).Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal("2001", (await browser.GetAsync(Welfare + "/change")).QuerySelector("#first-day-year")!.GetAttribute("value"));
    }

    [Theory, EachEngine]
    public async Task Rename_ThroughTheForm_IsFoundUnderBothNames(Engine engine)
    {
        await using var app = await Staff.StartAsync(engine);
        var browser = await app.EnterAsync(Role.RegionalCoordinator);
        var day = app.Clock.GetUtcNow();

        await browser.SubmitAsync(
            await browser.GetAsync(Welfare + "/rename"), Welfare + "/rename",
            ("name", "Centrum Usług Społecznych w Zmyślonej"), ("first-day-day", $"{day.Day}"), ("first-day-month", $"{day.Month}"), ("first-day-year", $"{day.Year}"));
        Assert.Equal(Welfare + "?done=renamed", browser.Location);

        foreach (var words in (string[])["Centrum+Usług", "ośrodek+pomocy+społecznej"])
        {
            var list = await browser.GetAsync(List + "?q=" + words);
            Assert.Equal("Centrum Usług Społecznych w Zmyślonej", list.QuerySelector("tbody th a")!.TextContent);
        }
    }

    [Theory, EachEngine]
    public async Task Merge_ThroughTheForm_LeadsFromTheOneToTheOther(Engine engine)
    {
        await using var app = await Staff.StartAsync(engine);
        var browser = await app.EnterAsync(Role.SystemAdministrator);

        await browser.SubmitAsync(
            await browser.GetAsync(Welfare + "/merge"), Welfare + "/merge",
            ("into", "Gmina Zmyślona"), ("last-day-day", "31"), ("last-day-month", "12"), ("last-day-year", "2025"), ("units", "yes"), ("roles", "yes"), ("note", "Uchwała"));
        var page = await browser.FollowAsync();

        Assert.Contains(page.QuerySelectorAll(".govuk-inset-text a"), a => a.GetAttribute("href") == List + "/demo-municipality");
        var heir = await browser.GetAsync(List + "/demo-municipality");
        Assert.Contains(heir.QuerySelectorAll("#units ~ table tbody th"), u => u.TextContent.Contains("Zespół pracy socjalnej", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/merge", Role.SystemAdministrator)]
    [InlineData("/merge", Role.RegionalCoordinator)]
    [InlineData("/reopen", Role.UnitHead)]
    public async Task Merge_WithoutAFreshProof_AsksForOneFirst(string page, Role role)
    {
        await using var app = await Staff.StartAsync();
        var browser = await app.EnterAsync(role);
        await browser.GetAsync(Welfare + page);
        Assert.Equal(HttpStatusCode.OK, browser.Status);
        app.Clock.Advance(TimeSpan.FromMinutes(11));

        await browser.GetAsync(Welfare + page);

        Assert.Equal("/en/desk/prove?to=" + Uri.EscapeDataString(Welfare + page), browser.Location);
    }

    [Fact]
    public async Task Change_ByAStandIn_StandsInTheAuditAsDoneForTheAbsent()
    {
        await using var app = await Staff.StartAsync();
        var (head, acting, today) = (await app.EnterAsync(Role.UnitHead), await app.EnterAsync(Role.SocialWorker), app.Clock.GetUtcNow());
        var form = await head.GetAsync("/en/desk/substitutions");
        var who = form.QuerySelectorAll("#who option").First(o => o.TextContent.StartsWith("Radosław", StringComparison.Ordinal)).GetAttribute("value")!;
        await head.SubmitAsync(form, "/en/desk/substitutions", ("who", who), ("absent-from", $"{today:yyyy-MM-dd}"), ("absent-to", $"{today:yyyy-MM-dd}"), ("reason", "urlop"));

        await acting.SubmitAsync(await acting.GetAsync(Welfare + "/close"), Welfare + "/close", ("last-day-day", "31"), ("last-day-month", "12"), ("last-day-year", "2030"), ("note", "uchwała"));

        Assert.True(await app.Services.GetRequiredService<MainStore>().ReadAsync(
            s => s.Context<DataContext>().Set<AuditRow>().AnyAsync(e => e.Act == "access.organisation-closed" && e.OnBehalfOf != null && e.Actor == who), CancellationToken.None));
    }

    [Theory, EachEngine]
    public async Task Unit_AddedChangedAndClosed_StandsInThePage(Engine engine)
    {
        await using var app = await Staff.StartAsync(engine);
        var browser = await app.EnterAsync(Role.UnitHead);
        await browser.SubmitAsync(await browser.GetAsync(Welfare + "/units/new"), Welfare + "/units/new", ("kind", "front-office"), ("name", "Punkt 9"), ("first-day-day", "1"), ("first-day-month", "1"), ("first-day-year", "2026"));
        var unit = Href(await browser.FollowAsync(), "Punkt 9");

        await browser.SubmitAsync(await browser.GetAsync(unit), unit, ("kind", "front-office"), ("name", "Punkt 10"), ("phone", "500 600 700"));
        Assert.Equal(unit, Href(await browser.FollowAsync(), "Punkt 10"));
        await browser.SubmitAsync(await browser.GetAsync(unit), unit + "/close", ("last-day-day", "2"), ("last-day-month", "1"), ("last-day-year", "2026"));

        Assert.Contains((await browser.FollowAsync()).QuerySelectorAll("td"), c => c.TextContent == Language.English.LongDate(new DateOnly(2026, 1, 2)));
    }

    [Theory, EachEngine]
    public async Task Import_SentLookedAtAndStored_AddsOrganisations(Engine engine)
    {
        await using var app = await Staff.StartAsync(engine);
        var browser = await app.EnterAsync(Role.SystemAdministrator);
        var start = await browser.GetAsync(List + "/import");
        await browser.SendFileAsync(start, List + "/import", "file", "lista.csv", "nazwa;nip\nFundacja Próbna;1234563218\n;1", ("kind", "partner"), ("country", "PL"));
        var look = await browser.FollowAsync();
        Assert.Equal("What the list would change", look.QuerySelector("h1")!.TextContent);
        Assert.False(await AnyAsync(app));
        var address = look.QuerySelector("form[action*='/import/']")!.GetAttribute("action")!;

        await browser.SubmitAsync(look, address);

        Assert.Equal("The list is stored", (await browser.FollowAsync()).QuerySelector("h1")!.TextContent);
        Assert.True(await AnyAsync(app));
        var other = await app.EnterAsync(Role.RegionalCoordinator);
        await other.GetAsync(address);
        Assert.Equal(HttpStatusCode.NotFound, other.Status);
    }

    [Fact]
    public async Task Import_WithoutAFile_SaysSo()
    {
        await using var app = await Staff.StartAsync();
        var browser = await app.EnterAsync(Role.SystemAdministrator);

        await browser.SubmitAsync(await browser.GetAsync(List + "/import"), List + "/import");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, browser.Status);
    }

    private static string Href(IDocument page, string name) => page.QuerySelectorAll("tbody th a").First(a => a.TextContent == name).GetAttribute("href")!;

    private static List<KeyValuePair<string, string>> Hidden(IDocument page, string action, params (string Name, string Value)[] typed) =>
    [
        .. page.QuerySelectorAll("form[method=post]").First(f => f.GetAttribute("action") == action).QuerySelectorAll("input[type=hidden]").Select(i => KeyValuePair.Create(i.GetAttribute("name")!, i.GetAttribute("value") ?? "")),
        .. typed.Select(t => KeyValuePair.Create(t.Name, t.Value)),
    ];

    private static Task<bool> AnyAsync(SplotApp app) => app.Services.GetRequiredService<MainStore>().ReadAsync(s => s.Context<AccessContext>().Organisations.AnyAsync(o => o.Name == "Fundacja Próbna"), CancellationToken.None);
}
