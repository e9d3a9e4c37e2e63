using System.Buffers;
using System.Runtime.CompilerServices;
using Splot.Search.Columns;
using Splot.Search.Documents;
using Splot.Search.Segments;

namespace Splot.Search.Searching;

/// <summary>Brings the counts of all segments together, value by value.</summary>
/// <param name="request">What is wanted.</param>
/// <param name="sums">How many sums belong to each value; 0 if none are wanted.</param>
internal sealed class FacetTally(FacetRequest request, int sums)
{
    private readonly Dictionary<string, (long Count, Int128[] Sums)> values = new(StringComparer.Ordinal);

    /// <summary>Adds the counts of a segment.</summary>
    /// <param name="column">The column there.</param>
    /// <param name="counts">How many hits have each code.</param>
    /// <param name="sumsOf">The sums of each code.</param>
    public void Add(CodeStore column, ReadOnlySpan<uint> counts, CodeSummer[] sumsOf)
    {
        if (counts[0] > 0 && request.Under is null)
        {
            AddValue(SearchRequest.None, counts[0], [.. sumsOf.Take(sums).Select(s => s.Of(0))]);
        }

        var under = request.Under is null ? -1 : column.Tree.Find(request.Under);
        if (request.Under is not null && under < 0)
        {
            return;
        }

        // Numbers of values, or of places in the tree.
        var size = column.Column.Shape == CodeShape.Paths ? column.Tree.Nodes.Count : column.Layout.Values;
        var totals = new Totals(size, sums, sumsOf);
        try
        {
            AddCodes(totals, column, counts, under);
            totals.ForEach((value, count, sum) => AddValue(column.Column.Shape == CodeShape.Paths ? column.Tree.Nodes[value].Code : column.Value(value), count, sum));
        }
        finally
        {
            totals.Return();
        }
    }

    public Facet Finish()
    {
        var counts = values.Select(v => new FacetCount(v.Key, v.Value.Count, [.. v.Value.Sums.Select(s => (decimal)s)])).ToList();
        counts.Sort((x, y) => x.Count != y.Count ? y.Count.CompareTo(x.Count) : string.CompareOrdinal(x.Code, y.Code));
        return new Facet(request.Column, counts.Count <= request.Most ? counts : counts[..request.Most]);
    }

    [MethodImpl(Hot.Loop)]
    private void AddCodes(Totals totals, CodeStore column, ReadOnlySpan<uint> counts, int under)
    {
        var isTree = column.Column.Shape == CodeShape.Paths;
        var level = !isTree ? null : column.Tree.OnLevel(under < 0 ? request.Level : column.Tree.Nodes[under].Level + 1);
        for (var code = 1; code < counts.Length; code++)
        {
            if (counts[code] == 0)
            {
                continue;
            }

            foreach (var value in level is null ? column.IsSingle ? [code - 1] : column.Set(code) : level[code])
            {
                if (under < 0 || column.Tree.Nodes[value].Parent == under)
                {
                    totals.Add(value, code, counts[code]);
                }
            }
        }
    }

    private void AddValue(string value, long count, ReadOnlySpan<Int128> sum)
    {
        if (!values.TryGetValue(value, out var known))
        {
            known = (0, sums == 0 ? [] : new Int128[sums]);
        }

        for (var i = 0; i < sums; i++)
        {
            known.Sums[i] += sum[i];
        }

        values[value] = (known.Count + count, known.Sums);
    }

    /// <summary>Counts and sums of one segment by number.</summary>
    private sealed class Totals
    {
        private readonly int size;
        private readonly int width;
        private readonly CodeSummer[] sumsOf;
        private readonly long[] counts;
        private readonly Int128[] sums;

        public Totals(int size, int width, CodeSummer[] sumsOf)
        {
            (this.size, this.width, this.sumsOf) = (size, width, sumsOf);
            counts = ArrayPool<long>.Shared.Rent(size);
            sums = ArrayPool<Int128>.Shared.Rent(size * width);
            counts.AsSpan(0, size).Clear();
            sums.AsSpan(0, size * width).Clear();
        }

        public void Add(int value, int code, uint count)
        {
            counts[value] += count;
            for (var i = 0; i < width; i++)
            {
                sums[(value * width) + i] += sumsOf[i].Of(code);
            }
        }

        public void ForEach(Action<int, long, ReadOnlySpan<Int128>> found)
        {
            for (var value = 0; value < size; value++)
            {
                if (counts[value] > 0)
                {
                    found(value, counts[value], sums.AsSpan(value * width, width));
                }
            }
        }

        public void Return()
        {
            ArrayPool<long>.Shared.Return(counts);
            ArrayPool<Int128>.Shared.Return(sums);
        }
    }
}
