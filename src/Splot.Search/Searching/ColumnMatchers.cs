using System.Numerics;
using System.Runtime.CompilerServices;
using Splot.Search.Columns;
using Splot.Search.Segments;

namespace Splot.Search.Searching;

/// <summary>Documents whose code is one of several, found by reading the column.</summary>
internal sealed unsafe class CodeMatcher<T> : Matcher
    where T : unmanaged, IBinaryInteger<T>
{
    private const int MostComparisons = 8;
    private const int FewRows = 96;

    private readonly T* codes;
    private readonly int documents;
    private readonly T[] wanted;
    private readonly byte* table;

    public CodeMatcher(CodeStore column, IReadOnlyList<int> wanted, long estimate, int documents, Scratch scratch)
    {
        codes = (T*)column.Codes;
        this.documents = documents;
        this.wanted = [.. wanted.Select(T.CreateChecked)];
        Estimate = estimate;
        table = scratch.TakeClear<byte>(column.Layout.Codes);
        foreach (var code in wanted)
        {
            table[code] = 1;
        }
    }

    public override long Estimate { get; }

    public override int NextWindow(int window) => window < Window.Count(documents) ? window : Window.End;

    public override void Fill(int window, ulong* bits)
    {
        WindowBits.Clear(bits);
        var start = window << Window.Shift;
        var rows = Math.Min(Window.Rows, documents - start);
        if (wanted.Length > MostComparisons)
        {
            ColumnScan.InTable(codes + start, rows, table, bits);
            return;
        }

        foreach (var code in wanted)
        {
            ColumnScan.Equal(codes + start, rows, code, bits);
        }
    }

    public override bool Narrow(int window, ulong* bits, ulong* spare) =>
        WindowBits.Count(bits) > FewRows * Math.Min(wanted.Length, MostComparisons) ? base.Narrow(window, bits, spare) : NarrowFew(window, bits);

    [MethodImpl(Hot.Loop)]
    private bool NarrowFew(int window, ulong* bits)
    {
        var rows = codes + (window << Window.Shift);
        ulong any = 0;
        for (var i = 0; i < Window.Words; i++)
        {
            for (var word = bits[i]; word != 0; word &= word - 1)
            {
                var row = (i << 6) + BitOperations.TrailingZeroCount(word);
                bits[i] ^= (1UL ^ table[uint.CreateTruncating(rows[row])]) << row;
            }

            any |= bits[i];
        }

        return any != 0;
    }
}

/// <summary>Documents whose number lies between two, both included; those without a number do not fit.</summary>
internal sealed unsafe class RangeMatcher<T> : Matcher
    where T : unmanaged, INumber<T>
{
    private readonly T* values;
    private readonly ulong* present;
    private readonly T least;
    private readonly T most;
    private readonly int documents;

    public RangeMatcher(NumberStore column, T least, T most, long estimate, int documents)
    {
        values = (T*)column.Values;
        present = column.Present;
        (this.least, this.most, this.documents, Estimate) = (least, most, documents, estimate);
    }

    public override long Estimate { get; }

    public override int NextWindow(int window) => window < Window.Count(documents) ? window : Window.End;

    public override void Fill(int window, ulong* bits)
    {
        WindowBits.Clear(bits);
        var start = window << Window.Shift;
        var rows = Math.Min(Window.Rows, documents - start);
        ColumnScan.Between(values + start, rows, least, most, bits);
        for (var word = 0; word * 64 < rows; word++)
        {
            bits[word] &= present[(start >> 6) + word];
        }
    }
}

/// <summary>
/// Builds matchers for filters. Where documents are at hand in the order of their codes or numbers and not too many fit, those are taken from there, as a list if they are
/// few and as a set if not; else the column is read.
/// </summary>
internal static unsafe class ColumnMatchers
{
    private const int LongestList = 4096;
    private const int LeastScanShare = 4;

    /// <summary>Documents with any of these codes.</summary>
    public static Matcher Codes(CodeStore column, IReadOnlyList<int> wanted, int documents, Scratch scratch)
    {
        var counts = column.Counts;
        long estimate = 0;
        foreach (var code in wanted)
        {
            estimate += counts[code];
        }

        if (estimate == 0)
        {
            return new OrMatcher([], scratch);
        }

        if (column.Layout.ByCodeAt >= 0 && estimate <= documents / LeastScanShare)
        {
            var picked = new Picked((int)estimate, documents, scratch);
            foreach (var code in wanted)
            {
                picked.Add(column.DocumentsWith(code));
            }

            return picked.Matcher();
        }

        return column.Layout.Width switch
        {
            1 => new CodeMatcher<byte>(column, wanted, estimate, documents, scratch),
            2 => new CodeMatcher<ushort>(column, wanted, estimate, documents, scratch),
            _ => new CodeMatcher<uint>(column, wanted, estimate, documents, scratch),
        };
    }

    /// <summary>Documents whose number lies between two; a bound may be missing.</summary>
    public static Matcher Range(NumberStore column, long? from, long? to, int documents, Scratch scratch)
    {
        var (least, most) = (from ?? long.MinValue, to ?? long.MaxValue);
        if (column.Layout.Width == 4)
        {
            (least, most) = (Math.Max(least, 0), Math.Min(most, int.MaxValue)); // days of the calendar are never negative
        }

        if (least > most)
        {
            return new OrMatcher([], scratch);
        }

        long estimate = column.Layout.Present;
        if (column.Column.Sorted)
        {
            var (first, end) = (column.PlaceOf(least, orEqual: false), column.PlaceOf(most, orEqual: true));
            estimate = end - first;
            if (estimate <= documents / LeastScanShare)
            {
                var picked = new Picked((int)estimate, documents, scratch);
                picked.Add(new ReadOnlySpan<int>(column.Order + first, (int)estimate));
                return picked.Matcher();
            }
        }

        return column.Layout.Width == 4
            ? new RangeMatcher<int>(column, (int)least, (int)most, estimate, documents)
            : new RangeMatcher<long>(column, least, most, estimate, documents);
    }

    /// <summary>Documents picked one by one, each once.</summary>
    private sealed class Picked
    {
        private readonly int most;
        private readonly int documents;
        private readonly int* list;
        private readonly ulong* set;
        private int count;

        public Picked(int most, int documents, Scratch scratch)
        {
            (this.most, this.documents) = (most, documents);
            if (most <= LongestList)
            {
                list = scratch.Take<int>(most);
            }
            else
            {
                set = scratch.TakeClear<ulong>((long)Window.Count(documents) * Window.Words);
            }
        }

        [MethodImpl(Hot.Loop)]
        public void Add(ReadOnlySpan<int> some)
        {
            foreach (var document in some)
            {
                if (set is null)
                {
                    list[count++] = document;
                }
                else
                {
                    set[document >> 6] |= 1UL << document;
                }
            }
        }

        public Matcher Matcher()
        {
            if (set is not null)
            {
                return new SetMatcher(set, documents, most);
            }

            new Span<int>(list, count).Sort();
            return new ListMatcher(list, count);
        }
    }
}
