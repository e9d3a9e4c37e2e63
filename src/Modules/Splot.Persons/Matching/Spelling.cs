using System.Buffers;
using System.Text;
using Splot.Kernel;

namespace Splot.Persons.Matching;

/// <summary>
/// Words in Latin letters without diacritics, and the keys under which different spellings of one word meet: the official Bulgarian
/// transliteration, the older scholarly, French and German ones, Polish and English renderings of Cyrillic, and the commonest slips of Polish
/// spelling. The keys are for comparing, never for showing.
/// </summary>
internal static class Spelling
{
    // Longest first; '2' stands for sh, '3' for tsh: neither is a letter of a name.
    private static readonly (string From, string To)[] Rules =
    [
        ("shch", "2t"), ("szcz", "2t"), ("sch", "2"), ("tch", "3"),
        ("sh", "2"), ("sz", "2"), ("cz", "3"), ("kh", "h"), ("zh", "z"), ("rz", "z"), ("ts", "c"), ("tz", "c"), ("ph", "f"), ("th", "t"), ("ou", "u"),
        ("w", "v"), ("x", "ks"), ("q", "k"), ("y", "i"), ("j", "i"),
    ];

    private static readonly SearchValues<char> NotBulgarian = SearchValues.Create("іґєыэў");

    /// <summary>A folded word in Latin letters, by the law's transliteration.</summary>
    public static string Latin(string folded) => Transliteration.ToLatin(OtherCyrillic(Homoglyphs.Unify(folded)));

    /// <summary>All keys of a folded word: "ch" may stand for ч or for х, and ъ is written a or u.</summary>
    public static string[] Keys(string folded)
    {
        var word = OtherCyrillic(Homoglyphs.Unify(folded));
        var latin = Transliteration.ToLatin(word);
        string[] readings = word.Contains('ъ', StringComparison.Ordinal) ? [latin, Transliteration.ToLatin(word.Replace('ъ', 'у'))] : [latin];
        return [.. readings.SelectMany(r => new[] { Key(r, "3"), Key(r, "h") }).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>One key that all spellings share, for looking up: ч, х and cz fall together, ъ counts as a.</summary>
    public static string Rough(string latin) => Squeezed(Key(latin, "h").Replace('3', 'h').Replace('u', 'a'));

    private static string Key(string latin, string ch)
    {
        var key = new StringBuilder(latin.Length + 4);
        for (var at = 0; at < latin.Length;)
        {
            if (StartsWith(latin, at, "ch"))
            {
                key.Append(ch);
                at += 2;
                continue;
            }

            var rule = Array.Find(Rules, r => StartsWith(latin, at, r.From));
            key.Append(rule.From is null ? latin[at..(at + 1)] : rule.To);
            at += rule.From?.Length ?? 1;
        }

        // Ivanoff and Iwanow are Ivanov.
        if (key.Length > 3 && key[^1] == 'f' && key[^2] == 'f')
        {
            key.Length -= 2;
            key.Append('v');
        }

        return Squeezed(key.ToString());
    }

    private static bool StartsWith(string text, int at, string start) => string.CompareOrdinal(text, at, start, 0, start.Length) == 0;

    private static string Squeezed(string text)
    {
        var squeezed = new StringBuilder(text.Length);
        foreach (var letter in text)
        {
            if (squeezed.Length == 0 || squeezed[^1] != letter)
            {
                squeezed.Append(letter);
            }
        }

        return squeezed.ToString();
    }

    // Names from Ukraine, Russia and Belarus reach us in their own letters, which the Bulgarian law does not speak of.
    private static string OtherCyrillic(string word) => !word.AsSpan().ContainsAny(NotBulgarian)
        ? word
        : word.Replace('і', 'и').Replace('ґ', 'г').Replace("є", "йе", StringComparison.Ordinal).Replace('ы', 'й').Replace('э', 'е').Replace('ў', 'у');
}
