using Splot.Portal.Model;
using Splot.Search.Searching;

namespace Splot.Portal.Searching;

/// <summary>What came of a search.</summary>
public abstract record SearchAnswer
{
    private SearchAnswer()
    {
    }

    /// <summary>It was answered.</summary>
    public sealed record Given(SearchResult Result) : SearchAnswer;

    /// <summary>A parameter of the address does not fit.</summary>
    public sealed record Refused(Refusal Reason) : SearchAnswer;

    /// <summary>The index is being built.</summary>
    public sealed record NotReady : SearchAnswer;
}

/// <summary>Counts and sums over a whole result.</summary>
/// <param name="Total">Operations.</param>
/// <param name="Demo">Invented ones among them.</param>
/// <param name="BudgetEur">Sum of total costs in euro.</param>
/// <param name="EuEur">Sum of Union contributions in euro.</param>
/// <param name="InEuro">Operations whose total cost is known in euro.</param>
public sealed record SearchTotals(long Total, long Demo, decimal BudgetEur, decimal EuEur, long InEuro);

/// <summary>One page of a result.</summary>
/// <param name="Totals">Of the whole result.</param>
/// <param name="Hits">The page.</param>
/// <param name="Next">Value of <c>after</c> for the next page; null on the last.</param>
/// <param name="First">Position of the first hit in the whole result, from 1.</param>
public sealed record SearchResult(SearchTotals Totals, IReadOnlyList<PublicOperation> Hits, string? Next, long First)
{
    /// <summary>The facets asked for, in their order; regions without a place finer than the country have the code none.</summary>
    public IReadOnlyList<Facet> Facets { get; init; } = [];

    /// <summary>How the words were understood; null without words.</summary>
    public Understanding? Understood { get; init; }
}
