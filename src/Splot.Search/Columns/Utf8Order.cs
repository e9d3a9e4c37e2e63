namespace Splot.Search.Columns;

/// <summary>Texts in the order of their code points, which is that of their UTF-8 bytes; plain ordinal comparison differs for pairs of surrogates.</summary>
internal sealed class Utf8Order : IComparer<string>
{
    public static Utf8Order Instance { get; } = new();

    public int Compare(string? x, string? y)
    {
        var left = x.AsSpan();
        var right = y.AsSpan();
        var shared = left.CommonPrefixLength(right);
        return shared == left.Length || shared == right.Length ? left.Length - right.Length : Rank(left[shared]) - Rank(right[shared]);
    }

    private static int Rank(char unit) => unit < 0xD800 ? unit : unit >= 0xE000 ? unit - 0x800 : unit + 0x2000;
}
