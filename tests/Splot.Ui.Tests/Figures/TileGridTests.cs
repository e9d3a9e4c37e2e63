namespace Splot.Ui.Tests.Figures;

public sealed class TileGridTests
{
    public static TheoryData<string> Countries() => ["PL", "BG"];

    [Theory]
    [InlineData("PL", 16)]
    [InlineData("BG", 28)]
    public void Grid_Country_HasEveryRegionOnce(string country, int regions)
    {
        var grid = Grid(country);

        Assert.Equal((regions, regions, regions), (grid.Cells.Count, grid.ByCode.Count, grid.Cells.Select(c => (c.Row, c.Column)).Distinct().Count()));
    }

    [Theory]
    [MemberData(nameof(Countries))]
    public void Grid_TilesThatTouch_AreNeighbours(string country)
    {
        var borders = Borders(country);
        var touching = Touching(Grid(country));

        Assert.Empty(touching.Except(borders));
    }

    [Theory]
    [InlineData("PL", 23)]
    [InlineData("BG", 39)]
    public void Grid_Neighbours_MostlyTouch(string country, int pairs) => Assert.Equal(pairs, Touching(Grid(country)).Intersect(Borders(country)).Count());

    [Theory]
    [InlineData("PL81", "PL9 PL84 PL72 PL82")]
    [InlineData("BG323", "BG324 BG325 BG321 BG334")]
    [InlineData("XX", "")]
    public void Neighbours_OfARegion_AreThoseBehindItsBorders(string code, string expected) =>
        Assert.Equal(expected, string.Join(' ', Grid(code[..2] == "BG" ? "BG" : "PL").Neighbours(code).Select(c => c.Code)));

    [Fact]
    public void Grid_RegionsOfTheBorders_AreTheGrids()
    {
        foreach (var country in new[] { "PL", "BG" })
        {
            Assert.Equal(Grid(country).Cells.Select(c => c.Label).Order(StringComparer.Ordinal), Borders(country).SelectMany(b => b.Split('-')).Distinct().Order(StringComparer.Ordinal));
        }
    }

    private static TileGrid Grid(string country) => country == "PL" ? TileGrid.Poland : TileGrid.Bulgaria;

    private static HashSet<string> Borders(string country) => [.. Grid(country).Cells.SelectMany(c => Grid(country).Neighbours(c.Code).Select(n => Pair(c.Label, n.Label)))];

    private static HashSet<string> Touching(TileGrid grid) =>
    [
        .. from one in grid.Cells
           from other in grid.Cells
           where Math.Abs(one.Row - other.Row) + Math.Abs(one.Column - other.Column) == 1
           select Pair(one.Label, other.Label),
    ];

    private static string Pair(string one, string other) => string.CompareOrdinal(one, other) < 0 ? one + "-" + other : other + "-" + one;
}
