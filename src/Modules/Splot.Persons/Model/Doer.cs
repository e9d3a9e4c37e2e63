using Splot.Contracts.Access;

namespace Splot.Persons.Model;

/// <summary>Who does something, for whom and why; all of it goes into the audit.</summary>
/// <param name="Sight">Which records the doer reaches with the act. All others are answered as unknown.</param>
/// <param name="OnBehalfOf">The account on whose behalf, where the act is open through somebody absent alone.</param>
/// <param name="Reason">Why, in the doer's words, where a reason is owed.</param>
internal sealed record Doer(Sight Sight, string? OnBehalfOf = null, string? Reason = null)
{
    /// <summary>The account.</summary>
    public string Account => Sight.Account ?? throw new InvalidOperationException("Whoever does something has an account.");

    /// <summary>The emergency access by which alone the record is seen.</summary>
    public string? Emergency { get; private init; }

    /// <summary>Of somebody who stands in for others: how far their own roles go with the act, and how far those of each absent one.</summary>
    public IReadOnlyList<(string Holder, Reach Reach)> Holders { get; init; } = [];

    /// <summary>The same in an emergency, which the audit is to tell; null where there is none.</summary>
    public Doer In(string? emergency) => this with { Emergency = emergency };

    /// <summary>On whose behalf something is done with a record: nobody's where one's own roles cover it, else that of the absent one whose do.</summary>
    public string? For(RecordPlace place) =>
        Holders.Any(h => h.Holder == Account && h.Reach.Covers(place)) ? null : Holders.Where(h => h.Reach.Covers(place)).Select(h => h.Holder).FirstOrDefault(OnBehalfOf);
}
