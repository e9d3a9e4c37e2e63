namespace Splot.Kernel;

/// <summary>A part of a long list, and where the next one begins.</summary>
/// <param name="Rows">The rows, in the order of the list.</param>
/// <param name="Next">Opaque key of the next part; null at the end.</param>
/// <typeparam name="T">A row.</typeparam>
public sealed record ListPage<T>(IReadOnlyList<T> Rows, string? Next)
{
    /// <summary>The same part with other rows.</summary>
    public ListPage<TOther> Select<TOther>(Func<T, TOther> to) => new([.. Rows.Select(to)], Next);
}
