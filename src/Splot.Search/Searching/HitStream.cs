using System.Collections;
using Splot.Search.Columns;
using Splot.Search.Segments;

namespace Splot.Search.Searching;

/// <summary>
/// The keys of all hits in order, for exports. It shows the index as it was when the stream was opened, whatever changes meanwhile, and must be disposed of, or what was replaced
/// meanwhile stays open.
/// </summary>
public sealed class HitStream : IEnumerable<long>, IDisposable
{
    private readonly Snapshot snapshot;
    private readonly IReadOnlyList<SegmentHits> segments;
    private readonly IReadOnlyList<Hit>? ranked;
    private bool disposed;

    internal HitStream(Snapshot snapshot, IReadOnlyList<SegmentHits> segments, IReadOnlyList<Hit>? ranked, SearchResult result)
    {
        (this.snapshot, this.segments, this.ranked, Result) = (snapshot, segments, ranked, result);
    }

    /// <summary>Total, sums and counts; without keys.</summary>
    public SearchResult Result { get; }

    /// <inheritdoc/>
    public IEnumerator<long> GetEnumerator()
    {
        ObjectDisposedException.ThrowIf(disposed, this);
        return (ranked?.Select(h => h.Key) ?? Merged()).GetEnumerator();
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <inheritdoc/>
    public void Dispose()
    {
        if (!disposed)
        {
            disposed = true;
            snapshot.Release();
        }
    }

    private IEnumerable<long> Merged()
    {
        var heads = new PriorityQueue<IEnumerator<Hit>, Hit>();
        foreach (var segment in segments)
        {
            var hits = segment.InOrder().GetEnumerator();
            if (hits.MoveNext())
            {
                heads.Enqueue(hits, hits.Current);
            }
        }

        while (heads.TryDequeue(out var next, out var hit))
        {
            ObjectDisposedException.ThrowIf(disposed, this);
            yield return hit.Key;
            if (next.MoveNext())
            {
                heads.Enqueue(next, next.Current);
            }
        }
    }
}

/// <summary>The hits of a segment and the order they are wanted in.</summary>
/// <param name="Segment">The segment.</param>
/// <param name="Hits">One bit for each document.</param>
/// <param name="Column">The column to sort by; null: by key.</param>
/// <param name="Descending">True for the largest first.</param>
internal sealed record SegmentHits(Segment Segment, ulong[] Hits, NumberStore? Column, bool Descending)
{
    public IEnumerable<Hit> InOrder() => Documents().Where(IsHit).Select(d => Hit.Of(Segment, Column, Descending, d));

    private bool IsHit(int document) => (Hits[document >> 6] & (1UL << document)) != 0;

    private IEnumerable<int> Documents()
    {
        if (Column is null)
        {
            return Enumerable.Range(0, Segment.Documents);
        }

        var present = Column.Layout.Present;
        var missing = Enumerable.Range(present, Segment.Documents - present).Select(Column.InOrder);
        return (Descending ? Downwards(Column) : Enumerable.Range(0, present).Select(Column.InOrder)).Concat(missing);
    }

    /// <summary>From the largest down; equal ones in the order of their keys.</summary>
    private static IEnumerable<int> Downwards(NumberStore column)
    {
        for (var end = column.Layout.Present; end > 0;)
        {
            var start = end - 1;
            while (start > 0 && column.Value(column.InOrder(start - 1)) == column.Value(column.InOrder(end - 1)))
            {
                start--;
            }

            for (var place = start; place < end; place++)
            {
                yield return column.InOrder(place);
            }

            end = start;
        }
    }
}
