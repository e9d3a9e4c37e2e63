using Splot.Search.Columns;
using Splot.Search.Documents;
using Splot.Search.Queries;
using Splot.Search.Segments;

namespace Splot.Search.Searching;

/// <summary>A word whose weight in a document counts.</summary>
/// <param name="Matcher">Knows the weight in each document; null for a prefix.</param>
/// <param name="Set">Documents of a prefix, which weighs the same in each.</param>
/// <param name="Weight">The weight of the word in the query.</param>
internal sealed unsafe record RankedWord(WordMatcher? Matcher, nint Set, int Weight)
{
    /// <summary>What a prefix weighs in a document, between 1 and 255 like a word.</summary>
    public const int PrefixWeight = 128;
}

/// <summary>Turns the parts of a query into matchers for one segment.</summary>
internal sealed unsafe class SegmentMatchers(SearchSchema schema, Segment segment, QueryWords words, SegmentWords found, IReadOnlyList<int> weights, bool ranked, Scratch scratch)
{
    /// <summary>The words that weigh, as far as matchers for them were made.</summary>
    public List<RankedWord> Ranked { get; } = [];

    public Matcher Of(QueryNode node) => node switch
    {
        QueryNode.All => new EverythingMatcher(segment.Documents),
        QueryNode.Word => Word(words.First(node)),
        QueryNode.Phrase phrase => Phrase(words.First(node), phrase.Words.Count),
        QueryNode.Prefix => Prefix(words.First(node)),
        QueryNode.Field field => Field(field),
        QueryNode.And and => new AndMatcher(and.Nodes.Select(Of), scratch),
        QueryNode.Or or => new OrMatcher(or.Nodes.Select(Of), scratch),
        QueryNode.Not not => new NotMatcher(Of(not.Node), segment.Documents, scratch),
        _ => throw new ArgumentOutOfRangeException(nameof(node), node, "The query language has grown."),
    };

    /// <summary>Documents with any of the values of a filter.</summary>
    public Matcher Of(CodeFilter filter) => Codes(segment.Codes[schema.Code(filter.Column)], filter.Values);

    public Matcher Of(RangeFilter filter) => ColumnMatchers.Range(segment.Numbers[schema.Number(filter.Column)], filter.From, filter.To, segment.Documents, scratch);

    /// <summary>Documents of an ascending list.</summary>
    public Matcher Of(List<int> documents)
    {
        var list = scratch.Take<int>(documents.Count);
        for (var i = 0; i < documents.Count; i++)
        {
            list[i] = documents[i];
        }

        return new ListMatcher(list, documents.Count);
    }

    private Matcher Word(int word)
    {
        var weighs = ranked && words[word].IsWanted;
        var matcher = new WordMatcher(segment, found.Entries(word), weighs, scratch);
        if (weighs)
        {
            Ranked.Add(new RankedWord(matcher, 0, weights[word]));
        }

        return matcher;
    }

    private PhraseMatcher Phrase(int first, int count)
    {
        var all = Enumerable.Range(first, count).ToList();
        var positions = all.Select(w => found.Entries(w).Select(e => segment.PositionsOf(e, scratch.Take<int>(BitPacking.BlockSize))).ToArray()).ToArray();
        return new PhraseMatcher(new AndMatcher(all.Select(Word), scratch), positions);
    }

    private SetMatcher Prefix(int word)
    {
        if (ranked && words[word].IsWanted)
        {
            Ranked.Add(new RankedWord(null, (nint)found.Set(word), weights[word]));
        }

        return new SetMatcher(found.Set(word), segment.Documents, found.SetCount(word));
    }

    /// <summary>A value typed by a person: as typed, in capitals or in small letters.</summary>
    private Matcher Field(QueryNode.Field field) =>
        Codes(segment.Codes[schema.Code(field.Name)], [field.Value, field.Value.ToUpperInvariant(), field.Value.ToLowerInvariant()]);

    private Matcher Codes(CodeStore column, IReadOnlyList<string> values)
    {
        var codes = values.SelectMany(v => CodesOf(column, v)).Distinct().ToList();
        return ColumnMatchers.Codes(column, codes, segment.Documents, scratch);
    }

    private static IEnumerable<int> CodesOf(CodeStore column, string value)
    {
        if (value == SearchRequest.None)
        {
            return [0];
        }

        if (column.Column.Shape == CodeShape.Paths)
        {
            return column.Tree.Find(value) is >= 0 and var node ? column.Tree.CodesUnder(node) : [];
        }

        return column.Find(value) is >= 0 and var number ? column.CodesWith(number) : [];
    }
}
