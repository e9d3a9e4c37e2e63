using System.Globalization;
using Microsoft.AspNetCore.Components;
using Splot.Kernel;

namespace Splot.Ui.Tests.Figures;

public sealed class FigureTests
{
    private static readonly ChartPoint[] Years = [new("2024", 50m, "50"), new("2025", 200m, "200"), new("2026", 100m, "100", Unfinished: true)];

    [Fact]
    public async Task TileMap_Tiles_AreLinksWithNames()
    {
        var tiles = new[] { new MapTile("PL81", "Lubelskie: €74 per inhabitant", 3, "€74", "/en/regions/PL81", Lang: "pl") };
        var link = (await Rendering.Body<TileMap>(new { Grid = TileGrid.Poland, Tiles = tiles, Label = "Poland" })).QuerySelector("a")!;

        Assert.Equal(("/en/regions/PL81", "sp-m3", "pl", "Lubelskie: €74 per inhabitant"), (link.GetAttribute("href"), link.ClassName, link.GetAttribute("lang"), link.QuerySelector("title")!.TextContent));
    }

    [Fact]
    public async Task TileMap_UnknownCodesAndTwins_AreNotDrawn()
    {
        var tiles = new[] { new MapTile("PL81", "a"), new MapTile("PL81", "b"), new MapTile("XX1", "c") };

        Assert.Single((await Rendering.Body<TileMap>(new { Grid = TileGrid.Poland, Tiles = tiles, Label = "Poland" })).QuerySelectorAll("rect"));
    }

    [Fact]
    public async Task TileMap_WithoutLinks_IsOnePicture() =>
        Assert.Equal("img", (await Rendering.Body<TileMap>(new { Grid = TileGrid.Poland, Tiles = new[] { new MapTile("PL81", "a") }, Label = "Poland" })).QuerySelector("svg")!.GetAttribute("role"));

    [Theory]
    [InlineData(Language.Bulgarian, "РУС")]
    [InlineData(Language.Polish, "RSE")]
    public async Task TileMap_Letters_AreTheReaders(Language language, string letters) =>
        Assert.Equal(letters, (await Rendering.Body<TileMap>(new { Grid = TileGrid.Bulgaria, Tiles = new[] { new MapTile("BG323", "Ruse") }, Label = "Bulgaria" }, language)).QuerySelector("text")!.TextContent);

    [Fact]
    public async Task MapLegend_Classes_AreInWords() =>
        Assert.Equal(["under €40", "€40–59"], (await Rendering.Body<MapLegend>(new { Classes = new[] { new MapClass(1, "under €40"), new MapClass(2, "€40–59") } })).QuerySelectorAll("li").Select(l => l.TextContent));

    [Fact]
    public async Task TileTable_NoValue_SaysSo()
    {
        var regions = new[] { KeyValuePair.Create("Vidin", new MapTile("BG311", "Vidin")) };

        Assert.Equal("not published", (await Rendering.Body<TileTable>(new { Caption = "C", Region = "R", Measure = "M", Regions = regions })).QuerySelector("td")!.TextContent);
    }

    [Fact]
    public async Task BarChart_Bars_StartAtZeroAndAreNamedByTheHeading()
    {
        var svg = (await Rendering.Body<BarChart>(new { LabelledBy = "c1", Points = Years })).QuerySelector("svg")!;

        Assert.Equal(("img", "c1"), (svg.GetAttribute("role"), svg.GetAttribute("aria-labelledby")));
        Assert.Equal(["25%", "100%", "50%"], svg.QuerySelectorAll("rect[height='10']:not(.q)").Select(r => r.GetAttribute("width")));
    }

    [Fact]
    public async Task BarChart_UnfinishedYear_IsHatched() =>
        Assert.Equal("url(#c1-hatch)", (await Rendering.Body<BarChart>(new { LabelledBy = "c1", Points = Years })).QuerySelectorAll("rect[fill]").Single().GetAttribute("fill"));

    [Fact]
    public async Task BarChart_NothingAboveZero_DrawsNoBar()
    {
        var points = new[] { new ChartPoint("a", 0m, "0"), new ChartPoint("b", -3m, "−3") };

        Assert.Empty((await Rendering.Body<BarChart>(new { LabelledBy = "c1", Points = points })).QuerySelectorAll("rect[height='10']:not(.q)"));
    }

    [Fact]
    public async Task ColumnChart_Heights_AreInProportion()
    {
        var heights = (await Rendering.Body<ColumnChart>(new { LabelledBy = "c2", Points = Years })).QuerySelectorAll("svg > rect").Select(r => int.Parse(r.GetAttribute("height")!, CultureInfo.InvariantCulture)).ToList();

        Assert.Equal([heights[1] / 4, heights[1], heights[1] / 2], heights);
    }

    [Fact]
    public async Task ColumnChart_Plain_SaysValuesInTitles() =>
        Assert.Equal("2024: 50", (await Rendering.Body<ColumnChart>(new { Label = "L", Plain = true, Points = Years })).QuerySelector("title")!.TextContent);

    [Fact]
    public async Task LineChart_Points_AreJoinedInOrder()
    {
        var body = await Rendering.Body<LineChart>(new { LabelledBy = "c3", Points = Years });

        Assert.Equal([("0%", "50%"), ("50%", "100%")], body.QuerySelectorAll("line.ln").Select(l => (l.GetAttribute("x1")!, l.GetAttribute("x2")!)));
        Assert.Equal(["50", "2024", "100", "2026"], body.QuerySelectorAll("text").Select(t => t.TextContent));
    }

    [Fact]
    public async Task LineChart_Small_IsSilent()
    {
        var svg = (await Rendering.Body<LineChart>(new { Small = true, Points = Years })).QuerySelector("svg")!;

        Assert.Equal(("true", 0), (svg.GetAttribute("aria-hidden"), svg.QuerySelectorAll("text, circle").Length));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public async Task Charts_FewPoints_DoNotFail(int points)
    {
        var some = Years[..points];

        Assert.Empty((await Rendering.Body<LineChart>(new { LabelledBy = "c", Points = some })).QuerySelectorAll("line.ln"));
        Assert.Equal(points, (await Rendering.Body<ColumnChart>(new { LabelledBy = "c", Points = some })).QuerySelectorAll("svg > rect").Length);
    }

    [Fact]
    public async Task ChartFigure_Finding_IsTheHeadingThatNames()
    {
        var body = await Rendering.Body<ChartFigure>(new { Id = "c1", Finding = "More", ChildContent = (RenderFragment)Rendering.Text(""), Table = (RenderFragment)Rendering.Text("t") }, Language.Polish);

        Assert.Equal(("More", "Dane w tabeli"), (body.QuerySelector("#c1")!.TextContent, body.QuerySelector("summary")!.TextContent));
    }
}
