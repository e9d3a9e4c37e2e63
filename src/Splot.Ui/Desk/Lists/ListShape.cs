using Splot.Tables;

namespace Splot.Ui;

/// <summary>What a list of the desk is: its columns, filters, orders and acts. Made for each request, in the reader's language and for the reader's rights.</summary>
/// <typeparam name="TRow">A row.</typeparam>
public sealed record ListShape<TRow>
{
    /// <summary>Stable key, under which views of the list are saved.</summary>
    public required string Key { get; init; }

    /// <summary>Its address, without language. Exports have it with <c>.csv</c> and <c>.xlsx</c>, bulk acts with <c>/acts</c>.</summary>
    public required string Path { get; init; }

    /// <summary>What the rows are: the table's caption.</summary>
    public required string Name { get; init; }

    /// <summary>The columns; the first names the row.</summary>
    public required IReadOnlyList<ListColumn<TRow>> Columns { get; init; }

    /// <summary>The row's id, for acts on several rows.</summary>
    public required Func<TRow, string> Id { get; init; }

    /// <summary>Where a row leads, without language: its first cell becomes a link. Null where rows lead nowhere.</summary>
    public Func<TRow, string>? Open { get; init; }

    /// <summary>The order where none is asked for: the key of a column, with a minus for the greatest first.</summary>
    public required string Sort { get; init; }

    /// <summary>States that the list is divided into; the first is shown where none is asked for.</summary>
    public IReadOnlyList<ListTab> Tabs { get; init; } = [];

    /// <summary>What narrows the list.</summary>
    public IReadOnlyList<ListFilter> Filters { get; init; } = [];

    /// <summary>What can be done with several rows at once.</summary>
    public IReadOnlyList<ListAct> Acts { get; init; } = [];

    /// <summary>Whether the list may be taken out as a file.</summary>
    public bool Exports { get; init; }

    /// <summary>Whether the file is asked for on a page of its own (<c>/export</c> below the list), which wants a reason.</summary>
    public bool ExportAsksWhy { get; init; }

    /// <summary>Rows on a page.</summary>
    public int Size { get; init; } = 50;
}

/// <summary>A column.</summary>
/// <param name="Key">Stable key.</param>
/// <param name="Label">Its heading.</param>
/// <param name="Cell">What a row shows in it.</param>
public sealed record ListColumn<TRow>(string Key, string Label, Func<TRow, Cell> Cell)
{
    /// <summary>The list can be put in its order.</summary>
    public bool Sorts { get; init; }

    /// <summary>Not shown until it is chosen.</summary>
    public bool Hidden { get; init; }

    /// <summary>The value in a file; the cell's words where it is not given.</summary>
    public Func<TRow, string?>? Plain { get; init; }

    /// <summary>What the file's column holds.</summary>
    public OutputKind Kind { get; init; }
}

/// <summary>Something that narrows a list.</summary>
/// <param name="Key">Name of the parameter.</param>
/// <param name="Label">The words above it.</param>
/// <param name="Choices">What can be chosen; null for a text.</param>
public sealed record ListFilter(string Key, string Label, IReadOnlyList<Choice>? Choices = null)
{
    /// <summary>An example of what can be typed.</summary>
    public string? Hint { get; init; }

    /// <summary>What is typed is a day.</summary>
    public bool IsDay { get; init; }
}

/// <summary>A state of the list's rows.</summary>
/// <param name="Key">Its code in addresses.</param>
/// <param name="Label">What it is called.</param>
/// <param name="Count">How many rows it has, where that is known.</param>
public sealed record ListTab(string Key, string Label, long? Count = null);

/// <summary>Something that can be done with several rows at once.</summary>
/// <param name="Key">Its code.</param>
/// <param name="Label">The button's words.</param>
/// <param name="Warns">It is not easily taken back.</param>
public sealed record ListAct(string Key, string Label, bool Warns = false);
