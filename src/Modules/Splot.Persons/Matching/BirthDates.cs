using System.Globalization;
using Splot.Contracts.Persons;

namespace Splot.Persons.Matching;

/// <summary>Compares birth dates, the best first.</summary>
internal enum DateEvidence
{
    Same = 0,
    DayAndMonthSwapped = 1,
    OneDigitOff = 2,
    Transposed = 3,
    OneYearOff = 4,
    Unknown = 5,
    Different = 6,
}

/// <inheritdoc cref="DateEvidence"/>
internal static class BirthDates
{
    /// <summary>
    /// A wrong digit that makes somebody more than ten years older is no slip but a parent of the same name: father and son share birthdays often enough.
    /// </summary>
    public const int LongestSlip = 10;

    /// <summary>The best evidence of any pair, for a date as told and one that a number carries; nothing to compare is <see cref="DateEvidence.Unknown"/>.</summary>
    public static DateEvidence Compare(IReadOnlyList<DateOnly> one, IReadOnlyList<DateOnly> other)
    {
        var best = one.Count == 0 || other.Count == 0 ? DateEvidence.Unknown : DateEvidence.Different;
        foreach (var left in one)
        {
            foreach (var right in other)
            {
                var found = Compare(left, right);
                best = found < best ? found : best;
            }
        }

        return best;
    }

    public static DateEvidence Compare(DateOnly one, DateOnly other)
    {
        if (one == other)
        {
            return DateEvidence.Same;
        }

        if (one.Year == other.Year && one.Day == other.Month && one.Month == other.Day)
        {
            return DateEvidence.DayAndMonthSwapped;
        }

        if (Math.Abs(one.Year - other.Year) > LongestSlip)
        {
            return DateEvidence.Different;
        }

        return Slips.Between(Digits(one), Digits(other)) switch
        {
            Slip.OneDigit => DateEvidence.OneDigitOff,
            Slip.Transposed => DateEvidence.Transposed,
            _ => one.Month == other.Month && one.Day == other.Day && Math.Abs(one.Year - other.Year) == 1 ? DateEvidence.OneYearOff : DateEvidence.Different,
        };
    }

    public static MatchReason Reason(DateEvidence evidence) => evidence switch
    {
        DateEvidence.Same => MatchReason.SameBirthDate,
        DateEvidence.DayAndMonthSwapped => MatchReason.DayAndMonthSwapped,
        DateEvidence.OneDigitOff => MatchReason.BirthDateOneDigitOff,
        DateEvidence.Transposed => MatchReason.BirthDateTransposed,
        DateEvidence.OneYearOff => MatchReason.BirthYearOneOff,
        DateEvidence.Unknown => MatchReason.BirthDateUnknown,
        _ => MatchReason.BirthDateDiffers,
    };

    /// <summary>The years in which a date may lie that is a slip away from one in <paramref name="year"/>, itself included.</summary>
    public static IReadOnlyList<int> NearYears(int year) =>
    [
        .. Enumerable.Range(year - LongestSlip, (2 * LongestSlip) + 1)
            .Where(y => Math.Abs(y - year) <= 1 || Slips.Between(Four(y), Four(year)) != Slip.More),
    ];

    private static string Digits(DateOnly date) => date.ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    private static string Four(int year) => year.ToString("0000", CultureInfo.InvariantCulture);
}
