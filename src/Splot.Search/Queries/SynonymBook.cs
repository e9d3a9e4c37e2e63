using System.Collections.Frozen;
using System.Reflection;
using Splot.Search.Text;

namespace Splot.Search.Queries;

/// <summary>
/// Words and groups of words that mean the same, abbreviations and other languages included (CUS: centrum usług społecznych: social services centre).
/// They are data, one group to a line; queries are widened by them when they are asked, so a new list needs no new index. Immutable.
/// </summary>
public sealed class SynonymBook
{
    /// <summary>The most places of one query that are widened: enough for any question, and pages of the answer have keys of bounded length.</summary>
    public const int MostApplied = 24;

    private static readonly string[] Lists = ["poland", "bulgaria", "funds"];

    private readonly Analyzer analyzer;
    private readonly FrozenDictionary<string, Member[]> byFirstTerm;

    private SynonymBook(Analyzer analyzer, List<Member> members)
    {
        this.analyzer = analyzer;
        Count = members.Select(m => m.Group).Distinct().Count();
        byFirstTerm = members
            .SelectMany(m => m.Terms[0].Select(t => (Term: t, Member: m)))
            .GroupBy(p => p.Term, p => p.Member, StringComparer.Ordinal)
            .ToFrozenDictionary(g => g.Key, g => g.Distinct().OrderByDescending(m => m.Terms.Count).ToArray(), StringComparer.Ordinal);
    }

    /// <summary>How many groups there are.</summary>
    public int Count { get; }

    /// <summary>The lists that come with the program: Polish and Bulgarian social policy, funds and programmes.</summary>
    public static SynonymBook Load(Analyzer analyzer)
    {
        var members = new List<Member>();
        foreach (var list in Lists)
        {
            using var file = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream($"synonyms.{list}.txt")!);
            Read(file, analyzer, members);
        }

