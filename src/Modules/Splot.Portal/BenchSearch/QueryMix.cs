using Splot.Portal.Indexing;
using Splot.Search.Searching;
using Splot.Search.Text;

namespace Splot.Portal.BenchSearch;

/// <summary>
/// Two hundred mixed questions made from the operations themselves, the same for the same store: a fifth without words, a sixth for a page
/// far behind, more than a quarter with very many hits, phrases among them, up to three filters.
/// </summary>
/// <param name="filters">Codes that are found often, by column.</param>
/// <param name="titles">Words of titles.</param>
internal sealed class QueryMix(IReadOnlyList<(string Column, string Value)> filters, IReadOnlyList<IReadOnlyList<string>> titles)
{
    private const int Count = 200;
    private const int WithoutWords = 39;
    private const int Deep = 33;
    private const int Broad = 57;
    private const int Phrases = 12;
    private const int CodesOfAColumn = 8;

    // Numbers for a benchmark, not secrets: the same every time.
    private readonly Random random = new(20260101);
    private readonly List<IReadOnlyList<string>> sayings = [.. titles.Where(t => t.Count >= 3)];

    /// <summary>The questions, shuffled.</summary>
    public IReadOnlyList<BenchQuery> Make()
    {
        var common = Common();
        var queries = new List<BenchQuery>(Count);
        for (var i = 0; i < Count; i++)
        {
            IReadOnlyList<string> words = i < WithoutWords ? [] : i < WithoutWords + Broad ? common.Count == 0 ? [] : [Pick(common)] : Words(i < WithoutWords + Broad + Phrases);
            var most = i < WithoutWords + Broad ? 2 : 4;
            var chosen = Enumerable.Range(0, filters.Count == 0 ? 0 : random.Next(most)).Select(_ => Pick(filters)).DistinctBy(f => f.Column, StringComparer.Ordinal).ToList();
            queries.Add(new BenchQuery(words, chosen, random.Next(2) == 0, 0));
        }

        random.Shuffle(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(queries));
        return [.. queries.Select((q, i) => i < Deep ? q with { Skip = 1_000 + (BenchQuery.PageSize * random.Next(400)) } : q)];
    }

    private List<string> Words(bool phrase)
    {
        if (sayings.Count == 0)
        {
            return [];
        }

        var title = Pick(sayings);
        var at = random.Next(title.Count - 2);
        return phrase ? [title[at] + " " + title[at + 1]] : [.. Enumerable.Range(0, 1 + random.Next(3)).Select(_ => Pick(title)).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>The words that most titles have, as far as they are words.</summary>
    private List<string> Common() =>
        [.. titles.SelectMany(t => t.Distinct(StringComparer.Ordinal)).Where(w => w.Length > 3 && w.All(char.IsLetter)).GroupBy(w => w, StringComparer.Ordinal).OrderByDescending(g => g.Count()).Take(20).Select(g => g.Key)];

    /// <summary>The most frequent codes of each facet.</summary>
    public static IReadOnlyList<(string Column, string Value)> Frequent(PortalIndex index) =>
        index.Search.Search(new SearchRequest { Limit = 0, Facets = BenchQuery.Facets }) is SearchOutcome.Answered { Result: var all }
            ? [.. all.Facets.SelectMany(f => Frequent(f.Column, f.Counts.Select(c => c.Code)))]
            : throw new InvalidOperationException("The index cannot be asked.");

    /// <summary>The first of a column's codes, which come most frequent first, without those that stand for no value.</summary>
    public static IEnumerable<(string Column, string Value)> Frequent(string column, IEnumerable<string> codes) =>
        codes.Where(c => c is not (SearchRequest.None or IndexColumns.Unplaced)).Take(CodesOfAColumn).Select(c => (column, c));

    private T Pick<T>(IReadOnlyList<T> items) => items[random.Next(items.Count)];

    /// <summary>The words of a title, as far as they are letters only.</summary>
    public static IReadOnlyList<string> WordsOf(Analyzer analyzer, string title)
    {
        var words = new List<AnalysedWord>();
        analyzer.Analyze(title, TextLanguage.None, words);
        return [.. words.DistinctBy(w => w.Position).Select(w => w.Surface).Where(w => w.Length > 1 && w.All(char.IsLetter))];
    }
}
