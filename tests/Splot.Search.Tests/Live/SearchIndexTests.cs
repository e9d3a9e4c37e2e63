using Splot.Search.Documents;
using Splot.Search.Live;
using Splot.Search.Searching;
using Splot.Search.Tests.Oracle;

namespace Splot.Search.Tests.Live;

public sealed class SearchIndexTests : IDisposable
{
    private readonly TestFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Open_NewFolder_IsEmptyAndRefusesUntilBuilt()
    {
        using var index = TestSchema.Open(folder.Path);

        Assert.Equal(SearchState.Empty, index.Status.State);
        Assert.IsType<SearchOutcome.NotReady>(index.Search(new SearchRequest()));
        Assert.IsType<ApplyOutcome.MustRebuild>(index.Apply([], [], 1));
    }

    [Fact]
    public async Task Rebuild_NoDocuments_AnswersWithNothing()
    {
        using var index = TestSchema.Open(folder.Path);
        await index.RebuildAsync(OracleTests.Stream([]), 3);

        var found = OracleTests.Answer(index, new SearchRequest { Facets = [new FacetRequest("country")] });

        Assert.Equal((0L, 3L), (found.Total, found.Sequence));
        Assert.Empty(found.Facets[0].Counts);
    }

    [Fact]
    public async Task Open_OtherSchema_MustBeRebuilt()
    {
        using (var index = TestSchema.Open(folder.Path))
        {
            await index.RebuildAsync(OracleTests.Stream(OracleTests.Documents(1, 10)), 1);
        }

        var other = new SearchSchema("other words", TestSchema.Schema.CodeColumns, TestSchema.Schema.NumberColumns);
        using var reopened = SearchIndex.Open(folder.Path, other, Given.AnalyzerWithoutDictionaries);

        Assert.Equal(SearchState.MustRebuild, reopened.Status.State);
        await reopened.RebuildAsync(OracleTests.Stream(OracleTests.Documents(1, 10)), 1);
        Assert.Equal(SearchState.Ready, reopened.Status.State);
    }

    [Fact]
    public async Task Apply_ThenReopenWithoutFlush_GoesBackToWhatWasWritten()
    {
        using (var index = TestSchema.Open(folder.Path))
        {
            await index.RebuildAsync(OracleTests.Stream(OracleTests.Documents(1, 10)), 1);
            index.Apply([new TestDocuments(2).Next(999).ToDocument()], [], 2);
            Assert.Equal((11L, 2L, 1L), (index.Status.Documents, index.Status.Sequence, index.Status.WrittenSequence));
        }

        using (var index = TestSchema.Open(folder.Path))
        {
            Assert.Equal((10L, 1L), (index.Status.Documents, index.Status.Sequence));
            index.Apply([new TestDocuments(2).Next(999).ToDocument()], [5], 2);
            index.Flush();
        }

        using var flushed = TestSchema.Open(folder.Path);
        Assert.Equal((10L, 2L), (flushed.Status.Documents, flushed.Status.Sequence));
    }

    [Fact]
    public async Task Apply_OldChange_SaysWhereToGoOn()
    {
        using var index = TestSchema.Open(folder.Path);
        await index.RebuildAsync(OracleTests.Stream(OracleTests.Documents(1, 10)), 8);

        Assert.Equal(new ApplyOutcome.GoOnFrom(8), index.Apply([], [5], 7));
        Assert.Equal(10, index.Status.Documents);
    }

    [Fact]
    public async Task Apply_RebuiltByAnotherProcess_SaysWhereToGoOn()
    {
        using var first = TestSchema.Open(folder.Path);
        await first.RebuildAsync(OracleTests.Stream(OracleTests.Documents(1, 10)), 1);
        using var second = TestSchema.Open(folder.Path);
        await second.RebuildAsync(OracleTests.Stream(OracleTests.Documents(2, 30)), 5);

        Assert.Equal(10, first.Status.Documents);
        Assert.Equal(new ApplyOutcome.GoOnFrom(5), first.Apply([], [5], 9));
        Assert.Equal((30L, 5L), (first.Status.Documents, first.Status.Sequence));
        Assert.IsType<ApplyOutcome.Applied>(first.Apply([], [5], 9));
        Assert.Equal(29, first.Status.Documents);
    }

    [Fact]
    public async Task Rebuild_DocumentsOutOfOrder_IsRefusedAndLeavesTheIndex()
    {
        using var index = TestSchema.Open(folder.Path);
        await index.RebuildAsync(OracleTests.Stream(OracleTests.Documents(1, 10)), 1);

        await Assert.ThrowsAsync<ArgumentException>(() => index.RebuildAsync(OracleTests.Stream(OracleTests.Documents(1, 300).AsEnumerable().Reverse()), 2));

        Assert.Equal((10L, 1L), (index.Status.Documents, index.Status.Sequence));
        Assert.Equal(["index.json", "lock"], Directory.EnumerateFiles(folder.Path).Select(Path.GetFileName).Order());
        Assert.Single(Directory.EnumerateDirectories(folder.Path));
    }

