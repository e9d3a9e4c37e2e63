using System.Runtime.InteropServices;
using Splot.Search.Files;

namespace Splot.Search.Segments;

/// <summary>Where a term's postings lie.</summary>
/// <param name="Documents">How many documents hold the term; at least 1.</param>
/// <param name="Length">Bytes in the file of postings.</param>
/// <param name="PositionsLength">Bytes in the file of positions; 0 without positions.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct PostingsExtent(int Documents, long Length, long PositionsLength);

/// <summary>
/// Writes lists of postings: documents in ascending order, for terms with the weight of the term in each (1–255) and, in a file of their own, its positions.
/// A list has one of three forms, told by its first byte:
/// few (fewer than 128 documents): differences as varints, then weights;
/// blocks: for each 128 documents a skip entry (last document, end of data), the place of its positions, then packed differences and weights, then the rest as in few;
/// dense (at least a quarter of all documents): how many documents come before each 512, the places of positions, then one weight for each document of the segment, 0 where it lacks the term.
/// </summary>
internal sealed class PostingsWriter(PartWriter output, PartWriter? positions, int segmentSize)
{
    public const byte Few = 0;
    public const byte Blocks = 1;
    public const byte Dense = 2;
    public const int RankStep = 512;

    private readonly List<int> documents = [];
    private readonly List<byte> weights = [];
    private readonly List<uint> places = [];
    private readonly List<(int Last, uint End)> skips = [];
    private readonly byte[] scratch = new byte[1 + (16 * 32) + BitPacking.BlockSize];
    private byte[] data = new byte[1024];
    private int dataLength;
    private long positionsStart;

    /// <summary>True if lists carry weights and positions.</summary>
    private bool Weighted => positions is not null;

    public void Begin()
    {
        documents.Clear();
        weights.Clear();
        places.Clear();
        positionsStart = positions?.Position ?? 0;
    }

    /// <summary>Adds a document behind the last one, before its positions are written.</summary>
    public void Add(int document, byte weight)
    {
        if (positions is not null)
        {
            if (documents.Count % BitPacking.BlockSize == 0)
            {
                places.Add(checked((uint)(positions.Position - positionsStart)));
            }

            weights.Add(weight);
        }

        documents.Add(document);
    }

    /// <summary>Writes the list that was begun.</summary>
    public PostingsExtent End()
    {
        var start = output.Position;
        if (documents.Count < BitPacking.BlockSize)
        {
            output.WriteByte(Few);
            WriteRest(0, -1);
        }
        else if ((long)documents.Count * 4 >= segmentSize)
        {
            WriteDense();
        }
        else
        {
            WriteBlocks();
        }

        return new PostingsExtent(documents.Count, output.Position - start, positions is null ? 0 : positions.Position - positionsStart);
    }

    private void WriteRest(int from, int before)
    {
        for (var i = from; i < documents.Count; i++)
        {
            output.WriteVarint((uint)(documents[i] - before));
            before = documents[i];
        }

        if (Weighted)
        {
            output.Write(CollectionsMarshal.AsSpan(weights)[from..]);
        }
    }

    private void WriteBlocks()
    {
        skips.Clear();
        dataLength = 0;
        var all = CollectionsMarshal.AsSpan(documents);
        var before = -1;
        var whole = all.Length / BitPacking.BlockSize * BitPacking.BlockSize;
        for (var from = 0; from < whole; from += BitPacking.BlockSize)
        {
            AppendBlock(all.Slice(from, BitPacking.BlockSize), before, from);
            before = all[from + BitPacking.BlockSize - 1];
            skips.Add((before, (uint)dataLength));
        }

        output.WriteByte(Blocks);
        foreach (var (last, end) in skips)
        {
            output.WriteUInt32((uint)last);
            output.WriteUInt32(end);
        }

        output.WriteAll<uint>(CollectionsMarshal.AsSpan(places));
        output.Write(data.AsSpan(0, dataLength));
        WriteRest(whole, before);
    }

    private void AppendBlock(ReadOnlySpan<int> block, int before, int from)
    {
        var bits = BitPacking.Bits(block, before);
        var size = 16 * bits;
        scratch[0] = (byte)bits;
        BitPacking.Pack(block, before, bits, MemoryMarshal.Cast<byte, uint>(scratch.AsSpan(1, size)));
        size++;
        if (Weighted)
        {
            CollectionsMarshal.AsSpan(weights).Slice(from, BitPacking.BlockSize).CopyTo(scratch.AsSpan(size));
            size += BitPacking.BlockSize;
        }

        if (data.Length < dataLength + size)
        {
            Array.Resize(ref data, data.Length * 2);
        }

        scratch.AsSpan(0, size).CopyTo(data.AsSpan(dataLength));
        dataLength += size;
    }

    private void WriteDense()
    {
        output.WriteByte(Dense);
        for (int rank = 0, step = 0; step < segmentSize; step += RankStep)
        {
            while (rank < documents.Count && documents[rank] < step)
            {
                rank++;
            }

            output.WriteUInt32((uint)rank);
        }

        output.WriteAll<uint>(CollectionsMarshal.AsSpan(places));
        var next = 0;
        for (var i = 0; i < documents.Count; i++)
        {
            for (; next < documents[i]; next++)
            {
                output.WriteByte(0);
            }

            output.WriteByte(Weighted ? weights[i] : (byte)1);
            next++;
        }

        for (; next < segmentSize; next++)
        {
            output.WriteByte(0);
        }
    }
}
