using Splot.Search.Searching;

namespace Splot.Portal.Overviews;

/// <summary>A code, how many projects have it and how much money they carry. A project counts in full under each of its codes.</summary>
/// <param name="Code">The code.</param>
/// <param name="Count">Projects.</param>
/// <param name="BudgetEur">Sum of total costs in euro.</param>
/// <param name="EuEur">Sum of Union contributions in euro.</param>
public readonly record struct CodeSum(string Code, long Count, decimal BudgetEur, decimal EuEur)
{
    /// <summary>The counts of a facet that was asked for with sums.</summary>
    internal static IReadOnlyList<CodeSum> Of(Facet facet) => [.. facet.Counts.Select(c => new CodeSum(c.Code, c.Count, c.Sums[0] / 100m, c.Sums[1] / 100m))];
}
