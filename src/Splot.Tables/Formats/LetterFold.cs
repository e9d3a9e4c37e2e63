using System.Globalization;
using System.Text;

namespace Splot.Tables;

/// <summary>Lower case without diacritics, one character for one: <c>Ł</c> → <c>l</c>, <c>é</c> → <c>e</c>, <c>ς</c> → <c>σ</c>. For comparing words, never for keeping.</summary>
internal static class LetterFold
{
    private const int TableSize = 0x530;

    private static readonly char[] Table = Build();

    public static char Of(char character) => character < TableSize ? Table[character] : Folded(character);

    public static string Of(string text) => string.Create(text.Length, text, static (target, source) =>
    {
        for (var index = 0; index < target.Length; index++)
        {
            target[index] = Of(source[index]);
        }
    });

    private static char[] Build()
    {
        var table = new char[TableSize];
        for (var index = 0; index < table.Length; index++)
        {
            table[index] = Folded((char)index);
        }

        return table;
    }

    private static char Folded(char character)
    {
        if (char.IsSurrogate(character) || (char.IsAscii(character) && !char.IsAsciiLetterUpper(character)))
        {
            return character;
        }

        var lower = char.ToLowerInvariant(character);
        lower = lower switch
        {
            'ł' => 'l',
            'ø' => 'o',
            'đ' => 'd',
            'ħ' => 'h',
            'ı' => 'i',
            'ς' => 'σ',
            _ => lower,
        };
        var parts = lower.ToString().Normalize(NormalizationForm.FormD);
        return parts.Length > 1 && CharUnicodeInfo.GetUnicodeCategory(parts[1]) == UnicodeCategory.NonSpacingMark ? parts[0] : lower;
    }
}
