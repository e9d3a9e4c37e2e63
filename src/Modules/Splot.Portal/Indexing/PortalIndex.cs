using Splot.Data;
using Splot.Search.Documents;
using Splot.Search.Live;
using Splot.Search.Queries;
using Splot.Search.Text;
using Splot.Search.Words;

namespace Splot.Portal.Indexing;

/// <summary>This node's own copy of the search index, in the folder <c>index</c> of the data folder. Opened when it is first asked.</summary>
internal sealed class PortalIndex(SplotOptions options) : IDisposable
{
    // The words of three languages are the same for every index of a process.
    private static readonly Lazy<Analyzer> Words = new(() => new Analyzer(Lexicon.Load()));
    private static readonly Lazy<SynonymBook> SameMeaning = new(() => SynonymBook.Load(Words.Value));
    private Lazy<SearchIndex>? index;

    public static Analyzer Analyzer => Words.Value;

    public static SynonymBook Synonyms => SameMeaning.Value;

    public SearchSchema Schema => field ??= IndexColumns.Schema(Analyzer.Lexicon.Fingerprint);

    /// <summary>The index; whether it can answer is told by its status.</summary>
    public SearchIndex Search => LazyInitializer.EnsureInitialized(ref index, () => new Lazy<SearchIndex>(() => SearchIndex.Open(Folder, Schema, Analyzer))).Value;

    public string Folder { get; } = Path.Combine(options.DataFolder, "index");

    public void Dispose()
    {
        if (index is { IsValueCreated: true })
        {
            index.Value.Flush();
            index.Value.Dispose();
        }
    }
}
