using Splot.Search.Documents;
using Splot.Search.Live;
using Splot.Search.Searching;
using Splot.Search.Segments;

namespace Splot.Search.Tests.Oracle;

public sealed class OracleTests : IDisposable
{
    private readonly TestFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Search_OneSegment_AgreesWithBruteForce()
    {
        using var index = TestSchema.Open(folder.Path, new SearchIndexOptions());
        var documents = Documents(1, 700);
        await index.RebuildAsync(Stream(documents), 1);

        Compare(index, documents, seed: 11, searches: 2500);
        Assert.Equal(1, index.Status.Segments);
    }

    [Fact]
    public async Task Search_ManyWindowsAndBlocks_AgreesWithBruteForce()
    {
        using var index = TestSchema.Open(folder.Path, new SearchIndexOptions { TermsInMemory = 60_000 });
        var documents = Documents(2, 9_500);
        await index.RebuildAsync(Stream(documents), 1);

        Compare(index, documents, seed: 12, searches: 250);
    }

    [Fact]
    public async Task Search_SegmentsInMemoryAndOnDiskWithDeletions_AgreesWithBruteForce()
    {
        using var index = TestSchema.Open(folder.Path);
        var living = new SortedDictionary<long, TestDocument>(Documents(3, 500).ToDictionary(d => d.Key));
        await index.RebuildAsync(Stream(living.Values), 1);
        var random = new Random(33);
        var invent = new TestDocuments(34);
        for (var sequence = 2; sequence < 60; sequence++)
        {
            Change(index, living, random, invent, sequence);
            if (sequence % 7 == 0)
            {
                index.Merge();
            }

            Compare(index, [.. living.Values], seed: sequence, searches: 30);
        }

        Assert.True(index.Status.Segments > 1, "There was only one segment.");
        Assert.True(index.Status.Deleted > 0, "Nothing was deleted.");
        index.Compact();
        Compare(index, [.. living.Values], seed: 99, searches: 300);
        Assert.Equal((1, 0L), (index.Status.Segments, index.Status.Deleted));
    }

    [Fact]
    public async Task Weights_WithoutDeletions_AreTheRarityOfTheWords()
    {
        using var index = TestSchema.Open(folder.Path);
        var documents = Documents(4, 400);
        await index.RebuildAsync(Stream(documents), 1);
        var oracle = new BruteForce(documents, Given.AnalyzerWithoutDictionaries);

        foreach (var text in new[] { "usługi społeczne", "szk*", "\"social services\" OR вода -pracy" })
        {
            var found = Answer(index, new SearchRequest { Text = text });

            Assert.Equal(oracle.Frequencies(text).Select(n => WordWeight.InQuery(n, 400)), found.Weights);
        }
    }

    internal static SearchResult Answer(SearchIndex index, SearchRequest request) => Assert.IsType<SearchOutcome.Answered>(index.Search(request)).Result;

    internal static List<TestDocument> Documents(int seed, int count)
    {
        var invent = new TestDocuments(seed);
        return [.. Enumerable.Range(0, count).Select(i => invent.Next((i * 3L) + 5))];
    }

    internal static IAsyncEnumerable<SearchDocument> Stream(IEnumerable<TestDocument> documents) => documents.Select(d => d.ToDocument()).ToAsyncEnumerable();

    internal static void Compare(SearchIndex index, IReadOnlyList<TestDocument> documents, int seed, int searches)
    {
        var oracle = new BruteForce(documents, Given.AnalyzerWithoutDictionaries);
        var requests = new RandomRequests(seed);
        for (var i = 0; i < searches; i++)
        {
            var request = requests.Next();
            var found = Answer(index, request);
            var expected = oracle.Search(request, found.Weights);
            var name = $"search {i} of seed {seed}: {System.Text.Json.JsonSerializer.Serialize(request)}";
            Assert.True(expected.Keys.Count == found.Total, $"{expected.Keys.Count} hits expected, {found.Total} found, {name}");
            Assert.Equal(expected.Sums, found.Sums);
            Assert.Equal(System.Text.Json.JsonSerializer.Serialize(expected.Facets), System.Text.Json.JsonSerializer.Serialize(found.Facets));
            var keys = AllPages(index, request, found);
            Assert.True(expected.Keys.SequenceEqual(keys), $"Another order, {name}\n{string.Join(' ', expected.Keys.Take(40))}\n{string.Join(' ', keys.Take(40))}");
        }
    }

    private static List<long> AllPages(SearchIndex index, SearchRequest request, SearchResult first)
    {
        var keys = first.Keys.ToList();
        for (var next = first.Next; next is not null;)
        {
            var page = Answer(index, request with { After = next, Limit = Math.Max(request.Limit, (int)first.Total / 7), Facets = [] });
            Assert.Equal(first.Total, page.Total);
            keys.AddRange(page.Keys);
            next = page.Next;
        }

        return keys;
    }

    private static void Change(SearchIndex index, SortedDictionary<long, TestDocument> living, Random random, TestDocuments invent, int sequence)
    {
        var keys = living.Keys.ToList();
        var gone = Enumerable.Range(0, random.Next(12)).Select(_ => keys[random.Next(keys.Count)]).Append(-1).ToList();
        var changed = Enumerable.Range(0, random.Next(25)).Select(_ => invent.Next(random.Next(3) == 0 ? random.Next(100_000) : keys[random.Next(keys.Count)])).ToList();
        Assert.IsType<ApplyOutcome.Applied>(index.Apply([.. changed.Select(d => d.ToDocument())], gone, sequence));
        gone.ForEach(k => living.Remove(k));
        changed.ForEach(d => living[d.Key] = d);
    }
}
