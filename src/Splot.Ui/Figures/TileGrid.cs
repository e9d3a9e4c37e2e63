using System.Collections.Frozen;

namespace Splot.Ui;

/// <summary>Where a country's regions lie on a lattice of squares: row 0 is north, column 0 is west.</summary>
/// <remarks>
/// Two tiles touch only where the regions share a border, and the order from west to east and from north to south is kept where
/// regions lie clearly apart. A new layout is held to the same by a test.
/// </remarks>
public sealed class TileGrid
{
    private const int Pitch = 69;

    // Which regions share a border on land, from the administrative maps.
    private const string PolishBorders =
        "PM-ZP PM-WP PM-KP PM-WN ZP-WP ZP-LB KP-WN KP-MZ KP-LD KP-WP WN-MZ WN-PD PD-MZ PD-LU LB-WP LB-DS WP-LD WP-OP WP-DS LD-MZ LD-SK LD-SL LD-OP MZ-LU MZ-SK LU-PK LU-SK DS-OP OP-SL SK-SL SK-MA SK-PK SL-MA MA-PK";

    private const string BulgarianBorders =
        "VID-MON MON-VRC MON-SFO VRC-PVN VRC-LOV VRC-SFO PVN-LOV PVN-VTR LOV-GAB LOV-VTR LOV-SFO LOV-PDV VTR-GAB VTR-RSE VTR-TGV VTR-SLV GAB-SZR GAB-SLV RSE-RAZ RSE-TGV RSE-SLS RAZ-SLS RAZ-SHU RAZ-TGV SLS-DOB SLS-SHU "
        + "DOB-VAR DOB-SHU VAR-SHU VAR-BGS SHU-TGV SHU-BGS TGV-SLV TGV-BGS SLV-BGS SLV-JAM SLV-SZR JAM-BGS JAM-SZR JAM-HKV SZR-PDV SZR-HKV PDV-PAZ PDV-SML PDV-KRZ PDV-HKV PDV-SFO PAZ-SFO PAZ-BLG PAZ-SML SML-BLG SML-KRZ KRZ-HKV "
        + "BLG-SFO BLG-KNL KNL-PER KNL-SFO PER-SFO PER-SOF SOF-SFO";

    private readonly ILookup<string, string> neighbours;

    private TileGrid(string borders, params string[] rows)
    {
        Rows = rows.Length;
        var cells = new List<TileCell>();
        for (var row = 0; row < rows.Length; row++)
        {
            var columns = rows[row].Split(' ', StringSplitOptions.RemoveEmptyEntries);
            Columns = Math.Max(Columns, columns.Length);
            cells.AddRange(columns.Index().Where(c => c.Item != "-").Select(c => Cell(c.Item, row, c.Index)));
        }

        Cells = cells;
        ByCode = cells.ToFrozenDictionary(c => c.Code, StringComparer.Ordinal);
        neighbours = borders.Split(' ').Select(b => b.Split('-')).SelectMany(b => new[] { (b[0], b[1]), (b[1], b[0]) }).ToLookup(b => b.Item1, b => b.Item2, StringComparer.Ordinal);
    }

    private TileGrid(IEnumerable<TileCell> cells)
    {
        Cells = [.. cells.OrderBy(c => c.Row).ThenBy(c => c.Column)];
        Rows = Cells.Max(c => c.Row) + 1;
        Columns = Cells.Max(c => c.Column) + 1;
        neighbours = Enumerable.Empty<string>().ToLookup(c => c, StringComparer.Ordinal);
        ByCode = Cells.ToFrozenDictionary(c => c.Code, StringComparer.Ordinal);
    }

    /// <summary>
    /// The sixteen voivodeships by NUTS 2 code of 2024; Mazowieckie, which is two NUTS 2 regions, stands as its NUTS 1 code PL9.
    /// </summary>
    public static TileGrid Poland { get; } = new(
        PolishBorders,
        "-       PL42:ZP PL63:PM PL62:WN -",
        "PL43:LB PL41:WP PL61:KP PL9:MZ  PL84:PD",
        "PL51:DS PL52:OP PL71:LD PL72:SK PL81:LU",
        "-       -       PL22:SL PL21:MA PL82:PK");

    /// <summary>The twenty-eight provinces by NUTS 3 code, with the letters of Latin and Cyrillic short names.</summary>
    public static TileGrid Bulgaria { get; } = new(
        BulgarianBorders,
        "-             BG311:VID:ВИД BG312:MON:МОН -             -             BG323:RSE:РУС BG324:RAZ:РАЗ BG325:SLS:СИЛ",
        "-             -             BG313:VRC:ВРА BG314:PVN:ПЛЕ BG321:VTR:ВТ  BG334:TGV:ТЪР BG333:SHU:ШУМ BG332:DOB:ДОБ",
        "BG414:PER:ПЕР BG411:SOF:СОФ BG412:SFO:СО  BG315:LOV:ЛОВ BG322:GAB:ГАБ BG342:SLV:СЛИ BG341:BGS:БУР BG331:VAR:ВАР",
        "BG415:KNL:КЮС -             BG423:PAZ:ПАЗ BG421:PDV:ПЛО BG344:SZR:СТЗ BG343:JAM:ЯМБ",
        "-             BG413:BLG:БЛА BG424:SML:СМО BG425:KRZ:КЪР BG422:HKV:ХАС");

    /// <summary>How many columns the layout has.</summary>
    public int Columns { get; }

    /// <summary>How many rows the layout has.</summary>
    public int Rows { get; }

    /// <summary>All places, row by row from the north, each row from the west.</summary>
    public IReadOnlyList<TileCell> Cells { get; }

    /// <summary>All places by the region's code.</summary>
    public IReadOnlyDictionary<string, TileCell> ByCode { get; }

    /// <summary>The regions that share a border with a region, in the order of the layout; empty for codes that it does not know, and in layouts made by a rule.</summary>
    public IReadOnlyList<TileCell> Neighbours(string code) =>
        ByCode.TryGetValue(code, out var cell) ? [.. Cells.Where(c => neighbours[cell.Label].Contains(c.Label))] : [];

    internal int Width => (Columns * Pitch) - (Pitch - TileCell.Size);

    internal int Height => (Rows * Pitch) - (Pitch - TileCell.Size);

    internal static TileGrid Of(IEnumerable<TileCell> cells) => new(cells);

    internal static TileCell Cell(string code, string label, string cyrillic, int row, int column) => new(code, label, cyrillic, row, column, column * Pitch, row * Pitch);

    private static TileCell Cell(string text, int row, int column)
    {
        var parts = text.Split(':');
        return Cell(parts[0], parts[1], parts.Length > 2 ? parts[2] : parts[1], row, column);
    }
}

/// <summary>One place of a tile layout.</summary>
/// <param name="Code">The region's code.</param>
/// <param name="Label">Two or three Latin letters.</param>
/// <param name="CyrillicLabel">The letters for Bulgarian pages; the Latin ones where the region has no others.</param>
/// <param name="Row">From 0, the north.</param>
/// <param name="Column">From 0, the west.</param>
/// <param name="X">The left edge in the drawing.</param>
/// <param name="Y">The upper edge in the drawing.</param>
public sealed record TileCell(string Code, string Label, string CyrillicLabel, int Row, int Column, int X, int Y)
{
    internal const int Size = 64;
}
