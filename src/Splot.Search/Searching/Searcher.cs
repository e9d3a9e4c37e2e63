using System.Text.Json;
using Splot.Search.Documents;
using Splot.Search.Queries;
using Splot.Search.Segments;
using Splot.Search.Text;

namespace Splot.Search.Searching;

/// <summary>Answers one search over all segments of a snapshot.</summary>
internal sealed unsafe class Searcher
{
    private readonly SearchSchema schema;
    private readonly Snapshot snapshot;
    private readonly SearchRequest request;
    private readonly Scratch scratch;
    private readonly Analyzer analyzer;
    private readonly ParsedQuery parsed;
    private readonly QueryWords words;
    private readonly List<SegmentWords> found;
    private readonly int[] numbers;
    private readonly bool ranked;

    public Searcher(SearchSchema schema, Analyzer analyzer, Snapshot snapshot, SearchRequest request, Scratch scratch)
    {
        (this.schema, this.analyzer, this.snapshot, this.request, this.scratch) = (schema, analyzer, snapshot, request, scratch);
        parsed = request.Query ?? QueryParser.Parse(request.Text, schema.FieldNames);
        words = new QueryWords(parsed.Root, analyzer);
        found = [.. snapshot.Views.Select(v => new SegmentWords(words, v.Segment, scratch))];
        numbers = [.. Enumerable.Range(0, schema.NumberColumns.Count).Where(n => schema.NumberColumns[n].Summed)];
        ranked = request.SortBy is null && parsed.Root is not QueryNode.All;
    }

    public SearchOutcome Search(CancellationToken cancellation)
    {
        var query = Identity();
        var after = request.After is null ? null : PageKey.Read(request.After, query, ranked ? words.Count : 0);
        if (request.After is not null && after is null)
        {
            return new SearchOutcome.BadAfter();
        }

        var weights = ranked ? after?.Weights ?? Weights() : [];
        var top = new TopHits(request.Limit + 1, after?.Last);
        var tallies = request.Facets.Select(f => new FacetTally(f, f.WithSums ? numbers.Length : 0)).ToList();
        var (total, sums) = (0L, new Int128[numbers.Length]);
        for (var i = 0; i < snapshot.Views.Count; i++)
        {
            var search = new SegmentSearch(snapshot.Views[i], Plan(i, weights), scratch);
            search.Run(top, cancellation);
            total += search.Total;
            sums = [.. sums.Zip(search.Sums, (a, b) => a + b)];
            for (var facet = 0; facet < tallies.Count; facet++)
            {
                search.Tally(schema.Code(request.Facets[facet].Column), tallies[facet]);
            }

            if (!ranked)
            {
                var column = request.SortBy is null ? null : snapshot.Views[i].Segment.Numbers[schema.Number(request.SortBy)];
                new OrderedHits(snapshot.Views[i], column, request.Descending, search.Hits, search.Total).AddTo(top);
            }
        }

        return new SearchOutcome.Answered(Result(top, weights, query, tallies, total, sums));
    }

    private SearchResult Result(TopHits top, IReadOnlyList<int> weights, string query, List<FacetTally> tallies, long total, Int128[] sums)
    {
        var page = top.Sorted();
        var more = page.Count > request.Limit && request.Limit > 0;
        if (page.Count > request.Limit)
        {
            page.RemoveAt(request.Limit);
        }

        return new SearchResult
        {
            Total = total,
            Sums = numbers.Select((n, i) => (schema.NumberColumns[n].Name, Sum: (decimal)sums[i])).ToDictionary(s => s.Name, s => s.Sum, StringComparer.Ordinal),
            Facets = [.. tallies.Select(t => t.Finish())],
            Keys = [.. page.Select(h => h.Key)],
            Next = more ? new PageKey(page[^1], weights).Write(query) : null,
            Query = parsed,
            Sequence = snapshot.Sequence,
            Weights = weights,
        };
    }

    private SegmentPlan Plan(int index, IReadOnlyList<int> weights)
    {
        var segment = snapshot.Views[index].Segment;
        var matchers = new SegmentMatchers(schema, segment, words, found[index], weights, ranked, scratch);
        var facets = request.Facets.Select(f => schema.Code(f.Column)).Distinct().ToList();
        var filters = new List<FacetFilter>();
        var rest = new List<Matcher>();
        var exact = new List<int>();
        if (parsed.Root is not QueryNode.All)
        {
            exact = segment.WithExact(ExactText.Hash(analyzer.Fold(request.Text!.Trim())));
            var text = matchers.Of(parsed.Root);
            rest.Add(exact.Count == 0 ? text : new OrMatcher([text, matchers.Of(exact)], scratch));
        }

        foreach (var column in request.Codes.GroupBy(f => schema.Code(f.Column)))
        {
            var all = column.Select(f => matchers.Of(f)).ToList();
            if (facets.Contains(column.Key))
            {
                filters.Add(new FacetFilter(column.Key, all.Count == 1 ? all[0] : new AndMatcher(all, scratch)));
            }
            else
            {
                rest.AddRange(all);
            }
        }

        rest.AddRange(request.Ranges.Select(r => matchers.Of(r)));
        var summed = request.Facets.Where(f => f.WithSums).Select(f => schema.Code(f.Column)).ToHashSet();
        Matcher everything = rest.Count switch
        {
            0 => new EverythingMatcher(segment.Documents),
            1 => rest[0],
            _ => new AndMatcher(rest, scratch),
        };
        var ranker = ranked ? new Ranker(segment, matchers.Ranked, exact, scratch) : null;
        return new SegmentPlan(everything, rest.Count == 0, filters, facets, summed, numbers, ranker);
    }

    private int[] Weights()
    {
        var weights = new int[words.Count];
        for (var word = 0; word < weights.Length; word++)
        {
            long documents = 0;
            for (var term = 0; term < words[word].Terms.Count; term++)
            {
                documents = Math.Max(documents, found.Sum(f => f.Count(word, term)));
            }

            weights[word] = WordWeight.InQuery(documents, snapshot.Documents);
        }

        return weights;
    }

    /// <summary>What a key of the next page belongs to.</summary>
    private string Identity() => JsonSerializer.Serialize(new { request.Text, request.Codes, request.Ranges, request.SortBy, request.Descending, schema.Fingerprint });
}
