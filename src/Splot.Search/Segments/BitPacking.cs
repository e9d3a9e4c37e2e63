using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Splot.Search.Segments;

/// <summary>
/// 128 ascending document numbers as differences of a fixed number of bits. Four strands of 32 values each lie side by side in vectors of four
/// words, so that one instruction unpacks four differences: value i stands in strand i mod 4. Each block takes 16 × bits bytes.
/// </summary>
internal static unsafe class BitPacking
{
    public const int BlockSize = 128;
    private const int Rows = BlockSize / 4;

    /// <summary>Bits that the largest of the differences (minus one) needs.</summary>
    public static int Bits(ReadOnlySpan<int> documents, int before)
    {
        uint all = 0;
        foreach (var document in documents)
        {
            all |= (uint)(document - before - 1);
            before = document;
        }

        return 32 - System.Numerics.BitOperations.LeadingZeroCount(all);
    }

    /// <summary>Writes the differences of 128 numbers; <paramref name="before"/> is the number in front of the first, −1 if there is none.</summary>
    public static void Pack(ReadOnlySpan<int> documents, int before, int bits, Span<uint> words)
    {
        words[..(4 * bits)].Clear();
        for (var i = 0; i < BlockSize; i++)
        {
            var difference = (uint)(documents[i] - before - 1);
            before = documents[i];
            var (word, shift) = ((i / 4 * bits) >> 5, (i / 4 * bits) & 31);
            if (bits > 0)
            {
                words[(word * 4) + (i & 3)] |= difference << shift;
                if (shift + bits > 32)
                {
                    words[(word * 4) + 4 + (i & 3)] |= difference >> (32 - shift);
                }
            }
        }
    }

    /// <summary>Reads 128 numbers.</summary>
    public static void Unpack(byte* from, int bits, int before, int* documents)
    {
        if (Vector128.IsHardwareAccelerated)
        {
            UnpackVectors((uint*)from, bits, before, documents);
        }
        else
        {
            UnpackScalars((uint*)from, bits, before, documents);
        }
    }

    /// <summary>The same one by one: where there are no vectors, and to test them against.</summary>
    [MethodImpl(Hot.Loop)]
    public static void UnpackScalars(uint* words, int bits, int before, int* documents)
    {
        var mask = (uint)((1UL << bits) - 1);
        for (var i = 0; i < BlockSize; i++)
        {
            var (word, shift) = ((i / 4 * bits) >> 5, (i / 4 * bits) & 31);
            uint difference = 0;
            if (bits > 0)
            {
                difference = words[(word * 4) + (i & 3)] >> shift;
                if (shift + bits > 32)
                {
                    difference |= words[(word * 4) + 4 + (i & 3)] << (32 - shift);
                }
            }

            before += (int)(difference & mask) + 1;
            documents[i] = before;
        }
    }

    [MethodImpl(Hot.Loop)]
    public static void UnpackVectors(uint* words, int bits, int before, int* documents)
    {
        if (bits == 0)
        {
            for (var i = 0; i < BlockSize; i++)
            {
                documents[i] = before + i + 1;
            }

            return;
        }

        var mask = Vector128.Create((uint)((1UL << bits) - 1));
        var last = Vector128.Create((uint)before);
        var current = Vector128.Load(words);
        var shift = 0;
        for (var row = 0; row < Rows; row++)
        {
            var value = current >>> shift;
            shift += bits;
            if (shift >= 32)
            {
                shift -= 32;
                if (row < Rows - 1)
                {
                    words += 4;
                    current = Vector128.Load(words);
                    if (shift > 0)
                    {
                        value |= current << (bits - shift);
                    }
                }
            }

            last = Sums((value & mask) + Vector128<uint>.One) + last;
            last.AsInt32().Store(documents + (row * 4));
            last = Vector128.Shuffle(last, Vector128.Create(3u, 3u, 3u, 3u));
        }
    }

    /// <summary>Each element plus all before it.</summary>
    private static Vector128<uint> Sums(Vector128<uint> values)
    {
        values += Vector128.Shuffle(values, Vector128.Create(uint.MaxValue, 0, 1, 2));
        return values + Vector128.Shuffle(values, Vector128.Create(uint.MaxValue, uint.MaxValue, 0, 1));
    }
}
