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

    private TileGrid(params string[] rows)
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
    }

    /// <summary>
    /// The sixteen voivodeships by NUTS 2 code of 2024; Mazowieckie, which is two NUTS 2 regions, stands as its NUTS 1 code PL9.
    /// </summary>
    public static TileGrid Poland { get; } = new(
        "-       PL42:ZP PL63:PM PL62:WN -",
        "PL43:LB PL41:WP PL61:KP PL9:MZ  PL84:PD",
        "PL51:DS PL52:OP PL71:LD PL72:SK PL81:LU",
        "-       -       PL22:SL PL21:MA PL82:PK");

    /// <summary>The twenty-eight provinces by NUTS 3 code, with the letters of Latin and Cyrillic short names.</summary>
    public static TileGrid Bulgaria { get; } = new(
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

    internal int Width => (Columns * Pitch) - (Pitch - TileCell.Size);

    internal int Height => (Rows * Pitch) - (Pitch - TileCell.Size);

    private static TileCell Cell(string text, int row, int column)
    {
        var parts = text.Split(':');
        return new TileCell(parts[0], parts[1], parts.Length > 2 ? parts[2] : parts[1], row, column, column * Pitch, row * Pitch);
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
