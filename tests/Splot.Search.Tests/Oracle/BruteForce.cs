using Splot.Search.Queries;
using Splot.Search.Searching;
using Splot.Search.Text;

namespace Splot.Search.Tests.Oracle;

/// <summary>What a search should have found.</summary>
internal sealed record Expected(IReadOnlyList<long> Keys, IReadOnlyDictionary<string, decimal> Sums, IReadOnlyList<Facet> Facets);

/// <summary>Answers searches by looking at every document, with none of the code of the index.</summary>
internal sealed class BruteForce(IEnumerable<TestDocument> documents, Analyzer analyzer)
{
    private static readonly HashSet<string> Fields = TestSchema.Schema.CodeColumns.Select(c => c.Name).ToHashSet(StringComparer.Ordinal);
    private static readonly string[] Summed = ["budget", "eu"];

    private readonly List<JudgedDocument> all = [.. documents.Select(d => new JudgedDocument(d, analyzer))];
    private readonly Dictionary<string, IReadOnlyList<string>> terms = new(StringComparer.Ordinal);

    /// <param name="request">The search; limit and page are left out of account.</param>
    /// <param name="weights">Weights of the query's words.</param>
    public Expected Search(SearchRequest request, IReadOnlyList<int> weights)
    {
        var root = QueryParser.Parse(request.Text, Fields).Root;
        var exact = root is QueryNode.All ? null : analyzer.Fold(request.Text!.Trim()).Trim('"', ' ');
        var fit = all.Where(d => (Fits(root, d) || (exact is not null && d.IsExactly(exact))) && request.Ranges.All(r => Fits(r, d))).ToList();
        var hits = fit.Where(d => request.Codes.All(f => Fits(f, d))).ToList();
        var facets = request.Facets.Select(f => Count(f, fit.Where(d => request.Codes.All(c => c.Column == f.Column || Fits(c, d))))).ToList();
        return new Expected(
            [.. Sort(hits, request, root, exact, weights).Select(d => d.Document.Key)],
            Summed.ToDictionary(s => s, s => hits.Sum(h => (decimal)(h.Number(s) ?? 0)), StringComparer.Ordinal),
            facets);
    }

    /// <summary>How many documents have the most frequent term of each word.</summary>
    public IReadOnlyList<int> Frequencies(string text)
    {
        var found = new List<int>();
        Each(QueryParser.Parse(text, Fields).Root, isWanted: true, (words, prefix, _) => found.Add(prefix is not null
            ? all.Count(d => d.HasPrefix(prefix))
            : words.Select(t => all.Count(d => d.Has([t]))).DefaultIfEmpty(0).Max()));
        return found;
    }

    private IReadOnlyList<string> Terms(string word)
    {
        if (!terms.TryGetValue(word, out var known))
        {
            terms[word] = known = analyzer.QueryTerms(word);
        }

        return known;
    }

    private bool Fits(QueryNode node, JudgedDocument document) => node switch
    {
        QueryNode.All => true,
        QueryNode.Word word => document.Has(Terms(word.Written)),
        QueryNode.Phrase phrase => document.HasPhrase([.. phrase.Words.Select(Terms)]),
        QueryNode.Prefix prefix => document.HasPrefix(analyzer.PrefixTerm(prefix.Start)),
        QueryNode.Field field => Fits(new CodeFilter(field.Name, [field.Value, field.Value.ToUpperInvariant(), field.Value.ToLowerInvariant()]), document),
        QueryNode.And and => and.Nodes.All(n => Fits(n, document)),
        QueryNode.Or or => or.Nodes.Any(n => Fits(n, document)),
        QueryNode.Not not => !Fits(not.Node, document),
        _ => throw new InvalidOperationException(),
    };

    private static bool Fits(RangeFilter range, JudgedDocument document) =>
        document.Number(range.Column) is { } number && number >= (range.From ?? long.MinValue) && number <= (range.To ?? long.MaxValue);

