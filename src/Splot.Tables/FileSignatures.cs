namespace Splot.Tables;

/// <summary>Kinds of file that are told by their first bytes.</summary>
internal static class FileSignatures
{
    public static bool IsZip(ReadOnlySpan<byte> head) => head.StartsWith("PK\x03\x04"u8) || head.StartsWith("PK\x05\x06"u8);

    public static bool IsCompound(ReadOnlySpan<byte> head) => head.StartsWith<byte>([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]);

    /// <summary>The refusal of a kind that holds no table; null for everything else.</summary>
    public static TableRefusal? Unsupported(ReadOnlySpan<byte> head)
    {
        var what = head switch
        {
            _ when head.StartsWith("%PDF"u8) => "a PDF document",
            _ when head.StartsWith("{\\rtf"u8) => "a word processor's document",
            _ when head.StartsWith<byte>([0x1F, 0x8B]) => "a gzip archive",
            _ when head.StartsWith("Rar!"u8) || head.StartsWith<byte>([0x37, 0x7A, 0xBC, 0xAF]) => "an archive",
            _ when head.StartsWith<byte>([0x89, 0x50, 0x4E, 0x47]) || head.StartsWith<byte>([0xFF, 0xD8, 0xFF]) || head.StartsWith("GIF8"u8) => "an image",
            _ when head.StartsWith("SQLite format 3"u8) => "a database",
            _ when head.StartsWith<byte>([0x09, 0x08]) || head.StartsWith<byte>([0x09, 0x04]) || head.StartsWith<byte>([0x09, 0x02]) => "a workbook of a very old kind",
            _ => null,
        };
        return what is null ? null : Refusals.Unsupported(what, "Give the list as CSV, XLSX, XLS, an HTML table or JSON.");
    }

    /// <summary>The refusal of other markup than a page; null for everything else.</summary>
    public static TableRefusal? OtherMarkup(ReadOnlySpan<char> head)
    {
        var start = Blanks.Trim(head);
        return start.StartsWith("<?xml", StringComparison.OrdinalIgnoreCase) || start.StartsWith("<Workbook", StringComparison.Ordinal)
            ? Refusals.Unsupported("an XML document", "Open it in a spreadsheet and save it as .xlsx or CSV.")
            : null;
    }
}
