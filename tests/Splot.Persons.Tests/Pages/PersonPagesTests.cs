using System.Net;
using Microsoft.EntityFrameworkCore;
using Splot.Contracts.Access;
using Splot.Persons.Demo;
using Splot.Testing;

namespace Splot.Persons.Tests.Pages;

public class PersonPagesTests
{
    private const string List = "/en/desk/persons";

    [Fact]
    public async Task List_OfAClerk_HoldsTheirUnitAndNobodyElse()
    {
        await using var desk = await DemoDesk.StartAsync();
        var browser = await desk.EnterAsync(Role.FrontOfficeClerk);

        var shown = DemoDesk.Linked(await browser.GetAsync(List));

        Assert.Equal((await desk.OfUnitAsync("demo-front-1")).Order(), shown.Order());
    }

    [Fact]
    public async Task Find_ByNumber_ShowsThePersonAndLeavesNothingInAnAddress()
    {
        await using var desk = await DemoDesk.StartAsync();
        var browser = await desk.EnterAsync(Role.FrontOfficeClerk);
        var sought = DemoPeople.Person(3);

        var page = await browser.SubmitAsync(await browser.GetAsync(List), List + "/find", ("q", sought.Numbers[0].Value));

        Assert.Equal((HttpStatusCode.OK, null), (browser.Status, browser.Location));
        Assert.Contains(sought.Surnames!, page.QuerySelector("table")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Find_Nothing_SaysWhatToWrite()
    {
        await using var desk = await DemoDesk.StartAsync();
        var browser = await desk.EnterAsync(Role.FrontOfficeClerk);

        var page = await browser.SubmitAsync(await browser.GetAsync(List), List + "/find", ("q", " "));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, browser.Status);
        Assert.NotNull(page.QuerySelector(".govuk-error-summary"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("/history")]
    [InlineData("/correct")]
    [InlineData("/consents")]
    [InlineData("/duplicates")]
    public async Task Person_OfAnotherUnitOrUnknown_IsNotThere(string below)
    {
        await using var desk = await DemoDesk.StartAsync();
        var browser = await desk.EnterAsync(Role.FrontOfficeClerk);

        await browser.GetAsync(List + "/" + (await desk.OfUnitAsync("demo-front-2"))[0] + below);
        var other = browser.Status;
        await browser.GetAsync(List + "/nobody" + below);

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (other, browser.Status));
    }

    [Fact]
    public async Task Person_Restricted_IsNotThereForTheirUnit()
    {
        await using var desk = await DemoDesk.StartAsync();
        var browser = await desk.EnterAsync(Role.SocialWorker);
        var hidden = await desk.QueryAsync(c => c.Persons.Where(p => p.Restricted).Select(p => new { p.Id, p.UnitId }).SingleAsync());
        Assert.Equal("demo-team-1", hidden.UnitId);

        await browser.GetAsync(List + "/" + hidden.Id);

        Assert.Equal(HttpStatusCode.NotFound, browser.Status);
    }

    [Fact]
    public async Task Correct_Surname_IsShownInTheHistory()
    {
        await using var desk = await DemoDesk.StartAsync();
        var browser = await desk.EnterAsync(Role.FrontOfficeClerk);
        var address = List + "/" + (await desk.OfUnitAsync("demo-front-1"))[0];

        await browser.SubmitAsync(await browser.GetAsync(address + "/correct"), address + "/correct", ("surnames", "Poprawiona"), ("why", "identity card"));
        Assert.Equal(address + "?done=changed", browser.Location);

        Assert.Contains("Poprawiona", (await browser.GetAsync(address + "/history")).QuerySelector("table")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Correct_WrongNumber_KeepsWhatWasTyped()
    {
        await using var desk = await DemoDesk.StartAsync();
        var browser = await desk.EnterAsync(Role.FrontOfficeClerk);
        var address = List + "/" + (await desk.OfUnitAsync("demo-front-1"))[0] + "/correct";

        var page = await browser.SubmitAsync(await browser.GetAsync(address), address, ("pesel", "12345"), ("why", "identity card"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, browser.Status);
        Assert.Equal("12345", page.QuerySelector("#pesel")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Correct_AfterSomebodyElse_IsRefusedAndKeepsWhatWasTyped()
    {
        await using var desk = await DemoDesk.StartAsync();
        var browser = await desk.EnterAsync(Role.FrontOfficeClerk);
        var address = List + "/" + (await desk.OfUnitAsync("demo-front-1"))[0] + "/correct";
        var older = await browser.GetAsync(address);
        await browser.SubmitAsync(older, address, ("surnames", "Pierwsza"), ("why", "identity card"));

        var page = await browser.SubmitAsync(older, address, ("surnames", "Druga"), ("why", "identity card"));

        Assert.Equal((HttpStatusCode.UnprocessableEntity, "Druga"), (browser.Status, page.QuerySelector("#surnames")!.GetAttribute("value")));
        Assert.Contains("Kalina Próbna changed the record meanwhile", page.QuerySelector(".govuk-error-summary")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("→ Pierwsza", page.QuerySelector(".govuk-error-summary")!.TextContent, StringComparison.Ordinal);

        await browser.SubmitAsync(page, address, ("surnames", "Druga"), ("why", "identity card"));
        Assert.Equal(HttpStatusCode.Redirect, browser.Status);
    }

    [Fact]
    public async Task Traits_Refused_AreShownAsRefusedOnceAskedFor()
    {
        await using var desk = await DemoDesk.StartAsync();
        var browser = await desk.EnterAsync(Role.SocialWorker);
        var address = List + "/" + (await desk.OfUnitAsync("demo-team-1"))[1];

        await browser.SubmitAsync(await browser.GetAsync(address + "/traits"), address + "/traits", ("homeless", "refused"));

        Assert.DoesNotContain("would not say", (await browser.FollowAsync()).Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("would not say", (await browser.GetAsync(address + "?with=traits")).Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("would not say", (await browser.GetAsync(address + "/history")).Body!.TextContent, StringComparison.Ordinal);
        var looks = await desk.NumberAsync("SELECT COUNT(*) FROM data_audit WHERE act = 'persons.read-traits'");
        Assert.Contains("would not say", (await browser.GetAsync(address + "/history?with=traits")).Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(looks + 1, await desk.NumberAsync("SELECT COUNT(*) FROM data_audit WHERE act = 'persons.read-traits'"));
    }

    [Fact]
    public async Task Traits_ForAClerkOfAFrontOffice_AreNeitherShownNorAsked()
    {
        await using var desk = await DemoDesk.StartAsync();
        var browser = await desk.EnterAsync(Role.FrontOfficeClerk);
        var address = List + "/" + (await desk.OfUnitAsync("demo-front-1"))[1];

        var page = await browser.GetAsync(address + "?with=traits");
        await browser.GetAsync(address + "/traits");

        Assert.Null(page.QuerySelector("#traits"));
        Assert.Equal(HttpStatusCode.Forbidden, browser.Status);
    }

    [Fact]
    public async Task Traits_InAnEmergency_AreShownOnlyWhenAskedFor()
    {
        await using var desk = await DemoDesk.StartAsync();
        var worker = await desk.EnterAsync(Role.SocialWorker);
        var address = List + "/" + (await desk.OfUnitAsync("demo-team-2"))[0];
        await worker.SubmitAsync(await worker.GetAsync(address + "/emergency"), address + "/emergency", ("why", "Ambulance on its way"));

        var (without, with) = (await worker.GetAsync(address), await worker.GetAsync(address + "?with=traits"));

        Assert.Null(without.QuerySelector("#traits + dl"));
        Assert.NotNull(with.QuerySelector("#traits + dl"));
    }

    [Theory]
    [InlineData("en")]
    [InlineData("pl")]
    [InlineData("bg")]
    public async Task Pages_OfAHead_OpenInEveryLanguageWithFewStatements(string language)
    {
        await using var desk = await DemoDesk.StartAsync();
        var (head, officer) = (await desk.EnterAsync(Role.UnitHead), await desk.EnterAsync(Role.DataProtectionOfficer));
        var ids = await desk.OfUnitAsync("demo-team-1");
        var person = $"/{language}/desk/persons/{ids[0]}";
        var findings = new List<string>();
        foreach (var (browser, address) in new[]
        {
            (head, $"/{language}/desk/persons"), (head, person), (head, person + "/history"), (head, person + "/correct"), (head, person + "/traits"), (head, person + "?with=traits"), (head, $"/{language}/desk/persons/export"), (head, $"/{language}/desk/hand-over?id=" + ids[0]), (head, $"/{language}/desk"), (officer, person + "/erase"), (officer, $"/{language}/desk"), (officer, $"/{language}/desk/requests?kind=objection"), (head, person + "/consents"), (head, person + "/duplicates"),
            (head, person + "/hand-over"), (head, person + "/restrict"), (head, person + "/merge?with=" + ids[1]), (head, $"/{language}/desk/hand-over"), (head, $"/{language}/desk/emergency"),
            (head, person + "/emergency"), (officer, person + "/seen"), (officer, person + "/retain"), (officer, person + "/request"), (officer, $"/{language}/desk/requests"),
        })
        {
            AngleSharp.Dom.IDocument? page = null;
            var statements = await Statements.CountAsync(async () => page = await browser.GetAsync(address));
            if (browser.Status != HttpStatusCode.OK || statements > 15 || page!.DocumentElement.GetAttribute("lang") != language || page!.QuerySelectorAll("h1").Length != 1)
            {
                findings.Add($"{address}: {(int)browser.Status}, {statements} statements, {page!.QuerySelectorAll("h1").Length} headings");
            }
        }

        Assert.Empty(findings);
    }
}
