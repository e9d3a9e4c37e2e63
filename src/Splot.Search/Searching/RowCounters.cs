using System.Numerics;
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

/// <summary>The sums of columns of numbers over the hits with each code.</summary>
internal sealed unsafe class CodeSummer : RowCounter
{
    private readonly CodeStore codes;
    private readonly NumberStore[] numbers;
    private readonly Int128[] sums;

    public CodeSummer(CodeStore codes, IEnumerable<NumberStore> numbers)
    {
        this.codes = codes;
        this.numbers = [.. numbers];
        sums = new Int128[codes.Layout.Codes * this.numbers.Length];
    }

    /// <summary>The sums of one code.</summary>
    public ReadOnlySpan<Int128> Of(int code) => sums.AsSpan(code * numbers.Length, numbers.Length);

    public override void Add(int window, ushort* rows, int count)
    {
        var first = window << Window.Shift;
        for (var n = 0; n < numbers.Length; n++)
        {
            for (var i = 0; i < count; i++)
            {
                sums[(codes.Code(first + rows[i]) * numbers.Length) + n] += numbers[n].Value(first + rows[i]);
            }
        }
    }
}
