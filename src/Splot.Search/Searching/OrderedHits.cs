using System.Numerics;
using System.Runtime.CompilerServices;
using Splot.Search.Columns;
using Splot.Search.Segments;

namespace Splot.Search.Searching;

/// <summary>
/// The first hits of a segment in the order of a column of numbers or of keys. Where hits are many, it walks along the order kept ready until it has
/// enough of them; where they are few, or lie far off, it looks at each hit.
/// </summary>
internal sealed unsafe class OrderedHits(SegmentView view, NumberStore? column, bool descending, ulong* hits, long count)
{
    private const int LeastSteps = 4096;

    private readonly Segment segment = view.Segment;
    private long stepsLeft;

    /// <summary>Adds what belongs to the page.</summary>
    public void AddTo(TopHits top)
    {
        if (top.Most == 0 || count == 0)
        {
            return;
        }

        // Walking pays if hits are dense; where they only seem so, it gives up once it has cost about as much as looking at each hit.
        stepsLeft = Math.Max(count, LeastSteps);
        if ((double)count * count < (double)top.Most * segment.Documents || !Walk(top))
        {
            LookAtEach(top);
        }
    }

    private bool IsHit(int document) => (hits[document >> 6] & (1UL << document)) != 0;

    private Hit HitOf(int document) => Hit.Of(segment, column, descending, document);

    [MethodImpl(Hot.Loop)]
    private void LookAtEach(TopHits top)
    {
        for (var i = 0; i < (segment.Documents + 63) / 64; i++)
        {
            for (var word = hits[i]; word != 0; word &= word - 1)
            {
                top.Add(HitOf((i << 6) + BitOperations.TrailingZeroCount(word)));
            }
        }
    }

    /// <summary>False if it gave up; hits added by then are in the page's order and added again without harm only to an empty page, so it takes none before it is sure.</summary>
    private bool Walk(TopHits top)
    {
        var found = new List<Hit>(top.Most);
        var done = column is null ? WalkKeys(top, found) : WalkColumn(top, found);
        if (done)
        {
            found.ForEach(top.Add);
        }

        return done;
    }

    [MethodImpl(Hot.Loop)]
    private bool WalkKeys(TopHits top, List<Hit> found)
    {
        for (var document = top.After is { } after ? segment.PlaceOf(after.Key) : 0; document < segment.Documents && found.Count < top.Most; document++)
        {
            if (!Step(document, top, found))
            {
                return false;
            }
        }

        return true;
    }

    private bool WalkColumn(TopHits top, List<Hit> found)
    {
        var present = column!.Layout.Present;
        return (top.After is { Missing: true } || (descending ? WalkDown(top, found) : WalkRun(Start(top, orEqual: false), present, top, found)))
            && WalkRun(present, segment.Documents, top, found);
    }

    private int Start(TopHits top, bool orEqual)
    {
        if (top.After is not { } after)
        {
            return orEqual ? column!.Layout.Present : 0;
        }

        return column!.PlaceOf(descending ? ~after.Rank : after.Rank, orEqual);
    }

    /// <summary>From the largest down; documents with equal numbers still come by key, so each run of them is walked upwards.</summary>
    [MethodImpl(Hot.Loop)]
    private bool WalkDown(TopHits top, List<Hit> found)
    {
        var order = column!.Order;
        for (var end = Start(top, orEqual: true); end > 0 && found.Count < top.Most;)
        {
            var value = column.Value(order[end - 1]);
            var start = end - 1;
            while (start > 0 && column.Value(order[start - 1]) == value)
            {
                start--;
                stepsLeft--;
            }

            if (!WalkRun(start, end, top, found))
            {
                return false;
            }

            end = start;
        }

        return true;
    }

    [MethodImpl(Hot.Loop)]
    private bool WalkRun(int from, int to, TopHits top, List<Hit> found)
    {
        var order = column!.Order;
        for (var place = from; place < to && found.Count < top.Most; place++)
        {
            if (!Step(order[place], top, found))
            {
                return false;
            }
        }

        return true;
    }

    private bool Step(int document, TopHits top, List<Hit> found)
    {
        if (IsHit(document) && HitOf(document) is var hit && (top.After is not { } after || hit > after))
        {
            found.Add(hit);
        }

        return --stepsLeft > 0;
    }
}
