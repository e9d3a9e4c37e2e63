using System.Buffers;

namespace Splot.Tables;

/// <summary>Headers made comparable.</summary>
public static class HeaderText
{
    /// <summary>
    /// Lower case without diacritics; everything but letters and digits (line breaks, no-break blanks, underscores, punctuation, currency signs) becomes one blank;
    /// trimmed. <c>"Wartość projektu\n(PLN)"</c> → <c>"wartosc projektu pln"</c>.
    /// </summary>
    public static string Normalise(ReadOnlySpan<char> header)
    {
        var buffer = ArrayPool<char>.Shared.Rent(header.Length);
        var length = 0;
        foreach (var character in header)
        {
            if (char.IsLetterOrDigit(character))
            {
                buffer[length++] = LetterFold.Of(character);
            }
            else if (length > 0 && buffer[length - 1] != ' ' && !IsMark(character))
            {
                buffer[length++] = ' ';
            }
        }

        var text = buffer.AsSpan(0, length).TrimEnd(' ').ToString();
        ArrayPool<char>.Shared.Return(buffer);
        return text;
    }

    // Combining accents, soft hyphens and zero-width characters stand inside words.
    private static bool IsMark(char character) =>
        char.GetUnicodeCategory(character) is System.Globalization.UnicodeCategory.NonSpacingMark or System.Globalization.UnicodeCategory.Format;
}
