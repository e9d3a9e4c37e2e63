using System.Globalization;

namespace Splot.Portal.Searching;

/// <summary>
/// A band of total costs for histograms: from its lower bound, included, up to the next band's lower bound, left out. So every amount lies in exactly one band;
/// EUR 100 000.00 in the one that begins there.
/// </summary>
/// <param name="FromCents">The lowest amount.</param>
/// <param name="ToCents">The highest amount; null for the last band.</param>
public sealed record BudgetBand(long FromCents, long? ToCents)
{
    private static readonly long[] Bounds = [0, 10_000, 25_000, 50_000, 100_000, 250_000, 500_000, 1_000_000, 2_500_000, 5_000_000, 10_000_000, 25_000_000, 100_000_000];

    /// <summary>The bands, lowest first.</summary>
    public static IReadOnlyList<BudgetBand> All { get; } =
        [.. Bounds.Select((from, i) => new BudgetBand(from * 100, i + 1 < Bounds.Length ? (Bounds[i + 1] * 100) - 1 : null))];

    /// <summary>Its name in the index: the lower bound in euro.</summary>
    public string Code => (FromCents / 100).ToString(CultureInfo.InvariantCulture);

    /// <summary>The band of an amount; null where none is known or it is below zero.</summary>
    public static BudgetBand? Of(long? cents) => cents is >= 0 and var amount ? All.Last(b => b.FromCents <= amount) : null;
}
