using System.Text.Json.Nodes;
using Splot.Contracts.Projects;
using Splot.Data;
using Splot.Portal.Tests.Support;
using Splot.Testing;

namespace Splot.Portal.Tests.Searching;

public sealed class FacetTests
{
    private static readonly OperationDocument[] Operations =
    [
        Given.Operation("a") with { Fund = "ESF+", Locations = [new LocationDocument { Code = "PL81", Kind = "nuts2" }, new LocationDocument { Code = "PL814", Kind = "nuts3" }] },
        Given.Operation("b") with { Fund = "ESF+", Locations = [new LocationDocument { Code = "PL84", Kind = "nuts2" }] },
        Given.Operation("c") with { Fund = "ERDF", Locations = [new LocationDocument { Code = "PL81", Kind = "nuts2" }] },
        Given.Operation("d") with { Country = "BG", Start = new DateOnly(2020, 1, 1), End = new DateOnly(2021, 1, 1) },
    ];

    [Theory, EachEngine]
    public async Task Facets_OfEverything_CountEveryHitOnce(Engine engine)
    {
        await using var app = await PortalApp.CreateAsync(engine, Operations);

        var facets = (await app.JsonAsync("/api/v1/projects?facets=status&facets=objective"))["facets"]!;

        Assert.Equal(["country", "region", "fund", "programme", "theme", "period", "status", "objective"], facets.AsObject().Select(f => f.Key));
        Assert.Equal(["PL 3", "BG 1"], Counts(facets["country"]));
        Assert.Equal(["PL81 2", "PL84 1", "none 1"], Counts(facets["region"]));
        Assert.Equal(["ESF+ 2", "ERDF 1", "none 1"], Counts(facets["fund"]));
        Assert.Equal(["none 3", "finished 1"], Counts(facets["status"]));
    }

    [Theory, EachEngine]
    public async Task Facets_OfAFilteredColumn_LeaveItsOwnFilterOut(Engine engine)
    {
        await using var app = await PortalApp.CreateAsync(engine, Operations);

        var answer = await app.JsonAsync("/api/v1/projects?fund=ERDF");

        Assert.Equal(1, (int)answer["total"]!);
        Assert.Equal(["ESF+ 2", "ERDF 1", "none 1"], Counts(answer["facets"]!["fund"]));
        Assert.Equal(["PL 1"], Counts(answer["facets"]!["country"]));
    }

    [Theory, EachEngine]
    public async Task Facets_OfAChosenRegion_CountWhatLiesBelow(Engine engine)
    {
        await using var app = await PortalApp.CreateAsync(engine, Operations);

        var facets = (await app.JsonAsync("/api/v1/projects?region=PL8"))["facets"]!;

        Assert.Equal(["PL81 2", "PL84 1"], Counts(facets["region"]));
    }

    [Theory, EachEngine]
    public async Task Status_AfterTheDayChanged_FollowsTheCalendar(Engine engine)
    {
        await using var app = await PortalApp.CreateAsync(
            engine, Given.Operation("a") with { Start = new DateOnly(2026, 6, 3), End = new DateOnly(2026, 6, 4) });
        Assert.Equal(["a"], await app.IdsAsync("?status=planned"));

        app.Clock.Advance(TimeSpan.FromDays(3));
        await app.CatchUpAsync();
        Assert.Equal(["a"], await app.IdsAsync("?status=running"));

        app.Clock.Advance(TimeSpan.FromDays(1));
        await app.CatchUpAsync();
        Assert.Equal(["a"], await app.IdsAsync("?status=finished"));
    }

    [Theory, EachEngine]
    public async Task Pages_ByKey_ReachEveryHitOnce(Engine engine)
    {
        await using var app = await PortalApp.CreateAsync(engine, [.. Enumerable.Range(1, 45).Select(i => Given.Operation($"op-{i:00}") with { Budget = Given.Eur(i / 3) })]);
        var seen = new List<string>();
        for (string? after = ""; after is not null;)
        {
            var answer = await app.JsonAsync("/api/v1/projects?sort=-budget&limit=10" + (after.Length == 0 ? "" : "&after=" + after));
            seen.AddRange(answer["items"]!.AsArray().Select(i => (string)i!["id"]!));
            after = (string?)answer["next"];
        }

        Assert.Equal(45, seen.Distinct().Count());
        Assert.Equal(45, seen.Count);
    }

    private static IEnumerable<string> Counts(JsonNode? facet) => facet!.AsArray().Select(v => (string)v!["code"]! + " " + (int)v["count"]!);
}
