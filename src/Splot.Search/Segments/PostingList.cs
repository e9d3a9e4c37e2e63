using System.Numerics;
using System.Runtime.CompilerServices;
using Splot.Search.Files;

namespace Splot.Search.Segments;

/// <summary>
/// One list of postings as it lies in memory, cut into blocks of 128 postings; the last block may be shorter. Lists of the dense form have no blocks
/// of documents, but their positions are found by blocks all the same. See <see cref="PostingsWriter"/> for the forms.
/// </summary>
internal readonly unsafe struct PostingList
{
    private const int SkipSize = 2 * sizeof(uint);
    private readonly byte* skips;
    private readonly byte* places;
    private readonly byte* data;
    private readonly bool weighted;

    public PostingList(Region postings, TermEntry entry, int segmentSize, bool weighted)
    {
        var start = postings.At(entry.Postings, entry.Extent.Length);
        this.weighted = weighted;
        Documents = entry.Extent.Documents;
        WholeBlocks = Documents / BitPacking.BlockSize;
        BlockCount = (Documents + BitPacking.BlockSize - 1) / BitPacking.BlockSize;
        IsDense = *start == PostingsWriter.Dense;
        skips = start + 1;
        if (*start == PostingsWriter.Few)
        {
            data = skips;
            places = null;
            return;
        }

        var index = IsDense ? (segmentSize + PostingsWriter.RankStep - 1) / PostingsWriter.RankStep * sizeof(uint) : WholeBlocks * SkipSize;
        places = skips + index;
        data = places + (weighted ? BlockCount * sizeof(uint) : 0);
    }

    /// <summary>How many documents are in the list.</summary>
    public int Documents { get; }

    public bool IsDense { get; }

    /// <summary>Blocks of 128.</summary>
    public int WholeBlocks { get; }

    /// <summary>Blocks with the rest.</summary>
    public int BlockCount { get; }

    /// <summary>Dense form: one weight for each document of the segment, 0 where it is not in the list.</summary>
    public byte* DenseWeights => data;

    /// <summary>The last document of a whole block.</summary>
    public int LastDocument(int block) => Unsafe.ReadUnaligned<int>(skips + ((long)block * SkipSize));

    /// <summary>Where the positions of a block begin, counted from the list's first.</summary>
    public uint PlaceOfPositions(int block) => places is null ? 0 : Unsafe.ReadUnaligned<uint>(places + ((long)block * sizeof(uint)));

    /// <summary>Dense form: how many documents of the list come before step times 512.</summary>
    public int Rank(int step) => Unsafe.ReadUnaligned<int>(skips + ((long)step * sizeof(uint)));

    /// <summary>Dense form: how many documents of the list are among some.</summary>
    [MethodImpl(Hot.Loop)]
    public int CountDense(int from, int to)
    {
        var count = 0;
        for (; from + 64 <= to; from += 64)
        {
            count += BitOperations.PopCount(Bytes.NonZero(data + from));
        }

        for (; from < to; from++)
        {
            count += data[from] != 0 ? 1 : 0;
        }

        return count;
    }

    /// <summary>Adds all documents to a set with a bit for each document of the segment.</summary>
    /// <param name="set">The set.</param>
    /// <param name="segmentSize">Documents in the segment.</param>
    /// <param name="buffer">Room for one block of documents.</param>
    [MethodImpl(Hot.Loop)]
    public void AddTo(ulong* set, int segmentSize, int* buffer)
    {
        if (IsDense)
        {
            Bytes.AddNonZero(data, segmentSize, set);
            return;
        }

        for (var block = 0; block < BlockCount; block++)
        {
            var (count, _) = Load(block, buffer);
            for (var i = 0; i < count; i++)
            {
                set[buffer[i] >> 6] |= 1UL << buffer[i];
            }
        }
    }

    /// <summary>Unpacks a block into room for 128 documents.</summary>
    /// <returns>How many documents it has, and where their weights stand.</returns>
    [MethodImpl(Hot.Loop)]
    public (int Count, nint Weights) Load(int block, int* documents)
    {
        if (block < WholeBlocks)
        {
            var from = data + DataStart(block);
            var bits = *from++;
            BitPacking.Unpack(from, bits, block == 0 ? -1 : LastDocument(block - 1), documents);
            return (BitPacking.BlockSize, (nint)(from + (16 * bits)));
        }

        var rest = data + DataStart(WholeBlocks);
        var before = WholeBlocks == 0 ? -1 : LastDocument(WholeBlocks - 1);
        var count = Documents - (WholeBlocks * BitPacking.BlockSize);
        for (var i = 0; i < count; i++)
        {
            before += (int)Varint.Read(ref rest);
            documents[i] = before;
        }

        return (count, weighted ? (nint)rest : 0);
    }

    /// <summary>The first block, from <paramref name="block"/> on, that may hold a document not before <paramref name="document"/>; the number of whole blocks means the rest.</summary>
    public int SeekBlock(int block, int document)
    {
        var step = 1;
        while (block + step <= WholeBlocks && LastDocument(block + step - 1) < document)
        {
            block += step;
            step *= 2;
        }

        var end = Math.Min(block + step - 1, WholeBlocks);
        while (block < end)
        {
            var middle = (block + end) / 2;
            if (LastDocument(middle) < document)
            {
                block = middle + 1;
            }
            else
            {
                end = middle;
            }
        }

        return block;
    }

    private uint DataStart(int block) => block == 0 ? 0 : Unsafe.ReadUnaligned<uint>(skips + ((long)(block - 1) * SkipSize) + sizeof(uint));
}