    [Fact]
    public async Task Rebuild_Cancelled_LeavesTheIndex()
    {
        using var index = TestSchema.Open(folder.Path);
        await index.RebuildAsync(OracleTests.Stream(OracleTests.Documents(1, 10)), 1);
        using var ending = new CancellationTokenSource();

        var rebuild = index.RebuildAsync(OracleTests.Stream(Endless(ending)), 2, null, ending.Token);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => rebuild);
        Assert.Equal(10, index.Status.Documents);
        Assert.Single(Directory.EnumerateDirectories(folder.Path));
    }

    [Fact]
    public async Task Distrust_UntilRebuilt_RefusesSearchesAndChanges()
    {
        using var index = TestSchema.Open(folder.Path);
        await index.RebuildAsync(OracleTests.Stream(OracleTests.Documents(1, 10)), 5);

        index.Distrust("It holds other documents.");

        Assert.False(index.Refresh());
        Assert.Equal("It holds other documents.", Assert.IsType<SearchOutcome.NotReady>(index.Search(new SearchRequest())).Reason);
        Assert.IsType<ApplyOutcome.MustRebuild>(index.Apply([], [5], 6));
        await index.RebuildAsync(OracleTests.Stream(OracleTests.Documents(2, 20)), 3);
        Assert.Equal((20L, 3L), (OracleTests.Answer(index, new SearchRequest()).Total, index.Status.Sequence));
    }

    [Fact]
    public async Task Search_WhileEverythingChanges_SeesOneMomentEach()
    {
        using var index = TestSchema.Open(folder.Path, new SearchIndexOptions { DocumentsInMemory = 60, TermsInMemory = 3000, Searches = 2 });
        await index.RebuildAsync(OracleTests.Stream(OracleTests.Documents(1, 200)), 0);
        var living = OracleTests.Documents(1, 200).Select(d => d.Key).ToHashSet();
        var totals = new Dictionary<long, int> { [0] = living.Count };
        var changes = Enumerable.Range(1, 120).Select(i => (Key: 10_000L + i, Gone: (long)((i * 3) + 5), Number: i)).ToList();
        foreach (var (key, gone, number) in changes)
        {
            living.Add(key);
            living.Remove(gone);
            totals[number] = living.Count;
        }

        using var ending = new CancellationTokenSource();
        var searching = Enumerable.Range(0, 3).Select(i => Task.Run(() => SearchOn(index, totals, i, ending.Token))).ToList();
        var merging = Task.Run(() => MergeOn(index, ending.Token));
        foreach (var (key, gone, number) in changes)
        {
            Assert.IsType<ApplyOutcome.Applied>(index.Apply([new TestDocuments(number).Next(key).ToDocument()], [gone], number));
        }

        await ending.CancelAsync();
        Assert.All(await Task.WhenAll(searching), count => Assert.True(count > 0));
        await merging;
    }

    [Fact]
    public async Task Search_Cancelled_EndsAtOnce()
    {
        using var index = TestSchema.Open(folder.Path);
        await index.RebuildAsync(OracleTests.Stream(OracleTests.Documents(1, 50)), 1);
        using var ending = new CancellationTokenSource();
        await ending.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => index.SearchAsync(new SearchRequest(), ending.Token));
        Assert.Equal(50, OracleTests.Answer(index, new SearchRequest()).Total);
    }

    private static int SearchOn(SearchIndex index, Dictionary<long, int> totals, int seed, CancellationToken ending)
    {
        var count = 0;
        for (; !ending.IsCancellationRequested || count == 0; count++)
        {
            var found = OracleTests.Answer(index, new SearchRequest { Facets = [new FacetRequest("country")], SortBy = seed == 0 ? "budget" : null });
            Assert.Equal(totals[found.Sequence], found.Total);
            Assert.Equal(found.Total, found.Facets[0].Counts.Sum(c => c.Count));
        }

        return count;
    }

    private static void MergeOn(SearchIndex index, CancellationToken ending)
    {
        while (!ending.IsCancellationRequested)
        {
            index.Merge(CancellationToken.None);
        }
    }

    private static IEnumerable<TestDocument> Endless(CancellationTokenSource ending)
    {
        var invent = new TestDocuments(3);
        for (var key = 0; ; key++)
        {
            if (key == 1000)
            {
                ending.Cancel();
            }

            yield return invent.Next(key);
        }
    }
}
