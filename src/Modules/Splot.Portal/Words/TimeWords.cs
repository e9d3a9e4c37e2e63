using Splot.Contracts.Projects;
using Splot.Kernel;

namespace Splot.Portal.Words;

/// <summary>Dates and lengths of time.</summary>
internal static class TimeWords
{
    /// <summary>Jan 2024 – Dec 2028; what is missing is left out; null where both are.</summary>
    public static string? Span(OperationDocument document) => Span(document, day => Languages.Current.ShortMonth(day));

    /// <summary>January 2024 – December 2028: the same with whole names, for what is printed.</summary>
    public static string? LongSpan(OperationDocument document) => Span(document, day => Languages.Current.Month(day));

    /// <summary>Whole months from the first to the last day, that day included; null where it is no span of whole months.</summary>
    public static long? Months(DateOnly start, DateOnly end)
    {
        var months = ((end.Year - start.Year) * 12) + end.Month - start.Month;
        var behind = end.AddDays(1);
        return behind == start.AddMonths(months) || end == start.AddMonths(months) ? months : behind == start.AddMonths(months + 1) ? months + 1 : null;
    }

    /// <summary>The day of an instant (UTC).</summary>
    public static DateOnly Day(DateTimeOffset instant) => DateOnly.FromDateTime(instant.UtcDateTime);

    private static string? Span(OperationDocument document, Func<DateOnly, string> month) => (document.Start, document.ActualEnd ?? document.End) switch
    {
        ({ } start, { } end) => month(start) + " – " + month(end),
        ({ } start, null) => Text.Since(month(start)),
        (null, { } end) => Text.Until(month(end)),
        _ => null,
    };
}