        return new SynonymBook(analyzer, members);
    }

    /// <summary>
    /// Reads a list: a group to a line, its members between bars, the clearest name first; # opens a remark. A member <c>field:value</c> is no name:
    /// it stands for the documents that carry the value, which the names of the group find as well.
    /// </summary>
    public static SynonymBook Read(TextReader file, Analyzer analyzer)
    {
        var members = new List<Member>();
        Read(file, analyzer, members);
        return new SynonymBook(analyzer, members);
    }

    /// <summary>
    /// The query with every word, run of words and phrase of a group widened by the others of its group, in any form of its words; what is negated, prefixes
    /// and fields stay as they are. Groups named in <paramref name="without"/> (by <see cref="AppliedSynonym.Group"/>) are left out: that is how a
    /// reader opts out of one. To opt out of all, do not expand.
    /// </summary>
    public ExpandedQuery Expand(QueryNode root, IReadOnlySet<string>? without = null)
    {
        var applied = new List<AppliedSynonym>();
        var widened = Widen(root, without ?? FrozenSet<string>.Empty, applied);
        return new ExpandedQuery(widened, applied);
    }

    private static void Read(TextReader file, Analyzer analyzer, List<Member> into)
    {
        while (file.ReadLine() is { } line)
        {
            var names = line.Split('#')[0].Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
            if (names.Length < 2)
            {
                continue;
            }

            var group = new Group(analyzer.Fold(names[0]), [.. names.Where(n => !IsCode(n))], [.. names.Where(IsCode).Select(Code)]);
            foreach (var name in group.Names)
            {
                var words = Chunk.All(name).SelectMany(c => c.Parts).ToList();
                var isShort = words.Count == 1 && words[0].Length <= 2;
                into.Add(new Member(group, name, [.. words.Select(w => analyzer.QueryTerms(w).ToFrozenSet(StringComparer.Ordinal))], isShort));
            }
        }
    }

    private static bool IsCode(string name) => name.IndexOf(':', StringComparison.Ordinal) is > 0 and var at && name[..at].All(char.IsAsciiLetterLower);

    private static QueryNode Code(string name) => name.Split(':', 2) is [var field, var value] ? new QueryNode.Field(field, value) : throw new ArgumentException(name, nameof(name));

    private QueryNode Widen(QueryNode node, IReadOnlySet<string> without, List<AppliedSynonym> applied) => node switch
    {
        QueryNode.Word or QueryNode.Phrase => WidenRun([node], without, applied)[0],
        QueryNode.And all when WidenRun(all.Nodes, without, applied) is var nodes => nodes.Count == 1 ? nodes[0] : new QueryNode.And(nodes),
        QueryNode.Or any => IsWholeAndParts(any) ? any : new QueryNode.Or([.. any.Nodes.Select(n => Widen(n, without, applied))]),
        _ => node,
    };

    // The parser's two ways to find a hyphenated word or a code.
    private static bool IsWholeAndParts(QueryNode.Or any) =>
        any.Nodes is [QueryNode.Word whole, QueryNode.Phrase parts] && Chunk.All(whole.Written).First().Parts.SequenceEqual(parts.Words, StringComparer.Ordinal);

    private List<QueryNode> WidenRun(IReadOnlyList<QueryNode> nodes, IReadOnlySet<string> without, List<AppliedSynonym> applied)
    {
        var widened = new List<QueryNode>(nodes.Count);
        for (var i = 0; i < nodes.Count;)
        {
            var words = applied.Count < MostApplied ? WordsFrom(nodes, i) : [];
            if (words.Count > 0 && Find(words, isWhole: nodes[i] is QueryNode.Phrase, without) is { } member)
            {
                var length = nodes[i] is QueryNode.Phrase ? 1 : member.Terms.Count;
                widened.Add(Widened([.. nodes.Skip(i).Take(length)], words.Take(member.Terms.Count), member, applied));
                i += length;
            }
            else
            {
                widened.Add(nodes[i] is QueryNode.Word or QueryNode.Phrase ? nodes[i] : Widen(nodes[i], without, applied));
                i++;
            }
        }

        return widened;
    }

    private static List<string> WordsFrom(IReadOnlyList<QueryNode> nodes, int start) => nodes[start] is QueryNode.Phrase phrase
        ? [.. phrase.Words]
        : [.. nodes.Skip(start).TakeWhile(n => n is QueryNode.Word).Select(n => ((QueryNode.Word)n).Written)];

    private Member? Find(List<string> words, bool isWhole, IReadOnlySet<string> without)
    {
        var terms = new List<IReadOnlyList<string>>();
        IReadOnlyList<string> TermsAt(int at)
        {
            while (terms.Count <= at)
            {
                terms.Add(analyzer.QueryTerms(words[terms.Count]));
            }

            return terms[at];
        }

        return TermsAt(0)
            .SelectMany(t => byFirstTerm.GetValueOrDefault(t) ?? [])
            .Distinct()
            .Where(m => !without.Contains(m.Group.Key))
            .Where(m => isWhole ? m.Terms.Count == words.Count : m.Terms.Count <= words.Count)
            .Where(m => !m.IsShort || words[0].All(char.IsUpper))
            .Where(m => Enumerable.Range(0, m.Terms.Count).All(i => TermsAt(i).Any(m.Terms[i].Contains)))
            .MaxBy(m => (m.Terms.Count, analyzer.Fold(m.Name) == analyzer.Fold(string.Join(' ', words.Take(m.Terms.Count)))));
    }

    private static QueryNode.Or Widened(List<QueryNode> asked, IEnumerable<string> words, Member member, List<AppliedSynonym> applied)
    {
        var others = member.Group.Names.Where(n => n != member.Name).ToList();
        applied.Add(new AppliedSynonym(member.Group.Key, string.Join(' ', words), others));
        return new QueryNode.Or([asked.Count == 1 ? asked[0] : new QueryNode.And(asked), .. others.Select(o => QueryParser.Exactly(o)), .. member.Group.Codes]);
    }

    private sealed record Group(string Key, IReadOnlyList<string> Names, IReadOnlyList<QueryNode> Codes);

    private sealed record Member(Group Group, string Name, IReadOnlyList<FrozenSet<string>> Terms, bool IsShort);
}

/// <summary>A query widened by synonyms.</summary>
/// <param name="Root">What to look for.</param>
/// <param name="Applied">Which synonyms were taken, in the order of the query: to show, and to let the reader opt out.</param>
public sealed record ExpandedQuery(QueryNode Root, IReadOnlyList<AppliedSynonym> Applied);

/// <summary>A group of synonyms that was taken.</summary>
/// <param name="Group">Names the group in addresses: its clearest name, folded.</param>
/// <param name="Written">The words of the query that belong to the group.</param>
/// <param name="Others">The other names that were looked for besides; none where only what carries a code was.</param>
public sealed record AppliedSynonym(string Group, string Written, IReadOnlyList<string> Others);
