using Splot.Portal.Indexing;
using Splot.Search.Searching;

namespace Splot.Portal.BenchSearch;

/// <summary>One of the questions that all engines are asked.</summary>
/// <param name="Words">Words that must all occur; a phrase is one with blanks. Empty: everything.</param>
/// <param name="Filters">Codes by column; values of one column are alternatives.</param>
/// <param name="ByBudget">Sorted by budget, the largest first; otherwise by relevance.</param>
/// <param name="Skip">Hits before the page.</param>
internal sealed record BenchQuery(IReadOnlyList<string> Words, IReadOnlyList<(string Column, string Value)> Filters, bool ByBudget, int Skip)
{
    public const int PageSize = 20;

    /// <summary>What a page of results needs: six facets beside total, sums and hits.</summary>
    public static IReadOnlyList<FacetRequest> Facets { get; } =
    [
        new(IndexColumns.Country), new(IndexColumns.Region, Level: 3), new(IndexColumns.Fund), new(IndexColumns.Programme), new(IndexColumns.Theme), new(IndexColumns.Period),
    ];

    public bool HasPhrase => Words.Any(w => w.Contains(' ', StringComparison.Ordinal));

    /// <summary>The question for the index.</summary>
    public SearchRequest Request => new()
    {
        Text = Words.Count == 0 ? null : string.Join(' ', Words.Select(w => w.Contains(' ', StringComparison.Ordinal) ? "\"" + w + "\"" : w)),
        Codes = [.. Filters.GroupBy(f => f.Column, StringComparer.Ordinal).Select(g => new CodeFilter(g.Key, [.. g.Select(f => f.Value)]))],
        SortBy = ByBudget || Words.Count == 0 ? IndexColumns.Budget : null,
        Descending = true,
        Limit = PageSize,
        Facets = Facets,
    };
}
