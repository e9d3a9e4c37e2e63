using System.Runtime.CompilerServices;

namespace Splot.Search.Segments;

/// <summary>The documents of a segment in stretches of 4 096, each a set of 64 words: the unit in which queries are answered.</summary>
internal static class Window
{
    public const int Shift = 12;
    public const int Rows = 1 << Shift;
    public const int Words = Rows / 64;

    /// <summary>No window: behind the last one.</summary>
    public const int End = int.MaxValue;

    public static int Count(int documents) => (documents + Rows - 1) >> Shift;
}

/// <summary>Reads a list of postings window by window, forward only.</summary>
/// <param name="list">The list.</param>
/// <param name="segmentSize">Documents in the segment.</param>
/// <param name="buffer">Room for one block of documents.</param>
internal sealed unsafe class PostingCursor(PostingList list, int segmentSize, int* buffer)
{
    private int block = -1;
    private int count;
    private int at;
    private byte* weights;

    public int Documents => list.Documents;

    /// <summary>The first window, from this one on, in which the list has documents.</summary>
    public int NextWindow(int window)
    {
        if (list.IsDense)
        {
            return window < Window.Count(segmentSize) ? window : Window.End;
        }

        return Seek(window << Window.Shift) ? buffer[at] >> Window.Shift : Window.End;
    }

    /// <summary>Adds the documents of a window to a set.</summary>
    [MethodImpl(Hot.Loop)]
    public void Fill(int window, ulong* bits)
    {
        if (list.IsDense)
        {
            FillDense(window, bits);
            return;
        }

        var start = window << Window.Shift;
        if (!Seek(start))
        {
            return;
        }

        var end = start + Window.Rows;
        while (true)
        {
            for (; at < count && buffer[at] < end; at++)
            {
                bits[(buffer[at] - start) >> 6] |= 1UL << buffer[at];
            }

            if (at < count || !Load(block + 1))
            {
                return;
            }
        }
    }

    /// <summary>The same, and raises each document's weight to that of this list.</summary>
    [MethodImpl(Hot.Loop)]
    public void Fill(int window, ulong* bits, byte* best)
    {
        if (list.IsDense)
        {
            FillDense(window, bits);
            Bytes.Raise(list.DenseWeights + ((long)window << Window.Shift), best, Math.Min(Window.Rows, segmentSize - (window << Window.Shift)));
            return;
        }

        var start = window << Window.Shift;
        if (!Seek(start))
        {
            return;
        }

        var end = start + Window.Rows;
        while (true)
        {
            for (; at < count && buffer[at] < end; at++)
            {
                var row = buffer[at] - start;
                bits[row >> 6] |= 1UL << row;
                best[row] = Math.Max(best[row], weights[at]);
            }

            if (at < count || !Load(block + 1))
            {
                return;
            }
        }
    }

    private void FillDense(int window, ulong* bits) =>
        Bytes.AddNonZero(list.DenseWeights + ((long)window << Window.Shift), Math.Min(Window.Rows, segmentSize - (window << Window.Shift)), bits);

    /// <summary>Stands on the first document not before this one; false if there is none.</summary>
    [MethodImpl(Hot.Loop)]
    private bool Seek(int document)
    {
        if (block < 0 || (at < count && buffer[count - 1] < document) || at == count)
        {
            var wanted = list.SeekBlock(Math.Max(0, block), document);
            if (wanted != block && !Load(wanted))
            {
                return false;
            }
        }

        while (true)
        {
            while (at < count && buffer[at] < document)
            {
                at++;
            }

            if (at < count)
            {
                return true;
            }

            if (!Load(block + 1))
            {
                return false;
            }
        }
    }

    private bool Load(int wanted)
    {
        if (wanted >= list.BlockCount)
        {
            block = list.BlockCount;
            (at, count) = (0, 0);
            return false;
        }

        block = wanted;
        (count, var found) = list.Load(wanted, buffer);
        at = 0;
        weights = (byte*)found;
        return true;
    }
}
