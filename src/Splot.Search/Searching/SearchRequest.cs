using Splot.Search.Queries;

namespace Splot.Search.Searching;

/// <summary>Which hits, in which order, and what to count.</summary>
public sealed record SearchRequest
{
    /// <summary>The code that stands for having no value, in filters and in counts.</summary>
    public const string None = "none";

    /// <summary>The longest page.</summary>
    public const int MostHits = 10_000;

    /// <summary>What was typed; see <see cref="QueryParser"/>. Null or blank: every document.</summary>
    public string? Text { get; init; }

    /// <summary>
    /// The text as the caller understands it, widened by synonyms for example; the text then only says which title or identifier comes first. Null: as the parser understands it.
    /// </summary>
    public ParsedQuery? Query { get; init; }

    /// <summary>Filters by codes; all must hold. Two filters on one column must both hold.</summary>
    public IReadOnlyList<CodeFilter> Codes { get; init; } = [];

    /// <summary>Filters by numbers; all must hold.</summary>
    public IReadOnlyList<RangeFilter> Ranges { get; init; } = [];

    /// <summary>Column to sort by; null: by relevance, and by key where nothing is typed.</summary>
    public string? SortBy { get; init; }

    /// <summary>True for the largest first. Documents without a number come last either way, equal ones by key.</summary>
    public bool Descending { get; init; }

    /// <summary>How many hits to give, from 0 to <see cref="MostHits"/>.</summary>
    public int Limit
    {
        get;
        init => field = value is >= 0 and <= MostHits ? value : throw new ArgumentOutOfRangeException(nameof(value), value, $"A page has at most {MostHits} hits.");
    } = 20;

    /// <summary>Where to go on: <see cref="SearchResult.Next"/> of the page before.</summary>
    public string? After { get; init; }

    /// <summary>What to count over all hits.</summary>
    public IReadOnlyList<FacetRequest> Facets { get; init; } = [];
}

/// <summary>Documents with any of the values in a column.</summary>
/// <param name="Column">A column of codes.</param>
/// <param name="Values">Values, <see cref="SearchRequest.None"/> among them; in a column of paths, a code includes what lies below it. A value that no document has fits none.</param>
public sealed record CodeFilter(string Column, IReadOnlyList<string> Values);

/// <summary>Documents with a number between two bounds, both included. Those without a number do not fit.</summary>
/// <param name="Column">A column of numbers.</param>
/// <param name="From">The least; null: any.</param>
/// <param name="To">The greatest; null: any.</param>
public sealed record RangeFilter(string Column, long? From, long? To);

/// <summary>
/// Counts of hits by value. A column's counts leave out the filters on this very column, so that they tell what choosing another value would give;
/// they include all other filters and the text.
/// </summary>
/// <param name="Column">A column of codes.</param>
/// <param name="Level">In a column of paths: the level to count on, 1 at the top. A document counts once at each place it has there or below.</param>
/// <param name="Under">In a column of paths: only places below this one.</param>
/// <param name="WithSums">True to sum the summed columns for each value.</param>
/// <param name="Most">The most frequent values only, at most so many.</param>
public sealed record FacetRequest(string Column, int Level = 1, string? Under = null, bool WithSums = false, int Most = int.MaxValue);
