namespace Splot.Tables;

/// <summary>
/// Why a file is not taken, where the trouble lies and what settles it. <see cref="Code"/> is stable; <see cref="Message"/> is a complete
/// English sentence for reports and logs, pages translate by the code.
/// </summary>
/// <param name="Code">One of <see cref="RefusalCodes"/>.</param>
/// <param name="Message">What is wrong, where, and what to do.</param>
public sealed record TableRefusal(string Code, string Message)
{
    /// <summary>The row as a person counts it (see <see cref="TableRow.Number"/>), where one is known.</summary>
    public long? Row { get; init; }

    /// <summary>The line of the text file, counting from 1, where one is known.</summary>
    public long? Line { get; init; }

    /// <summary>The offset of the offending byte, counting from 0, where one is known.</summary>
    public long? Offset { get; init; }

    /// <summary>The option that settles the question (such as <c>--encoding</c>), where one does.</summary>
    public string? Option { get; init; }

    /// <summary>The values <see cref="Option"/> could take, most probable first.</summary>
    public IReadOnlyList<string> Candidates { get; init; } = [];

    /// <summary>Pieces of the file that show the trouble.</summary>
    public IReadOnlyList<string> Examples { get; init; } = [];
}

/// <summary>The stable codes of <see cref="TableRefusal"/>.</summary>
public static class RefusalCodes
{
    /// <summary>The file has no content.</summary>
    public const string Empty = "file-empty";

    /// <summary>The file cannot be opened or read.</summary>
    public const string Unreadable = "file-unreadable";

    /// <summary>The file is of a kind that holds no table Splot reads (PDF, image, archive, word processor, other spreadsheet).</summary>
    public const string Unsupported = "format-unsupported";

    /// <summary>The file says it is of a kind, but its inside is broken.</summary>
    public const string Damaged = "format-damaged";

    /// <summary>The file is encrypted.</summary>
    public const string Encrypted = "file-encrypted";

    /// <summary>The file holds no table, sheet or array of records.</summary>
    public const string NoTable = "no-table";

    /// <summary>The named sheet does not exist.</summary>
    public const string UnknownSheet = "sheet-unknown";

    /// <summary>Bytes that the encoding does not know.</summary>
    public const string Undecodable = "encoding-undecodable";

    /// <summary>Several encodings make sense of the bytes.</summary>
    public const string EncodingAmbiguous = "encoding-ambiguous";

    /// <summary>The named encoding does not exist.</summary>
    public const string UnknownEncoding = "encoding-unknown";

    /// <summary>A cell, row, sheet or archive is larger than the limits allow.</summary>
    public const string TooLarge = "too-large";
}

/// <summary>
/// The only exception that reading a table throws (besides <see cref="OperationCanceledException"/>): trouble met after the file was opened. An exception, so
/// that a list that breaks off in the middle can never be mistaken for its end.
/// </summary>
public sealed class TableRefusedException(TableRefusal refusal) : Exception(refusal.Message)
{
    /// <summary>What is wrong.</summary>
    public TableRefusal Refusal { get; } = refusal;
}
