using System.Globalization;
using System.Text;

namespace Splot.Kernel;

/// <summary>
/// A text from outside in the form in which every store and page can hold it. What is no text is dropped: control characters other than tabs and line ends, lone halves
/// of surrogate pairs, and the code points that Unicode gives to no character ever (U+FFFE among them, at which the framework's own composing throws).
/// </summary>
public static class CleanText
{
    /// <summary>The text without what is no text; nothing else changes.</summary>
    public static string Drop(string text) => IsText(text) ? text : Dropped(text);

    /// <summary>The text without what is no text, in Unicode's composed form.</summary>
    public static string Compose(string text)
    {
        var kept = Drop(text);
        return kept.IsNormalized(NormalizationForm.FormC) ? kept : kept.Normalize(NormalizationForm.FormC);
    }

    /// <summary>One line: composed, blanks and line ends squeezed to single spaces, none at the ends. Empty for null.</summary>
    public static string Line(string? text) => string.Join(' ', Compose(text ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>Several lines: composed, every line end a plain one, no blanks at the ends of the whole. Empty for null.</summary>
    public static string Lines(string? text) =>
        Compose((text ?? "").Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n')).Trim();

    private static bool IsText(string text)
    {
        foreach (var letter in text)
        {
            if (char.IsSurrogate(letter) || !IsText(new Rune(letter)))
            {
                return false;
            }
        }

        return true;
    }

    private static string Dropped(string text)
    {
        var kept = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length;)
        {
            var isWhole = Rune.TryGetRuneAt(text, at, out var rune);
            var length = isWhole ? rune.Utf16SequenceLength : 1;
            if (isWhole && IsText(rune))
            {
                kept.Append(text, at, length);
            }

            at += length;
        }

        return kept.ToString();
    }

    // The last two code points of every plane and U+FDD0 to U+FDEF are characters of nobody.
    private static bool IsText(Rune rune) =>
        rune.Value is '\t' or '\n' or '\r' || (Rune.GetUnicodeCategory(rune) != UnicodeCategory.Control && (rune.Value & 0xFFFE) != 0xFFFE && rune.Value is < 0xFDD0 or > 0xFDEF);
}
