namespace Splot.Ui.Tests.Figures;

public sealed class PlaceFigureTests
{
    private static readonly ChartPoint[] Years = [new("2024", 50m, "0.1", Href: "/a", Full: "€50"), new("2025", 200m, "0.2", Href: "/b", Full: "€200"), new("2026*", 100m, "0.1", Unfinished: true)];

    [Fact]
    public async Task YearColumns_WithAddresses_AreLinksNamedByYearAndValue()
    {
        var svg = (await Rendering.Body<YearColumns>(new { LabelledBy = "y", Points = Years })).QuerySelector("svg")!;

        Assert.Equal(("group", "y"), (svg.GetAttribute("role"), svg.GetAttribute("aria-labelledby")));
        Assert.Equal(["/a 2024: €50", "/b 2025: €200"], svg.QuerySelectorAll("a").Select(a => a.GetAttribute("href") + " " + a.GetAttribute("aria-label")));
        Assert.Equal("url(#y-hatch)", svg.QuerySelectorAll("g > rect[rx]")[^1].GetAttribute("fill"));
        Assert.Equal("’25", "’" + svg.QuerySelectorAll(".sp-years__narrow")[1].TextContent);
    }

    [Fact]
    public async Task YearColumns_MeasuredByAnother_AreNotFull()
    {
        var body = await Rendering.Body<YearColumns>(new { LabelledBy = "y", Points = Years, Full = (decimal?)400m });

        var heights = body.QuerySelectorAll("a rect.b").Select(r => int.Parse(r.GetAttribute("height")!, System.Globalization.CultureInfo.InvariantCulture)).ToList();
        Assert.Equal(88, heights[1]);
    }

    [Fact]
    public async Task ShareBars_Rows_AreReadAsAListWithTheirValues()
    {
        var list = (await Rendering.Body<ShareBars>(new { LabelledBy = "s", Rows = new[] { new ShareRow("Care", 3m, "€3", "75%", "/care", null, "/list"), new ShareRow("Praca", 1m, "€1", Lang: "pl") } })).QuerySelector("ol")!;

        Assert.Equal(["Care€3 75%", "Praca€1"], list.Children.Select(i => string.Concat(i.TextContent.Split('\n').Select(t => t.Trim())).Replace("€3", "€3", StringComparison.Ordinal)));
        Assert.Equal(["100%", "33.33%"], list.QuerySelectorAll("rect").Select(r => r.GetAttribute("width")));
        Assert.Equal(["/care", "/list"], list.QuerySelectorAll("a").Select(a => a.GetAttribute("href")));
    }

    [Fact]
    public async Task DotStrip_Points_LieBetweenTheLeastAndTheMost()
    {
        var points = new[] { new ChartPoint("A", 10m, "€10", Href: "/a"), new ChartPoint("B", 20m, "€20"), new ChartPoint("C", 30m, "€30", Href: "/c") };

        var svg = (await Rendering.Body<DotStrip>(new { LabelledBy = "d", Points = points, Selected = points[1], Mean = new ChartPoint("mean", 25m, "€25") })).QuerySelector("svg")!;

        Assert.Equal(["3%", "97%"], svg.QuerySelectorAll("a > svg").Select(s => s.GetAttribute("x")));
        Assert.Equal("50%", svg.QuerySelector("svg:has(> rect.b)")!.GetAttribute("x"));
        Assert.Equal("73.5%", svg.QuerySelector(".sp-strip__mean")!.GetAttribute("x1"));
    }

    [Fact]
    public void ShapeDrawing_OfTwoSquares_KeepsTheirPlacesAndProportions()
    {
        var drawing = ShapeDrawing.Of([Square("W", 0, 0), Square("E", 1, 0)]);

        Assert.Equal((640m, 324m), (Math.Round(drawing.Width), Math.Round(drawing.Height)));
        Assert.True(drawing.ByCode["W"].X < drawing.ByCode["E"].X);
        Assert.StartsWith("M4 ", drawing.ByCode["W"].Path, StringComparison.Ordinal);
        Assert.EndsWith("z", drawing.ByCode["E"].Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ShapeMap_OfTwoSquares_LeadsWhereItsTilesLead()
    {
        MapTile[] tiles = [new("W", "West: 3 projects", 1, "3", "/west", true), new("E", "East: 5 projects", 5, "5"), new("X", "Without an outline", 2)];

        var svg = (await Rendering.Body<ShapeMap>(new { Drawing = ShapeDrawing.Of([Square("W", 0, 0), Square("E", 1, 0)]), Tiles = tiles, Label = "Projects" })).QuerySelector("svg")!;

        Assert.Equal(2, svg.QuerySelectorAll("path").Length);
        Assert.Equal(("true", "West: 3 projects"), (svg.QuerySelector("a[href='/west'].sp-m1.on")!.GetAttribute("aria-current"), svg.QuerySelector("a title")!.TextContent));
    }

    [Fact]
    public async Task PointsMap_WithoutScripts_ShowsNothing()
    {
        var island = await Rendering.Body<PointsMap>(new { Points = "/en/map/points?fund=ERDF", Label = "Where", Button = "Show points" });

        Assert.Equal("/en/map/points?fund=ERDF", island.QuerySelector(".sp-points")!.GetAttribute("data-points"));
        Assert.NotNull(island.QuerySelector("button[hidden]"));
    }

    [Fact]
    public void ShapeDrawing_OfNothing_IsEmpty() => Assert.Empty(ShapeDrawing.Of([]).ByCode);

    [Fact]
    public void TileLayout_OfPlacesOnALattice_PutsEachWhereItLies()
    {
        var places = (from row in Enumerable.Range(0, 3) from column in Enumerable.Range(0, 4) select new TilePlace($"{row}{column}", "Place " + (char)('a' + (row * 4) + column) + "xyzuvw", 50m - (row * 0.6m), 20m + column)).ToList();

        var grid = TileLayout.Of(places)!;

        Assert.Equal(12, grid.Cells.Count);
        Assert.All(grid.Cells, c => Assert.All(grid.Cells, o => Assert.True(
            (c.Code[1] < o.Code[1]) == (c.Column < o.Column) || c.Row != o.Row, $"{c.Code} and {o.Code} have changed places from west to east.")));
        Assert.Equal(12, grid.Cells.Select(c => (c.Row, c.Column)).Distinct().Count());
    }

    [Fact]
    public void TileLayout_OfTooFewOrTooMany_IsNone()
    {
        Assert.Null(TileLayout.Of([new TilePlace("a", "A", 1m, 1m)]));
        Assert.Null(TileLayout.Of([.. Enumerable.Range(0, TileLayout.Most + 1).Select(i => new TilePlace($"{i}", $"P{i}", i, i))]));
    }

    [Fact]
    public void Letters_OfNamesThatBeginAlike_Differ()
    {
        var letters = TileLayout.Letters([new("1", "Lublin", 0, 0), new("2", "lubelski", 0, 0), new("3", "Lubartów", 0, 0), new("4", "Ba", 0, 0), new("5", "Ba", 0, 0), new("6", "Ба", 0, 0)]);

        Assert.Equal(letters.Count, letters.Distinct().Count());
        Assert.Equal(["LUB", "LUE", "LUA", "BA", "B2", "БА"], letters);
    }

    private static KeyValuePair<string, string> Square(string code, int x, int y) => KeyValuePair.Create(
        code, FormattableString.Invariant($$"""{"type":"Polygon","coordinates":[[[{{x}},{{y}}],[{{x + 1}},{{y}}],[{{x + 1}},{{y + 1}}],[{{x}},{{y + 1}}],[{{x}},{{y}}]]]}"""));
}
