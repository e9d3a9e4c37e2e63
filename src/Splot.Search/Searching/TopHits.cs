using System.Runtime.InteropServices;
using Splot.Search.Columns;
using Splot.Search.Segments;

namespace Splot.Search.Searching;

/// <summary>A hit's place in any order: those with a number first, then ascending by rank, then by key. Where the largest come first, the rank is the number's complement.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Hit(bool Missing, long Rank, long Key) : IComparable<Hit>
{
    /// <summary>A document's place in the order of a column of numbers or, without one, of keys.</summary>
    public static unsafe Hit Of(Segment segment, NumberStore? column, bool descending, int document)
    {
        var key = segment.Keys[document];
        if (column is null)
        {
            return new Hit(false, 0, key);
        }

        var value = column.Value(document);
        return column.Has(document) ? new Hit(false, descending ? ~value : value, key) : new Hit(true, 0, key);
    }

    public int CompareTo(Hit other) =>
        Missing != other.Missing ? (Missing ? 1 : -1) : Rank != other.Rank ? Rank.CompareTo(other.Rank) : Key.CompareTo(other.Key);

    public static bool operator <(Hit left, Hit right) => left.CompareTo(right) < 0;

    public static bool operator >(Hit left, Hit right) => left.CompareTo(right) > 0;

    public static bool operator <=(Hit left, Hit right) => left.CompareTo(right) <= 0;

    public static bool operator >=(Hit left, Hit right) => left.CompareTo(right) >= 0;
}

/// <summary>The first hits behind a given one.</summary>
/// <param name="most">How many.</param>
/// <param name="after">The last hit of the page before; null on the first page.</param>
internal sealed class TopHits(int most, Hit? after)
{
    private readonly Hit[] heap = new Hit[most]; // the last of them on top
    private int count;

    /// <summary>The last of them, once there are as many as wanted: what comes behind it is of no use.</summary>
    public Hit? Last => count == most && most > 0 ? heap[0] : null;

    public Hit? After => after;

    public int Most => most;

    public bool Wants(Hit hit) => most > 0 && (after is not { } start || hit > start) && (count < most || hit < heap[0]);

    public void Add(Hit hit)
    {
        if (!Wants(hit))
        {
            return;
        }

        if (count < most)
        {
            heap[count] = hit;
            Up(count++);
        }
        else
        {
            heap[0] = hit;
            Down();
        }
    }

    /// <summary>All of them in order.</summary>
    public List<Hit> Sorted() => [.. heap.AsSpan(0, count).ToArray().Order()];

    private void Up(int at)
    {
        while (at > 0 && heap[(at - 1) / 2] < heap[at])
        {
            (heap[at], heap[(at - 1) / 2]) = (heap[(at - 1) / 2], heap[at]);
            at = (at - 1) / 2;
        }
    }

    private void Down()
    {
        for (var at = 0; ;)
        {
            var child = (2 * at) + 1;
            if (child >= count)
            {
                return;
            }

            if (child + 1 < count && heap[child + 1] > heap[child])
            {
                child++;
            }

            if (heap[at] >= heap[child])
            {
                return;
            }

            (heap[at], heap[child]) = (heap[child], heap[at]);
            at = child;
        }
    }
}
