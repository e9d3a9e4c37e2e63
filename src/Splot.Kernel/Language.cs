using System.Globalization;

namespace Splot.Kernel;

/// <summary>A language of the user interface. The order is the order of the texts in generated code.</summary>
public enum Language
{
    /// <summary>English, with British formats.</summary>
    English = 0,

    /// <summary>Polish.</summary>
    Polish = 1,

    /// <summary>Bulgarian.</summary>
    Bulgarian = 2,
}

/// <summary>Codes, cultures, plural forms and counts of the three languages of the user interface.</summary>
public static class Languages
{
    private const string NoBreakSpace = "\u00A0";

    private static readonly CultureInfo[] Cultures =
        [CultureInfo.GetCultureInfo("en-GB"), CultureInfo.GetCultureInfo("pl-PL"), CultureInfo.GetCultureInfo("bg-BG")];

    /// <summary>All languages, in the order of <see cref="Language"/>.</summary>
    public static IReadOnlyList<Language> All { get; } = [Language.English, Language.Polish, Language.Bulgarian];

    /// <summary>The language of the current UI culture; English where that is none of the three.</summary>
    public static Language Current => Parse(CultureInfo.CurrentUICulture.TwoLetterISOLanguageName) ?? Language.English;

    /// <summary>The language with the two-letter ISO 639-1 code <paramref name="code"/> (lower case), or null.</summary>
    public static Language? Parse(string? code) => code switch
    {
        "en" => Language.English,
        "pl" => Language.Polish,
        "bg" => Language.Bulgarian,
        _ => null,
    };

    /// <summary>The two-letter ISO 639-1 code, as it stands in addresses and in <c>lang</c> attributes.</summary>
    public static string Code(this Language language) => language switch
    {
        Language.Polish => "pl",
        Language.Bulgarian => "bg",
        _ => "en",
    };

    /// <summary>The culture whose habits the language's formats follow: en-GB, pl-PL or bg-BG.</summary>
    public static CultureInfo Culture(this Language language) => Cultures[(int)language];

    /// <summary>Makes <paramref name="language"/> the current culture and UI culture of the running request.</summary>
    public static void MakeCurrent(this Language language)
    {
        CultureInfo.CurrentCulture = language.Culture();
        CultureInfo.CurrentUICulture = language.Culture();
    }

    /// <summary>Words made in <paramref name="language"/>, whichever one is current before and after: for what goes to somebody else than the reader.</summary>
    public static T Speak<T>(this Language language, Func<T> words)
    {
        var (culture, ui) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        try
        {
            language.MakeCurrent();
            return words();
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (culture, ui);
        }
    }

    /// <summary>
    /// The plural form that <paramref name="count"/> takes: 0 one, 1 few, 2 many or other (CLDR cardinal rules for integers;
    /// English and Bulgarian know one and other, Polish one, few and many).
    /// </summary>
    public static int PluralForm(this Language language, long count)
    {
        if (count == 1)
        {
            return 0;
        }

        if (language != Language.Polish)
        {
            return 2;
        }

        var units = Math.Abs(count % 10);
        var tens = Math.Abs(count % 100);
        return units is >= 2 and <= 4 && tens is not (>= 12 and <= 14) ? 1 : 2;
    }

    /// <summary>A whole number with groups of three: from four digits on in English, from five on in Polish and Bulgarian (no-break spaces); the minus is U+2212.</summary>
    public static string FormatCount(this Language language, long count)
    {
        if (language == Language.English)
        {
            return Number(count, "#,0");
        }

        return count is > -10_000 and < 10_000
            ? Number(count, "0")
            : Number(count, "#,0").Replace(",", NoBreakSpace, StringComparison.Ordinal);
    }

    private static string Number(long count, string format) => count.ToString(format, CultureInfo.InvariantCulture).Replace('-', '−');
}
