using Splot.Search.Searching;

namespace Splot.Search.Live;

/// <summary>Which segments to merge. Segments of about the same size are merged when there are many of them, so that each document is written anew a few times only.</summary>
internal static class MergePolicy
{
    /// <summary>So many segments of a size are merged.</summary>
    public const int Most = 8;

    private const int SmallestSize = 1000;

    /// <summary>Segments to merge; empty if all is well.</summary>
    public static IReadOnlyList<SegmentView> Pick(IReadOnlyList<SegmentView> all)
    {
        var crowded = all.GroupBy(Size).Where(g => g.Count() >= Most).MinBy(g => g.Key);
        if (crowded is not null)
        {
            return [.. crowded];
        }

        // A segment that is a quarter gone costs time and keeps what was withdrawn: it is written anew without it.
        return [.. all.Where(v => v.DeletedCount >= SmallestSize && v.DeletedCount * 4L >= v.Segment.Documents).Take(1)];
    }

    /// <summary>0 below a thousand documents, then one more for each power of ten.</summary>
    private static int Size(SegmentView view)
    {
        var size = 0;
        for (var documents = view.Living; documents >= SmallestSize; documents /= 10)
        {
            size++;
        }

        return size;
    }
}
