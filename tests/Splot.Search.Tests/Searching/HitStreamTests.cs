using Splot.Search.Searching;
using Splot.Search.Tests.Oracle;

namespace Splot.Search.Tests.Searching;

public sealed class HitStreamTests : IDisposable
{
    private readonly TestFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Stream_AnySearch_GivesAllHitsInOrder()
    {
        using var index = TestSchema.Open(folder.Path);
        var documents = OracleTests.Documents(51, 300);
        await index.RebuildAsync(OracleTests.Stream(documents), 1);
        var more = OracleTests.Documents(52, 60).Select(d => d with { Key = d.Key * 2 }).ToList();
        index.Apply([.. more.Select(d => d.ToDocument())], [], 2);
        var oracle = new BruteForce(more.UnionBy(documents, d => d.Key), Given.AnalyzerWithoutDictionaries);
        var requests = new RandomRequests(53);
        for (var i = 0; i < 300; i++)
        {
            var request = requests.Next();
            using var hits = Assert.IsType<SearchOutcome.Opened>(await index.StreamAsync(request)).Hits;
            var expected = oracle.Search(request, hits.Result.Weights);

            Assert.Equal(expected.Keys, hits);
            Assert.Equal(expected.Keys.Count, hits.Result.Total);
            Assert.Equal(expected.Sums, hits.Result.Sums);
        }
    }

    [Fact]
    public async Task Stream_IndexRebuiltMeanwhile_GoesOnAsItWas()
    {
        using var index = TestSchema.Open(folder.Path);
        await index.RebuildAsync(OracleTests.Stream(OracleTests.Documents(54, 200)), 1);
        using var hits = Assert.IsType<SearchOutcome.Opened>(await index.StreamAsync(new SearchRequest { SortBy = "budget" })).Hits;
        using var reading = hits.GetEnumerator();
        Assert.True(reading.MoveNext());

        await index.RebuildAsync(OracleTests.Stream([]), 2);

        var count = 1;
        while (reading.MoveNext())
        {
            count++;
        }

        Assert.Equal(200, count);
        Assert.Equal(0, index.Status.Documents);
    }
}
