using System.Globalization;
using System.Text;
using Splot.Kernel;

namespace Splot.Search.Text;

/// <summary>How texts and words become comparable.</summary>
internal static class Folding
{
    /// <summary>Longer words are cut: nobody types more, and the dictionary of an index stays small.</summary>
    public const int LongestTerm = 64;

    /// <summary>The text folded (see <see cref="TextFold"/>) and in Latin letters by the official transliteration.</summary>
    public static string Fold(ReadOnlySpan<char> text) => Transliteration.ToLatin(TextFold.Fold(text.ToString()));

    /// <summary>The folded word, letters and digits only, cut at <see cref="LongestTerm"/>; empty where the word has none.</summary>
    public static string Surface(ReadOnlySpan<char> word)
    {
        var folded = Fold(word);
        if (folded.Length <= LongestTerm && folded.AsSpan().IndexOfAnyExcept(Plain) < 0)
        {
            return folded;
        }

        var kept = new StringBuilder(folded.Length);
        foreach (var rune in folded.EnumerateRunes())
        {
            if (kept.Length + rune.Utf16SequenceLength > LongestTerm)
            {
                break;
            }

            if (Rune.IsLetterOrDigit(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark)
            {
                kept.Append(rune.ToString());
            }
        }

        return kept.ToString();
    }

    private static readonly System.Buffers.SearchValues<char> Plain = System.Buffers.SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789");
}
