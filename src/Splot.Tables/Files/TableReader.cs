namespace Splot.Tables;

/// <summary>One pass over a table, row by row.</summary>
public abstract class TableReader : IDisposable
{
    /// <summary>The row read last; the same object each time.</summary>
    public TableRow Row { get; } = new();

    /// <summary>Reads the next row into <see cref="Row"/>; false at the end of the table.</summary>
    /// <exception cref="TableRefusedException">The file turned out to be broken or over a limit.</exception>
    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    public abstract bool Read(CancellationToken cancellation = default);

    /// <summary>Closes the pass.</summary>
    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Releases what the pass holds.</summary>
    protected abstract void Dispose(bool disposing);
}
