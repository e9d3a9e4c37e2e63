namespace Splot.Tables;

/// <summary>What opening a file came to.</summary>
public abstract record TableOpening
{
    /// <summary>A table; dispose of it.</summary>
    public sealed record Opened(TableFile File) : TableOpening;

    /// <summary>Why it is none, and what to do.</summary>
    public sealed record Refused(TableRefusal Refusal) : TableOpening;
}

/// <summary>
/// An opened table: its form is known, all its bytes were checked where the form allows, and its rows can be read as often as needed (a first pass to profile the columns, a
/// second to convert them).
/// </summary>
public abstract class TableFile : IDisposable
{
    private protected TableFile(TableFormat format, TableOptions options)
    {
        Format = format;
        Options = options;
    }

    /// <summary>The kind of file.</summary>
    public TableFormat Format { get; }

    /// <summary>The name of the text's encoding; null for binary kinds.</summary>
    public string? EncodingName { get; private protected init; }

    /// <summary>The delimiter of a text file; null for other kinds.</summary>
    public char? Delimiter { get; private protected init; }

    /// <summary>The names of a workbook's sheets in their order; empty for other kinds.</summary>
    public IReadOnlyList<string> Sheets { get; private protected init; } = [];

    /// <summary>The sheet that is read; null for other kinds.</summary>
    public string? Sheet { get; private protected init; }

    /// <summary>True if a workbook counts its dates from 1904.</summary>
    public bool CountsFrom1904 { get; private protected init; }

    private protected TableOptions Options { get; }

    /// <summary>Opens a file.</summary>
    public static TableOpening Open(string path, TableOptions? options = null, CancellationToken cancellation = default) =>
        TableOpener.Open(() => ByteSource.FromFile(path), options ?? new TableOptions(), cancellation);

    /// <summary>Takes a whole stream (kept in memory while small, else in a temporary file) and opens it.</summary>
    public static TableOpening Open(Stream stream, TableOptions? options = null, CancellationToken cancellation = default)
    {
        var chosen = options ?? new TableOptions();
        return TableOpener.Open(() => ByteSource.FromStream(stream, chosen.Limits.FileBytes, cancellation), chosen, cancellation);
    }

    /// <summary>A new pass over all rows, blank ones included where the file has them.</summary>
    public abstract TableReader Read();

    /// <summary>The first rows, for finding the header.</summary>
    /// <exception cref="TableRefusedException">The file is broken.</exception>
    public IReadOnlyList<HeadRow> ReadHead(int count = HeaderDetection.HeadRows, CancellationToken cancellation = default)
    {
        var rows = new List<HeadRow>();
        using var reader = Read();
        while (rows.Count < count && reader.Read(cancellation))
        {
            rows.Add(new HeadRow(reader.Row.Number, reader.Row.ToArray()));
        }

        return rows;
    }

    /// <summary>Closes the file.</summary>
    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Releases what the file holds.</summary>
    protected abstract void Dispose(bool disposing);
}
