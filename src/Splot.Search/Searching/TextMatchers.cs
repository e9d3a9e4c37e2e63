using System.Numerics;
using System.Runtime.CompilerServices;
using Splot.Search.Segments;

namespace Splot.Search.Searching;

/// <summary>Documents that hold a word in any of its forms. If hits are ranked, it also knows the word's weight in each document of the window.</summary>
internal sealed unsafe class WordMatcher : Matcher
{
    private readonly PostingCursor[] cursors;
    private readonly ulong* spare;
    private int weighed = -1;

    /// <param name="segment">The segment.</param>
    /// <param name="entries">The terms that answer the word.</param>
    /// <param name="ranked">True if weights are wanted.</param>
    /// <param name="scratch">Working memory.</param>
    public WordMatcher(Segment segment, IReadOnlyList<TermEntry> entries, bool ranked, Scratch scratch)
    {
        cursors = new PostingCursor[entries.Count];
        for (var i = 0; i < cursors.Length; i++)
        {
            cursors[i] = new PostingCursor(segment.Postings(entries[i]), segment.Documents, scratch.Take<int>(BitPacking.BlockSize));
        }

        spare = scratch.Take<ulong>(Window.Words);
        Weights = ranked ? scratch.Take<byte>(Window.Rows) : null;
        Estimate = entries.Sum(e => (long)e.Extent.Documents);
    }

    public override long Estimate { get; }

    /// <summary>Weights of the word in the documents of the window weighed last; 0 where it does not occur.</summary>
    public byte* Weights { get; }

    public override int NextWindow(int window)
    {
        var next = Window.End;
        foreach (var cursor in cursors)
        {
            next = Math.Min(next, cursor.NextWindow(window));
        }

        return next;
    }

    public override void Fill(int window, ulong* bits)
    {
        WindowBits.Clear(bits);
        if (Weights is null)
        {
            foreach (var cursor in cursors)
            {
                cursor.Fill(window, bits);
            }

            return;
        }

        new Span<byte>(Weights, Window.Rows).Clear();
        foreach (var cursor in cursors)
        {
            cursor.Fill(window, bits, Weights);
        }

        weighed = window;
    }

    /// <summary>Weighs a window that was not asked for, because other parts of the query had decided already.</summary>
    public void Weigh(int window)
    {
        if (weighed != window)
        {
            Fill(window, spare);
        }
    }
}

/// <summary>Documents that hold words one after the other.</summary>
internal sealed unsafe class PhraseMatcher : Matcher
{
    private readonly Matcher words;
    private readonly PositionCursor[][] positions;
    private List<uint> left = [];
    private List<uint> right = [];
    private List<uint> joined = [];

    /// <param name="words">Finds documents that hold all words.</param>
    /// <param name="positions">For each word, the positions of its terms.</param>
    public PhraseMatcher(Matcher words, PositionCursor[][] positions)
    {
        this.words = words;
        this.positions = positions;
    }

    public override long Estimate => words.Estimate;

    public override int NextWindow(int window) => words.NextWindow(window);

    public override void Fill(int window, ulong* bits)
    {
        words.Fill(window, bits);
        Keep(window, bits);
    }

    public override bool Narrow(int window, ulong* bits, ulong* spare) => words.Narrow(window, bits, spare) && Keep(window, bits);

    [MethodImpl(Hot.Loop)]
    private bool Keep(int window, ulong* bits)
    {
        var any = false;
        for (var i = 0; i < Window.Words; i++)
        {
            for (var word = bits[i]; word != 0; word &= word - 1)
            {
                if (IsThere((window << Window.Shift) + (i << 6) + BitOperations.TrailingZeroCount(word)))
                {
                    any = true;
                }
                else
                {
                    bits[i] &= ~(word & (0 - word));
                }
            }
        }

        return any;
    }

    [MethodImpl(Hot.Loop)]
    private bool IsThere(int document)
    {
        Read(positions[0], document, left);
        for (var i = 1; i < positions.Length && left.Count > 0; i++)
        {
            Read(positions[i], document, right);
            joined.Clear();
            for (int l = 0, r = 0; l < left.Count && r < right.Count;)
            {
                if (left[l] + 1 == right[r])
                {
                    joined.Add(right[r]);
                }

                var behind = left[l] + 1 < right[r];
                (l, r) = behind ? (l + 1, r) : (l, r + 1);
            }

            (left, joined) = (joined, left);
        }

        return left.Count > 0;
    }

    private static void Read(PositionCursor[] terms, int document, List<uint> into)
    {
        into.Clear();
        foreach (var term in terms)
        {
            term.Read(document, into);
        }

        if (terms.Length > 1)
        {
            into.Sort();
        }
    }
}
