using Splot.Contracts.Desk;
using Splot.Kernel;

namespace Splot.Ui;

/// <summary>A page of a list as it is shown.</summary>
public sealed record ListView
{
    /// <summary>The list's key.</summary>
    public required string Key { get; init; }

    /// <summary>Its address, without language.</summary>
    public required string Path { get; init; }

    /// <summary>What the rows are.</summary>
    public required string Name { get; init; }

    /// <summary>What was asked for.</summary>
    public required ListQuery Query { get; init; }

    /// <summary>The columns that are shown.</summary>
    public required IReadOnlyList<ListHead> Heads { get; init; }

    /// <summary>The rows.</summary>
    public required IReadOnlyList<ListRow> Rows { get; init; }

    /// <summary>Where the next page begins; null on the last.</summary>
    public string? Next { get; init; }

    /// <summary>How many rows there are in all, where that is known.</summary>
    public long? Total { get; init; }

    /// <summary>States.</summary>
    public IReadOnlyList<ListTab> Tabs { get; init; } = [];

    /// <summary>Filters.</summary>
    public IReadOnlyList<ListFilter> Filters { get; init; } = [];

    /// <summary>All columns, to be chosen from; the first is always shown.</summary>
    public IReadOnlyList<Choice> Columns { get; init; } = [];

    /// <summary>What can be done with several rows.</summary>
    public IReadOnlyList<ListAct> Acts { get; init; } = [];

    /// <summary>Whether there are files of it.</summary>
    public bool Exports { get; init; }

    /// <summary>Whether they are asked for on a page of its own, with a reason.</summary>
    public bool ExportAsksWhy { get; init; }

    /// <summary>The reader's own views of it; null where none can be saved.</summary>
    public IReadOnlyList<SavedView>? Saved { get; init; }

    /// <summary>A page of a list.</summary>
    public static ListView Of<TRow>(ListShape<TRow> shape, ListQuery query, ListPage<TRow> page, long? total, IReadOnlyList<SavedView>? saved)
    {
        var shown = shape.Columns.Where(c => query.Columns.Contains(c.Key)).ToList();
        return new ListView
        {
            Key = shape.Key,
            Path = shape.Path,
            Name = shape.Name,
            Query = query,
            Heads = [.. shown.Select(c => Head(c, query))],
            Rows = [.. page.Rows.Select(r => new ListRow(shape.Id(r), shape.Open?.Invoke(r), [.. shown.Select(c => c.Cell(r))]))],
            Next = page.Next,
            Total = total,
            Tabs = shape.Tabs,
            Filters = shape.Filters,
            Columns = [.. shape.Columns.Skip(1).Select(c => new Choice(c.Key, c.Label) { Checked = query.Columns.Contains(c.Key) })],
            Acts = shape.Acts,
            Exports = shape.Exports,
            ExportAsksWhy = shape.ExportAsksWhy,
            Saved = saved,
        };
    }

    private static ListHead Head<TRow>(ListColumn<TRow> column, ListQuery query)
    {
        var current = query.Sort == column.Key;
        return new ListHead(column.Label, column.Sorts ? query.By(column.Key, current && !query.Descending) : null, current ? query.Descending : null);
    }
}

/// <summary>A column's heading.</summary>
/// <param name="Label">Its words.</param>
/// <param name="Sorted">The list in this column's order, the other way round where it is in it already; null where it cannot be.</param>
/// <param name="Descending">Which way the list is in its order; null where it is not.</param>
public sealed record ListHead(string Label, ListQuery? Sorted, bool? Descending);

/// <summary>A row.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Path">Where it leads, without language; null for nowhere.</param>
/// <param name="Cells">What the shown columns hold; the first names it.</param>
public sealed record ListRow(string Id, string? Path, IReadOnlyList<Cell> Cells);
