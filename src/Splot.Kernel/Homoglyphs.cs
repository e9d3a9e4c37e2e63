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

    /// <summary>Replaces every look-alike, whatever the text is.</summary>
    internal static string Replace(string text) => string.Create(text.Length, text, static (target, source) =>
    {
        for (var i = 0; i < source.Length; i++)
        {
            target[i] = Twins.GetValueOrDefault(source[i], source[i]);
        }
    });
}
