using System.Collections.Frozen;

namespace Splot.Kernel;

/// <summary>
/// Cyrillic and Greek capitals and small letters that look like Latin ones and get typed into codes by mistake: a register prints the contract
/// BG05SFPR002-2.002-0109-С01 with a Cyrillic С. The Latin twin serves for looking up; the original is what is kept and shown.
/// </summary>
public static class Homoglyphs
{
    private const string Cyrillic = "АВЕКМНОРСТУХІЈЅаеорсухіјѕ";
    private const string CyrillicTwins = "ABEKMHOPCTYXIJSaeopcyxijs";
    private const string Greek = "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧϹοϲν";
    private const string GreekTwins = "ABEZHIKMNOPTYXCocv";

    private static readonly FrozenDictionary<char, char> Twins = (Cyrillic + Greek).Zip(CyrillicTwins + GreekTwins)
        .ToFrozenDictionary(p => p.First, p => p.Second);

    // Latin letters whose look-alike is a letter of Bulgarian.
    private static readonly FrozenDictionary<char, char> Bulgarian = CyrillicTwins.Zip(Cyrillic)
        .Where(p => p.Second is >= 'А' and <= 'я')
        .ToFrozenDictionary(p => p.First, p => p.Second);

    /// <summary>
    /// True for what a person would call a Latin code: at least one digit, no blanks inside, every letter Latin or with a Latin twin.
    /// „РД-09“ is no such code: its Д has no twin, so the whole of it is Cyrillic on purpose.
    /// </summary>
    public static bool IsCodeLike(string text)
    {
        var code = text.Trim();
        return code.Any(char.IsAsciiDigit) && !code.Any(char.IsWhiteSpace) && code.Where(char.IsLetter).All(c => char.IsAsciiLetter(c) || Twins.ContainsKey(c));
    }

    /// <summary>The code with Latin twins in place of look-alikes; a text that is not <see cref="IsCodeLike"/> comes back as it is.</summary>
    public static string ToLatin(string text) => IsCodeLike(text) ? Replace(text) : text;

    /// <summary>
    /// The word in one alphabet, for looking up. A code becomes Latin (see <see cref="ToLatin"/>). In a word of Latin and Cyrillic letters the ones that
    /// look alike follow the ones that do not: „Cофия“ typed with a Latin C becomes София; where all look alike, the majority decides.
    /// A word of one alphabet, and one whose mixture cannot be an oversight, come back as they are.
    /// </summary>
    public static string Unify(string word)
    {
        int latin = 0, cyrillic = 0, onlyLatin = 0, onlyCyrillic = 0;
        foreach (var letter in word)
        {
            if (char.IsAsciiLetter(letter))
            {
                latin++;
                onlyLatin += Bulgarian.ContainsKey(letter) ? 0 : 1;
            }
            else if (char.IsLetter(letter) && letter > '\u036F')
            {
                cyrillic++;
                onlyCyrillic += Twins.ContainsKey(letter) ? 0 : 1;
            }
        }

        if (cyrillic == 0 || IsCodeLike(word))
        {
            return cyrillic == 0 ? word : Replace(word);
        }

        if (latin == 0 || (onlyLatin > 0 && onlyCyrillic > 0))
        {
            return word;
        }

        return onlyCyrillic > 0 || (onlyLatin == 0 && cyrillic > latin) ? Replace(word, Bulgarian) : Replace(word);
    }

    /// <summary>Replaces every look-alike, whatever the text is.</summary>
    internal static string Replace(string text) => Replace(text, Twins);

    private static string Replace(string text, FrozenDictionary<char, char> twins) => string.Create(text.Length, (text, twins), static (target, source) =>
    {
        for (var i = 0; i < source.text.Length; i++)
        {
            target[i] = source.twins.GetValueOrDefault(source.text[i], source.text[i]);
        }
    });
}
