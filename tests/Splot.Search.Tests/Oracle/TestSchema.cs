using Splot.Search.Documents;
using Splot.Search.Live;

namespace Splot.Search.Tests.Oracle;

/// <summary>A schema with every kind of column.</summary>
internal static class TestSchema
{
    public static SearchSchema Schema { get; } = new(
        "test",
        [
            new CodeColumn("country", CountedTogether: true),
            new CodeColumn("programme", CountedTogether: true),
            new CodeColumn("fund", CodeShape.Multiple, CountedTogether: true),
            new CodeColumn("theme", CodeShape.Multiple, CountedTogether: true),
            new CodeColumn("region", CodeShape.Paths),
            new CodeColumn("beneficiary"),
        ],
        [
            new NumberColumn("budget", NumberKind.Cents, Sorted: true, Summed: true),
            new NumberColumn("start", NumberKind.Days, Sorted: true),
            new NumberColumn("updated", NumberKind.Plain),
            new NumberColumn("eu", NumberKind.Cents, Sorted: true, Summed: true),
        ]);

    /// <summary>Opens an index for tests; it is small, so that many segments come about.</summary>
    public static SearchIndex Open(string folder, SearchIndexOptions? options = null) =>
        SearchIndex.Open(folder, Schema, Given.AnalyzerWithoutDictionaries, options ?? new SearchIndexOptions { TermsInMemory = 4000, DocumentsInMemory = 150 });
}

/// <summary>A folder for one test.</summary>
internal sealed class TestFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("splot-index-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
