using System.Buffers;

namespace Splot.Kernel;

/// <summary>
/// What <see cref="TextFold"/> makes of each Latin, Greek and Cyrillic letter and of the punctuation of ordinary texts. These letters do
/// not act on each other (combining marks are not among them), so a text of them is folded letter by letter.
/// </summary>
internal static class FoldTable
{
    private const int Letters = 0x530;
    private const int Punctuation = 0x2000;
    private const int AfterPunctuation = 0x2070;

    private static readonly string?[] Known = Build();
    private static readonly int Longest = Known.Max(k => k?.Length ?? 0);

    /// <summary>The folded text; null where a letter is not in the table.</summary>
    public static string? Fold(string text)
    {
        var buffer = ArrayPool<char>.Shared.Rent(text.Length * Longest);
        try
        {
            return Fill(text, buffer) is { } length ? new string(buffer, 0, length) : null;
        }
        finally
        {
            ArrayPool<char>.Shared.Return(buffer);
        }
    }

    private static int? Fill(string text, char[] folded)
    {
        var length = 0;
        foreach (var letter in text)
        {
            if (Index(letter) is not { } index || Known[index] is not { } form)
            {
                return null;
            }

            foreach (var part in form)
            {
                if (part != ' ' || (length > 0 && folded[length - 1] != ' '))
                {
                    folded[length++] = part;
                }
            }
        }

        return length > 0 && folded[length - 1] == ' ' ? length - 1 : length;
    }

    private static int? Index(char letter) => letter switch
    {
        < (char)Letters => letter,
        >= (char)Punctuation and < (char)AfterPunctuation => letter - Punctuation + Letters,
        _ => null,
    };

    private static string?[] Build()
    {
        var known = new string?[Letters + AfterPunctuation - Punctuation];
        for (var letter = 0; letter < AfterPunctuation; letter = letter == Letters - 1 ? Punctuation : letter + 1)
        {
            // U+0300–036F and U+0483–0489 join the letter before them.
            if (letter is not (>= 0x300 and <= 0x36F or >= 0x483 and <= 0x489))
            {
                known[Index((char)letter)!.Value] = TextFold.FoldUnicode($"x{(char)letter}x")[1..^1];
            }
        }

        return known;
    }
}
