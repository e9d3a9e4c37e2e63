using System.Text;

namespace Splot.Search.Queries;

/// <summary>
/// What somebody asked for, as a tree that never changes. Words stand in it as written; <see cref="Text.Analyzer.QueryTerms"/> says which terms of
/// an index answer them. <see cref="ToString"/> writes the tree in the query language, with all parentheses: for tests and logs.
/// </summary>
public abstract record QueryNode
{
    private QueryNode()
    {
    }

    /// <summary>Everything: an empty query.</summary>
    public sealed record All : QueryNode;

    /// <summary>A word in any of its forms.</summary>
    /// <param name="Written">The word as typed, without blanks; a code or a hyphenated word stands here whole.</param>
    public sealed record Word(string Written) : QueryNode;

    /// <summary>Words one after the other, each in any of its forms.</summary>
    /// <param name="Words">At least two words as typed, none of them with a hyphen or another connector inside.</param>
    public sealed record Phrase(IReadOnlyList<string> Words) : QueryNode;

    /// <summary>Every word that begins so.</summary>
    /// <param name="Start">At least two letters or digits, as typed, without the asterisk; <see cref="Text.Analyzer.PrefixTerm"/> gives its form in the index.</param>
    public sealed record Prefix(string Start) : QueryNode;

    /// <summary>A value in a field.</summary>
    /// <param name="Name">One of the fields that the caller allows, in lower case.</param>
    /// <param name="Value">The value as typed; words in quotation marks keep their blanks.</param>
    public sealed record Field(string Name, string Value) : QueryNode;

    /// <summary>All of them.</summary>
    /// <param name="Nodes">At least two.</param>
    public sealed record And(IReadOnlyList<QueryNode> Nodes) : QueryNode;

    /// <summary>At least one of them.</summary>
    /// <param name="Nodes">At least two.</param>
    public sealed record Or(IReadOnlyList<QueryNode> Nodes) : QueryNode;

    /// <summary>Everything but that.</summary>
    /// <param name="Node">What is left out.</param>
    public sealed record Not(QueryNode Node) : QueryNode;

    /// <inheritdoc/>
    public sealed override string ToString()
    {
        var text = new StringBuilder();
        Write(text, this);
        return text.ToString();
    }

    private static void Write(StringBuilder text, QueryNode node)
    {
        switch (node)
        {
            case All:
                text.Append('*');
                break;
            case Word word:
                text.Append(QueryLexer.IsOperator(word.Written) ? $"\"{word.Written}\"" : word.Written);
                break;
            case Phrase phrase:
                text.Append('"').AppendJoin(' ', phrase.Words).Append('"');
                break;
            case Prefix prefix:
                text.Append(prefix.Start).Append('*');
                break;
            case Field field:
                text.Append(field.Name).Append(":\"").Append(field.Value).Append('"');
                break;
            case And all:
                Write(text, all.Nodes, " AND ");
                break;
            case Or any:
                Write(text, any.Nodes, " OR ");
                break;
            case Not negated:
                text.Append("NOT ");
                Write(text, negated.Node);
                break;
        }
    }

    private static void Write(StringBuilder text, IReadOnlyList<QueryNode> nodes, string between)
    {
        for (var i = 0; i < nodes.Count; i++)
        {
            text.Append(i == 0 ? "(" : between);
            Write(text, nodes[i]);
        }

        text.Append(')');
    }
}
