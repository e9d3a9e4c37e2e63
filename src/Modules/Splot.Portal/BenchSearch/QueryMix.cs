using Splot.Portal.Indexing;
using Splot.Search.Searching;
using Splot.Search.Text;

namespace Splot.Portal.BenchSearch;

/// <summary>
/// Two hundred mixed questions made from the operations themselves, the same for the same store: a fifth without words, a sixth for a page
/// far behind, more than a quarter with very many hits, phrases among them, up to three filters.
/// </summary>
internal sealed class QueryMix(PortalIndex index, IReadOnlyList<IReadOnlyList<string>> titles)
{
    private const int Count = 200;
    private const int WithoutWords = 39;
    private const int Deep = 33;
    private const int Broad = 57;
    private const int Phrases = 12;

    // Numbers for a benchmark, not secrets: the same every time.
    private readonly Random random = new(20260101);

    /// <summary>The questions, shuffled.</summary>
    public IReadOnlyList<BenchQuery> Make()
    {
        var filters = Filters();
        var common = Common();
        var queries = new List<BenchQuery>(Count);
        for (var i = 0; i < Count; i++)
        {
            IReadOnlyList<string> words = i < WithoutWords ? [] : i < WithoutWords + Broad ? [Pick(common)] : Words(i < WithoutWords + Broad + Phrases);
            var most = i < WithoutWords + Broad ? 2 : 4;
            var chosen = Enumerable.Range(0, random.Next(most)).Select(_ => Pick(filters)).DistinctBy(f => f.Column, StringComparer.Ordinal).ToList();
            queries.Add(new BenchQuery(words, chosen, random.Next(2) == 0, 0));
        }

        random.Shuffle(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(queries));
        return [.. queries.Select((q, i) => i < Deep ? q with { Skip = 1_000 + (BenchQuery.PageSize * random.Next(400)) } : q)];
    }

    private List<string> Words(bool phrase)
    {
        while (true)
        {
            var title = Pick(titles);
            if (title.Count < 3)
            {
                continue;
            }

            var at = random.Next(title.Count - 2);
            return phrase ? [title[at] + " " + title[at + 1]] : [.. Enumerable.Range(0, 1 + random.Next(3)).Select(_ => Pick(title)).Distinct(StringComparer.Ordinal)];
        }
    }

    private List<(string Column, string Value)> Filters()
    {
        var answer = index.Search.Search(new SearchRequest { Limit = 0, Facets = BenchQuery.Facets });
        return answer is SearchOutcome.Answered { Result: var all }
            ? [.. all.Facets.SelectMany(f => f.Counts.Where(c => c.Code is not (SearchRequest.None or IndexColumns.Unplaced)).Take(8).Select(c => (f.Column, c.Code)))]
            : throw new InvalidOperationException("The index cannot be asked.");
    }

    /// <summary>The words that most titles have, as far as they are words.</summary>
    private List<string> Common() =>
        [.. titles.SelectMany(t => t.Distinct(StringComparer.Ordinal)).Where(w => w.Length > 3 && w.All(char.IsLetter)).GroupBy(w => w, StringComparer.Ordinal).OrderByDescending(g => g.Count()).Take(20).Select(g => g.Key)];

    private T Pick<T>(IReadOnlyList<T> items) => items[random.Next(items.Count)];

    /// <summary>The words of a title, as far as they are letters only.</summary>
    public static IReadOnlyList<string> WordsOf(Analyzer analyzer, string title)
    {
        var words = new List<AnalysedWord>();
        analyzer.Analyze(title, TextLanguage.None, words);
        return [.. words.DistinctBy(w => w.Position).Select(w => w.Surface).Where(w => w.Length > 1 && w.All(char.IsLetter))];
    }
}
