using System.Globalization;
using System.Text.RegularExpressions;
using Splot.Kernel;

namespace Splot.Ui;

/// <summary>Why a typed date was not taken.</summary>
internal enum DateProblem
{
    None,
    Unreadable,
    NoSuchMonth,
    NoSuchDay,
}

/// <summary>
/// Reads dates as people type them: day, month and year with points, slashes, hyphens or spaces, the ISO form, and months as words in any of
/// the three languages. The day comes first in all three; a year has four digits.
/// </summary>
internal static partial class DateText
{
    private static readonly Dictionary<string, int> Months = MonthNames();

    /// <summary>The date, or what is wrong with it, with the year and month that were understood.</summary>
    internal static (DateOnly Date, DateProblem Problem, int Year, int Month) Read(string typed)
    {
        var text = typed.Trim();
        var match = Numbers().Match(text) is { Success: true } numbers ? numbers : Iso().Match(text) is { Success: true } iso ? iso : Words().Match(text);
        if (!match.Success)
        {
            return (default, DateProblem.Unreadable, 0, 0);
        }

        return From(match.Groups["day"].Value, match.Groups["month"].Value, match.Groups["year"].Value);
    }

    /// <summary>The date of three fields, or what is wrong with it.</summary>
    internal static (DateOnly Date, DateProblem Problem, int Year, int Month) From(string typedDay, string typedMonth, string typedYear)
    {
        if (!TryNumber(typedDay, out var day) || !TryNumber(typedYear, out var year) || year is < 1000 or > 9999)
        {
            return (default, DateProblem.Unreadable, 0, 0);
        }

        if (!TryNumber(typedMonth, out var month) && !Months.TryGetValue(typedMonth.Trim().TrimEnd('.').ToLowerInvariant(), out month))
        {
            return (default, DateProblem.Unreadable, 0, 0);
        }

        return month is < 1 or > 12 ? (default, DateProblem.NoSuchMonth, year, month)
            : day < 1 || day > DateTime.DaysInMonth(year, month) ? (default, DateProblem.NoSuchDay, year, month)
            : (new DateOnly(year, month, day), DateProblem.None, year, month);
    }

    private static bool TryNumber(string typed, out int number) => int.TryParse(typed.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out number);

    // As the interface itself writes them, so that what is shown can be typed.
    private static Dictionary<string, int> MonthNames()
    {
        var names = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var language in Languages.All)
        {
            for (var month = 1; month <= 12; month++)
            {
                var day = new DateOnly(2024, month, 1);
                string[] written = [language.LongDate(day).Split('\u00A0', ' ')[1], language.Month(day).Split('\u00A0', ' ')[0], language.ShortMonth(day).Split('\u00A0', ' ')[0]];
                foreach (var name in written)
                {
                    names[name.TrimEnd('.').ToLowerInvariant()] = month;
                }
            }
        }

        return names;
    }

    [GeneratedRegex("""^(?<day>[0-9]{1,2})\s*[./\-\s]\s*(?<month>[0-9]{1,2})\s*[./\-\s]\s*(?<year>[0-9]{4})(\s*(г\.?|r\.?))?$""", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Numbers();

    [GeneratedRegex("""^(?<year>[0-9]{4})\s*[./\-]\s*(?<month>[0-9]{1,2})\s*[./\-]\s*(?<day>[0-9]{1,2})$""", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Iso();

    [GeneratedRegex("""^(?<day>[0-9]{1,2})\.?\s+(?<month>\p{L}+\.?),?\s+(?<year>[0-9]{4})(\s*(г\.?|r\.?))?$""", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Words();
}
