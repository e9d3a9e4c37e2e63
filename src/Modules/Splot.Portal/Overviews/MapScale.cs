namespace Splot.Portal.Overviews;

/// <summary>Five classes for the values of a map, each with about a fifth of the regions that have any; equal values share a class.</summary>
public sealed class MapScale
{
    private const int Classes = 5;
    private readonly long[] sorted;
    private readonly long[] bounds;

    public MapScale(IEnumerable<long> values)
    {
        sorted = [.. values.Where(v => v > 0).Order()];
        bounds = [.. Enumerable.Range(1, Classes).Select(k => sorted.Length == 0 ? 0 : sorted[Math.Max(0, ((sorted.Length * k) + Classes - 1) / Classes - 1)])];
    }

    /// <summary>1 (least) to 5 (most); 0 without a value.</summary>
    public int ClassOf(long value) => value <= 0 ? 0 : 1 + Math.Min(Classes - 1, Math.Max(0, Array.FindIndex(bounds, b => value <= b) is var i and >= 0 ? i : Classes - 1));

    /// <summary>The classes that hold a value, with the lowest and the highest one in each.</summary>
    public IReadOnlyList<(int Class, long From, long To)> Ranges => [.. sorted.GroupBy(ClassOf).Select(g => (g.Key, g.First(), g.Last()))];
}
