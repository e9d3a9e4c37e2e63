using Splot.Contracts.Persons;

namespace Splot.Persons.Matching;

/// <summary>
/// Compares personal numbers kind by kind. Two numbers with fitting check digits that differ belong to two people, however little they
/// differ; a slip needs one that cannot be right. A Bulgarian's ЛНЧ and ЕГН, or a PESEL, may be one person's and say nothing about each other.
/// </summary>
internal sealed record NumberEvidence(bool Same, MatchReason? Near, bool Contradict)
{
    public static NumberEvidence Compare(IReadOnlyList<PersonNumber> one, IReadOnlyList<PersonNumber> other)
    {
        var (same, near, contradict) = (false, (MatchReason?)null, false);
        foreach (var left in one)
        {
            foreach (var right in other.Where(o => o.Kind == left.Kind))
            {
                var equal = left.Value == right.Value;
                same |= equal && left.IsValid;
                contradict |= !equal && left.IsValid && right.IsValid;
                near ??= left.IsValid && right.IsValid ? null : Slips.Between(left.Value, right.Value) switch
                {
                    Slip.None => MatchReason.SameInvalidNumber,
                    Slip.OneDigit => MatchReason.NumberOneDigitOff,
                    Slip.Transposed => MatchReason.NumberTransposed,
                    _ => null,
                };
            }
        }

        return new NumberEvidence(same, near, contradict);
    }
}
