using System.Globalization;
using System.Text;
using Splot.Kernel;

namespace Splot.Search.Text;

/// <summary>
/// What each UTF-16 unit is to a reader of words, and what one letter becomes in the key of a word: lower case, without diacritics, in Latin.
/// Keys are made letter by letter, so that the key of a stem and an ending is the key of the stem followed by the key of the ending; that is why
/// the two rules of the transliteration that look at neighbours (ия at the end, България) are left out of them.
/// </summary>
internal static class Letters
{
    /// <summary>Ends a word.</summary>
    public const byte Break = 0;

    /// <summary>Belongs to a word: a letter, a digit, a mark, an invisible character, half of a surrogate pair.</summary>
    public const byte Inside = 1;

    /// <summary>Joins two parts of a word when it stands between letters or digits.</summary>
    public const byte Joint = 2;

    /// <summary>Joins two digits only.</summary>
    public const byte DigitJoint = 3;

    private const int Known = 0x530;

    private static readonly byte[] Classes = MakeClasses();

    private static readonly string?[] Keys = MakeKeys();

    /// <summary>The class of every UTF-16 unit, by its number.</summary>
    public static ReadOnlySpan<byte> ClassTable => Classes;

    /// <summary>Appends the key of <paramref name="word"/>: letters and digits only.</summary>
    public static void AppendKey(StringBuilder key, ReadOnlySpan<char> word)
    {
        foreach (var letter in word)
        {
            if (letter >= Known || Keys[letter] is not { } known)
            {
                AppendFolded(key, word);
                return;
            }
        }

        foreach (var letter in word)
        {
            key.Append(Keys[letter]);
        }
    }

    /// <summary>The key of <paramref name="word"/>.</summary>
    public static string Key(ReadOnlySpan<char> word)
    {
        var key = new StringBuilder(word.Length + 4);
        AppendKey(key, word);
        return key.ToString();
    }

    /// <summary>The key of a letter of a dictionary; null for a letter that only whole texts can be folded with.</summary>
    public static string? KeyOf(char letter) => letter < Known ? Keys[letter] : null;

    /// <summary>A Cyrillic letter.</summary>
    public static bool IsCyrillic(char letter) => letter is >= '\u0400' and <= '\u052F';

    /// <summary>A letter that Polish has and the other two languages have not; ó is too common elsewhere.</summary>
    public static bool IsPolish(char letter) => "ąćęłńśźżĄĆĘŁŃŚŹŻ".Contains(letter, StringComparison.Ordinal);

    // Combining marks, broken Unicode and rare letters: fold the text as a whole, then go on letter by letter.
    private static void AppendFolded(StringBuilder key, ReadOnlySpan<char> word)
    {
        foreach (var rune in TextFold.Fold(word.ToString()).EnumerateRunes())
        {
            if (!Rune.IsLetterOrDigit(rune) && Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark))
            {
                continue;
            }

            if (rune.Value < Known && Keys[rune.Value] is { } known)
            {
                key.Append(known);
            }
            else
            {
                key.Append(rune);
            }
        }
    }

    private static byte[] MakeClasses()
    {
        var classes = new byte[char.MaxValue + 1];
        for (var i = 0; i < classes.Length; i++)
        {
            classes[i] = ClassOf((char)i);
        }

        return classes;
    }

    private static byte ClassOf(char letter) => letter switch
    {
        '-' or '.' or '/' or '_' or '&' or '\'' or '’' or '‐' or '‑' => Joint,
        ',' => DigitJoint,
        _ => char.GetUnicodeCategory(letter) switch
        {
            UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter or UnicodeCategory.ModifierLetter
                or UnicodeCategory.OtherLetter or UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber or UnicodeCategory.NonSpacingMark
                or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.Format or UnicodeCategory.Surrogate => Inside,
            _ => Break,
        },
    };

    private static string?[] MakeKeys()
    {
        var keys = new string?[Known];
        for (var i = 0; i < Known; i++)
        {
            var letter = (char)i;
            if (char.IsLetterOrDigit(letter))
            {
                keys[i] = string.Concat(TextFold.Fold(letter.ToString()).Where(char.IsLetterOrDigit).Select(l => Transliteration.ToLatin(l.ToString())));
            }
        }

        return keys;
    }
}
