using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Splot.Search.Segments;

namespace Splot.Search.Columns;

/// <summary>Compares stretches of a column with wanted values, a vector of rows at a time; the last rows that fill no word one by one.</summary>
internal static unsafe class ColumnScan
{
    /// <summary>Adds the rows that hold a code to a set.</summary>
    [MethodImpl(Hot.Loop)]
    public static void Equal<T>(T* values, int rows, T wanted, ulong* bits)
        where T : unmanaged, INumber<T>
    {
        var pattern = Vector512.Create(wanted);
        var word = 0;
        for (; (word + 1) * 64 <= rows; word++)
        {
            ulong found = 0;
            for (var i = 0; i < 64; i += Vector512<T>.Count)
            {
                found |= Vector512.Equals(Vector512.Load(values + (word * 64) + i), pattern).ExtractMostSignificantBits() << i;
            }

            bits[word] |= found;
        }

        EqualScalars(values, word * 64, rows, wanted, bits);
    }

    /// <summary>The same one by one.</summary>
    [MethodImpl(Hot.Loop)]
    public static void EqualScalars<T>(T* values, int from, int rows, T wanted, ulong* bits)
        where T : unmanaged, INumber<T>
    {
        for (var row = from; row < rows; row++)
        {
            bits[row >> 6] |= (values[row] == wanted ? 1UL : 0) << row;
        }
    }

    /// <summary>Sets a set to the rows whose value lies between two, both included.</summary>
    [MethodImpl(Hot.Loop)]
    public static void Between<T>(T* values, int rows, T least, T most, ulong* bits)
        where T : unmanaged, INumber<T>
    {
        var (low, high) = (Vector512.Create(least), Vector512.Create(most));
        var word = 0;
        for (; (word + 1) * 64 <= rows; word++)
        {
            ulong found = 0;
            for (var i = 0; i < 64; i += Vector512<T>.Count)
            {
                var value = Vector512.Load(values + (word * 64) + i);
                found |= (Vector512.GreaterThanOrEqual(value, low) & Vector512.LessThanOrEqual(value, high)).ExtractMostSignificantBits() << i;
            }

            bits[word] = found;
        }

        BetweenScalars(values, word * 64, rows, least, most, bits);
    }

    /// <summary>The same one by one; words behind the last row are left alone.</summary>
    [MethodImpl(Hot.Loop)]
    public static void BetweenScalars<T>(T* values, int from, int rows, T least, T most, ulong* bits)
        where T : unmanaged, INumber<T>
    {
        for (var row = from; row < rows; row++)
        {
            if ((row & 63) == 0)
            {
                bits[row >> 6] = 0;
            }

            bits[row >> 6] |= (values[row] >= least && values[row] <= most ? 1UL : 0) << row;
        }
    }

    /// <summary>Adds the rows whose code is marked in a table.</summary>
    [MethodImpl(Hot.Loop)]
    public static void InTable<T>(T* values, int rows, byte* table, ulong* bits)
        where T : unmanaged, IBinaryInteger<T>
    {
        for (var row = 0; row < rows; row++)
        {
            bits[row >> 6] |= (ulong)table[uint.CreateTruncating(values[row])] << row;
        }
    }
}
