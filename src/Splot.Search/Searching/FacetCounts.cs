using System.Runtime.CompilerServices;
using Splot.Search.Columns;
using Splot.Search.Segments;

namespace Splot.Search.Searching;

/// <summary>
/// Counts some columns over one set of hits of a segment. Columns that are counted together are counted by their combinations, so that each hit is looked at once for all of them.
/// </summary>
internal sealed unsafe class FacetCounts
{
    private readonly Segment segment;
    private readonly List<RowCounter> counters = [];
    private readonly Dictionary<int, nint> countsOf = [];
    private readonly Dictionary<int, CodeSummer[]> sumsOf = [];
    private readonly int[] together;
    private readonly uint* combinations;

    /// <param name="segment">The segment.</param>
    /// <param name="columns">Columns to count.</param>
    /// <param name="summed">Those of them for which sums are wanted too.</param>
    /// <param name="numbers">What is summed.</param>
    /// <param name="scratch">Working memory.</param>
    public FacetCounts(Segment segment, IReadOnlyCollection<int> columns, IReadOnlyCollection<int> summed, IReadOnlyList<NumberStore> numbers, Scratch scratch)
    {
        this.segment = segment;
        var group = segment.Description.Group;
        together = [.. columns.Where(group.Columns.Contains)];
        if (together.Length > 1)
        {
            combinations = scratch.TakeClear<uint>(group.Combinations);
            counters.Add(new CodeCounter<ushort>(segment.Combinations, combinations));
        }
        else
        {
            together = [];
        }

        foreach (var column in columns)
        {
            var store = segment.Codes[column];
            var counts = scratch.TakeClear<uint>(store.Layout.Codes);
            countsOf[column] = (nint)counts;
            if (!together.Contains(column))
            {
                counters.Add(RowCounters.Codes(store, counts));
            }

            if (summed.Contains(column))
            {
                sumsOf[column] = [.. numbers.Select(n => RowCounters.Sums(store, n, scratch))];
                counters.AddRange(sumsOf[column]);
            }
        }
    }

    public void Add(int window, ushort* rows, int count)
    {
        foreach (var counter in counters)
        {
            counter.Add(window, rows, count);
        }
    }

    /// <summary>Works out the counts of columns that were counted together. Call once, at the end.</summary>
    [MethodImpl(Hot.Loop)]
    public void Finish()
    {
        if (together.Length == 0)
        {
            return;
        }

        var group = segment.Description.Group;
        var width = group.Columns.Count;
        var counts = stackalloc uint*[width];
        for (var member = 0; member < width; member++)
        {
            counts[member] = together.Contains(group.Columns[member]) ? (uint*)countsOf[group.Columns[member]] : null;
        }

        var codes = segment.CombinationMembers;
        for (var combination = 0; combination < group.Combinations; combination++, codes += width)
        {
            for (var member = 0; combinations[combination] > 0 && member < width; member++)
            {
                if (counts[member] is not null)
                {
                    counts[member][codes[member]] += combinations[combination];
                }
            }
        }
    }

    public ReadOnlySpan<uint> Of(int column) => new((void*)countsOf[column], segment.Codes[column].Layout.Codes);

    /// <summary>The sums of each code, one for each column of numbers; empty where they are not wanted.</summary>
    public CodeSummer[] Sums(int column) => sumsOf.GetValueOrDefault(column, []);
}
