namespace Splot.Persons.Matching;

/// <summary>Slips of the hand: a letter too many, too few, another one, or two in the wrong order.</summary>
internal static class Typing
{
    /// <summary>True where the words differ by as many slips as their length allows: none under four letters, one under ten, two from there on.</summary>
    public static bool IsSlip(string one, string other)
    {
        var shorter = Math.Min(one.Length, other.Length);
        var allowed = shorter < 4 ? 0 : shorter < 10 ? 1 : 2;
        return Math.Abs(one.Length - other.Length) <= allowed && Distance(one, other) <= allowed;
    }

    /// <summary>Damerau–Levenshtein distance in its restricted form: no part is changed twice.</summary>
    public static int Distance(ReadOnlySpan<char> one, ReadOnlySpan<char> other)
    {
        var width = other.Length + 1;
        Span<int> table = one.Length < 40 && other.Length < 40 ? stackalloc int[(one.Length + 1) * width] : new int[(one.Length + 1) * width];
        for (var i = 0; i <= one.Length; i++)
        {
            for (var j = 0; j <= other.Length; j++)
            {
                table[(i * width) + j] = Step(table, one, other, i, j, width);
            }
        }

        return table[^1];
    }

    private static int Step(Span<int> table, ReadOnlySpan<char> one, ReadOnlySpan<char> other, int i, int j, int width)
    {
        if (i == 0 || j == 0)
        {
            return i + j;
        }

        var same = one[i - 1] == other[j - 1] ? 0 : 1;
        var best = Math.Min(table[((i - 1) * width) + j - 1] + same, Math.Min(table[((i - 1) * width) + j], table[(i * width) + j - 1]) + 1);
        return i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1]
            ? Math.Min(best, table[((i - 2) * width) + j - 2] + 1)
            : best;
    }
}
