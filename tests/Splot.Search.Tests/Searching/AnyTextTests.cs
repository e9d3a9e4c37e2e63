using FsCheck.Fluent;
using Splot.Search.Live;
using Splot.Search.Searching;
using Splot.Search.Tests.Oracle;

namespace Splot.Search.Tests.Searching;

/// <summary>Whatever is typed, the index answers it or says that it is too broad; whatever is given as a key, it is one of this search or refused.</summary>
public sealed class AnyTextTests : IDisposable
{
    private const int Documents = 300;

    private readonly TestFolder folder = new();
    private readonly SearchIndex index;

    public AnyTextTests()
    {
        index = TestSchema.Open(folder.Path);
        index.RebuildAsync(OracleTests.Stream(OracleTests.Documents(61, Documents)), 1).GetAwaiter().GetResult();
    }

    public void Dispose()
    {
        index.Dispose();
        folder.Dispose();
    }

    [Fact]
    public void Search_AnyText_IsAnswered() => Law.Holds(2_000, Law.AnyText, IsAnswered);

    [Fact]
    public void Search_AnyMixtureOfSigns_IsAnswered() => Law.Holds(
        3_000,
        Gen.Elements("szk", "usług", "fund:", "fund:ERDF", "region:PL8", "country:\"", "x:y", "\"", "„", "(", ")", "-", "*", "a*", " ", " ", " OR ", " NOT ", "POWR.01/2", "\uD800", "\0", "ł").ArrayOf().Select(string.Concat),
        IsAnswered);

    [Fact]
    public void Search_AnyKey_IsRefused() => Law.Holds(2_000, Law.AnyText, key =>
    {
        Assert.IsType<SearchOutcome.BadAfter>(index.Search(new SearchRequest { Text = "usług", After = key }));
        Assert.IsType<SearchOutcome.BadAfter>(index.Search(new SearchRequest { SortBy = "budget", After = key }));
    });

    private void IsAnswered(string text)
    {
        var found = Assert.IsType<SearchOutcome.Answered>(index.Search(new SearchRequest { Text = text, Facets = [new FacetRequest("fund")] })).Result;

        Assert.InRange(found.Total, 0, Documents);
        Assert.True(found.Facets[0].Counts.Sum(c => c.Count) >= found.Total);
    }
}
