namespace Splot.Ui.Tests.Figures;

public sealed class TileGridTests
{
    // Which regions share a border on land, from the administrative map.
    private const string PolishBorders =
        "PM-ZP PM-WP PM-KP PM-WN ZP-WP ZP-LB KP-WN KP-MZ KP-LD KP-WP WN-MZ WN-PD PD-MZ PD-LU LB-WP LB-DS WP-LD WP-OP WP-DS LD-MZ LD-SK LD-SL LD-OP MZ-LU MZ-SK LU-PK LU-SK DS-OP OP-SL SK-SL SK-MA SK-PK SL-MA MA-PK";

    private const string BulgarianBorders =
        "VID-MON MON-VRC MON-SFO VRC-PVN VRC-LOV VRC-SFO PVN-LOV PVN-VTR LOV-GAB LOV-VTR LOV-SFO LOV-PDV VTR-GAB VTR-RSE VTR-TGV VTR-SLV GAB-SZR GAB-SLV RSE-RAZ RSE-TGV RSE-SLS RAZ-SLS RAZ-SHU RAZ-TGV SLS-DOB SLS-SHU "
        + "DOB-VAR DOB-SHU VAR-SHU VAR-BGS SHU-TGV SHU-BGS TGV-SLV TGV-BGS SLV-BGS SLV-JAM SLV-SZR JAM-BGS JAM-SZR JAM-HKV SZR-PDV SZR-HKV PDV-PAZ PDV-SML PDV-KRZ PDV-HKV PDV-SFO PAZ-SFO PAZ-BLG PAZ-SML SML-BLG SML-KRZ KRZ-HKV "
        + "BLG-SFO BLG-KNL KNL-PER KNL-SFO PER-SFO PER-SOF SOF-SFO";

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

    [Fact]
    public void Grid_RegionsOfTheBorders_AreTheGrids()
    {
        foreach (var country in new[] { "PL", "BG" })
        {
            Assert.Equal(Grid(country).Cells.Select(c => c.Label).Order(StringComparer.Ordinal), Borders(country).SelectMany(b => b.Split('-')).Distinct().Order(StringComparer.Ordinal));
        }
    }

    private static TileGrid Grid(string country) => country == "PL" ? TileGrid.Poland : TileGrid.Bulgaria;

    private static HashSet<string> Borders(string country) => [.. (country == "PL" ? PolishBorders : BulgarianBorders).Split(' ').Select(b => Pair(b.Split('-')[0], b.Split('-')[1]))];

    private static HashSet<string> Touching(TileGrid grid) =>
    [
        .. from one in grid.Cells
           from other in grid.Cells
           where Math.Abs(one.Row - other.Row) + Math.Abs(one.Column - other.Column) == 1
           select Pair(one.Label, other.Label),
    ];

    private static string Pair(string one, string other) => string.CompareOrdinal(one, other) < 0 ? one + "-" + other : other + "-" + one;
}
