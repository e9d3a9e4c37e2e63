using System.Runtime.CompilerServices;
using Splot.Search.Files;

namespace Splot.Search.Segments;

/// <summary>
/// Positions of a term in a document: ascending, each as the difference to the one before, shifted left by one, the lowest bit set on the last.
/// Texts of a document follow each other with a gap, so that no phrase runs from one into the next.
/// </summary>
internal static unsafe class Positions
{
    /// <summary>Positions between the last word of a text and the first of the next.</summary>
    public const int Gap = 16;

    public static void Write(PartWriter output, ReadOnlySpan<uint> positions)
    {
        uint before = 0;
        for (var i = 0; i < positions.Length; i++)
        {
            output.WriteVarint(((ulong)(positions[i] - before) << 1) | (i == positions.Length - 1 ? 1UL : 0));
            before = positions[i];
        }
    }

    /// <summary>The address behind one document's positions.</summary>
    [MethodImpl(Hot.Loop)]
    public static byte* Skip(byte* from)
    {
        while (true)
        {
            if ((*from & 0x81) == 1)
            {
                return from + 1;
            }

            var last = (*from & 1) != 0;
            while ((*from++ & 0x80) != 0)
            {
            }

            if (last)
            {
                return from;
            }
        }
    }

    /// <summary>Adds one document's positions to a list.</summary>
    [MethodImpl(Hot.Loop)]
    public static void Read(byte* from, List<uint> into)
    {
        uint position = 0;
        while (true)
        {
            var value = Varint.ReadLong(ref from);
            position += (uint)(value >> 1);
            into.Add(position);
            if ((value & 1) != 0)
            {
                return;
            }
        }
    }
}

/// <summary>Finds the positions of a term in documents asked for in ascending order.</summary>
internal sealed unsafe class PositionCursor
{
    private readonly PostingList list;
    private readonly byte* start;
    private readonly int* buffer;
    private int loaded = -1;
    private int count;
    private int placed = -1;
    private int counted = -1;
    private int rank;
    private int ordinal;
    private byte* at;

    /// <param name="list">The term's postings.</param>
    /// <param name="positions">The file of positions.</param>
    /// <param name="entry">The term's entry.</param>
    /// <param name="buffer">Room for one block of documents.</param>
    public PositionCursor(PostingList list, Region positions, TermEntry entry, int* buffer)
    {
        this.list = list;
        this.buffer = buffer;
        start = positions.At(entry.Positions, entry.Extent.PositionsLength);
    }

    /// <summary>Adds the positions in a document to a list; nothing if the term does not occur there.</summary>
    [MethodImpl(Hot.Loop)]
    public void Read(int document, List<uint> into)
    {
        var place = list.IsDense ? DenseOrdinal(document) : Ordinal(document);
        if (place < 0)
        {
            return;
        }

        if (placed != place / BitPacking.BlockSize || place < ordinal)
        {
            placed = place / BitPacking.BlockSize;
            ordinal = placed * BitPacking.BlockSize;
            at = start + list.PlaceOfPositions(placed);
        }

        for (; ordinal < place; ordinal++)
        {
            at = Positions.Skip(at);
        }

        Positions.Read(at, into);
    }

    private int DenseOrdinal(int document)
    {
        if (list.DenseWeights[document] == 0)
        {
            return -1;
        }

        // Documents come in ascending order: count on from the last one, or from the nearest mark.
        var step = document / PostingsWriter.RankStep;
        if (counted < 0 || counted > document || counted / PostingsWriter.RankStep != step)
        {
            counted = step * PostingsWriter.RankStep;
            rank = list.Rank(step);
        }

        rank += list.CountDense(counted, document);
        counted = document;
        return rank;
    }

    private int Ordinal(int document)
    {
        var block = list.SeekBlock(Math.Max(0, loaded), document);
        if (block >= list.BlockCount)
        {
            return -1;
        }

        if (block != loaded)
        {
            loaded = block;
            (count, _) = list.Load(block, buffer);
        }

        var found = new ReadOnlySpan<int>(buffer, count).BinarySearch(document);
        return found < 0 ? -1 : (block * BitPacking.BlockSize) + found;
    }
}

/// <summary>Reads a whole list in order, with weights and positions as they were written: for merging.</summary>
internal sealed unsafe class PostingStream
{
    private readonly PostingList list;
    private readonly int* buffer;
    private readonly int segmentSize;
    private byte* positions;
    private byte* before;
    private byte* weights;
    private int block = -1;
    private int count;
    private int at = -1;

    /// <param name="list">The list.</param>
    /// <param name="segmentSize">Documents in the segment.</param>
    /// <param name="positions">The first of its positions; null without positions.</param>
    /// <param name="buffer">Room for one block of documents.</param>
    public PostingStream(PostingList list, int segmentSize, byte* positions, int* buffer)
    {
        this.list = list;
        this.segmentSize = segmentSize;
        this.positions = positions;
        this.buffer = buffer;
    }

    public int Document { get; private set; }

    /// <summary>Its weight; 0 in a list without.</summary>
    public byte Weight { get; private set; }

    /// <summary>Its positions as written; empty in a list without.</summary>
    public ReadOnlySpan<byte> Positions => new(before, (int)(positions - before));

    public bool Next()
    {
        if (!(list.IsDense ? NextDense() : NextInBlock()))
        {
            return false;
        }

        if (positions is not null)
        {
            before = positions;
            positions = Segments.Positions.Skip(positions);
        }

        return true;
    }

    private bool NextDense()
    {
        while (++at < segmentSize)
        {
            if (list.DenseWeights[at] != 0)
            {
                (Document, Weight) = (at, list.DenseWeights[at]);
                return true;
            }
        }

        return false;
    }

    private bool NextInBlock()
    {
        if (++at >= count)
        {
            if (++block >= list.BlockCount)
            {
                return false;
            }

            (count, var found) = list.Load(block, buffer);
            at = 0;
            weights = (byte*)found;
        }

        Document = buffer[at];
        Weight = weights is null ? (byte)0 : weights[at];
        return true;
    }
}
