using System.Text.Json;
using Splot.Search.Columns;
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
    private readonly CancellationToken cancellation;
    private readonly ParsedQuery parsed;
    private readonly QueryWords words;
    private readonly List<SegmentWords> found;
    private readonly int[] numbers;
    private readonly bool ranked;

    public Searcher(SearchSchema schema, Analyzer analyzer, Snapshot snapshot, SearchRequest request, Scratch scratch, CancellationToken cancellation)
    {
        (this.schema, this.analyzer, this.snapshot, this.request) = (schema, analyzer, snapshot, request);
        (this.scratch, this.cancellation) = (scratch, cancellation);
        parsed = request.Query ?? QueryParser.Parse(request.Text, schema.FieldNames);
        words = new QueryWords(parsed.Root, analyzer);
        found = [.. snapshot.Views.Select(v => new SegmentWords(words, v.Segment, scratch, cancellation))];
        numbers = [.. Enumerable.Range(0, schema.NumberColumns.Count).Where(n => schema.NumberColumns[n].Summed)];
        ranked = request.SortBy is null && parsed.Root is not QueryNode.All;
    }

    /// <summary>A page of hits.</summary>
    public SearchOutcome Search()
    {
        var query = Identity();
        var after = request.After is null ? null : PageKey.Read(request.After, query, ranked ? words.Count : 0);
        if (request.After is not null && after is null)
        {
            return new SearchOutcome.BadAfter();
        }

        var weights = ranked ? after?.Weights ?? Weights() : [];
        var top = new TopHits(request.Limit + 1, after?.Last);
        var sums = Run(weights, top, (view, search) =>
        {
            if (!ranked)
            {
                new OrderedHits(view, Column(view.Segment), request.Descending, search.Hits, search.Total).AddTo(top);
            }
        });
        return new SearchOutcome.Answered(Result(sums, top, weights, query));
    }

    /// <summary>All hits; the snapshot is released with the stream.</summary>
    public SearchOutcome Stream()
    {
        var weights = ranked ? Weights() : [];
        var segments = new List<SegmentHits>();
        var counted = Run(weights, new TopHits(0, null), (view, search) =>
            segments.Add(new SegmentHits(view.Segment, new ReadOnlySpan<ulong>(search.Hits, Window.Count(view.Segment.Documents) * Window.Words).ToArray(), Column(view.Segment), request.Descending)));
        var all = new TopHits(ranked ? checked((int)counted.Total) : 0, null);
        if (ranked)
        {
            Run(weights, all, (_, _) => { });
        }

        return new SearchOutcome.Opened(new HitStream(snapshot, segments, ranked ? all.Sorted() : null, Result(counted, new TopHits(0, null), weights, "")));
    }

    private NumberStore? Column(Segment segment) => request.SortBy is null ? null : segment.Numbers[schema.Number(request.SortBy)];

    /// <summary>Goes through all segments.</summary>
    private Counted Run(IReadOnlyList<int> weights, TopHits top, Action<SegmentView, SegmentSearch> each)
    {
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

            each(snapshot.Views[i], search);
        }

        return new Counted(total, sums, [.. tallies.Select(t => t.Finish())]);
    }

    private SearchResult Result(Counted counted, TopHits top, IReadOnlyList<int> weights, string query)
    {
        var page = top.Sorted();
        var more = page.Count > request.Limit && request.Limit > 0;
        if (page.Count > request.Limit)
        {
            page.RemoveAt(request.Limit);
        }

        return new SearchResult
        {
            Total = counted.Total,
            Sums = numbers.Select((n, i) => (schema.NumberColumns[n].Name, Sum: (decimal)counted.Sums[i])).ToDictionary(s => s.Name, s => s.Sum, StringComparer.Ordinal),
            Facets = counted.Facets,
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
            exact = string.IsNullOrWhiteSpace(request.Text) ? [] : segment.WithExact(ExactText.Hash(analyzer.Fold(request.Text.Trim())));
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

    private sealed record Counted(long Total, Int128[] Sums, IReadOnlyList<Facet> Facets);

    /// <summary>What a key of the next page belongs to.</summary>
    private string Identity() => JsonSerializer.Serialize(new { request.Text, Query = request.Query?.Root.ToString(), request.Codes, request.Ranges, request.SortBy, request.Descending, schema.Fingerprint });
}
