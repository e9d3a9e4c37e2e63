using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Splot.Search.Segments;

/// <summary>Operations on rows of bytes, a vector at a time; what fills no vector one by one.</summary>
internal static unsafe class Bytes
{
    /// <summary>Which of 64 bytes are not zero.</summary>
    public static ulong NonZero(byte* bytes) => ~Vector512.Equals(Vector512.Load(bytes), Vector512<byte>.Zero).ExtractMostSignificantBits();

    /// <summary>Adds the numbers of bytes that are not zero to a set.</summary>
    [MethodImpl(Hot.Loop)]
    public static void AddNonZero(byte* bytes, int count, ulong* set)
    {
        for (var word = 0; word < count / 64; word++)
        {
            set[word] |= NonZero(bytes + (word * 64));
        }

        AddNonZeroScalars(bytes, count & ~63, count, set);
    }

    /// <summary>The same one by one.</summary>
    public static void AddNonZeroScalars(byte* bytes, int from, int count, ulong* set)
    {
        for (var i = from; i < count; i++)
        {
            set[i >> 6] |= (bytes[i] != 0 ? 1UL : 0) << i;
        }
    }

    /// <summary>Raises each byte to another one where that is greater.</summary>
    [MethodImpl(Hot.Loop)]
    public static void Raise(byte* from, byte* to, int count)
    {
        var i = 0;
        for (; i + 64 <= count; i += 64)
        {
            Vector512.Max(Vector512.Load(from + i), Vector512.Load(to + i)).Store(to + i);
        }

        RaiseScalars(from, to, i, count);
    }

    /// <summary>The same one by one.</summary>
    public static void RaiseScalars(byte* from, byte* to, int start, int count)
    {
        for (var i = start; i < count; i++)
        {
            to[i] = Math.Max(from[i], to[i]);
        }
    }
}
