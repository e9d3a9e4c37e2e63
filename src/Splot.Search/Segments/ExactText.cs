using System.Numerics;

namespace Splot.Search.Segments;

/// <summary>
/// Whole titles and identifiers are known by a hash of their folded form, without quotation marks around it. It decides about order and about hits that words alone would miss, and at
/// 64 bits two different texts share one about once in ten million indexes of two million titles.
/// </summary>
internal static class ExactText
{
    public static ulong Hash(string folded)
    {
        var hash = 0x9E3779B97F4A7C15UL;
        foreach (var unit in Bare(folded))
        {
            hash = BitOperations.RotateLeft(hash ^ unit, 23) * 0xBF58476D1CE4E5B9UL;
        }

        hash ^= hash >> 31;
        hash *= 0x94D049BB133111EBUL;
        return hash ^ (hash >> 29);
    }

    /// <summary>A folded text without the quotation marks and blanks around it: „Centre of support” is what centre of support asks for.</summary>
    public static ReadOnlySpan<char> Bare(string folded) => folded.AsSpan().Trim("\" ");
}
