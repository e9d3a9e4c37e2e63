namespace Splot.Tables;

/// <summary>The kinds of file a table is read from; told by content, never by the file's name.</summary>
public enum TableFormat
{
    /// <summary>Text with a delimiter (comma, semicolon, tab or bar), quoted as RFC 4180 says.</summary>
    Delimited = 0,

    /// <summary>An Office Open XML workbook.</summary>
    Xlsx = 1,

    /// <summary>A binary workbook (BIFF8 in a compound file).</summary>
    Xls = 2,

    /// <summary>A page with a table, often named .xls.</summary>
    Html = 3,

    /// <summary>A JSON array of objects, an object that holds one, or one object per line.</summary>
    Json = 4,
}

/// <summary>What is known about a file before it is opened. Everything may stay empty.</summary>
public sealed record TableOptions
{
    /// <summary>The encoding's name (IANA or code page, such as <c>windows-1250</c>, <c>cp1250</c>); a byte order mark in the file goes before it.</summary>
    public string? Encoding { get; init; }

    /// <summary>ISO 639-1 code of the text's language; tells probable encodings apart.</summary>
    public string? Language { get; init; }

    /// <summary>ISO 3166-1 code of the list's country; tells probable encodings apart.</summary>
    public string? Country { get; init; }

    /// <summary>The delimiter of a text file; found by itself where not given.</summary>
    public char? Delimiter { get; init; }

    /// <summary>The sheet of a workbook, by name; without it the one with the most rows.</summary>
    public string? Sheet { get; init; }

    /// <summary>What a file may cost.</summary>
    public TableLimits Limits { get; init; } = new();
}

/// <summary>Caps that keep any file, however built, within bounded memory and time.</summary>
public sealed record TableLimits
{
    /// <summary>Characters in one cell; 1 048 576 (a spreadsheet's own limit is 32 767).</summary>
    public int CellCharacters { get; init; } = 1 << 20;

    /// <summary>Characters in one row; 8 388 608.</summary>
    public int RowCharacters { get; init; } = 1 << 23;

    /// <summary>Columns; 16 384, as in a spreadsheet.</summary>
    public int Columns { get; init; } = 16_384;

    /// <summary>Bytes of the file itself; 4 GiB.</summary>
    public long FileBytes { get; init; } = 4L << 30;

    /// <summary>Bytes that one part of an archive may unpack to; 4 GiB.</summary>
    public long UnpackedBytes { get; init; } = 4L << 30;

    /// <summary>How many times larger than packed a part may become once it is over 64 MiB; 200.</summary>
    public int UnpackedRatio { get; init; } = 200;

    /// <summary>Bytes of shared strings kept in memory; beyond that they go to a temporary file; 96 MiB.</summary>
    public long SharedTextBytes { get; init; } = 96L << 20;
}
