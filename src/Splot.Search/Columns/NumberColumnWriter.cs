using Splot.Search.Documents;
using Splot.Search.Files;

namespace Splot.Search.Columns;

/// <summary>Writes a column of numbers.</summary>
internal static class NumberColumnWriter
{
    /// <param name="output">Where to.</param>
    /// <param name="column">What it is.</param>
    /// <param name="values">The number of each document, 0 where it is missing.</param>
    /// <param name="present">One bit for each document.</param>
    public static NumberLayout Write(PartWriter output, NumberColumn column, ReadOnlySpan<long> values, ReadOnlySpan<ulong> present)
    {
        var narrow = column.Kind == NumberKind.Days;
        var valuesAt = output.Align(64);
        if (narrow)
        {
            foreach (var value in values)
            {
                output.WriteUInt32((uint)value);
            }
        }
        else
        {
            output.WriteAll(values);
        }

        var presentAt = output.Align(64);
        output.WriteAll(present);
        var (count, total, size) = (0, Int128.Zero, Int128.Zero);
        for (var i = 0; i < values.Length; i++)
        {
            count += Has(present, i) ? 1 : 0;
            total += values[i];
            size += Int128.Abs(values[i]);
        }

        var orderAt = column.Sorted ? WriteOrder(output, values, present, count) : -1;
        return new NumberLayout(count, narrow ? 4 : 8, valuesAt, presentAt, orderAt, (decimal)total, size <= long.MaxValue);
    }

    private static long WriteOrder(PartWriter output, ReadOnlySpan<long> values, ReadOnlySpan<ulong> present, int count)
    {
        var keys = new long[count];
        var order = new int[values.Length];
        for (int i = 0, next = 0, missing = count; i < values.Length; i++)
        {
            if (Has(present, i))
            {
                keys[next] = values[i];
                order[next++] = i;
            }
            else
            {
                order[missing++] = i;
            }
        }

        Array.Sort(keys, order, 0, count);
        for (int from = 0, to; from < count; from = to)
        {
            for (to = from + 1; to < count && keys[to] == keys[from]; to++)
            {
            }

            order.AsSpan(from..to).Sort(); // the sort above leaves equal numbers in any order
        }

        var at = output.Align(64);
        output.WriteAll<int>(order);
        return at;
    }

    private static bool Has(ReadOnlySpan<ulong> bits, int document) => (bits[document >> 6] & (1UL << document)) != 0;
}
