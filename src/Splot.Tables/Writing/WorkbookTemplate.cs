using System.Buffers;
using System.Globalization;
using System.Text;

namespace Splot.Tables;

/// <summary>The parts of a written workbook that do not depend on its rows.</summary>
internal static class WorkbookTemplate
{
    public const string SheetPath = "xl/worksheets/sheet1.xml";

    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Packages = "http://schemas.openxmlformats.org/package/2006/relationships";
    private const string Declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    private const int LongestSheetName = 31;
    private const int HeaderPadding = 4;

    private const string SpecialCharacters = "&<>\"\0\u0001\u0002\u0003\u0004\u0005\u0006\u0007\b\u000B\f\r\u000E\u000F\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001A\u001B\u001C\u001D\u001E\u001F\uFFFE\uFFFF";

    private static readonly SearchValues<char> Special = SearchValues.Create(SpecialCharacters);
    private static readonly SearchValues<char> SpecialWithUnderscore = SearchValues.Create(SpecialCharacters + "_");

    /// <summary>A name workbooks accept: no <c>[ ] : * ? / \</c>, no apostrophe at either end, at most 31 characters.</summary>
    public static string SheetName(string name)
    {
        var kept = new string([.. name.Where(character => !char.IsControl(character) && !"[]:*?/\\".Contains(character, StringComparison.Ordinal))]);
        kept = kept.Length > LongestSheetName ? kept[..LongestSheetName] : kept;
        kept = kept.Trim('\'').Trim();
        return kept.Length == 0 ? "Data" : kept;
    }

    public static void WriteSheetStart(ArrayBufferWriter<byte> bytes, IReadOnlyList<OutputColumn> columns)
    {
        var text = new StringBuilder(Declaration);
        text.Append(CultureInfo.InvariantCulture, $"<worksheet xmlns=\"{Main}\"><sheetViews><sheetView workbookViewId=\"0\"><pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/></sheetView></sheetViews><cols>");
        for (var index = 0; index < columns.Count; index++)
        {
            text.Append(CultureInfo.InvariantCulture, $"<col min=\"{index + 1}\" max=\"{index + 1}\" width=\"{Width(columns[index])}\" customWidth=\"1\"/>");
        }

        text.Append("</cols><sheetData>");
        Encoding.UTF8.GetBytes(text.ToString(), bytes);
    }

    public static void WriteSheetEnd(ArrayBufferWriter<byte> bytes, int columns, int rows)
    {
        bytes.Write("</sheetData><autoFilter ref=\"A1:"u8);
        WriteReference(bytes, columns - 1, rows);
        bytes.Write("\"/></worksheet>"u8);
    }

    public static void WriteReference(ArrayBufferWriter<byte> bytes, int column, int row)
    {
        Span<byte> letters = stackalloc byte[4];
        var at = letters.Length;
        for (var rest = column + 1; rest > 0; rest = (rest - 1) / 26)
        {
            letters[--at] = (byte)('A' + ((rest - 1) % 26));
        }

        bytes.Write(letters[at..]);
        row.TryFormat(bytes.GetSpan(12), out var written, default, CultureInfo.InvariantCulture);
        bytes.Advance(written);
    }

    /// <summary>
    /// Escapes markup; control characters that XML cannot hold become a space; lone surrogates become U+FFFD; text that happens to look like a workbook's own
    /// escape (<c>_x0041_</c>) has its first underscore escaped.
    /// </summary>
    public static void WriteEscaped(ArrayBufferWriter<byte> bytes, ReadOnlySpan<char> text)
    {
        var special = text.Contains("_x", StringComparison.Ordinal) ? SpecialWithUnderscore : Special;
        while (text.IndexOfAny(special) is var at and >= 0)
        {
            Encoding.UTF8.GetBytes(text[..at], bytes);
            bytes.Write(text[at] switch
            {
                '&' => "&amp;"u8,
                '<' => "&lt;"u8,
                '>' => "&gt;"u8,
                '"' => "&quot;"u8,
                '\r' => "&#13;"u8,
                '_' => TextBuffer.IsEscape(text[at..], out _) ? "_x005F_"u8 : "_"u8,
                _ => " "u8,
            });
            text = text[(at + 1)..];
        }

        Encoding.UTF8.GetBytes(text, bytes);
    }

    public static IEnumerable<(string Path, string Content)> Parts(string sheetName)
    {
        var name = new ArrayBufferWriter<byte>();
        WriteEscaped(name, sheetName);
        yield return ("xl/workbook.xml", $"{Declaration}<workbook xmlns=\"{Main}\" xmlns:r=\"{Relations}\"><sheets><sheet name=\"{Encoding.UTF8.GetString(name.WrittenSpan)}\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>");
        yield return ("xl/_rels/workbook.xml.rels", $"{Declaration}<Relationships xmlns=\"{Packages}\"><Relationship Id=\"rId1\" Type=\"{Relations}/worksheet\" Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"rId2\" Type=\"{Relations}/styles\" Target=\"styles.xml\"/></Relationships>");
        yield return ("_rels/.rels", $"{Declaration}<Relationships xmlns=\"{Packages}\"><Relationship Id=\"rId1\" Type=\"{Relations}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
        yield return ("xl/styles.xml", Styles);
        yield return ("[Content_Types].xml", ContentTypes);
    }

    private static string Width(OutputColumn column)
    {
        var usual = column.Kind switch
        {
            OutputKind.LongText => 60,
            OutputKind.Number => 12,
            OutputKind.Amount => 18,
            OutputKind.Date => 12,
            _ => 24,
        };
        return Math.Clamp(column.Header.Length + HeaderPadding, usual, 60).ToString(CultureInfo.InvariantCulture);
    }

    private const string ContentTypes = Declaration
        + "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
        + "<Default Extension=\"xml\" ContentType=\"application/xml\"/><Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/>"
        + "<Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/>"
        + "<Override PartName=\"/xl/styles.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml\"/></Types>";

    // Cell formats by index: plain, header, date, amount.
    private const string Styles = Declaration
        + "<styleSheet xmlns=\"" + Main + "\"><numFmts count=\"1\"><numFmt numFmtId=\"164\" formatCode=\"yyyy\\-mm\\-dd\"/></numFmts>"
        + "<fonts count=\"2\"><font><sz val=\"11\"/><name val=\"Calibri\"/></font><font><b/><sz val=\"11\"/><name val=\"Calibri\"/></font></fonts>"
        + "<fills count=\"3\"><fill><patternFill patternType=\"none\"/></fill><fill><patternFill patternType=\"gray125\"/></fill><fill><patternFill patternType=\"solid\"><fgColor rgb=\"FFE8EDF4\"/><bgColor indexed=\"64\"/></patternFill></fill></fills>"
        + "<borders count=\"1\"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs>"
        + "<cellXfs count=\"4\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\"/>"
        + "<xf numFmtId=\"0\" fontId=\"1\" fillId=\"2\" borderId=\"0\" xfId=\"0\" applyFont=\"1\" applyFill=\"1\" applyAlignment=\"1\"><alignment vertical=\"top\" wrapText=\"1\"/></xf>"
        + "<xf numFmtId=\"164\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\"/><xf numFmtId=\"4\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\"/></cellXfs>"
        + "<cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/></cellStyles></styleSheet>";
}
