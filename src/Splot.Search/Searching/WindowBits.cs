using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Splot.Search.Segments;

namespace Splot.Search.Searching;

/// <summary>Sets of the 4 096 rows of a window, as 64 words.</summary>
internal static unsafe class WindowBits
{
    public static void Clear(ulong* bits) => new Span<ulong>(bits, Window.Words).Clear();

    /// <summary>All rows of a window that are documents.</summary>
    public static void SetAll(ulong* bits, int window, int documents)
    {
        var rows = Math.Min(Window.Rows, documents - (window << Window.Shift));
        var span = new Span<ulong>(bits, Window.Words);
        span.Clear();
        span[..(rows / 64)].Fill(ulong.MaxValue);
        if (rows % 64 != 0)
        {
            span[rows / 64] = (1UL << (rows % 64)) - 1;
        }
    }

    public static void Copy(ulong* from, ulong* to) => new ReadOnlySpan<ulong>(from, Window.Words).CopyTo(new Span<ulong>(to, Window.Words));

    /// <summary>Keeps what is in both; tells whether anything is left.</summary>
    [MethodImpl(Hot.Loop)]
    public static bool And(ulong* bits, ulong* others)
    {
        var any = Vector512<ulong>.Zero;
        for (var i = 0; i < Window.Words; i += 8)
        {
            var both = Vector512.Load(bits + i) & Vector512.Load(others + i);
            both.Store(bits + i);
            any |= both;
        }

        return any != Vector512<ulong>.Zero;
    }

    /// <summary>Takes the others out; tells whether anything is left.</summary>
    [MethodImpl(Hot.Loop)]
    public static bool AndNot(ulong* bits, ulong* others)
    {
        var any = Vector512<ulong>.Zero;
        for (var i = 0; i < Window.Words; i += 8)
        {
            var left = Vector512.AndNot(Vector512.Load(bits + i), Vector512.Load(others + i));
            left.Store(bits + i);
            any |= left;
        }

        return any != Vector512<ulong>.Zero;
    }

    [MethodImpl(Hot.Loop)]
    public static void Or(ulong* bits, ulong* others)
    {
        for (var i = 0; i < Window.Words; i += 8)
        {
            (Vector512.Load(bits + i) | Vector512.Load(others + i)).Store(bits + i);
        }
    }

    [MethodImpl(Hot.Loop)]
    public static bool Any(ulong* bits)
    {
        var any = Vector512<ulong>.Zero;
        for (var i = 0; i < Window.Words; i += 8)
        {
            any |= Vector512.Load(bits + i);
        }

        return any != Vector512<ulong>.Zero;
    }

    [MethodImpl(Hot.Loop)]
    public static int Count(ulong* bits)
    {
        var count = 0;
        for (var i = 0; i < Window.Words; i++)
        {
            count += BitOperations.PopCount(bits[i]);
        }

        return count;
    }

    /// <summary>The rows of a set, ascending; returns how many.</summary>
    [MethodImpl(Hot.Loop)]
    public static int ToRows(ulong* bits, ushort* rows)
    {
        var count = 0;
        for (var i = 0; i < Window.Words; i++)
        {
            for (var word = bits[i]; word != 0; word &= word - 1)
            {
                rows[count++] = (ushort)((i << 6) + BitOperations.TrailingZeroCount(word));
            }
        }

        return count;
    }
}
