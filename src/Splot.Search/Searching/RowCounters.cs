using System.Numerics;
using System.Runtime.CompilerServices;
using Splot.Search.Columns;
using Splot.Search.Segments;

namespace Splot.Search.Searching;

/// <summary>Adds up something over the hits of one window after the other.</summary>
internal abstract unsafe class RowCounter
{
    /// <param name="window">The window.</param>
    /// <param name="rows">Hits in it, ascending.</param>
    /// <param name="count">How many.</param>
    public abstract void Add(int window, ushort* rows, int count);
}

/// <summary>How many hits have each code.</summary>
internal sealed unsafe class CodeCounter<T>(T* codes, uint* counts) : RowCounter
    where T : unmanaged, IBinaryInteger<T>
{
    [MethodImpl(Hot.Loop)]
    public override void Add(int window, ushort* rows, int count)
    {
        var from = codes + ((long)window << Window.Shift);
        var i = 0;
        for (; i + 4 <= count; i += 4)
        {
            var (a, b, c, d) = (uint.CreateTruncating(from[rows[i]]), uint.CreateTruncating(from[rows[i + 1]]), uint.CreateTruncating(from[rows[i + 2]]), uint.CreateTruncating(from[rows[i + 3]]));
            counts[a]++;
            counts[b]++;
            counts[c]++;
            counts[d]++;
        }

        for (; i < count; i++)
        {
            counts[uint.CreateTruncating(from[rows[i]])]++;
        }
    }
}

/// <summary>The sum of a column of numbers over the hits.</summary>
internal sealed unsafe class NumberSummer<T>(T* values, bool fits) : RowCounter
    where T : unmanaged, IBinaryInteger<T>
{
    public Int128 Sum { get; private set; }

    [MethodImpl(Hot.Loop)]
    public override void Add(int window, ushort* rows, int count)
    {
        var from = values + ((long)window << Window.Shift);
        if (!fits)
        {
            for (var i = 0; i < count; i++)
            {
                Sum += Int128.CreateChecked(from[rows[i]]);
            }

            return;
        }

        long sum = 0;
        for (var i = 0; i < count; i++)
        {
            sum += long.CreateTruncating(from[rows[i]]);
        }

        Sum += sum;
    }
}

/// <summary>The sum of a column of numbers over the hits with each code.</summary>
internal abstract class CodeSummer : RowCounter
{
    public abstract Int128 Of(int code);
}

/// <inheritdoc/>
internal sealed unsafe class CodeSummer<TCode, TNumber> : CodeSummer
    where TCode : unmanaged, IBinaryInteger<TCode>
    where TNumber : unmanaged, IBinaryInteger<TNumber>
{
    private readonly TCode* codes;
    private readonly TNumber* numbers;
    private readonly long* sums; // where every sum of some of the numbers fits
    private readonly Int128* wideSums; // where not

    public CodeSummer(CodeStore column, NumberStore number, Scratch scratch)
    {
        codes = (TCode*)column.Codes;
        numbers = (TNumber*)number.Values;
        if (number.Layout.SumsFit)
        {
            sums = scratch.TakeClear<long>(column.Layout.Codes);
        }
        else
        {
            wideSums = scratch.TakeClear<Int128>(column.Layout.Codes);
        }
    }

    public override Int128 Of(int code) => sums is null ? wideSums[code] : sums[code];

    [MethodImpl(Hot.Loop)]
    public override void Add(int window, ushort* rows, int count)
    {
        var code = codes + ((long)window << Window.Shift);
        var number = numbers + ((long)window << Window.Shift);
        if (sums is null)
        {
            for (var i = 0; i < count; i++)
            {
                wideSums[uint.CreateTruncating(code[rows[i]])] += Int128.CreateTruncating(number[rows[i]]);
            }

            return;
        }

        for (var i = 0; i < count; i++)
        {
            sums[uint.CreateTruncating(code[rows[i]])] += long.CreateTruncating(number[rows[i]]);
        }
    }
}

/// <summary>Makes counters for columns of any width.</summary>
internal static unsafe class RowCounters
{
    public static RowCounter Codes(CodeStore column, uint* counts) => column.Layout.Width switch
    {
        1 => new CodeCounter<byte>(column.Codes, counts),
        2 => new CodeCounter<ushort>((ushort*)column.Codes, counts),
        _ => new CodeCounter<uint>((uint*)column.Codes, counts),
    };

    public static CodeSummer Sums(CodeStore column, NumberStore number, Scratch scratch) => (column.Layout.Width, number.Layout.Width) switch
    {
        (1, 4) => new CodeSummer<byte, int>(column, number, scratch),
        (1, _) => new CodeSummer<byte, long>(column, number, scratch),
        (2, 4) => new CodeSummer<ushort, int>(column, number, scratch),
        (2, _) => new CodeSummer<ushort, long>(column, number, scratch),
        (_, 4) => new CodeSummer<uint, int>(column, number, scratch),
        _ => new CodeSummer<uint, long>(column, number, scratch),
    };
}
