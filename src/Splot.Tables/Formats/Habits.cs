namespace Splot.Tables;

/// <summary>
/// What a country's or language's people write by habit: languages, decimal mark, order of day and month, and whether two-digit dates may start with the
/// year. After the number symbols and short date patterns of the Unicode CLDR and the official languages of each country; state of November 2026.
/// It settles only what the file itself leaves open.
/// </summary>
internal static class Habits
{
    // Country; languages; decimal mark; order of day and month; y if dates may start with a two-digit year.
    private const string Countries =
        """
        AT de , dmy
        BE nl+fr+de , dmy
        BG bg , dmy
        CH de+fr+it . dmy
        CY el , dmy
        CZ cs , dmy
        DE de , dmy
        DK da , dmy
        EE et , dmy
        ES es , dmy
        FI fi+sv , dmy
        FR fr , dmy
        GB en . dmy
        GR el , dmy
        HR hr , dmy
        HU hu , dmy y
        IE en+ga . dmy
        IS is , dmy
        IT it , dmy
        LI de . dmy
        LT lt , dmy y
        LU fr+de , dmy
        LV lv , dmy
        MT mt+en . dmy
        NL nl , dmy
        NO nb , dmy
        PL pl , dmy
        PT pt , dmy
        RO ro , dmy
        SE sv , dmy y
        SI sl , dmy
        SK sk , dmy
        US en . mdy
        """;

    // Language; decimal mark ('?' where its countries differ); order of day and month.
    private const string Languages =
        """
        bg , dmy
        cs , dmy
        da , dmy
        de , dmy
        el , dmy
        en . ?
        es , dmy
        et , dmy
        fi , dmy
        fr , dmy
        ga . dmy
        hr , dmy
        hu , dmy y
        it , dmy
        lt , dmy y
        lv , dmy
        mt . dmy
        nl , dmy
        pl , dmy
        pt , dmy
        ro , dmy
        sk , dmy
        sl , dmy
        sv , dmy y
        """;

    private static readonly Dictionary<string, Habit> ByCountry = Read(Countries, languages: true);
    private static readonly Dictionary<string, Habit> ByLanguage = Read(Languages, languages: false);

    /// <summary>The habit that country and language agree on; what they disagree on or do not say stays open. A language tag with a country (<c>en-GB</c>) counts as both.</summary>
    public static Habit Of(string? country, string? language)
    {
        var tag = (language ?? string.Empty).Split('-', '_');
        var spoken = ByLanguage.GetValueOrDefault(tag[0].ToLowerInvariant());
        var tagged = tag.Length > 1 ? ByCountry.GetValueOrDefault(Country(tag[^1])) : null;
        var placed = ByCountry.GetValueOrDefault(Country(country));
        var voices = new[] { placed, tagged ?? spoken }.OfType<Habit>().ToList();
        return new Habit(
            [.. voices.SelectMany(voice => voice.Languages).Distinct()],
            Agreed(voices.Select(voice => voice.Decimal)),
            Agreed(voices.Select(voice => voice.Dates)),
            voices.Exists(voice => voice.YearFirst));
    }

    /// <summary>The official languages of a country; empty if it is unknown.</summary>
    public static IReadOnlyList<string> LanguagesOf(string? country) => ByCountry.GetValueOrDefault(Country(country))?.Languages ?? [];

    private static string Country(string? code) => code?.Trim().ToUpperInvariant() switch
    {
        "EL" => "GR",
        "UK" => "GB",
        var other => other ?? string.Empty,
    };

    private static T? Agreed<T>(IEnumerable<T?> voices)
        where T : struct
    {
        var said = voices.Where(voice => voice is not null).Distinct().ToList();
        return said.Count == 1 ? said[0] : null;
    }

    private static Dictionary<string, Habit> Read(string table, bool languages)
    {
        var habits = new Dictionary<string, Habit>();
        foreach (var line in table.Split('\n'))
        {
            var fields = line.Split(' ');
            var rest = fields[(languages ? 2 : 1)..];
            habits[fields[0]] = new Habit(
                languages ? fields[1].Split('+') : [fields[0]],
                rest[0] == "," ? DecimalMark.Comma : DecimalMark.Point,
                rest[1] switch { "dmy" => DateOrder.DayMonthYear, "mdy" => DateOrder.MonthDayYear, _ => null },
                rest.Length > 2);
        }

        return habits;
    }
}

/// <summary>A habit; null where it is not known.</summary>
internal sealed record Habit(IReadOnlyList<string> Languages, DecimalMark? Decimal, DateOrder? Dates, bool YearFirst);
