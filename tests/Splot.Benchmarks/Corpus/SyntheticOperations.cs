using System.Globalization;
using System.Text;
using Splot.Search.Documents;
using Splot.Search.Text;

namespace Splot.Benchmarks.Corpus;

/// <summary>
/// Invented operations shaped like those of public portals: about 132 words each (40 % Polish, 45 % English, 15 % Bulgarian), 27 countries, 400 programmes,
/// 1 500 regions with municipalities below, 300 000 beneficiaries. Operation n is always the same.
/// </summary>
internal sealed class SyntheticOperations(IReadOnlyList<WordSource> languages)
{
    private const int Programmes = 400;

    private static readonly string[] Countries = ["PL", "BG", "DE", "FR", "IT", "ES", "PT", "RO", "HU", "CZ", "SK", "EL", "HR", "LT", "LV", "EE", "SI", "IE", "BE", "NL", "AT", "FI", "SE", "DK", "CY", "MT", "LU"];
    private static readonly string[] Funds = ["ERDF", "ESF+", "CF", "JTF", "ESF", "YEI"];
    private static readonly string[] Periods = ["2007-2013", "2014-2020", "2021-2027"];
    private static readonly string[] Statuses = ["running", "completed", "planned", "terminated"];

    public static SearchSchema Schema { get; } = new(
        "benchmark",
        [
            new CodeColumn("country", CountedTogether: true),
            new CodeColumn("period", CountedTogether: true),
            new CodeColumn("programme", CountedTogether: true),
            new CodeColumn("fund", CodeShape.Multiple, CountedTogether: true),
            new CodeColumn("theme", CodeShape.Multiple, CountedTogether: true),
            new CodeColumn("region", CodeShape.Paths),
            new CodeColumn("objective"),
            new CodeColumn("field", CodeShape.Multiple),
            new CodeColumn("status"),
            new CodeColumn("beneficiary"),
            new CodeColumn("demo"),
        ],
        [
            new NumberColumn("budget", NumberKind.Cents, Sorted: true, Summed: true),
            new NumberColumn("eu", NumberKind.Cents, Sorted: true, Summed: true),
            new NumberColumn("start", NumberKind.Days, Sorted: true),
            new NumberColumn("end", NumberKind.Days, Sorted: true),
            new NumberColumn("updated", NumberKind.Plain),
        ]);

    /// <summary>Languages: Polish, English, Bulgarian.</summary>
    public IReadOnlyList<WordSource> Languages => languages;

    public IEnumerable<SearchDocument> Documents(int count) => Enumerable.Range(1, count).Select(n => Document(n));

    /// <summary>An operation.</summary>
    /// <param name="key">Its number.</param>
    /// <param name="edition">Another one has the same key and other texts and numbers.</param>
    public SearchDocument Document(long key, int edition = 0)
    {
        var dice = new Dice(((ulong)key * 16) + (ulong)edition);
        var document = new SearchDocument(Schema, key);
        var home = dice.Share();
        var language = languages[home < 0.5 ? 0 : home < 0.7 ? 2 : 1];
        AddTexts(document, ref dice, language, key);
        AddCodes(document, ref dice);
        AddNumbers(document, ref dice);
        return document;
    }

    private void AddTexts(SearchDocument document, ref Dice dice, WordSource language, long key)
    {
        document.AddText(TextRole.Identifier, TextLanguage.None, string.Create(CultureInfo.InvariantCulture, $"OP.{key % 97:D2}.{key:D7}/{key % 13 + 10}"));
        document.AddText(TextRole.Beneficiary, language.Language, Sentence(ref dice, language, 3 + dice.Below(3)));
        document.AddText(TextRole.Title, language.Language, Sentence(ref dice, language, 5 + dice.Below(9)));
        document.AddText(TextRole.Body, language.Language, Sentence(ref dice, language, 40 + dice.Below(80)));
        if (language.Language != TextLanguage.English && dice.Chance(0.4))
        {
            document.AddText(TextRole.Title, TextLanguage.English, Sentence(ref dice, languages[1], 5 + dice.Below(9)));
            document.AddText(TextRole.Body, TextLanguage.English, Sentence(ref dice, languages[1], 40 + dice.Below(80)));
        }
        else
        {
            document.AddText(TextRole.Body, language.Language, Sentence(ref dice, language, 20 + dice.Below(30)));
        }
    }

