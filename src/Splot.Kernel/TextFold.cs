using System.Globalization;
using System.Text;

namespace Splot.Kernel;

/// <summary>
/// The form of a text in which two writings of the same words are equal: for matching names and for simple search, never for showing.
/// Unicode compatibility forms are unified (NFKC), case and the diacritics of Latin, Greek and Cyrillic letters are dropped, letters that have
/// no decomposition get their plain twin (ł ø đ ß æ …), quotation marks and dashes become " ' -, blanks are squeezed to single spaces and trimmed,
/// invisible characters are removed. The Cyrillic й stays, because Bulgarian counts it as a letter of its own; ѝ becomes и.
/// Folding twice gives the same as folding once. Any text can be folded, broken Unicode included. Independent of the culture.
/// </summary>
public static class TextFold
{
    private const char Breve = '\u0306';

    /// <summary>The folded form of <paramref name="text"/>; empty for null and for blanks.</summary>
    public static string Fold(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return "";
        }

        return FoldTable.Fold(text) ?? FoldUnicode(text);
    }

    /// <summary>The rule itself, for any text; <see cref="FoldTable"/> knows its results for the letters that most texts consist of.</summary>
    internal static string FoldUnicode(string text)
    {
        var decomposed = Repair(text).Normalize(NormalizationForm.FormKD);
        var folded = new StringBuilder(decomposed.Length);
        foreach (var original in decomposed)
        {
            var letter = char.ToLowerInvariant(original);
            if (IsMark(letter))
            {
                if (letter == Breve && folded.Length > 0 && folded[^1] == 'и')
                {
                    folded[^1] = 'й';
                }
            }
            else if (Plain(letter) is { } plain)
            {
                folded.Append(plain);
            }
            else
            {
                Append(folded, letter);
            }
        }

        return Trimmed(folded).Normalize(NormalizationForm.FormC);
    }

    // Letters without a decomposition, quotation marks and dashes; the letter is lower case already.
    private static string? Plain(char letter) => letter switch
    {
        'ł' => "l",
        'ø' => "o",
        'đ' or 'ð' => "d",
        'ħ' => "h",
        'ı' => "i",
        'ŧ' => "t",
        'ŋ' => "n",
        'ĸ' => "k",
        'ƶ' => "z",
        'ə' => "e",
        'ς' => "σ",
        'ß' => "ss",
        'æ' => "ae",
        'œ' => "oe",
        'þ' => "th",
        '‘' or '’' or '‚' or '‛' or '´' or '`' or '′' or 'ʼ' => "'",
        '“' or '”' or '„' or '‟' or '«' or '»' or '″' => "\"",
        '‐' or '‒' or '–' or '—' or '―' or '−' or '⁃' => "-",
        _ => null,
    };

    private static void Append(StringBuilder folded, char letter)
    {
        if (char.IsWhiteSpace(letter))
        {
            if (folded.Length > 0 && folded[^1] != ' ')
            {
                folded.Append(' ');
            }
        }
        else if (char.GetUnicodeCategory(letter) is not (UnicodeCategory.Control or UnicodeCategory.Format))
        {
            folded.Append(char.ToLowerInvariant(letter));
        }
    }

    private static string Trimmed(StringBuilder folded)
    {
        if (folded.Length > 0 && folded[^1] == ' ')
        {
            folded.Length--;
        }

        return folded.ToString();
    }

    // The combining marks of Latin, Greek and Cyrillic; vowel signs of other scripts are letters to their readers and stay.
    private static bool IsMark(char letter) => letter is >= '\u0300' and <= '\u036F';

    // Normalize throws on half a surrogate pair and on the non-character U+FFFE; U+FFFD takes their place.
    internal static string Repair(string text)
    {
        if (!text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF') && !text.Contains('\uFFFE', StringComparison.Ordinal))
        {
            return text;
        }

        var repaired = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            repaired.Append(rune.Value == 0xFFFE ? "\uFFFD" : rune.ToString());
        }

        return repaired.ToString();
    }
}
