using System.Globalization;

namespace Splot.Kernel;

/// <summary>
/// How money, shares, dates and sizes are written in the three languages of the interface. Everything is set here and nothing is taken from the
/// platform's culture tables, which still print лв. for the euro in Bulgarian. Groups and units hang on no-break spaces, so one figure stays on one
/// line; negative figures carry the minus sign U+2212. Counts are <see cref="Languages.FormatCount"/>. Source: the house style, "Text".
/// </summary>
public static class Formats
{
    private const string NoBreakSpace = "\u00A0";
    private const string Minus = "\u2212";

    private static readonly string[] EnglishMonths =
        ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

    // Genitive, as it stands in dates; the short forms are those of CLDR.
    private static readonly string[] PolishMonths =
        ["stycznia", "lutego", "marca", "kwietnia", "maja", "czerwca", "lipca", "sierpnia", "września", "października", "listopada", "grudnia"];

    private static readonly string[] PolishMonthNames =
        ["styczeń", "luty", "marzec", "kwiecień", "maj", "czerwiec", "lipiec", "sierpień", "wrzesień", "październik", "listopad", "grudzień"];

    private static readonly string[] PolishShortMonths = ["sty", "lut", "mar", "kwi", "maj", "cze", "lip", "sie", "wrz", "paź", "lis", "gru"];

    private static readonly string[] BulgarianMonths =
        ["януари", "февруари", "март", "април", "май", "юни", "юли", "август", "септември", "октомври", "ноември", "декември"];

    private static readonly string[] BulgarianShortMonths = ["ян.", "февр.", "март", "апр.", "май", "юни", "юли", "авг.", "септ.", "окт.", "ноем.", "дек."];

    /// <summary>
    /// An amount in full: <c>6 200 901,17 €</c>, <c>€6,200,901.17</c>; <c>771 009,00 лв.</c> in Bulgarian, else <c>771 009,00 BGN</c>,
    /// <c>BGN 771,009.00</c>. Two decimals always, three or four where the currency has them; groups of three from four digits on.
    /// </summary>
    public static string Money(this Language language, Money money) =>
        WithUnit(language, money.Currency, Number(language, Math.Abs(money.Amount), Math.Max(2, money.Currency.MinorDigits)), money.Amount < 0m);

    /// <summary>
    /// An amount for headlines: <c>6,2 mln €</c>, <c>6,2 млн. €</c>, <c>€6.2 M</c> with one decimal from a million on; <c>2,43 mld €</c>, <c>2,43 млрд. €</c>,
    /// <c>€2.43 bn</c> with two from a thousand million on; whole units below. Rounded half away from zero.
    /// </summary>
    public static string CompactMoney(this Language language, Money money)
    {
        var (number, word) = Math.Abs(money.Amount) switch
        {
            >= 999_950_000m => (Number(language, Math.Abs(money.Amount) / 1_000_000_000m, 2), Word(language, "bn", "mld", "млрд.")),
            >= 999_999.5m => (Number(language, Math.Abs(money.Amount) / 1_000_000m, 1), Word(language, "M", "mln", "млн.")),
            var small => (Number(language, small, 0), ""),
        };
        return WithUnit(language, money.Currency, word.Length == 0 ? number : number + NoBreakSpace + word, money.Amount <= -0.5m);
    }

    /// <summary>A fraction as a percentage with two decimals: 0.8252 is <c>82,52%</c>, in English <c>82.52%</c>. Rounded half away from zero.</summary>
    public static string Percent(this Language language, decimal fraction) => Decimal(language, fraction * 100m, 2) + "%";

    /// <summary>A number with <paramref name="decimals"/> decimals, rounded half away from zero, in groups of three.</summary>
    public static string Decimal(this Language language, decimal number, int decimals)
    {
        var rounded = Math.Round(number, decimals, MidpointRounding.AwayFromZero);
        return (rounded < 0m ? Minus : "") + Number(language, Math.Abs(rounded), decimals);
    }

