using Splot.Search.Columns;
using Splot.Search.Documents;

namespace Splot.Search.Searching;

/// <summary>Brings the counts of all segments together, value by value.</summary>
internal sealed class FacetTally(FacetRequest request, int sums)
{
    private readonly Dictionary<string, (long Count, Int128[] Sums)> values = new(StringComparer.Ordinal);

    /// <summary>How many hits of a segment have each code.</summary>
    public delegate ReadOnlySpan<Int128> SumsOf(int code);

    /// <summary>Adds the counts of a segment.</summary>
    /// <param name="column">The column there.</param>
    /// <param name="counts">How many hits have each code.</param>
    /// <param name="sumsOf">The sums of each code; null if not wanted.</param>
    public void Add(CodeStore column, ReadOnlySpan<uint> counts, SumsOf? sumsOf)
    {
        sumsOf = request.WithSums ? sumsOf : null;
        if (counts[0] > 0 && request.Under is null)
        {
            Add(SearchRequest.None, counts[0], sumsOf is null ? default : sumsOf(0));
        }

        var under = request.Under is null ? -1 : column.Tree.Find(request.Under);
        if (request.Under is not null && under < 0)
        {
            return;
        }

        var collected = new Collected(sumsOf is null ? 0 : sums);
        for (var code = 1; code < counts.Length; code++)
        {
            if (counts[code] > 0)
            {
                AddCode(collected, column, code, counts[code], under, sumsOf);
            }
        }

        foreach (var (value, (count, total)) in collected.Values)
        {
            Add(column.Column.Shape == CodeShape.Paths ? column.Tree.Nodes[value].Code : column.Value(value), count, total);
        }
    }

    public Facet Finish()
    {
        var counts = values.Select(v => new FacetCount(v.Key, v.Value.Count, [.. v.Value.Sums.Select(s => (decimal)s)])).ToList();
        counts.Sort((x, y) => x.Count != y.Count ? y.Count.CompareTo(x.Count) : string.CompareOrdinal(x.Code, y.Code));
        return new Facet(request.Column, counts.Count <= request.Most ? counts : counts[..request.Most]);
    }

    private void AddCode(Collected collected, CodeStore column, int code, long count, int under, SumsOf? sumsOf)
    {
        var total = sumsOf is null ? default : sumsOf(code);
        if (column.IsSingle)
        {
            collected.Add(code - 1, count, total);
        }
        else if (column.Column.Shape == CodeShape.Paths)
        {
            var level = under < 0 ? request.Level : column.Tree.Nodes[under].Level + 1;
            foreach (var node in column.Tree.OnLevel(level)[code])
            {
                if (under < 0 || column.Tree.Nodes[node].Parent == under)
                {
                    collected.Add(node, count, total);
                }
            }
        }
        else
        {
            foreach (var value in column.Set(code))
            {
                collected.Add(value, count, total);
            }
        }
    }

    private void Add(string value, long count, ReadOnlySpan<Int128> total)
    {
        if (!values.TryGetValue(value, out var known))
        {
            known = (0, total.Length == 0 ? [] : new Int128[sums]);
        }

        for (var i = 0; i < total.Length; i++)
        {
            known.Sums[i] += total[i];
        }

        values[value] = (known.Count + count, known.Sums);
    }

    /// <summary>Counts and sums of a segment by number of value or place.</summary>
    private sealed class Collected(int sums)
    {
        public Dictionary<int, (long Count, Int128[] Sums)> Values { get; } = [];

        public void Add(int value, long count, ReadOnlySpan<Int128> total)
        {
            if (!Values.TryGetValue(value, out var known))
            {
                known = (0, sums == 0 ? [] : new Int128[sums]);
            }

            for (var i = 0; i < sums; i++)
            {
                known.Sums[i] += total[i];
            }

            Values[value] = (known.Count + count, known.Sums);
        }
    }
}