    private static bool Fits(CodeFilter filter, JudgedDocument document)
    {
        var codes = document.Codes(filter.Column);
        return filter.Values.Any(v => v == "none"
            ? codes.Length == 0
            : filter.Column == "region" ? codes.Any(c => c.Split('/').Contains(v)) : codes.Contains(v));
    }

    private static Facet Count(FacetRequest request, IEnumerable<JudgedDocument> hits)
    {
        var counts = new Dictionary<string, (long Count, decimal[] Sums)>(StringComparer.Ordinal);
        foreach (var hit in hits)
        {
            foreach (var value in Values(request, hit))
            {
                var (count, sums) = counts.GetValueOrDefault(value, (0, request.WithSums ? new decimal[2] : []));
                counts[value] = (count + 1, [.. sums.Select((s, i) => s + (hit.Number(Summed[i]) ?? 0))]);
            }
        }

        return new Facet(request.Column, [.. counts
            .OrderByDescending(c => c.Value.Count).ThenBy(c => c.Key, StringComparer.Ordinal)
            .Take(request.Most)
            .Select(c => new FacetCount(c.Key, c.Value.Count, c.Value.Sums))]);
    }

    private static IEnumerable<string> Values(FacetRequest request, JudgedDocument hit)
    {
        var codes = hit.Codes(request.Column);
        if (codes.Length == 0)
        {
            return request.Under is null ? ["none"] : [];
        }

        if (request.Column != "region")
        {
            return codes.Distinct(StringComparer.Ordinal);
        }

        var paths = codes.Select(c => c.Split('/')[1..]);
        return request.Under is null
            ? paths.Where(p => p.Length >= request.Level).Select(p => p[request.Level - 1]).Distinct(StringComparer.Ordinal)
            : paths.Where(p => Array.IndexOf(p, request.Under) is >= 0 and var at && at + 1 < p.Length).Select(p => p[Array.IndexOf(p, request.Under) + 1]).Distinct(StringComparer.Ordinal);
    }

    private IEnumerable<JudgedDocument> Sort(List<JudgedDocument> hits, SearchRequest request, QueryNode root, string? exact, IReadOnlyList<int> weights)
    {
        if (request.SortBy is { } column)
        {
            var missingLast = hits.OrderBy(h => h.Number(column) is null);
            return (request.Descending ? missingLast.ThenByDescending(h => h.Number(column)) : missingLast.ThenBy(h => h.Number(column))).ThenBy(h => h.Document.Key);
        }

        return root is QueryNode.All
            ? hits.OrderBy(h => h.Document.Key)
            : hits.OrderByDescending(h => !h.IsExactly(exact!) ? 0 : h.Document.StandsBack ? 1 : 2).ThenByDescending(h => Score(root, h, weights)).ThenBy(h => h.Document.Key);
    }

    private long Score(QueryNode root, JudgedDocument document, IReadOnlyList<int> weights)
    {
        var (score, word) = (0L, 0);
        Each(root, isWanted: true, (words, prefix, isWanted) =>
        {
            var weight = prefix is null ? document.WeightOf(words) : document.HasPrefix(prefix) ? 128 : 0;
            score += isWanted ? weights[word] * weight : 0;
            word++;
        });
        return score;
    }

    /// <summary>Each word of a query in the order of the text.</summary>
    private void Each(QueryNode node, bool isWanted, Action<IReadOnlyList<string>, string?, bool> found)
    {
        switch (node)
        {
            case QueryNode.Word word:
                found(Terms(word.Written), null, isWanted);
                break;
            case QueryNode.Phrase phrase:
                phrase.Words.ToList().ForEach(w => found(Terms(w), null, isWanted));
                break;
            case QueryNode.Prefix prefix:
                found([], analyzer.PrefixTerm(prefix.Start), isWanted);
                break;
            case QueryNode.Not not:
                Each(not.Node, !isWanted, found);
                break;
            case QueryNode.And and:
                and.Nodes.ToList().ForEach(n => Each(n, isWanted, found));
                break;
            case QueryNode.Or or:
                or.Nodes.ToList().ForEach(n => Each(n, isWanted, found));
                break;
        }
    }
}