    /// <summary>A day in words: <c>1 stycznia 2024</c>, <c>1 януари 2024 г.</c>, <c>1 January 2024</c>.</summary>
    public static string LongDate(this Language language, DateOnly date) => Digits(date.Day) + NoBreakSpace + language switch
    {
        Language.Polish => PolishMonths[date.Month - 1] + " " + Digits(date.Year),
        Language.Bulgarian => BulgarianMonths[date.Month - 1] + " " + Digits(date.Year) + NoBreakSpace + "г.",
        _ => EnglishMonths[date.Month - 1] + " " + Digits(date.Year),
    };

    /// <summary>A day in figures, as people type it: <c>01.04.2023</c>, in English <c>01/04/2023</c>.</summary>
    public static string NumericDate(this Language language, DateOnly date) =>
        date.ToString(language == Language.English ? "dd'/'MM'/'yyyy" : "dd'.'MM'.'yyyy", CultureInfo.InvariantCulture);

    /// <summary>A month in words: <c>styczeń 2024</c>, <c>януари 2024 г.</c>, <c>January 2024</c>.</summary>
    public static string Month(this Language language, DateOnly date) => language switch
    {
        Language.Polish => PolishMonthNames[date.Month - 1] + NoBreakSpace + Digits(date.Year),
        Language.Bulgarian => BulgarianMonths[date.Month - 1] + NoBreakSpace + Digits(date.Year) + NoBreakSpace + "г.",
        _ => EnglishMonths[date.Month - 1] + NoBreakSpace + Digits(date.Year),
    };

    /// <summary>A month for narrow places: <c>sty 2024</c>, <c>ян. 2024</c>, <c>Jan 2024</c>.</summary>
    public static string ShortMonth(this Language language, DateOnly date) => language switch
    {
        Language.Polish => PolishShortMonths[date.Month - 1],
        Language.Bulgarian => BulgarianShortMonths[date.Month - 1],
        _ => EnglishMonths[date.Month - 1][..3],
    } + NoBreakSpace + Digits(date.Year);

    /// <summary>A size in bytes with decimal units: <c>512 B</c>, <c>3,4 kB</c>, <c>12,0 MB</c>, one decimal from a kilobyte on, rounded half away from zero.</summary>
    /// <param name="language">The reader's language.</param>
    /// <param name="bytes">The size; not negative.</param>
    public static string Size(this Language language, long bytes)
    {
        string[] units = ["B", "kB", "MB", "GB", "TB", "PB", "EB"];
        var size = (decimal)bytes;
        var unit = 0;
        while (Math.Round(size, unit == 0 ? 0 : 1, MidpointRounding.AwayFromZero) >= 1_000m && unit < units.Length - 1)
        {
            size /= 1_000m;
            unit++;
        }

        return Number(language, size, unit == 0 ? 0 : 1) + NoBreakSpace + units[unit];
    }

    private static string WithUnit(Language language, Currency currency, string number, bool negative)
    {
        var sign = negative ? Minus : "";
        if (language == Language.English)
        {
            return currency == Currency.Eur ? sign + "€" + number : sign + currency.Code + NoBreakSpace + number;
        }

        var unit = currency == Currency.Eur ? "€" : currency == Currency.Bgn && language == Language.Bulgarian ? "лв." : currency.Code;
        return sign + number + NoBreakSpace + unit;
    }

    private static string Number(Language language, decimal number, int decimals)
    {
        var rounded = Math.Round(number, decimals, MidpointRounding.AwayFromZero);
        var english = rounded.ToString("N" + Digits(decimals), CultureInfo.InvariantCulture);
        return language == Language.English ? english : english.Replace(",", NoBreakSpace, StringComparison.Ordinal).Replace('.', ',');
    }

    private static string Word(Language language, string english, string polish, string bulgarian) =>
        language switch { Language.Polish => polish, Language.Bulgarian => bulgarian, _ => english };

    private static string Digits(int number) => number.ToString(CultureInfo.InvariantCulture);
}
