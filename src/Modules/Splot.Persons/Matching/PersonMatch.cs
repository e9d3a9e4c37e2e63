using Splot.Contracts.Persons;

namespace Splot.Persons.Matching;

/// <summary>What comparing two people gave.</summary>
/// <param name="Thousandths">From 0 to 1000.</param>
/// <param name="Strategy">The strategy that decided; null where none applied.</param>
/// <param name="Reasons">What speaks for and against, in the order of the enumeration.</param>
internal sealed record PersonMatch(int Thousandths, string? Strategy, IReadOnlyList<MatchReason> Reasons)
{
    public decimal Score => Thousandths / 1000m;

    public MatchBand Band => Thousandths >= Weights.Match ? MatchBand.Match : Thousandths >= Weights.Possible ? MatchBand.Possible : MatchBand.Nothing;
}
