using System.Text;

namespace Splot.Kernel;

/// <summary>
/// Bulgarian in Latin letters by the Transliteration Act (State Gazette 19/2009), Arts. 3–6: я ya, ж zh, щ sht, ъ a, ь y …; „ия“ at the end of a word
/// is ia; България is Bulgaria. A capital that becomes several letters is written Sht at the head of a word and SHT among capitals.
/// Letters that Bulgarian does not have, Latin ones included, stay as they are.
/// </summary>
public static class Transliteration
{
    private const string Country = "българия";

    private const string Bulgarian = "абвгдежзийклмнопрстуфхцчшщъьюяѝ";

    private static readonly string[] Latin =
        ["a", "b", "v", "g", "d", "e", "zh", "z", "i", "y", "k", "l", "m", "n", "o", "p", "r", "s", "t", "u", "f", "h", "ts", "ch", "sh", "sht", "a", "y", "yu", "ya", "i"];

    /// <summary>The text with every Bulgarian letter in Latin.</summary>
    public static string ToLatin(string text)
    {
        if (!text.AsSpan().ContainsAnyInRange('\u0400', '\u045F'))
        {
            return text;
        }

        var composed = text.Any(c => c is '\u0306' or '\u0300') ? TextFold.Repair(text).Normalize(NormalizationForm.FormC) : text;
        var latin = new StringBuilder(composed.Length + 16);
        for (var i = 0; i < composed.Length; i++)
        {
            var letter = Bulgarian.IndexOf(char.ToLowerInvariant(composed[i]), StringComparison.Ordinal);
            if (letter < 0)
            {
                latin.Append(composed[i]);
                continue;
            }

            var plain = IsEndOfIya(composed, i) ? "a" : IsUOfCountry(composed, i) ? "u" : Latin[letter];
            latin.Append(Cased(plain, composed, i));
        }

        return latin.ToString();
    }

    private static bool IsEndOfIya(string text, int at) =>
        Lower(text, at) == 'я' && Lower(text, at - 1) == 'и' && !IsLetter(text, at + 1);

    private static bool IsUOfCountry(string text, int at)
    {
        var start = at - 1;
        return Lower(text, at) == 'ъ' && start >= 0 && !IsLetter(text, start - 1) && !IsLetter(text, start + Country.Length)
            && text.AsSpan(start).StartsWith(Country, StringComparison.OrdinalIgnoreCase);
    }

    private static string Cased(string latin, string text, int at)
    {
        if (!char.IsUpper(text[at]))
        {
            return latin;
        }

        var amongCapitals = IsUpper(text, at + 1) || (!IsLetter(text, at + 1) && IsUpper(text, at - 1));
        return amongCapitals ? latin.ToUpperInvariant() : char.ToUpperInvariant(latin[0]) + latin[1..];
    }

    private static bool IsUpper(string text, int at) => at >= 0 && at < text.Length && char.IsUpper(text[at]);

    private static bool IsLetter(string text, int at) => at >= 0 && at < text.Length && char.IsLetter(text[at]);

    private static char Lower(string text, int at) => at >= 0 && at < text.Length ? char.ToLowerInvariant(text[at]) : '\0';
}
