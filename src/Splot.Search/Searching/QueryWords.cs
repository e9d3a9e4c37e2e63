using System.Text;
using Splot.Search.Queries;
using Splot.Search.Segments;
using Splot.Search.Text;

namespace Splot.Search.Searching;

/// <summary>A word of a query.</summary>
/// <param name="Terms">The terms that answer it, or the one start of a prefix, as UTF-8.</param>
/// <param name="IsPrefix">True if every word that begins so answers it.</param>
/// <param name="IsWanted">False below a NOT: it does not weigh.</param>
internal sealed record QueryWord(IReadOnlyList<byte[]> Terms, bool IsPrefix, bool IsWanted);

/// <summary>The words of a query, numbered in the order of the text.</summary>
internal sealed class QueryWords
{
    private readonly Analyzer analyzer;
    private readonly List<QueryWord> words = [];
    private readonly Dictionary<QueryNode, int> first = new(ReferenceEqualityComparer.Instance);

    public QueryWords(QueryNode root, Analyzer analyzer)
    {
        this.analyzer = analyzer;
        Collect(root, isWanted: true);
    }

    public int Count => words.Count;

    public QueryWord this[int word] => words[word];

    /// <summary>The number of a node's only or first word.</summary>
    public int First(QueryNode node) => first[node];

    private void Collect(QueryNode node, bool isWanted)
    {
        first[node] = words.Count;
        switch (node)
        {
            case QueryNode.Word word:
                words.Add(Word(word.Written, isWanted));
                break;
            case QueryNode.Phrase phrase:
                words.AddRange(phrase.Words.Select(w => Word(w, isWanted)));
                break;
            case QueryNode.Prefix prefix:
                words.Add(new QueryWord([Encoding.UTF8.GetBytes(analyzer.PrefixTerm(prefix.Start))], IsPrefix: true, isWanted));
                break;
            case QueryNode.Not not:
                Collect(not.Node, !isWanted);
                break;
            case QueryNode.And and:
                CollectAll(and.Nodes, isWanted);
                break;
            case QueryNode.Or or:
                CollectAll(or.Nodes, isWanted);
                break;
        }
    }

    private void CollectAll(IReadOnlyList<QueryNode> nodes, bool isWanted)
    {
        foreach (var node in nodes)
        {
            Collect(node, isWanted);
        }
    }

    private QueryWord Word(string written, bool isWanted) => new([.. analyzer.QueryTerms(written).Select(Encoding.UTF8.GetBytes)], IsPrefix: false, isWanted);
}

/// <summary>What a segment has for the words of a query.</summary>
internal sealed unsafe class SegmentWords
{
    private readonly TermEntry?[][] entries;
    private readonly nint[] sets;
    private readonly long[] counts;

    public SegmentWords(QueryWords words, Segment segment, Scratch scratch, CancellationToken cancellation)
    {
        entries = new TermEntry?[words.Count][];
        sets = new nint[words.Count];
        counts = new long[words.Count];
        for (var i = 0; i < words.Count; i++)
        {
            if (words[i].IsPrefix)
            {
                entries[i] = [];
                sets[i] = (nint)Set(segment, words[i].Terms[0], scratch, cancellation);
                counts[i] = Count((ulong*)sets[i], segment.Documents);
            }
            else
            {
                entries[i] = [.. words[i].Terms.Select(t => segment.Terms.Find(t))];
            }
        }
    }

    /// <summary>Entries of the terms of a word, as far as they occur.</summary>
    public List<TermEntry> Entries(int word) => [.. entries[word].OfType<TermEntry>()];

    /// <summary>The documents of a prefix, one bit each, in whole windows.</summary>
    public ulong* Set(int word) => (ulong*)sets[word];

    /// <summary>Documents of a prefix.</summary>
    public long SetCount(int word) => counts[word];

    /// <summary>Documents, deleted ones included, of a prefix or of one of a word's terms.</summary>
    public long Count(int word, int term) => sets[word] != 0 ? counts[word] : entries[word][term]?.Extent.Documents ?? 0;

    private static long Count(ulong* set, int documents)
    {
        long count = 0;
        for (var window = 0; window < Window.Count(documents); window++)
        {
            count += WindowBits.Count(set + ((long)window * Window.Words));
        }

        return count;
    }

    private static ulong* Set(Segment segment, byte[] start, Scratch scratch, CancellationToken cancellation)
    {
        var set = scratch.TakeClear<ulong>((long)Window.Count(segment.Documents) * Window.Words);
        if (start.Length > 0)
        {
            var buffer = scratch.Take<int>(BitPacking.BlockSize);
            AddAll(segment.Terms, start, entry => segment.Postings(entry).AddTo(set, segment.Documents, buffer), cancellation);
            AddAll(segment.Surfaces, start, entry => segment.SurfacePostings(entry).AddTo(set, segment.Documents, buffer), cancellation);
        }

        return set;
    }

    private static void AddAll(TermDictionary dictionary, byte[] start, Action<TermEntry> add, CancellationToken cancellation)
    {
        var terms = new TermCursor(dictionary);
        for (var more = terms.Seek(start); more && terms.Current.StartsWith(start); more = terms.Next())
        {
            cancellation.ThrowIfCancellationRequested();
            add(terms.Entry);
        }
    }
}
