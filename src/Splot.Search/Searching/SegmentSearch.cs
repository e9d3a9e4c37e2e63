using Splot.Search.Columns;
using Splot.Search.Segments;

namespace Splot.Search.Searching;

/// <summary>A filter on a column that is counted too: the column's own counts leave it out.</summary>
/// <param name="Column">The column.</param>
/// <param name="Matcher">Finds what fits.</param>
internal sealed record FacetFilter(int Column, Matcher Matcher);

/// <summary>What to find in a segment, and what to do with what is found.</summary>
/// <param name="Base">What every set of hits that is counted must fit.</param>
/// <param name="BaseIsEverything">True if that is every living document.</param>
/// <param name="Filters">Filters on columns that are counted, one for each column.</param>
/// <param name="Facets">Columns to count.</param>
/// <param name="Summed">Those of them that are summed too.</param>
/// <param name="Numbers">Columns of numbers to sum.</param>
/// <param name="Ranker">Ranks hits; null if they are ordered otherwise.</param>
internal sealed record SegmentPlan(Matcher Base, bool BaseIsEverything, IReadOnlyList<FacetFilter> Filters, IReadOnlyList<int> Facets, IReadOnlyCollection<int> Summed, IReadOnlyList<int> Numbers, Ranker? Ranker);

/// <summary>
/// Goes through a segment once, window by window. In each window every filter is applied once; the hits are those that fit all of them, and the counts of
/// a filtered column are taken from those that fit all others.
/// </summary>
internal sealed unsafe class SegmentSearch
{
    private readonly SegmentView view;
    private readonly Segment segment;
    private readonly SegmentPlan plan;
    private readonly Matcher drive;
    private readonly IReadOnlyList<FacetFilter> filters;
    private readonly int freeColumn = -1;
    private readonly bool isFree;
    private readonly FacetCounts main;
    private readonly FacetCounts[] others;
    private readonly RowCounter[] sums;
    private readonly ulong* hits;
    private readonly ulong* bits;
    private readonly ulong* spare;
    private readonly ulong* fits;
    private readonly ushort* rows;

    public SegmentSearch(SegmentView view, SegmentPlan plan, Scratch scratch)
    {
        (this.view, segment, this.plan) = (view, view.Segment, plan);
        (drive, filters) = (plan.Base, plan.Filters);
        if (plan.BaseIsEverything && filters.Count == 1)
        {
            // The only filter's own column is counted over everything, which needs no looking; so the filter may drive.
            (drive, filters, freeColumn) = (filters[0].Matcher, [], filters[0].Column);
            if (plan.Summed.Contains(freeColumn))
            {
                (drive, filters, freeColumn) = (plan.Base, plan.Filters, -1);
            }
        }

        isFree = plan.BaseIsEverything && plan.Filters.Count == 0 && plan.Summed.Count == 0 && plan.Ranker is null;
        var filtered = filters.Select(f => f.Column).ToHashSet();
        var numbers = plan.Numbers.Select(n => segment.Numbers[n]).ToList();
        main = new FacetCounts(segment, [.. plan.Facets.Where(f => !isFree && !filtered.Contains(f) && f != freeColumn)], plan.Summed, numbers, scratch);
        others = [.. filters.Select(f => new FacetCounts(segment, [f.Column], plan.Summed, numbers, scratch))];
        sums = isFree ? [] : [.. numbers.Select(Summer)];
        hits = scratch.TakeClear<ulong>((long)Window.Count(segment.Documents) * Window.Words);
        bits = scratch.Take<ulong>(Window.Words);
        spare = scratch.Take<ulong>(Window.Words);
        fits = scratch.Take<ulong>((filters.Count + 1L) * Window.Words);
        rows = scratch.Take<ushort>(Window.Rows);
    }

    /// <summary>Number of hits.</summary>
    public long Total { get; private set; }

    /// <summary>Every hit, one bit each.</summary>
    public ulong* Hits => hits;

    /// <summary>Sums over the hits, one for each summed column.</summary>
    public IEnumerable<Int128> Sums => isFree ? plan.Numbers.Select(view.LiveSum) : sums.Select(s => s switch
    {
        NumberSummer<int> narrow => narrow.Sum,
        NumberSummer<long> wide => wide.Sum,
        _ => throw new InvalidOperationException("A column of numbers has another width."),
    });

    public void Run(TopHits top, CancellationToken cancellation)
    {
        for (var window = drive.NextWindow(0); window != Window.End; window = drive.NextWindow(window + 1))
        {
            cancellation.ThrowIfCancellationRequested();
            drive.Fill(window, bits);
            if (!Live(window, bits))
            {
                continue;
            }

            if (isFree)
            {
                WindowBits.Copy(bits, hits + ((long)window * Window.Words));
            }
            else
            {
                Count(window, top);
            }
        }

        Total += isFree ? view.Living : 0;
        main.Finish();
        foreach (var other in others)
        {
            other.Finish();
        }
    }

    /// <summary>Adds a column's counts to a tally.</summary>
    public void Tally(int column, FacetTally tally)
    {
        if (isFree || column == freeColumn)
        {
            var counts = view.LiveCounts(column);
            tally.Add(segment.Codes[column], System.Runtime.InteropServices.MemoryMarshal.Cast<int, uint>(counts), []);
            return;
        }

        var from = main;
        for (var i = 0; i < filters.Count; i++)
        {
            from = filters[i].Column == column ? others[i] : from;
        }

        tally.Add(segment.Codes[column], from.Of(column), from.Sums(column));
    }

    private static RowCounter Summer(NumberStore store) => store.Layout.Width == 4
        ? new NumberSummer<int>((int*)store.Values, store.Layout.SumsFit)
        : new NumberSummer<long>((long*)store.Values, store.Layout.SumsFit);

    /// <summary>Takes out what is gone; tells whether anything is left.</summary>
    private bool Live(int window, ulong* set)
    {
        if (view.Deleted is null)
        {
            return WindowBits.Any(set);
        }

        fixed (ulong* deleted = view.Deleted)
        {
            return WindowBits.AndNot(set, deleted + ((long)window * Window.Words));
        }
    }

    private void Count(int window, TopHits top)
    {
        for (var i = 0; i < filters.Count; i++)
        {
            var fit = fits + (i * Window.Words);
            WindowBits.Copy(bits, fit);
            filters[i].Matcher.Narrow(window, fit, spare);
        }

        var found = hits + ((long)window * Window.Words);
        Join(found, except: -1);
        for (var i = 0; i < filters.Count; i++)
        {
            var but = filters.Count == 1 ? bits : fits + (filters.Count * Window.Words);
            if (filters.Count > 1)
            {
                Join(but, except: i);
            }

            others[i].Add(window, rows, WindowBits.ToRows(but, rows));
        }

        var count = WindowBits.ToRows(found, rows);
        if (count > 0)
        {
            Total += count;
            main.Add(window, rows, count);
            foreach (var sum in sums)
            {
                sum.Add(window, rows, count);
            }

            plan.Ranker?.Add(window, found, rows, count, top);
        }
    }

    /// <summary>What fits the base and all filters but one.</summary>
    private void Join(ulong* into, int except)
    {
        WindowBits.Copy(bits, into);
        for (var i = 0; i < filters.Count; i++)
        {
            if (i != except)
            {
                WindowBits.And(into, fits + (i * Window.Words));
            }
        }
    }
}
