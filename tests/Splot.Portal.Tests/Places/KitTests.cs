using Splot.Contracts.Projects;
using Splot.Data;
using Splot.Portal.Tests.Support;

namespace Splot.Portal.Tests.Places;

public sealed class KitTests
{
    private static readonly FakeLists Thresholds = new(("publicity-threshold-2021", "ESF+", "ESF+", 100_000m), ("publicity-threshold-2021", "ERDF", "ERDF", 500_000m), ("publicity-threshold-2021", "communication-event", "Event", 10_000_000m));

    [Theory]
    [InlineData("ESF+", 100_000, "2021-2027", "is not above €100,000")]
    [InlineData("ESF+", 100_001, "2021-2027", "is above €100,000")]
    [InlineData("ERDF", 100_001, "2021-2027", "is not above €500,000")]
    [InlineData("ERDF", 10_000_001, "2021-2027", "communication event")]
    [InlineData("ESF+", 100_001, "2014-2020", "another programming period")]
    [InlineData("EAFRD", 100_001, "2021-2027", "nobody can say from here")]
    public async Task Kit_ByFundAndCost_SaysWhatTheLawAsksFor(string fund, int cost, string period, string words)
    {
        await using var app = await AppAsync(Operation with { Fund = fund, Budget = Given.Eur(cost), Programme = new ProgrammeReference("X", null, period) });

        Assert.Contains(words, (await app.PageAsync("/en/projects/a/kit")).Body!.TextContent.Replace('\u00A0', ' '), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "Co-funded by the European Union")]
    [InlineData("pl", "Dofinansowane przez Unię Europejską")]
    [InlineData("bg", "Съфинансирано от Европейския съюз")]
    public async Task Sheets_InEachLanguage_CarryEmblemAndStatement(string language, string statement)
    {
        await using var app = await AppAsync(Operation);

        foreach (var sheet in new[] { "poster", "plaque" })
        {
            var page = await app.PageAsync($"/{language}/projects/a/kit/{sheet}");
            Assert.Equal(statement, page.QuerySelector(".sp-emblem span")!.TextContent);
            Assert.Contains("img/eu.svg", page.QuerySelector(".sp-emblem img")!.GetAttribute("src"), StringComparison.Ordinal);
            Assert.Single(page.QuerySelectorAll("h1"));
            Assert.Empty(page.QuerySelectorAll("script, header"));
        }

        Assert.Contains(statement, (await app.PageAsync($"/{language}/projects/a/kit")).QuerySelector("#post")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "Reg. (EU) 2021/1060, Art. 50(1)(c)", "January 2024 – December 2025")]
    [InlineData("pl", "Rozporządzenie (UE) 2021/1060, art. 50 ust. 1 lit. c", "styczeń 2024 – grudzień 2025")]
    [InlineData("bg", "Регламент (ЕС) 2021/1060, чл. 50, параграф 1, буква в)", "януари 2024 г. – декември 2025 г.")]
    public async Task Kit_InEachLanguage_CitesTheLawAndNamesMonthsAsItDoes(string language, string source, string span)
    {
        await using var app = await AppAsync(Operation);

        var kit = (await app.PageAsync($"/{language}/projects/a/kit")).Body!.TextContent.Replace('\u00A0', ' ');

        Assert.Contains(source, kit, StringComparison.Ordinal);
        Assert.Contains(span, kit, StringComparison.Ordinal);
        Assert.Contains(span, (await app.PageAsync($"/{language}/projects/a/kit/poster")).Body!.TextContent.Replace('\u00A0', ' '), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Kit_OfANaturalPerson_NamesNobody()
    {
        await using var app = await AppAsync(Operation);
        await app.PublishAsync(Given.Published(Given.Operation("p") with { Beneficiary = new PartyDocument { NaturalPerson = true } }) with { PersonName = "Zofia Wymyślona", PersonNameUntil = new DateOnly(2030, 1, 1) });

        foreach (var address in new[] { "/pl/projects/p/kit", "/pl/projects/p/kit/poster", "/pl/projects/p/kit/plaque" })
        {
            Assert.DoesNotContain("Wymyślona", await app.Client.GetStringAsync(address), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Kit_OfAProjectThatIsNotThere_SaysSo()
    {
        await using var app = await AppAsync(Operation);
        await app.PageAsync("/en/projects/nobody/kit", 404);
        await app.PublishAsync(new PublishedOperation { Id = "a", Publication = 2, WithdrawnReason = "Published by mistake." });

        Assert.Contains("Published by mistake.", (await app.PageAsync("/en/projects/a/kit/poster", 410)).Body!.TextContent, StringComparison.Ordinal);
    }

    private static OperationDocument Operation => Given.Operation("a", "A day centre") with { Fund = "ESF+", Budget = Given.Eur(200_000m), EuContribution = Given.Eur(170_000m), Start = new DateOnly(2024, 1, 1), End = new DateOnly(2025, 12, 31) };

    private static async Task<PortalApp> AppAsync(OperationDocument operation)
    {
        var app = await PortalApp.CreateAsync(Engine.Sqlite, operation);
        await app.ProjectTerritoryAsync(Thresholds);
        await app.SettleAsync();
        return app;
    }
}
