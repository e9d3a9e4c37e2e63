using System.Numerics;
using System.Runtime.InteropServices;

namespace Splot.Search.Files;

/// <summary>CRC-32C of the chunks that the files of the index are checked by. It finds every single flipped bit and every burst shorter than 32 bits.</summary>
internal static class Checksums
{
    /// <summary>Bytes that share one checksum; the last chunk of a file may be shorter.</summary>
    public const int ChunkSize = 1 << 16;

    /// <summary>The checksum. Three strands run side by side because one instruction waits three cycles for the one before; the strands and the rest are then chained.</summary>
    public static uint Of(ReadOnlySpan<byte> bytes)
    {
        var words = MemoryMarshal.Cast<byte, ulong>(bytes);
        var third = words.Length / 3;
        var first = words[..third];
        var second = words.Slice(third, third);
        var last = words.Slice(2 * third, third);
        var (a, b, c) = (~0u, ~0u, ~0u);
        for (var i = 0; i < first.Length; i++)
        {
            a = BitOperations.Crc32C(a, first[i]);
            b = BitOperations.Crc32C(b, second[i]);
            c = BitOperations.Crc32C(c, last[i]);
        }

        var sum = BitOperations.Crc32C(BitOperations.Crc32C(a, b), c);
        foreach (var single in bytes[(third * 3 * sizeof(ulong))..])
        {
            sum = BitOperations.Crc32C(sum, single);
        }

        return ~sum;
    }
}
