using Splot.Contracts.Projects;
using Splot.Data;
using Splot.Portal.Tests.Support;
using Splot.Testing;

namespace Splot.Portal.Tests.Places;

public sealed class MapTests
{
    [Theory, EachEngine]
    public async Task Map_OfASearch_ShowsItsHitsAndKeepsItsFilters(Engine engine)
    {
        await using var app = await AppAsync(engine);

        var page = await app.PageAsync("/en/map?fund=ERDF&measure=eu");

        var tile = page.QuerySelectorAll("svg.sp-tiles a").First(a => a.QuerySelector("title")!.TextContent.StartsWith("Lubelskie", StringComparison.Ordinal));
        Assert.Equal("Lubelskie: 1 project, €4.0 M", tile.QuerySelector("title")!.TextContent.Replace('\u00A0', ' '));
        Assert.Equal("/en/map?region=PL81&fund=ERDF&measure=eu", tile.GetAttribute("href"));
        Assert.NotNull(page.QuerySelector("a[href='/en/projects?region=PL81&fund=ERDF']"));
        Assert.Equal("eu", page.QuerySelector("main form input[name=measure]")!.GetAttribute("value"));
    }

    [Theory, EachEngine]
    public async Task Map_OfARegion_GoesIntoIt(Engine engine)
    {
        await using var app = await AppAsync(engine);

        Assert.Equal(["/en/map?region=0609", "/en/map?region=0663"], (await app.PageAsync("/en/map?region=PL81")).QuerySelectorAll("svg.sp-tiles a").Select(a => a.GetAttribute("href")).Order(StringComparer.Ordinal));
        Assert.Equal(["/en/map?region=0609011", "/en/map?region=0609022"], (await app.PageAsync("/en/map?region=0609")).QuerySelectorAll("svg.sp-tiles a").Select(a => a.GetAttribute("href")).Order(StringComparer.Ordinal));
        Assert.NotNull((await app.PageAsync("/en/map?region=0609011")).QuerySelector("svg.sp-tiles a[aria-current][href='/en/map?region=0609011']"));
    }

