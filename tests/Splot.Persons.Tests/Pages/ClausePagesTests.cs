using System.Net;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using Splot.Contracts.Access;
using Splot.Persons.Demo;
using Splot.Testing;

namespace Splot.Persons.Tests.Pages;

public class ClausePagesTests
{
    private const string Clauses = "/en/desk/clauses";
    private const string Purposes = "/en/desk/purposes";
    private const string Welfare = Clauses + "/demo-welfare/" + DemoClauses.Code;

    [Fact]
    public async Task Clause_Written_CanBeReadByEverybodyAtADesk()
    {
        await using var desk = await DemoDesk.StartAsync();
        var (head, clerk) = (await desk.EnterAsync(Role.UnitHead), await desk.EnterAsync(Role.FrontOfficeClerk));

        await head.SubmitAsync(await head.GetAsync(Clauses + "/new"), Clauses + "/new", ("code", "Visitors"), ("title-pl", "Dla gości"), ("text-pl", "Pierwszy akapit.\n\nDrugi <b>akapit</b>."));
        Assert.Equal(Clauses + "/demo-welfare/visitors?done=yes", head.Location);
        Assert.Contains("Dla gości", (await head.GetAsync(Clauses)).QuerySelector("table")!.TextContent, StringComparison.Ordinal);

        var sheet = await clerk.GetAsync(Clauses + "/demo-welfare/visitors/1/pl");
        Assert.Equal((HttpStatusCode.OK, "Dla gości", "pl"), (clerk.Status, sheet.QuerySelector("h1")!.TextContent, sheet.QuerySelector("article")!.GetAttribute("lang")));
        Assert.Contains(sheet.QuerySelectorAll("article p"), p => p.TextContent == "Drugi <b>akapit</b>.");
        Assert.Contains("wersja 1", sheet.QuerySelector("article")!.TextContent, StringComparison.Ordinal);
        Assert.Null(sheet.QuerySelector(".sp-eu"));
    }

