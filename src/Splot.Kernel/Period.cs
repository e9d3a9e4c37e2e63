using System.Runtime.InteropServices;

namespace Splot.Kernel;

/// <summary>
/// A span of calendar days from a first day to a last day, both inside it; without a last day it goes on. Equality is that of both days.
/// Ordered by first day, then by last day, periods that go on last.
/// </summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Period : IComparable<Period>
{
    /// <summary>The reason code of a refusal: the last day lies before the first.</summary>
    public const string EndBeforeStart = "end-before-start";

    /// <summary>Makes a period of days known to be in order.</summary>
    /// <exception cref="ArgumentException">The last day lies before the first; for days that people typed use <see cref="TryCreate"/>.</exception>
    public Period(DateOnly start, DateOnly? end = null)
    {
        if (end < start)
        {
            throw new ArgumentException("The last day lies before the first.", nameof(end));
        }

        Start = start;
        End = end;
    }

    /// <summary>The first day.</summary>
    public DateOnly Start { get; }

    /// <summary>The last day, itself inside the period; null where the period goes on.</summary>
    public DateOnly? End { get; }

    /// <summary>How many days the period has, first and last counted; null where it goes on. 1 April 2023 – 1 April 2025 has 732.</summary>
    public int? Days => End is { } end ? end.DayNumber - Start.DayNumber + 1 : null;

    /// <summary>
    /// Whole months from the first day up to, but without, the last (half-open), as grant contracts count them: 1 April 2023 – 1 April 2025 has 24
    /// (seed 002). A month that lacks the day of the start ends on its last day. Null where the period goes on.
    /// </summary>
    public int? Months
    {
        get
        {
            if (End is not { } end)
            {
                return null;
            }

            var months = ((end.Year - Start.Year) * 12) + end.Month - Start.Month;
            return Start.AddMonths(months) > end ? months - 1 : months;
        }
    }

    /// <summary>Orders by first day, then by last day.</summary>
    public static bool operator <(Period left, Period right) => left.CompareTo(right) < 0;

    /// <inheritdoc cref="op_LessThan"/>
    public static bool operator <=(Period left, Period right) => left.CompareTo(right) <= 0;

    /// <inheritdoc cref="op_LessThan"/>
    public static bool operator >(Period left, Period right) => left.CompareTo(right) > 0;

    /// <inheritdoc cref="op_LessThan"/>
    public static bool operator >=(Period left, Period right) => left.CompareTo(right) >= 0;

    /// <summary>Makes a period, or refuses with a reason code (<see cref="EndBeforeStart"/>); null is the reason of success.</summary>
    public static bool TryCreate(DateOnly start, DateOnly? end, out Period period, out string? reason)
    {
        var ordered = !(end < start);
        period = ordered ? new Period(start, end) : default;
        reason = ordered ? null : EndBeforeStart;
        return ordered;
    }

    /// <summary>True where the day lies inside, first and last day included.</summary>
    public bool Contains(DateOnly day) => day >= Start && !(day > End);

    /// <summary>True where all of <paramref name="other"/> lies inside.</summary>
    public bool Contains(Period other) => other.Start >= Start && (End is null || other.End <= End);

    /// <summary>True where the two share at least one day.</summary>
    public bool Overlaps(Period other) => !(other.End < Start) && !(End < other.Start);

    /// <inheritdoc/>
    public int CompareTo(Period other)
    {
        var byStart = Start.CompareTo(other.Start);
        return byStart != 0 ? byStart : (End ?? DateOnly.MaxValue).CompareTo(other.End ?? DateOnly.MaxValue) is not 0 and var byEnd
            ? byEnd
            : (End is null).CompareTo(other.End is null);
    }

    /// <summary>ISO 8601 days with a slash, an open end as two dots: <c>2023-04-01/2025-04-01</c>, <c>2023-04-01/..</c>.</summary>
    public override string ToString() => Iso(Start) + "/" + (End is { } end ? Iso(end) : "..");

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