    [Theory, EachEngine]
    public async Task Map_OfARegion_SaysHowManyAreNotPlacedSoExactly(Engine engine)
    {
        await using var app = await AppAsync(engine);

        Assert.Contains("1 of 2 has no place this exact.", (await app.PageAsync("/en/map?region=PL81")).Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("no place this exact", (await app.PageAsync("/en/map?region=0609")).Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("no place this exact", (await app.PageAsync("/en/map")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Map_PlaceWithoutProjects_HasAZeroOnItsTile()
    {
        await using var app = await AppAsync(Engine.Sqlite);

        var tile = (await app.PageAsync("/en/map?region=PL81&measure=eu")).QuerySelectorAll("svg.sp-tiles a").First(a => a.GetAttribute("href")!.Contains("0663", StringComparison.Ordinal));

        Assert.EndsWith("0", tile.TextContent.Trim(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Map_Table_HoldsEveryPlaceOfTheMap()
    {
        await using var app = await AppAsync(Engine.Sqlite);

        var page = await app.PageAsync("/en/map");

        var tiles = page.QuerySelectorAll("svg.sp-tiles a").Select(a => a.GetAttribute("href")).Order(StringComparer.Ordinal).ToList();
        Assert.Equal(4, tiles.Count);
        Assert.Equal(tiles, page.QuerySelectorAll("main table th a").Select(a => a.GetAttribute("href")).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Map_WithBadValue_SaysWhat()
    {
        await using var app = await AppAsync(Engine.Sqlite);

        Assert.Equal("#budgetFrom", (await app.PageAsync("/en/map?budgetFrom=lots", 400)).QuerySelector(".govuk-error-summary a")!.GetAttribute("href"));
        Assert.NotNull((await app.PageAsync("/en/map?q=nothing-like-this")).QuerySelector(".sp-empty"));
        Assert.NotNull(await app.PageAsync("/en/map?region=XX99&measure=unheard"));
    }

    [Theory, EachEngine]
    public async Task Beneficiary_AskedFor_IsCalledByItsName(Engine engine)
    {
        await using var app = await PortalApp.CreateAsync(engine, Given.Operation("a") with { Beneficiary = new PartyDocument { Id = "pl-org-1", Name = "Gmina Przykładowo" } });

        Assert.Equal("Gmina Przykładowo", (string)(await app.JsonAsync("/api/v1/projects?facets=beneficiary"))["facets"]!["beneficiary"]![0]!["label"]!);
        Assert.Contains("Gmina Przykładowo", (await app.PageAsync("/en/projects?beneficiary=pl-org-1")).QuerySelector(".sp-chips")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Gmina Przykładowo", (await app.PageAsync("/en/map?beneficiary=pl-org-1")).QuerySelector(".sp-chips")!.TextContent, StringComparison.Ordinal);
    }

    [Theory, EachEngine]
    public async Task Points_OfASearch_StandWherePlacesAndListsPutThem(Engine engine)
    {
        await using var app = await AppAsync(engine);
        await app.ProjectTerritoryAsync(boundaries: new FakeBoundaries("0609", "0663"));
        await app.SettleAsync();

        var answer = await app.JsonAsync("/en/map/points?region=PL81");

        var points = answer["points"]!.AsArray().Select(p => p!).ToList();
        Assert.Equal(["powiat lubelski 51.2 1 False", "Lubelskie 51.2 1 False", "Świetlica 51.9 1 True"], points.Select(p => $"{p["name"]} {p["lat"]} {p["count"]} {(bool)p["exact"]!}"));
        Assert.Equal("/en/projects?region=0609", (string)points[0]["href"]!);
        Assert.Equal("1 of 2 has no place this exact.", (string)points[1]["link"]!);
        Assert.Equal("Lubelskie 2", (await app.JsonAsync("/en/map/points?region=PL"))["points"]!.AsArray().Select(p => $"{p!["name"]} {p["count"]}").First());
        Assert.Equal(2, answer["outlines"]!["features"]!.AsArray().Count);
        Assert.Null((await app.JsonAsync("/en/map/points?region=BG"))["outlines"]);
        Assert.Equal("budgetFrom", (string)(await app.JsonAsync("/en/map/points?budgetFrom=x", 400))["parameter"]!);
    }

    [Theory, EachEngine]
    public async Task Compare_TwoRegions_StandSideBySide(Engine engine)
    {
        await using var app = await AppAsync(engine);

        var page = await app.PageAsync("/pl/compare?region=PL81&region=bg323&region=");

        Assert.Equal(["/pl/regions/PL81", "/pl/regions/BG323"], page.QuerySelectorAll(".sp-compare h2 a").Select(a => a.GetAttribute("href")));
        Assert.Equal(["2", "1"], page.QuerySelectorAll(".sp-compare dl > div:first-child dd").Select(d => d.TextContent));
        Assert.Equal("PL81", page.QuerySelector("#region-1 option[selected]")!.GetAttribute("value"));
        Assert.Equal(4, page.QuerySelectorAll("form select[name=region]").Length);
    }

    [Theory]
    [InlineData("/en/compare", 200)]
    [InlineData("/en/compare?region=PL81", 200)]
    [InlineData("/en/compare?region=PL81&region=XX", 400)]
    [InlineData("/en/compare?region=PL81&region=PL84&region=PL&region=BG&region=BG323", 400)]
    public async Task Compare_OfTooFewOrTooMany_LetsChoose(string address, int status)
    {
        await using var app = await AppAsync(Engine.Sqlite);

        var page = await app.PageAsync(address, status);

        Assert.NotNull(page.QuerySelector("form #region-4"));
        Assert.Equal(status == 400, page.QuerySelector(".govuk-error-summary") is not null);
    }

    [Theory]
    [InlineData("/en/embed/projects?fund=ERDF")]
    [InlineData("/bg/embed/map")]
    [InlineData("/pl/embed/map?region=PL81")]
    public async Task Embed_InAFrame_LeavesItByEveryLink(string address)
    {
        await using var app = await AppAsync(Engine.Sqlite);

        var response = await app.Client.GetAsync(address);
        var page = await app.PageAsync(address);

        Assert.False(response.Headers.Contains("Set-Cookie"));
        Assert.NotEmpty(page.QuerySelectorAll("a"));
        Assert.All(page.QuerySelectorAll("a"), a => Assert.Equal("_blank", a.GetAttribute("target")));
        Assert.Empty(page.QuerySelectorAll("header, nav, script"));
    }

    [Fact]
    public async Task EmbedCode_OnTheList_NamesTheSearchByItsAbsoluteAddress()
    {
        await using var app = await AppAsync(Engine.Sqlite);

        var code = (await app.PageAsync("/pl/projects?fund=ERDF&sort=-eu")).QuerySelector("#embed-code")!.TextContent;

        Assert.Contains("src=\"https://splot.example/pl/embed/projects?fund=ERDF&amp;sort=-eu\"", code, StringComparison.Ordinal);
    }

    private static async Task<PortalApp> AppAsync(Engine engine)
    {
        var app = await PortalApp.CreateAsync(
            engine,
            RegionTests.Placed("a", 4_000_000m, 2023, "PL81", "nuts2", "/PL/PL8/PL81/") with { Fund = "ERDF" },
            RegionTests.Placed("b", 1_000_000m, 2024, "0609011", "lau", "/PL/PL8/PL81/PL814/0609/0609011/") with
            {
                Locations =
                [
                    new() { Code = "0609011", Kind = "lau", Path = "/PL/PL8/PL81/PL814/0609/0609011/" },
                    new() { Name = "Świetlica", Kind = "point", Lat = 51.9m, Lon = 22.1m, Precision = "point" },
                ],
            },
            RegionTests.Placed("c", 5m, 2024, "BG323", "nuts3", "/BG/BG3/BG32/BG323/"));
        await app.ProjectTerritoryAsync();
        await app.SettleAsync();
        return app;
    }
}
