using Splot.Contracts.Projects;
using Splot.Kernel;

namespace Splot.Portal.Words;

/// <summary>Dates and lengths of time.</summary>
internal static class TimeWords
{
    /// <summary>Jan 2024 – Dec 2028; what is missing is left out; null where both are.</summary>
    public static string? Span(OperationDocument document)
    {
        var language = Languages.Current;
        return (document.Start, document.ActualEnd ?? document.End) switch
        {
            ({ } start, { } end) => language.ShortMonth(start) + " – " + language.ShortMonth(end),
            ({ } start, null) => Text.Since(language.ShortMonth(start)),
            (null, { } end) => Text.Until(language.ShortMonth(end)),
            _ => null,
        };
    }

    /// <summary>Whole months from the first to the last day, that day included; null where it is no span of whole months.</summary>
    public static long? Months(DateOnly start, DateOnly end)
    {
        var months = ((end.Year - start.Year) * 12) + end.Month - start.Month;
        var behind = end.AddDays(1);
        return behind == start.AddMonths(months) || end == start.AddMonths(months) ? months : behind == start.AddMonths(months + 1) ? months + 1 : null;
    }

    /// <summary>The day of an instant (UTC).</summary>
    public static DateOnly Day(DateTimeOffset instant) => DateOnly.FromDateTime(instant.UtcDateTime);
}