    [Theory]
    [InlineData("Bez znaków!", "Tytuł", "Treść", "code")]
    [InlineData("", "Tytuł", "Treść", "code")]
    [InlineData(DemoClauses.Code, "Tytuł", "Treść", "code")]
    [InlineData("visitors", "", "", "title-pl")]
    [InlineData("visitors", "", "Treść", "title-pl")]
    [InlineData("visitors", "Tytuł", "", "text-pl")]
    public async Task Clause_WithBadInput_IsRefusedInWordsAndKept(string code, string title, string text, string wrong)
    {
        await using var desk = await DemoDesk.StartAsync();
        var head = await desk.EnterAsync(Role.UnitHead);

        var page = await head.SubmitAsync(await head.GetAsync(Clauses + "/new"), Clauses + "/new", ("code", code), ("title-pl", title), ("text-pl", text));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, head.Status);
        Assert.Equal("#" + wrong, Assert.Single(page.QuerySelectorAll(".govuk-error-summary a")).GetAttribute("href"));
        Assert.Equal((code, text), (page.QuerySelector("#code")!.GetAttribute("value"), page.QuerySelector("#text-pl")!.TextContent.TrimStart('\n')));
    }

    [Fact]
    public async Task Clause_TooLong_IsRefusedInWords()
    {
        await using var desk = await DemoDesk.StartAsync();
        var head = await desk.EnterAsync(Role.UnitHead);

        var page = await head.SubmitAsync(await head.GetAsync(Clauses + "/new"), Clauses + "/new", ("code", "visitors"), ("title-pl", new string('ą', 201)), ("text-pl", new string('ż', 20_001)));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, head.Status);
        Assert.Contains("20,001", page.QuerySelector(".govuk-error-summary")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Version_BeginsWithWhatTheClauseSaysAndLeavesTheOlderOne()
    {
        await using var desk = await DemoDesk.StartAsync();
        var officer = await desk.EnterAsync(Role.DataProtectionOfficer);
        var form = await officer.GetAsync(Welfare + "/new");
        var title = form.QuerySelector("#title-pl")!.GetAttribute("value")!;
        Assert.Contains("Administratorem", form.QuerySelector("#text-pl")!.TextContent, StringComparison.Ordinal);

        await officer.SubmitAsync(form, Welfare + "/new", ("text-pl", "Nowa treść."), ("title-bg", ""), ("title-en", ""));

        Assert.Equal(Welfare + "?done=yes", officer.Location);
        var rows = (await officer.FollowAsync()).QuerySelectorAll("tbody tr");
        Assert.Equal([1, 3], rows.Select(r => r.QuerySelectorAll("a").Length));
        var (older, newer) = (await officer.GetAsync(Welfare + "/1/pl"), await officer.GetAsync(Welfare + "/2/pl"));
        Assert.Equal((title, title), (older.QuerySelector("h1")!.TextContent, newer.QuerySelector("h1")!.TextContent));
        Assert.Contains("not the newest", older.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Nowa treść.", newer.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Version_AfterSomebodyElses_IsRefusedAndKeepsWhatWasTyped()
    {
        await using var desk = await DemoDesk.StartAsync();
        var officer = await desk.EnterAsync(Role.DataProtectionOfficer);
        var form = await officer.GetAsync(Welfare + "/new");
        await officer.SubmitAsync(form, Welfare + "/new", ("title-pl", "Pierwsza"), ("text-pl", "Pierwsza."), ("title-bg", ""), ("title-en", ""));

        var page = await officer.SubmitAsync(form, Welfare + "/new", ("title-pl", "Druga"), ("text-pl", "Druga."), ("title-bg", ""), ("title-en", ""));

        Assert.Equal((HttpStatusCode.UnprocessableEntity, "Druga"), (officer.Status, page.QuerySelector("#title-pl")!.GetAttribute("value")));
        Assert.Contains("version 2", page.QuerySelector(".govuk-error-summary")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Clauses + "/demo-municipality/" + DemoClauses.Code)]
    [InlineData(Clauses + "/demo-municipality/" + DemoClauses.Code + "/new")]
    [InlineData(Clauses + "/demo-welfare/no-such")]
    [InlineData(Clauses + "/demo-welfare/" + DemoClauses.Code + "/7/pl")]
    [InlineData(Clauses + "/demo-welfare/" + DemoClauses.Code + "/one/pl")]
    [InlineData(Clauses + "/demo-welfare/" + DemoClauses.Code + "/1/de")]
    [InlineData(Purposes + "/demo-municipality/" + DemoClauses.Photos)]
    [InlineData(Purposes + "/demo-municipality/" + DemoClauses.Photos + "/change")]
    [InlineData(Purposes + "/demo-welfare/no-such")]
    public async Task Page_OfAnotherOrganisationOrUnknown_IsNotThere(string address)
    {
        await using var desk = await DemoDesk.StartAsync();
        var officer = await desk.EnterAsync(Role.DataProtectionOfficer);

        await officer.GetAsync(address);

        Assert.Equal(HttpStatusCode.NotFound, officer.Status);
    }

    [Theory]
    [InlineData(Clauses + "/demo-municipality/" + DemoClauses.Code + "/new", Clauses + "/demo-welfare/" + DemoClauses.Code + "/new")]
    [InlineData(Purposes + "/demo-municipality/" + DemoClauses.Photos + "/change", Purposes + "/demo-welfare/" + DemoClauses.Photos + "/change")]
    [InlineData(Purposes + "/demo-municipality/" + DemoClauses.Photos + "/end", Purposes + "/demo-welfare/" + DemoClauses.Photos)]
    public async Task Form_SentToAnotherOrganisation_ChangesNothing(string other, string own)
    {
        await using var desk = await DemoDesk.StartAsync();
        var officer = await desk.EnterAsync(Role.DataProtectionOfficer);
        var page = await officer.GetAsync(own);
        var form = page.QuerySelectorAll("main form[method=post]").Single(f => f.GetAttribute("action")!.StartsWith(own, StringComparison.Ordinal));
        form.SetAttribute("action", other);

        await officer.SubmitAsync(page, other, ("title-pl", "Cudza"), ("text-pl", "Cudza."), ("name", "Cudzy"), ("source", "x"), ("basis", "6-1-e"), ("from", "2026-12-01"), ("last", "2026-12-01"));

        Assert.Equal(HttpStatusCode.NotFound, officer.Status);
        Assert.Equal((0, 0), (await desk.QueryAsync(c => c.Clauses.CountAsync(r => r.Title == "Cudza")), await desk.QueryAsync(c => c.Purposes.CountAsync(r => r.Name == "Cudzy" || r.ValidTo != null))));
    }

    [Fact]
    public async Task Clauses_ForAClerk_AreNotToBeKept()
    {
        await using var desk = await DemoDesk.StartAsync();
        var clerk = await desk.EnterAsync(Role.FrontOfficeClerk);
        var navigation = (await clerk.GetAsync("/en/desk")).QuerySelector("nav")!.TextContent;

        await clerk.GetAsync(Clauses);

        Assert.Equal(HttpStatusCode.Forbidden, clerk.Status);
        Assert.DoesNotContain("Clauses and purposes", navigation, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Purpose_DeclaredChangedAndEnded_TellsItsHistory()
    {
        await using var desk = await DemoDesk.StartAsync();
        var head = await desk.EnterAsync(Role.UnitHead);
        await head.SubmitAsync(await head.GetAsync(Purposes + "/new"), Purposes + "/new", ("code", "newsletter"), ("name", "Newsletter"), ("basis", "6-1-a"), ("source", "Decision 1"), ("from", "2026-01-01"));
        Assert.Equal(Purposes + "/demo-welfare/newsletter?done=yes", head.Location);

        var address = Purposes + "/demo-welfare/newsletter";
        await head.SubmitAsync(await head.GetAsync(address + "/change"), address + "/change", ("name", "Newsletter"), ("basis", "6-1-e"), ("source", "Decision 2"), ("from", "2026-05-01"));
        var changed = await head.FollowAsync();
        Assert.Contains("Decision 1", changed.QuerySelector("table")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Art. 6(1)(e)", changed.QuerySelector(".govuk-summary-list")!.TextContent, StringComparison.Ordinal);

        await head.SubmitAsync(changed, address + "/end", ("last", "2026-05-31"));

        Assert.Equal(address + "?done=yes", head.Location);
        Assert.Contains("Decision 2", (await head.GetAsync(Purposes + "?tab=over")).QuerySelector("table")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("code", "photos")]
    [InlineData("code", "ż")]
    [InlineData("name", "")]
    [InlineData("basis", "")]
    [InlineData("basis", "6-1-z")]
    [InlineData("source", "")]
    [InlineData("from", "31.02.2026")]
    public async Task Purpose_WithBadInput_IsRefusedInWords(string field, string value)
    {
        await using var desk = await DemoDesk.StartAsync();
        var head = await desk.EnterAsync(Role.UnitHead);
        var typed = new Dictionary<string, string>(StringComparer.Ordinal) { ["code"] = "newsletter", ["name"] = "Newsletter", ["basis"] = "6-1-a", ["source"] = "Decision", ["from"] = "2026-01-01" };
        typed[field] = value;

        var page = await head.SubmitAsync(await head.GetAsync(Purposes + "/new"), Purposes + "/new", [.. typed.Select(t => (t.Key, t.Value))]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, head.Status);
        Assert.Equal("#" + field, Assert.Single(page.QuerySelectorAll(".govuk-error-summary a")).GetAttribute("href"));
    }

    [Fact]
    public async Task Consents_OfAPerson_ShowNamesAndLeadToTheText()
    {
        await using var desk = await DemoDesk.StartAsync();
        var clerk = await desk.EnterAsync(Role.FrontOfficeClerk);
        var person = await desk.QueryAsync(c => c.Persons.Where(p => p.UnitId == "demo-front-1" && c.Consents.Any(g => g.PersonId == p.Id) && c.Informed.Any(i => i.PersonId == p.Id && i.Language == "pl")).Select(p => p.Id).FirstAsync());
        var address = "/en/desk/persons/" + person + "/consents";

        var page = await clerk.GetAsync(address);
        var main = page.QuerySelector("main")!;
        var consents = main.QuerySelector("section[aria-labelledby=consents] table")!.TextContent;
        Assert.Contains("Publikacja wizerunku", consents, StringComparison.Ordinal);
        Assert.Contains("Art. 6(1)(a)", consents, StringComparison.Ordinal);
        var link = main.QuerySelector("table a")!;
        Assert.Equal("Informacja o przetwarzaniu danych osobowych (przykład)", link.TextContent);

        Assert.Contains("Gmina Zmyślona", (await clerk.GetAsync(link.GetAttribute("href")!)).QuerySelector("article")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Inform_WithTheChosenClause_IsRecordedInItsLanguage()
    {
        await using var desk = await DemoDesk.StartAsync();
        var clerk = await desk.EnterAsync(Role.FrontOfficeClerk);
        var person = await desk.QueryAsync(c => c.Persons.Where(p => p.UnitId == "demo-front-1" && !c.Informed.Any(i => i.PersonId == p.Id)).Select(p => p.Id).FirstAsync());
        var address = "/en/desk/persons/" + person + "/consents";
        var page = await clerk.GetAsync(address);

        await clerk.SubmitAsync(page, address, ("do", "inform"), ("clause", ""));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, clerk.Status);
        await clerk.SubmitAsync(page, address, ("do", "inform"), ("clause", DemoClauses.Code + "/1/bg"));

        Assert.Equal((HttpStatusCode.Redirect, "bg"), (clerk.Status, await desk.QueryAsync(c => c.Informed.Where(i => i.PersonId == person).Select(i => i.Language).SingleAsync())));
    }

    [Theory]
    [InlineData("en")]
    [InlineData("pl")]
    [InlineData("bg")]
    public async Task Pages_OfClausesAndPurposes_OpenInEveryLanguageWithFewStatements(string language)
    {
        await using var desk = await DemoDesk.StartAsync();
        var head = await desk.EnterAsync(Role.UnitHead);
        var (clause, purpose) = ($"/{language}/desk/clauses/demo-welfare/{DemoClauses.Code}", $"/{language}/desk/purposes/demo-welfare/{DemoClauses.Photos}");
        var findings = new List<string>();
        foreach (var address in new[]
        {
            $"/{language}/desk/clauses", $"/{language}/desk/clauses/new", clause, clause + "/new", clause + "/1/bg",
            $"/{language}/desk/purposes", $"/{language}/desk/purposes?tab=over", $"/{language}/desk/purposes/new", purpose, purpose + "/change",
        })
        {
            IDocument? page = null;
            var statements = await Statements.CountAsync(async () => page = await head.GetAsync(address));
            if (head.Status != HttpStatusCode.OK || statements > 15 || page!.DocumentElement.GetAttribute("lang") != language || page.QuerySelectorAll("h1").Length != 1)
            {
                findings.Add($"{address}: {(int)head.Status}, {statements} statements, {page!.QuerySelectorAll("h1").Length} headings");
            }
        }

        Assert.Empty(findings);
    }
}
