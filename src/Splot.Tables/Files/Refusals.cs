using System.Globalization;

namespace Splot.Tables;

/// <summary>The refusals of this project, worded in one place.</summary>
internal static class Refusals
{
    public static TableRefusal Empty => new(RefusalCodes.Empty, "The file is empty. Check that the download or export finished.");

    public static TableRefusal Unreadable(string reason) =>
        new(RefusalCodes.Unreadable, Invariant($"The file cannot be read: {reason} Check that it exists, is a file and may be read."));

    public static TableRefusal Unsupported(string what, string advice) =>
        new(RefusalCodes.Unsupported, Invariant($"The file is {what}. {advice}"));

    public static TableRefusal Damaged(TableFormat format, string what, long? row = null) =>
        new(RefusalCodes.Damaged, Invariant($"The {Name(format)} file is damaged: {what}{At(row)} Fetch it again, or open it in a spreadsheet and save it anew.")) { Row = row };

    public static TableRefusal BrokenJson(long? line) =>
        new(RefusalCodes.Damaged, Invariant($"The JSON document breaks the rules of JSON at line {line}. Export it anew.")) { Line = line };

    public static TableRefusal OldWorkbook =>
        Unsupported("a workbook from before Excel 97", "Open it in a spreadsheet and save it as .xlsx or CSV.");

    public static TableRefusal Encrypted => new(RefusalCodes.Encrypted, "The file is protected by a password. Remove the password and save it anew.");

    public static TableRefusal NoTable(string what) => new(RefusalCodes.NoTable, Invariant($"The file holds no table: {what}"));

    public static TableRefusal UnknownSheet(string name, IReadOnlyList<string> sheets) =>
        new(RefusalCodes.UnknownSheet, Invariant($"The workbook has no sheet '{name}'. Its sheets: {string.Join(", ", sheets)}.")) { Candidates = sheets };

    public static TableRefusal UnknownEncoding(string name) =>
        new(RefusalCodes.UnknownEncoding, Invariant($"There is no encoding named '{name}'. Use a name such as utf-8, windows-1250, windows-1251, windows-1252 or iso-8859-2."))
        {
            Option = "--encoding",
        };

    public static TableRefusal Undecodable(string encoding, long offset, long line) =>
        new(RefusalCodes.Undecodable, Invariant($"Line {line} (byte {offset}) is not valid {encoding}. Name the file's true encoding with --encoding, or save it anew as UTF-8."))
        {
            Line = line,
            Offset = offset,
            Option = "--encoding",
        };

    public static TableRefusal EncodingAmbiguous(IReadOnlyList<string> names, IReadOnlyList<string> examples) =>
        new(
            RefusalCodes.EncodingAmbiguous,
            Invariant($"The file's encoding cannot be told: {string.Join(", ", names)} all make sense of it ({string.Join(" / ", examples)}). Name it with --encoding, or the text's language with --language."))
        {
            Option = "--encoding",
            Candidates = names,
            Examples = examples,
        };

    public static TableRefusal FileTooLarge(long limit) =>
        new(RefusalCodes.TooLarge, Invariant($"The file is larger than {limit} bytes. Split it."));

    public static TableRefusal CellTooLong(int limit, long row, long line) =>
        new(RefusalCodes.TooLarge, Invariant($"A cell of row {row} (line {line}) is longer than {limit} characters. A quotation mark that is never closed is the usual cause: put that row right."))
        {
            Row = row,
            Line = line,
        };

    public static TableRefusal UnclosedQuotes(long row, long line) =>
        new(RefusalCodes.Damaged, Invariant($"Row {row} (line {line}) and many before it open a quotation mark that is never closed. Export the list anew with its cells quoted."))
        {
            Row = row,
            Line = line,
        };

    public static TableRefusal RowTooLong(int limit, long row, long line) =>
        new(RefusalCodes.TooLarge, Invariant($"Row {row} (line {line}) is longer than {limit} characters. Check that the file is a table with line breaks between its rows."))
        {
            Row = row,
            Line = line,
        };

    public static TableRefusal TooManyColumns(int limit, long row) =>
        new(RefusalCodes.TooLarge, Invariant($"Row {row} has more than {limit} columns. Check that the file is a table.")) { Row = row };

    public static TableRefusal UnpackedTooLarge(string part) =>
        new(RefusalCodes.TooLarge, Invariant($"The part '{part}' of the workbook unpacks to far more than a list of operations needs. Save the sheet alone, or as CSV."));

    private static string Name(TableFormat format) => format switch
    {
        TableFormat.Xlsx => ".xlsx",
        TableFormat.Xls => ".xls",
        TableFormat.Html => "HTML",
        TableFormat.Json => "JSON",
        _ => "text",
    };

    private static string At(long? row) => row is { } number ? Invariant($" (at row {number}).") : ".";

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
