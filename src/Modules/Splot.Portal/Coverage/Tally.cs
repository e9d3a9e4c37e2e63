namespace Splot.Portal.Coverage;

/// <summary>Operations that are alike in everything that is counted.</summary>
/// <param name="List">Name of the list; null where the source is none.</param>
/// <param name="Country">Code; null where none is published.</param>
/// <param name="Period">Programming period; null where none is published.</param>
/// <param name="Programmes">Codes in comparing form, the main one first.</param>
/// <param name="Filled">Set of <see cref="Measure.Fields"/>.</param>
/// <param name="Findings">Set of <see cref="ListOfOperations.ListRule.All"/>.</param>
/// <param name="Count">How many operations.</param>
internal sealed record TallyRow(string? List, string? Country, string? Period, IReadOnlyList<string> Programmes, long Filled, long Findings, long Count)
{
    /// <summary>How many of them are invented.</summary>
    public long Demo { get; init; }

    /// <summary>Greatest change number.</summary>
    public long Change { get; init; }

    /// <summary>Instant of the last visible change.</summary>
    public DateTimeOffset Updated { get; init; }

    /// <summary>Latest edition.</summary>
    public DateOnly? Edition { get; init; }

    /// <summary>What the calendar alone changes: operations not begun, operations over, names that may be shown.</summary>
    public (long Planned, long Finished, long Names) Today { get; init; }
}

/// <summary>What the public store holds, counted by one statement.</summary>
/// <param name="Sequence">The last change that is counted in.</param>
/// <param name="ChangedAt">Instant of that change.</param>
/// <param name="Day">The day for which it holds.</param>
/// <param name="Rows">The groups.</param>
internal sealed record Tally(long Sequence, DateTimeOffset ChangedAt, DateOnly Day, IReadOnlyList<TallyRow> Rows)
{
    public static Tally Empty { get; } = new(-1, DateTimeOffset.UnixEpoch, DateOnly.MinValue, []);

    /// <summary>The editions of lists of which operations are public, by name.</summary>
    public IEnumerable<(string List, DateOnly Edition, IReadOnlyList<TallyRow> Rows)> Lists =>
        from row in Rows
        where row is { List: not null, Edition: not null }
        group row by row.List! into list
        orderby list.Key
        select (list.Key, list.Max(r => r.Edition)!.Value, (IReadOnlyList<TallyRow>)[.. list]);
}
