using System.Text;
using FsCheck.Fluent;
using Splot.Search.Files;
using Splot.Search.Segments;

namespace Splot.Search.Tests.Segments;

public sealed class TermDictionaryTests
{
    [Fact]
    public void Dictionary_AnyTerms_AreFoundWithTheirPlaces() => Law.Holds(60, Gen.Choose(0, 1_000_000), seed =>
    {
        var random = new Random(seed);
        var terms = Enumerable.Range(0, random.Next(1, 400)).Select(_ => Term(random)).Distinct(StringComparer.Ordinal)
            .Select(t => (Bytes: Encoding.UTF8.GetBytes(t), Extent: new PostingsExtent(random.Next(1, 100), random.Next(1, 1_000_000_000), random.Next(1_000_000))))
            .OrderBy(t => t.Bytes, Comparer<byte[]>.Create((x, y) => x.AsSpan().SequenceCompareTo(y)))
            .ToList();
        var dictionary = Write(terms);

        var (postings, positions) = (0L, 0L);
        var cursor = new TermCursor(dictionary);
        foreach (var (bytes, extent) in terms)
        {
            var expected = new TermEntry(postings, positions, extent);
            Assert.Equal(expected, dictionary.Find(bytes));
            Assert.Null(dictionary.Find([.. bytes, 0]));
            Assert.True(cursor.Next());
            Assert.Equal(bytes, cursor.Current.ToArray());
            Assert.Equal(expected, cursor.Entry);
            postings += extent.Length;
            positions += extent.PositionsLength;
        }

        Assert.False(cursor.Next());
        CheckSeeks(dictionary, [.. terms.Select(t => t.Bytes)], random);
    });

    [Fact]
    public void Find_InAnEmptyDictionary_FindsNothing() => Assert.Null(Write([]).Find("a"u8));

    private static void CheckSeeks(TermDictionary dictionary, List<byte[]> terms, Random random)
    {
        for (var i = 0; i < 50; i++)
        {
            var target = Encoding.UTF8.GetBytes(Term(random));
            var expected = terms.FirstOrDefault(t => t.AsSpan().SequenceCompareTo(target) >= 0);
            var cursor = new TermCursor(dictionary);

            Assert.Equal(expected is not null, cursor.Seek(target));
            Assert.Equal(expected ?? cursor.Current.ToArray(), cursor.Current.ToArray());
        }
    }

    private static TermDictionary Write(List<(byte[] Bytes, PostingsExtent Extent)> terms)
    {
        var sink = new MemorySink();
        using var output = sink.Create("terms");
        var writer = new DictionaryWriter(output);
        terms.ForEach(t => writer.Add(t.Bytes, t.Extent));
        var shape = writer.End();
        return new TermDictionary(sink.Open("terms", output.Seal()), shape);
    }

    private static string Term(Random random)
    {
        const string Letters = "aabcł\u0431\uFFEE0";
        var term = string.Concat(Enumerable.Range(0, random.Next(1, 14)).Select(_ => Letters[random.Next(Letters.Length)]));
        return random.Next(10) == 0 ? term + "\U0001F600" : term;
    }
}
