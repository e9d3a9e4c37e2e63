using System.Numerics;
using FsCheck.Fluent;
using Splot.Search.Columns;
using Splot.Search.Searching;
using Splot.Search.Segments;

namespace Splot.Search.Tests.Searching;

/// <summary>What is done by vectors gives the same as what is done one by one.</summary>
public sealed unsafe class KernelTests
{
    [Fact]
    public void Equal_OfEveryWidth_AgreesWithOneByOne() => Law.Holds(200, Gen.Choose(0, 1_000_000), seed =>
    {
        CheckEqual<byte>(seed);
        CheckEqual<ushort>(seed);
        CheckEqual<uint>(seed);
    });

    [Fact]
    public void Between_OfEveryWidth_AgreesWithOneByOne() => Law.Holds(200, Gen.Choose(0, 1_000_000), seed =>
    {
        CheckBetween<int>(seed);
        CheckBetween<long>(seed);
    });

    [Fact]
    public void Bytes_RaisedAndFound_AgreeWithOneByOne() => Law.Holds(200, Gen.Choose(0, 1_000_000), seed =>
    {
        var random = new Random(seed);
        var from = Enumerable.Range(0, random.Next(300)).Select(_ => (byte)Math.Max(0, random.Next(-100, 256))).ToArray();
        var before = from.Select(_ => (byte)random.Next(256)).ToArray();
        byte[] vectors = [.. before], scalars = [.. before];
        var (found, foundScalars) = (new ulong[6], new ulong[6]);
        fixed (byte* source = from, first = vectors, second = scalars)
        fixed (ulong* set = found, scalarSet = foundScalars)
        {
            Bytes.Raise(source, first, from.Length);
            Bytes.RaiseScalars(source, second, 0, from.Length);
            Bytes.AddNonZero(source, from.Length, set);
            Bytes.AddNonZeroScalars(source, 0, from.Length, scalarSet);
        }

        Assert.Equal(scalars, vectors);
        Assert.Equal(foundScalars, found);
    });

    [Fact]
    public void SetOperations_OnRandomSets_AgreeWithOneByOne() => Law.Holds(100, Gen.Choose(0, 1_000_000), seed =>
    {
        var random = new Random(seed);
        var (left, right) = (Set(random), Set(random));
        var expected = Rows(left).ToList();

        Assert.Equal(expected.Intersect(Rows(right)), After(left, right, (a, b) => WindowBits.And(a, b)));
        Assert.Equal(expected.Except(Rows(right)), After(left, right, (a, b) => WindowBits.AndNot(a, b)));
        Assert.Equal(expected.Union(Rows(right)).Order(), After(left, right, (a, b) =>
        {
            WindowBits.Or(a, b);
            return true;
        }));
    });

    [Fact]
    public void ToRows_AnyDensity_GivesTheRowsInOrder() => Law.Holds(200, Gen.Choose(0, 1_000_000), seed =>
    {
        var bits = Set(new Random(seed));
        var rows = new ushort[Window.Rows + 64];
        fixed (ulong* set = bits)
        fixed (ushort* to = rows)
        {
            var count = WindowBits.ToRows(set, to);

            Assert.Equal(Rows(bits), rows.Take(count).Select(r => (int)r));
            Assert.Equal(count, WindowBits.Count(set));
            Assert.Equal(count > 0, WindowBits.Any(set));
        }
    });

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(64)]
    [InlineData(4000)]
    [InlineData(4096)]
    public void SetAll_LastWindow_HasTheRowsThatAreThere(int rows)
    {
        var bits = stackalloc ulong[Window.Words];
        WindowBits.SetAll(bits, 2, (2 * Window.Rows) + rows);
        Assert.Equal(rows, WindowBits.Count(bits));
    }

    private static IEnumerable<int> After(ulong[] left, ulong[] right, SetOperation operation)
    {
        ulong[] result = [.. left];
        fixed (ulong* a = result, b = right)
        {
            Assert.Equal(operation(a, b), result.Any(w => w != 0));
        }

        return Rows(result);
    }

    private delegate bool SetOperation(ulong* left, ulong* right);

    private static ulong[] Set(Random random)
    {
        var density = random.Next(65);
        return [.. Enumerable.Range(0, Window.Words).Select(_ => random.Next(5) == 0 ? 0 : Enumerable.Range(0, 64).Aggregate(0UL, (w, i) => w | (random.Next(64) < density ? 1UL << i : 0)))];
    }

    private static IEnumerable<int> Rows(ulong[] bits) => Enumerable.Range(0, Window.Rows).Where(r => (bits[r >> 6] >> r & 1) == 1);

    private static void CheckEqual<T>(int seed)
        where T : unmanaged, IBinaryInteger<T>
    {
        var random = new Random(seed);
        var values = Enumerable.Range(0, random.Next(Window.Rows + 1)).Select(_ => T.CreateTruncating(random.Next(5) - 1)).ToArray();
        var (vectors, scalars) = (new ulong[Window.Words], new ulong[Window.Words]);
        fixed (T* from = values)
        fixed (ulong* first = vectors, second = scalars)
        {
            ColumnScan.Equal(from, values.Length, T.CreateTruncating(2), first);
            ColumnScan.EqualScalars(from, 0, values.Length, T.CreateTruncating(2), second);
        }

        Assert.Equal(scalars, vectors);
    }

    private static void CheckBetween<T>(int seed)
        where T : unmanaged, IBinaryInteger<T>, IMinMaxValue<T>
    {
        var random = new Random(seed);
        T Any() => random.Next(4) switch { 0 => T.MaxValue, 1 => T.MinValue, _ => T.CreateTruncating(random.Next(-9, 9)) };
        var values = Enumerable.Range(0, random.Next(Window.Rows + 1)).Select(_ => Any()).ToArray();
        var (least, most) = (Any(), Any());
        var (vectors, scalars) = (new ulong[Window.Words], new ulong[Window.Words]);
        fixed (T* from = values)
        fixed (ulong* first = vectors, second = scalars)
        {
            ColumnScan.Between(from, values.Length, least, most, first);
            ColumnScan.BetweenScalars(from, 0, values.Length, least, most, second);
        }

        Assert.Equal(scalars, vectors);
    }
}
