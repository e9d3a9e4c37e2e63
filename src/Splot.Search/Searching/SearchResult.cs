using Splot.Search.Queries;

namespace Splot.Search.Searching;

/// <summary>What came of a search.</summary>
public abstract record SearchOutcome
{
    private SearchOutcome()
    {
    }

    /// <summary>It was answered.</summary>
    public sealed record Answered(SearchResult Result) : SearchOutcome;

    /// <summary>All hits are ready to be read, one after the other.</summary>
    public sealed record Opened(HitStream Hits) : SearchOutcome;

    /// <summary><see cref="SearchRequest.After"/> is no key of this query and sort.</summary>
    public sealed record BadAfter : SearchOutcome;

    /// <summary>It would need more memory than one search may have: too many words that begin so, or too many clauses.</summary>
    public sealed record TooBroad : SearchOutcome;

    /// <summary>There is no index to search: it has not been built, or must be rebuilt.</summary>
    /// <param name="Reason">Why, in English, for a log.</param>
    public sealed record NotReady(string Reason) : SearchOutcome;
}

/// <summary>The answer to a search.</summary>
public sealed record SearchResult
{
    /// <summary>How many documents are hits.</summary>
    public required long Total { get; init; }

    /// <summary>For each summed column, the sum over all hits, in the column's unit; documents without a number add nothing.</summary>
    public required IReadOnlyDictionary<string, decimal> Sums { get; init; }

    /// <summary>The counts asked for, in the order of the request.</summary>
    public required IReadOnlyList<Facet> Facets { get; init; }

    /// <summary>Keys of the hits of this page.</summary>
    public required IReadOnlyList<long> Keys { get; init; }

    /// <summary>Where the next page begins; null after the last hit. Stays valid when documents change or segments are merged: hits that were there then and are there now come once.</summary>
    public required string? Next { get; init; }

    /// <summary>The query as understood.</summary>
    public required ParsedQuery Query { get; init; }

    /// <summary>The change up to which the index knew when it answered.</summary>
    public required long Sequence { get; init; }

    /// <summary>The weight of each word of the query; empty where hits are not ranked.</summary>
    internal IReadOnlyList<int> Weights { get; init; } = [];
}

/// <summary>Counts of hits by value.</summary>
/// <param name="Column">The column.</param>
/// <param name="Counts">Values that some hit has, the most frequent first, equally frequent ones by code; hits without a value under <see cref="SearchRequest.None"/>.</param>
public sealed record Facet(string Column, IReadOnlyList<FacetCount> Counts);

/// <summary>A value's count.</summary>
/// <param name="Code">The value.</param>
/// <param name="Count">How many hits have it.</param>
/// <param name="Sums">Sums over these hits, one for each summed column in the order of the schema; empty if not asked for.</param>
public sealed record FacetCount(string Code, long Count, IReadOnlyList<decimal> Sums);
