using Splot.Contracts.Projects;
using Splot.Data;
using Splot.Portal.Coverage;
using Splot.Portal.Labels;
using Splot.Portal.Tests.Support;
using Splot.Testing;

namespace Splot.Portal.Tests.Coverage;

public sealed class CoverageTests
{
    [Theory, EachEngine]
    public async Task Tally_OfAStore_CountsWhatIsFilledByListAndProgramme(Engine engine)
    {
        await using var app = await PortalApp.CreateAsync(
            engine,
            Lists.Whole("a"),
            Lists.Whole("b") with { Fund = null, Source = Lists.Of("List B", new DateOnly(2025, 1, 1)) },
            Lists.Whole("c") with { Locations = [new LocationDocument { Code = "PL814", Kind = "nuts3", Precision = "seat" }], Source = Lists.Of("List B", new DateOnly(2025, 1, 1)) },
            Given.Operation("d"));

        var model = new CoverageModel(await app.Get<TallyReader>().ReadAsync(CancellationToken.None), new LabelBook([]), null, null);

        Assert.Equal(4, model.Total);
        Assert.Equal((2, 0.5m), (model.Fields.Single(f => f.Field == "fund").Count, model.Fields.Single(f => f.Field == "fund").Share));
        Assert.Equal([2L, 1L, 1L, 0L], model.Places.Select(p => p.Count));
        Assert.Equal([("List A", 1L), ("List B", 2L)], model.Lists.Select(l => (l.Part.Key, l.Part.Count)));
        Assert.Equal([("2021PL05SFPR001", 3L)], model.Programmes.Select(p => (p.Key, p.Count)));
        Assert.Equal(2, new CoverageModel(await app.Get<TallyReader>().ReadAsync(CancellationToken.None), new LabelBook([]), "List B", null).Total);
    }

    [Fact]
    public async Task MissingValues_ThatAreALink_LeadToAsManyProjects()
    {
        await using var app = await PortalApp.CreateAsync(Engine.Sqlite, Lists.Whole("a"), Lists.Whole("b") with { Fund = null, Locations = [] }, Given.Operation("d"));

        foreach (var address in new[] { "/en/data/coverage", "/en/data/coverage?programme=2021PL05SFPR001" })
        {
            var links = (await app.PageAsync(address)).QuerySelectorAll("section[aria-labelledby=fields] a").ToList();
            Assert.NotEmpty(links);
            foreach (var link in links)
            {
                var query = link.GetAttribute("href")!["/en/projects".Length..];
                Assert.Equal(long.Parse(link.TextContent, System.Globalization.CultureInfo.InvariantCulture), (long)(await app.JsonAsync("/api/v1/projects" + query))["total"]!);
            }
        }
    }

    [Fact]
    public async Task Lists_OnThePage_ShowTheirAgeAgainstTheDuty()
    {
        await using var app = await PortalApp.CreateAsync(Engine.Sqlite);
        var today = DateOnly.FromDateTime(app.Clock.GetUtcNow().UtcDateTime);
        await app.PublishAsync(
            Given.Published(Lists.Whole("a") with { Source = Lists.Of("Fresh", today.AddDays(-5)) }),
            Given.Published(Lists.Whole("b") with { Source = Lists.Of("Late", today.AddDays(-130)) }),
            Given.Published(Lists.Whole("c", period: "2014-2020") with { Source = Lists.Of("Old period", today.AddDays(-900)) }));

        var rows = (await app.PageAsync("/en/data/coverage")).QuerySelectorAll("section[aria-labelledby=lists] tbody tr").Select(r => r.TextContent).ToList();

        Assert.Contains("In time", rows.Single(r => r.Contains("Fresh", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Contains("130 days", rows.Single(r => r.Contains("Late", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Contains("Overdue", rows.Single(r => r.Contains("Late", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Contains("No such duty", rows.Single(r => r.Contains("Old period", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("list=nobody", "list")]
    [InlineData("programme=%00", "programme")]
    public async Task Page_OfAnUnknownPart_NamesTheParameter(string query, string parameter)
    {
        await using var app = await PortalApp.CreateAsync(Engine.Sqlite, Lists.Whole("a"));

        Assert.Contains(parameter, (await app.PageAsync("/en/data/coverage?" + query, 400)).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Measure_OfEverything_HasEveryFieldButTheSeat()
    {
        var filled = Measure.Filled(Everything.Operation);

        Assert.Equal(["seat"], Measure.Fields.Where(f => !Measure.Has(filled, f)));
        Assert.InRange(Measure.Fields.Count, 1, 62);
        await Task.CompletedTask;
    }

    [Theory, EachEngine]
    public async Task Filler_OnRowsWithoutMeasure_MeasuresThem(Engine engine)
    {
        await using var app = await PortalApp.CreateAsync(engine, Lists.Whole("a"), Lists.Whole("b") with { Fund = null });
        var before = await app.Get<TallyReader>().ReadAsync(CancellationToken.None);
        await app.Store.WriteAsync(session => session.Command("UPDATE portal_operation SET list = NULL, edition = NULL, filled = NULL, findings = NULL").ExecuteNonQueryAsync(), CancellationToken.None);

        await new MeasureFiller().FillAsync(app.Store, CancellationToken.None);

        app.Clock.Advance(TimeSpan.FromDays(1));
        var after = await app.Get<TallyReader>().ReadAsync(CancellationToken.None);
        Assert.Equal(before.Rows.Select(r => (r.List, r.Edition, r.Filled, r.Findings)).Order(), after.Rows.Select(r => (r.List, r.Edition, r.Filled, r.Findings)).Order());
    }
}
