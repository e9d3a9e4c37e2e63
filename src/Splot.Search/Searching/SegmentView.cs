using System.Collections.Concurrent;
using System.Numerics;
using Splot.Search.Segments;

namespace Splot.Search.Searching;

/// <summary>A segment and which of its documents are gone, at one moment.</summary>
internal sealed unsafe class SegmentView
{
    private readonly ConcurrentDictionary<int, int[]> liveCounts = [];

    /// <param name="segment">The segment.</param>
    /// <param name="deleted">One bit for each document, in whole windows; null if none is gone. Not changed any more.</param>
    public SegmentView(Segment segment, ulong[]? deleted)
    {
        Segment = segment;
        Deleted = deleted;
        DeletedCount = deleted is null ? 0 : deleted.Sum(BitOperations.PopCount);
    }

    public Segment Segment { get; }

    public ulong[]? Deleted { get; }

    public int DeletedCount { get; }

    public int Living => Segment.Documents - DeletedCount;

    public bool IsGone(int document) => Deleted is not null && (Deleted[document >> 6] & (1UL << document)) != 0;

    /// <summary>How many living documents have each code of a column.</summary>
    public ReadOnlySpan<int> LiveCounts(int column) => liveCounts.GetOrAdd(column, c =>
    {
        var counts = Segment.Codes[c].Counts.ToArray();
        foreach (var document in Gone())
        {
            counts[Segment.Codes[c].Code(document)]--;
        }

        return counts;
    });

    /// <summary>The sum of a column of numbers over living documents.</summary>
    public Int128 LiveSum(int column)
    {
        var sum = (Int128)Segment.Numbers[column].Layout.Total;
        foreach (var document in Gone())
        {
            sum -= Segment.Numbers[column].Value(document);
        }

        return sum;
    }

    private IEnumerable<int> Gone()
    {
        for (var i = 0; i < (Deleted?.Length ?? 0); i++)
        {
            for (var word = Deleted![i]; word != 0; word &= word - 1)
            {
                yield return (i << 6) + BitOperations.TrailingZeroCount(word);
            }
        }
    }
}

/// <summary>All segments at one moment. A key lives in at most one of them.</summary>
/// <param name="Views">The segments.</param>
/// <param name="Sequence">The change up to which they know.</param>
internal sealed record Snapshot(IReadOnlyList<SegmentView> Views, long Sequence)
{
    /// <summary>Documents, deleted ones included.</summary>
    public long Documents { get; } = Views.Sum(v => (long)v.Segment.Documents);

    public bool TryHold()
    {
        for (var i = 0; i < Views.Count; i++)
        {
            if (!Views[i].Segment.TryHold())
            {
                for (var held = 0; held < i; held++)
                {
                    Views[held].Segment.Release();
                }

                return false;
            }
        }

        return true;
    }

    public void Release()
    {
        foreach (var view in Views)
        {
            view.Segment.Release();
        }
    }
}