    private static void AddCodes(SearchDocument document, ref Dice dice)
    {
        var programme = dice.Zipf(Programmes);
        var country = Countries[(programme * 7) % 27 % (1 + (programme % 27))];
        var period = Periods[programme % 3];
        document.AddCode(0, country);
        document.AddCode(1, period);
        document.AddCode(2, string.Create(CultureInfo.InvariantCulture, $"{period[..4]}{country}{programme:D4}"));
        var fund = (programme % 4 + dice.Zipf(3)) % Funds.Length;
        document.AddCode(3, Funds[fund]);
        document.AddCode(3, dice.Chance(0.05) ? Funds[(fund + 1) % Funds.Length] : null);
        var theme = dice.Zipf(12);
        document.AddCode(4, dice.Chance(0.9) ? string.Create(CultureInfo.InvariantCulture, $"T{theme:D2}") : null);
        document.AddCode(4, dice.Chance(0.2) ? string.Create(CultureInfo.InvariantCulture, $"T{(theme + 1 + dice.Below(5)) % 12:D2}") : null);
        for (var places = dice.Chance(0.06) ? 0 : dice.Chance(0.1) ? 2 : 1; places > 0; places--)
        {
            document.AddCode(5, Place(ref dice, country));
        }

        document.AddCode(6, string.Create(CultureInfo.InvariantCulture, $"SO{1 + (theme % 5)}.{1 + dice.Below(12)}"));
        for (var fields = dice.Below(3); fields >= 0; fields--)
        {
            document.AddCode(7, string.Create(CultureInfo.InvariantCulture, $"{1 + dice.Zipf(182):D3}"));
        }

        document.AddCode(8, Statuses[dice.Zipf(4)]);
        document.AddCode(9, string.Create(CultureInfo.InvariantCulture, $"{country}-{dice.Zipf(300_000)}"));
        document.AddCode(10, "false");
    }

    private static string Place(ref Dice dice, string country)
    {
        var (first, second, third) = (1 + dice.Zipf(6), 1 + dice.Below(3), 1 + dice.Below(4));
        var path = new StringBuilder().Append(CultureInfo.InvariantCulture, $"/{country}/{country}{first}/{country}{first}{second}");
        if (dice.Chance(0.85))
        {
            path.Append(CultureInfo.InvariantCulture, $"/{country}{first}{second}{third}");
            if (dice.Chance(0.5))
            {
                path.Append(CultureInfo.InvariantCulture, $"/{country}_{first}{second}{third}{dice.Below(30):D2}");
            }
        }

        return path.ToString();
    }

    private static void AddNumbers(SearchDocument document, ref Dice dice)
    {
        var budget = (long)Math.Exp(9 + (dice.Share() * 4) + (dice.Share() * 4) + (dice.Share() * 4)) / 10;
        document.SetNumber(0, dice.Chance(0.03) ? null : budget);
        document.SetNumber(1, dice.Chance(0.1) ? null : budget / 100 * (50 + dice.Below(36)));
        var start = 732_677 + dice.Below(7300);
        document.SetNumber(2, dice.Chance(0.02) ? null : start);
        document.SetNumber(3, dice.Chance(0.05) ? null : start + 90 + dice.Below(1500));
        document.SetNumber(4, 1_700_000_000 + dice.Below(70_000_000));
    }

    private static string Sentence(ref Dice dice, WordSource language, int words)
    {
        var text = new StringBuilder(words * 10);
        for (var i = 0; i < words; i++)
        {
            text.Append(i == 0 ? "" : dice.Below(12) == 0 ? ", " : " ").Append(language.Form(dice.Zipf(language.Count), ref dice));
        }

        return text.ToString();
    }
}
