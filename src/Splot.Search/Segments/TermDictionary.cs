using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Splot.Search.Files;

namespace Splot.Search.Segments;

/// <summary>A term's place in the files of postings and positions.</summary>
/// <param name="Postings">Where its postings begin.</param>
/// <param name="Positions">Where its positions begin.</param>
/// <param name="Extent">How much there is of both.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct TermEntry(long Postings, long Positions, PostingsExtent Extent);

/// <summary>How a dictionary lies in its file.</summary>
/// <param name="Terms">Number of terms.</param>
/// <param name="Blocks">Number of blocks of <see cref="DictionaryWriter.BlockTerms"/> terms.</param>
/// <param name="Index">Where the index begins: the first eight bytes of each block's first term, big-endian, then each block's place.</param>
internal sealed record DictionaryShape(long Terms, int Blocks, long Index);

/// <summary>
/// Terms in ascending order of their UTF-8 bytes, in blocks: the first of a block whole, each other as the length shared with the one before and the rest.
/// </summary>
internal sealed class DictionaryWriter(PartWriter output)
{
    public const int BlockTerms = 16;

    private readonly List<ulong> heads = [];
    private readonly List<long> places = [];
    private byte[] last = new byte[64];
    private int lastLength;
    private long terms;
    private long postings;
    private long positions;

    /// <summary>Adds a term greater than the last one, whose postings follow those of the last one.</summary>
    public void Add(ReadOnlySpan<byte> term, PostingsExtent extent)
    {
        var shared = 0;
        if (terms % BlockTerms == 0)
        {
            heads.Add(Head(term));
            places.Add(output.Position);
            output.WriteVarint((ulong)postings);
            output.WriteVarint((ulong)positions);
        }
        else
        {
            shared = term.CommonPrefixLength(last.AsSpan(0, lastLength));
            output.WriteVarint((uint)shared);
        }

        output.WriteVarint((uint)(term.Length - shared));
        output.Write(term[shared..]);
        output.WriteVarint((uint)extent.Documents);
        output.WriteVarint((ulong)extent.Length);
        output.WriteVarint((ulong)extent.PositionsLength);
        Remember(term);
        terms++;
        postings += extent.Length;
        positions += extent.PositionsLength;
    }

    public DictionaryShape End()
    {
        var index = output.Align(sizeof(ulong));
        output.WriteAll<ulong>(CollectionsMarshal.AsSpan(heads));
        output.WriteAll<long>(CollectionsMarshal.AsSpan(places));
        return new DictionaryShape(terms, heads.Count, index);
    }

    /// <summary>The first eight bytes as a number that orders like the bytes; shorter terms are filled up with zeros.</summary>
    public static ulong Head(ReadOnlySpan<byte> term)
    {
        if (term.Length >= sizeof(ulong))
        {
            return BinaryPrimitives.ReadUInt64BigEndian(term);
        }

        Span<byte> bytes = stackalloc byte[sizeof(ulong)];
        bytes.Clear();
        term.CopyTo(bytes);
        return BinaryPrimitives.ReadUInt64BigEndian(bytes);
    }

    private void Remember(ReadOnlySpan<byte> term)
    {
        if (last.Length < term.Length)
        {
            last = new byte[term.Length * 2];
        }

        term.CopyTo(last);
        lastLength = term.Length;
    }
}

/// <summary>Finds terms in a dictionary and walks through it.</summary>
internal sealed unsafe class TermDictionary(Region region, DictionaryShape shape)
{
    public DictionaryShape Shape => shape;

    /// <summary>The entry of a term; null if there is none.</summary>
    public TermEntry? Find(ReadOnlySpan<byte> term)
    {
        var cursor = new TermCursor(this);
        return cursor.Seek(term) && cursor.Current.SequenceEqual(term) ? cursor.Entry : null;
    }

    /// <summary>The block in which a term would stand; −1 if it comes before all.</summary>
    public int BlockOf(ReadOnlySpan<byte> term)
    {
        var heads = region.At(shape.Index, (long)shape.Blocks * sizeof(ulong));
        var head = DictionaryWriter.Head(term);
        var (low, high) = (0, shape.Blocks);
        while (low < high)
        {
            var middle = (low + high) / 2;
            var other = Unsafe.ReadUnaligned<ulong>(heads + ((long)middle * sizeof(ulong)));
            if (other < head || (other == head && First(middle).SequenceCompareTo(term) <= 0))
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low - 1;
    }

    /// <summary>The bytes of a block; the last one ends where the index begins.</summary>
    public byte* Block(int block)
    {
        var places = shape.Index + ((long)shape.Blocks * sizeof(ulong));
        var from = Unsafe.ReadUnaligned<long>(region.At(places + ((long)block * sizeof(long)), sizeof(long)));
        var to = block + 1 < shape.Blocks ? Unsafe.ReadUnaligned<long>(region.At(places + ((block + 1L) * sizeof(long)), sizeof(long))) : shape.Index;
        return region.At(from, to - from);
    }

    private ReadOnlySpan<byte> First(int block)
    {
        var from = Block(block);
        Varint.ReadLong(ref from);
        Varint.ReadLong(ref from);
        var length = (int)Varint.Read(ref from);
        return new ReadOnlySpan<byte>(from, length);
    }
}

/// <summary>Walks through a dictionary in order.</summary>
internal sealed unsafe class TermCursor(TermDictionary dictionary)
{
    private byte[] term = new byte[64];
    private int length;
    private int block = -1;
    private long index = -1;
    private byte* next;
    private long postings;
    private long positions;
    private PostingsExtent extent;

    /// <summary>The term that it stands on.</summary>
    public ReadOnlySpan<byte> Current => term.AsSpan(0, length);

    public TermEntry Entry => new(postings, positions, extent);

    /// <summary>Steps on; false at the end.</summary>
    public bool Next()
    {
        if (++index >= dictionary.Shape.Terms)
        {
            return false;
        }

        var shared = 0;
        if (index % DictionaryWriter.BlockTerms == 0)
        {
            next = dictionary.Block(++block);
            postings = (long)Varint.ReadLong(ref next);
            positions = (long)Varint.ReadLong(ref next);
        }
        else
        {
            shared = (int)Varint.Read(ref next);
            postings += extent.Length;
            positions += extent.PositionsLength;
        }

        Read(shared);
        return true;
    }

    /// <summary>Goes to the first term that is not less; false if there is none.</summary>
    public bool Seek(ReadOnlySpan<byte> target)
    {
        block = Math.Max(0, dictionary.BlockOf(target)) - 1;
        index = ((block + 1L) * DictionaryWriter.BlockTerms) - 1;
        while (Next())
        {
            if (Current.SequenceCompareTo(target) >= 0)
            {
                return true;
            }
        }

        return false;
    }

    private void Read(int shared)
    {
        var rest = (int)Varint.Read(ref next);
        length = shared + rest;
        if (term.Length < length)
        {
            Array.Resize(ref term, length * 2);
        }

        new ReadOnlySpan<byte>(next, rest).CopyTo(term.AsSpan(shared));
        next += rest;
        var documents = (int)Varint.Read(ref next);
        var size = (long)Varint.ReadLong(ref next);
        extent = new PostingsExtent(documents, size, (long)Varint.ReadLong(ref next));
    }
}
