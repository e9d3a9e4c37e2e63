using System.Collections.Frozen;
using Splot.Search.Text;

namespace Splot.Search.Queries;

/// <summary>
/// Reads the query language: words, "phrases", AND OR NOT (Polish ORAZ LUB NIE, Bulgarian И ИЛИ НЕ; in capitals), a minus before what must not occur,
/// parentheses, prefix*, field:value and field:"a value". Words side by side must all occur; AND binds closer than OR. Never throws: what is not understood
/// is told, and a query whose syntax is broken is answered as plain words.
/// </summary>
public static class QueryParser
{
    /// <summary>The most words, phrases, prefixes and fields of one query.</summary>
    public const int MaxClauses = 256;

    /// <summary>The longest query, in UTF-16 units.</summary>
    public const int MaxLength = 4096;

    /// <summary>The deepest parentheses.</summary>
    public const int MaxDepth = 32;

    private static readonly FrozenSet<string> NoFields = FrozenSet<string>.Empty;

    /// <summary>
    /// The query that <paramref name="text"/> asks. <paramref name="fields"/> are the names that may stand before a colon, in lower case; none by default. In the
    /// result, a <see cref="QueryNode.Not"/> stands only in an <see cref="QueryNode.And"/> beside at least one node that is none.
    /// </summary>
    public static ParsedQuery Parse(string? text, IReadOnlySet<string>? fields = null)
    {
        var (tokens, problems) = QueryLexer.Read(text ?? "", fields ?? NoFields);
        var reading = new Reading(tokens, problems);
        var root = reading.ReadAll();
        var malformed = problems.Exists(p => p.Kind is not (QueryProblemKind.UnknownField or QueryProblemKind.AsteriskIgnored
            or QueryProblemKind.TooManyClauses or QueryProblemKind.TooLong));
        return new ParsedQuery(malformed ? Plain(tokens) : root, malformed, [.. problems.OrderBy(p => p.Position)]);
    }

    /// <summary>The node for a word, or for words one after the other.</summary>
    internal static QueryNode Exactly(string text) => PhraseOf(text);

    private static QueryNode Plain(List<QueryToken> tokens)
    {
        var words = tokens.Where(t => t.IsClause).SelectMany(t => Chunk.All(t.Text)).Select(NodeOf);
        return All([.. words.Take(MaxClauses)]);
    }

    // A code or a hyphenated word is found whole, however its joints are written, or by its parts.
    private static QueryNode NodeOf(Chunk chunk)
    {
        if (chunk.Parts.Count == 1)
        {
            return new QueryNode.Word(chunk.Parts[0]);
        }

        var phrase = new QueryNode.Phrase(chunk.Parts);
        return chunk.HasWhole ? new QueryNode.Or([new QueryNode.Word(chunk.Written), phrase]) : phrase;
    }

    private static QueryNode PhraseOf(string text)
    {
        var chunks = Chunk.All(text).ToList();
        return chunks.Count == 1 ? NodeOf(chunks[0]) : new QueryNode.Phrase([.. chunks.SelectMany(c => c.Parts)]);
    }

    private static QueryNode All(List<QueryNode> nodes)
    {
        if (nodes.Count == 0)
        {
            return new QueryNode.All();
        }

        if (nodes.TrueForAll(n => n is QueryNode.Not))
        {
            nodes = [new QueryNode.All(), .. nodes];
        }

        return nodes.Count == 1 ? nodes[0] : new QueryNode.And(nodes);
    }

    // Recursive descent; a problem with the syntax is noted and the reading goes on, to find the others.
    private sealed class Reading(List<QueryToken> tokens, List<QueryProblem> problems)
    {
        private int next;

        public QueryNode ReadAll()
        {
            var root = ReadOr(0);
            if (next < tokens.Count)
            {
                Tell(QueryProblemKind.UnmatchedParenthesis, tokens[next]);
            }

            return root;
        }

        private QueryTokenKind? Kind => next < tokens.Count ? tokens[next].Kind : null;

        private QueryNode ReadOr(int depth)
        {
            var nodes = new List<QueryNode> { ReadAnd(depth) };
            while (Kind == QueryTokenKind.Or)
            {
                var sign = tokens[next++];
                var right = ReadAnd(depth);
                if (nodes[^1] is QueryNode.All || right is QueryNode.All)
                {
                    Tell(QueryProblemKind.OperatorWithoutOperand, sign);
                }

                nodes.Add(right);
            }

            return nodes.Count == 1 ? nodes[0] : new QueryNode.Or(nodes);
        }

        private QueryNode ReadAnd(int depth)
        {
            var nodes = new List<QueryNode>();
            while (Kind is not (null or QueryTokenKind.Or or QueryTokenKind.Close))
            {
                if (Kind != QueryTokenKind.And)
                {
                    Add(nodes, ReadNot(depth));
                    continue;
                }

                var sign = tokens[next++];
                if (nodes.Count == 0 || Kind is null or QueryTokenKind.Or or QueryTokenKind.Close or QueryTokenKind.And)
                {
                    Tell(QueryProblemKind.OperatorWithoutOperand, sign);
                }
            }

            return All(nodes);
        }

        // Words in parentheses without an OR among them are words like the others.
        private static void Add(List<QueryNode> nodes, QueryNode? node)
        {
            if (node is QueryNode.And all)
            {
                nodes.AddRange(all.Nodes.Where(n => n is not QueryNode.All));
            }
            else if (node is not (null or QueryNode.All))
            {
                nodes.Add(node);
            }
        }

        private QueryNode? ReadNot(int depth)
        {
            if (Kind != QueryTokenKind.Not)
            {
                return ReadOne(depth);
            }

            var sign = tokens[next++];
            var isNegative = true;
            while (Kind == QueryTokenKind.Not)
            {
                next++;
                isNegative = !isNegative;
            }

            if (Kind is null or QueryTokenKind.Or or QueryTokenKind.And or QueryTokenKind.Close || ReadOne(depth) is not { } node || node is QueryNode.All)
            {
                Tell(QueryProblemKind.OperatorWithoutOperand, sign);
                return null;
            }

            return isNegative ? new QueryNode.Not(node) : node;
        }

        private QueryNode? ReadOne(int depth)
        {
            var token = tokens[next++];
            return token.Kind switch
            {
                QueryTokenKind.Word => NodeOf(Chunk.All(token.Text).First()),
                QueryTokenKind.Phrase => PhraseOf(token.Text),
                QueryTokenKind.Prefix => new QueryNode.Prefix(token.Text),
                QueryTokenKind.Field => new QueryNode.Field(token.Name!, token.Text),
                _ => ReadGroup(token, depth + 1),
            };
        }

        private QueryNode? ReadGroup(QueryToken open, int depth)
        {
            if (depth > MaxDepth)
            {
                Tell(QueryProblemKind.TooDeep, open);
                next = tokens.Count;
                return null;
            }

            var node = ReadOr(depth);
            if (Kind == QueryTokenKind.Close)
            {
                next++;
            }
            else if (!problems.Exists(p => p.Kind == QueryProblemKind.TooDeep))
            {
                Tell(QueryProblemKind.UnmatchedParenthesis, open);
            }

            return node;
        }

        private void Tell(QueryProblemKind kind, QueryToken token) => problems.Add(new QueryProblem(kind, token.Position, token.Text));
    }
}
