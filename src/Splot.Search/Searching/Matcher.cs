using Splot.Search.Segments;

namespace Splot.Search.Searching;

/// <summary>Says, window by window and forward only, which documents of a segment fit a part of a query.</summary>
internal abstract unsafe class Matcher
{
    /// <summary>About how many documents fit: the fewest first is the fastest.</summary>
    public abstract long Estimate { get; }

    /// <summary>The first window, from this one on, in which something may fit; <see cref="Window.End"/> if none.</summary>
    public abstract int NextWindow(int window);

    /// <summary>Sets <paramref name="bits"/> to the rows of the window that fit.</summary>
    public abstract void Fill(int window, ulong* bits);

    /// <summary>Takes out of <paramref name="bits"/> what does not fit; tells whether anything is left. <paramref name="spare"/> is room for a set.</summary>
    public virtual bool Narrow(int window, ulong* bits, ulong* spare)
    {
        Fill(window, spare);
        return WindowBits.And(bits, spare);
    }
}

/// <summary>Every document.</summary>
internal sealed unsafe class EverythingMatcher(int documents) : Matcher
{
    public override long Estimate => documents;

    public override int NextWindow(int window) => window < Window.Count(documents) ? window : Window.End;

    public override void Fill(int window, ulong* bits) => WindowBits.SetAll(bits, window, documents);

    public override bool Narrow(int window, ulong* bits, ulong* spare) => WindowBits.Any(bits);
}

/// <summary>Documents of an ascending list.</summary>
internal sealed unsafe class ListMatcher(int* list, int count) : Matcher
{
    private int at;

    public override long Estimate => count;

    public override int NextWindow(int window)
    {
        Seek(window << Window.Shift);
        return at < count ? list[at] >> Window.Shift : Window.End;
    }

    public override void Fill(int window, ulong* bits)
    {
        WindowBits.Clear(bits);
        var start = window << Window.Shift;
        Seek(start);
        for (; at < count && list[at] < start + Window.Rows; at++)
        {
            bits[(list[at] - start) >> 6] |= 1UL << list[at];
        }
    }

    private void Seek(int document)
    {
        if (at < count && list[at] < document)
        {
            var found = new ReadOnlySpan<int>(list + at, count - at).BinarySearch(document);
            at += found < 0 ? ~found : found;
        }
    }
}

/// <summary>Documents of a set over the whole segment.</summary>
internal sealed unsafe class SetMatcher(ulong* set, int documents, long count) : Matcher
{
    public override long Estimate => count;

    public override int NextWindow(int window)
    {
        for (; window < Window.Count(documents); window++)
        {
            if (WindowBits.Any(set + ((long)window * Window.Words)))
            {
                return window;
            }
        }

        return Window.End;
    }

    public override void Fill(int window, ulong* bits) => WindowBits.Copy(set + ((long)window * Window.Words), bits);
}

/// <summary>What fits all parts.</summary>
internal sealed unsafe class AndMatcher : Matcher
{
    private readonly Matcher[] parts;
    private readonly ulong* spare;

    public AndMatcher(IEnumerable<Matcher> parts, Scratch scratch)
    {
        this.parts = [.. parts.OrderBy(p => p.Estimate)];
        spare = scratch.Take<ulong>(Window.Words);
    }

    public override long Estimate => parts[0].Estimate;

    public override int NextWindow(int window)
    {
        for (var i = 0; i < parts.Length;)
        {
            var next = parts[i].NextWindow(window);
            if (next == Window.End)
            {
                return Window.End;
            }

            (i, window) = next > window && i > 0 ? (0, next) : (i + 1, next);
        }

        return window;
    }

    public override void Fill(int window, ulong* bits)
    {
        parts[0].Fill(window, bits);
        Rest(window, bits, 1);
    }

    public override bool Narrow(int window, ulong* bits, ulong* other) => Rest(window, bits, 0);

    private bool Rest(int window, ulong* bits, int from)
    {
        var any = WindowBits.Any(bits);
        for (var i = from; i < parts.Length && any; i++)
        {
            any = parts[i].Narrow(window, bits, spare);
        }

        return any;
    }
}

/// <summary>What fits any part; nothing without parts.</summary>
internal sealed unsafe class OrMatcher : Matcher
{
    private readonly Matcher[] parts;
    private readonly ulong* spare;

    public OrMatcher(IEnumerable<Matcher> parts, Scratch scratch)
    {
        this.parts = [.. parts];
        spare = scratch.Take<ulong>(Window.Words);
    }

    public override long Estimate => parts.Sum(p => p.Estimate);

    public override int NextWindow(int window) => parts.Length == 0 ? Window.End : parts.Min(p => p.NextWindow(window));

    public override void Fill(int window, ulong* bits)
    {
        WindowBits.Clear(bits);
        foreach (var part in parts)
        {
            part.Fill(window, spare);
            WindowBits.Or(bits, spare);
        }
    }
}

/// <summary>What does not fit.</summary>
internal sealed unsafe class NotMatcher(Matcher part, int documents, Scratch scratch) : Matcher
{
    private readonly ulong* inner = scratch.Take<ulong>(Window.Words);

    public override long Estimate => Math.Max(1, documents - part.Estimate);

    public override int NextWindow(int window) => window < Window.Count(documents) ? window : Window.End;

    public override void Fill(int window, ulong* bits)
    {
        WindowBits.SetAll(bits, window, documents);
        Narrow(window, bits, inner);
    }

    public override bool Narrow(int window, ulong* bits, ulong* spare)
    {
        part.Fill(window, inner);
        return WindowBits.AndNot(bits, inner);
    }
}
