using Splot.Search.Documents;
using Splot.Search.Live;
using Splot.Search.Searching;
using Splot.Search.Tests.Oracle;
using Splot.Search.Text;

namespace Splot.Search.Tests.Searching;

public sealed class RelevanceTests : IDisposable
{
    private readonly TestFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("Roads and bridges", 2)] // exact title first, although others say it more often
    [InlineData("roads AND bridges", 2)] // case does not matter, not even that of an operator
    [InlineData("  ROADS and bridges ", 2)]
    [InlineData("POWR.01.02/18", 3)]
    [InlineData("bridges water", 4)] // in a title rather than in a text
    public async Task Search_ByRelevance_BringsFirst(string text, long expected)
    {
        using var index = await Index(
            Title(1, "Roads, bridges, roads, bridges, roads and bridges for all"),
            Title(2, "Roads and bridges"),
            new SearchDocument(TestSchema.Schema, 3).AddText(TextRole.Identifier, TextLanguage.None, "POWR.01.02/18").AddText(TextRole.Body, TextLanguage.English, "Roads"),
            Title(4, "Bridges and water"),
            new SearchDocument(TestSchema.Schema, 5).AddText(TextRole.Body, TextLanguage.English, "POWR.01.02/18 POWR.01.02/18 roads roads bridges and water bridges water bridges and many other words"));

        Assert.Equal(expected, OracleTests.Answer(index, new SearchRequest { Text = text }).Keys[0]);
    }

    [Fact]
    public async Task Search_TitleThatReadsLikeAQuery_IsFoundAllTheSame()
    {
        using var index = await Index(Title(1, "Training NOT testing (\"part 2"), Title(2, "Training"));

        var found = OracleTests.Answer(index, new SearchRequest { Text = "Training NOT testing (\"part 2" });

        Assert.Equal(1, found.Keys[0]);
    }

    [Fact]
    public async Task Search_TitleOfARealAndAnInventedDocument_BringsTheRealOneFirst()
    {
        using var index = await Index(Demo(1, "Roads"), Title(2, "Roads"), Demo(3, "Roads"), Title(4, "Roads and other words"));

        Assert.Equal([2, 1, 3, 4], OracleTests.Answer(index, new SearchRequest { Text = "Roads" }).Keys);
    }

    [Theory]
    [InlineData("x")]
    [InlineData("AAAA")]
    [InlineData("not base64 !")]
    [InlineData("")]
    public async Task Search_KeyThatIsNone_IsRefused(string after)
    {
        using var index = await Index(Title(1, "Roads"));

        Assert.IsType<SearchOutcome.BadAfter>(index.Search(new SearchRequest { Text = "roads", After = after }));
    }

    [Fact]
    public async Task Search_KeyOfAnotherQueryOrSort_IsRefused()
    {
        using var index = await Index(Title(1, "Roads"), Title(2, "Roads"));
        var next = OracleTests.Answer(index, new SearchRequest { Text = "roads", Limit = 1 }).Next;

        Assert.IsType<SearchOutcome.Answered>(index.Search(new SearchRequest { Text = "roads", Limit = 5, After = next }));
        Assert.IsType<SearchOutcome.BadAfter>(index.Search(new SearchRequest { Text = "road", After = next }));
        Assert.IsType<SearchOutcome.BadAfter>(index.Search(new SearchRequest { Text = "roads", SortBy = "budget", After = next }));
        Assert.IsType<SearchOutcome.BadAfter>(index.Search(new SearchRequest { Text = "roads", Codes = [new CodeFilter("country", ["PL"])], After = next }));
    }

    [Fact]
    public async Task Pages_IndexChangesAndMergesMeanwhile_GiveEachRemainingHitOnce()
    {
        using var index = await Index([.. Enumerable.Range(1, 60).Select(i => Title(i, $"Roads {(i % 3 == 0 ? "bridges" : "water")} {i}"))]);
        var request = new SearchRequest { Text = "roads OR bridges", Limit = 7 };
        var first = OracleTests.Answer(index, request);
        var keys = first.Keys.ToList();
        for (var (next, sequence) = (first.Next, 2); next is not null; sequence++)
        {
            index.Apply([Title(1000 + sequence, "Bridges bridges"), Title(2000 + sequence, "Words")], [sequence], sequence); // changes how rare words are
            index.Compact();
            var page = OracleTests.Answer(index, request with { After = next });
            keys.AddRange(page.Keys);
            next = page.Next;
        }

        Assert.Equal(keys.Distinct(), keys);
        Assert.Empty(Enumerable.Range(20, 41).Select(i => (long)i).Except(keys));
    }

    [Fact]
    public async Task Search_TooManyBeginnings_IsTooBroadWhereMemoryIsShort()
    {
        using var index = SearchIndex.Open(folder.Path, TestSchema.Schema, Given.AnalyzerWithoutDictionaries, new SearchIndexOptions { SearchMemory = 1 << 20 });
        await index.RebuildAsync(new[] { Title(1, "Roads") }.ToAsyncEnumerable(), 1);

        Assert.IsType<SearchOutcome.TooBroad>(index.Search(new SearchRequest { Text = string.Join(" OR ", Enumerable.Range(0, 240).Select(_ => "roads OR road")) }));
        Assert.IsType<SearchOutcome.Answered>(index.Search(new SearchRequest { Text = "roads" }));
    }

    private static SearchDocument Title(long key, string title) => new SearchDocument(TestSchema.Schema, key).AddText(TextRole.Title, TextLanguage.English, title);

    private static SearchDocument Demo(long key, string title) => new SearchDocument(TestSchema.Schema, key) { StandsBack = true }.AddText(TextRole.Title, TextLanguage.English, title);

    private async Task<SearchIndex> Index(params SearchDocument[] documents)
    {
        var index = TestSchema.Open(folder.Path);
        await index.RebuildAsync(documents.ToAsyncEnumerable(), 1);
        return index;
    }
}
