namespace Splot.Search.Queries;

/// <summary>A query as understood. Every text gives one; what could not be understood is told in <see cref="Problems"/>.</summary>
/// <param name="Root">What to look for.</param>
/// <param name="Malformed">The syntax was broken, so the text was taken as plain words that must all occur.</param>
/// <param name="Problems">What to tell the reader, in the order of the text; empty when all is well.</param>
public sealed record ParsedQuery(QueryNode Root, bool Malformed, IReadOnlyList<QueryProblem> Problems);

/// <summary>Something to tell the reader about a query.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Position">Where in the text, counted from 0 in UTF-16 units.</param>
/// <param name="Text">The piece of the query that it is about, at most <see cref="LongestText"/> UTF-16 units.</param>
public sealed record QueryProblem(QueryProblemKind Kind, int Position, string Text)
{
    /// <summary>How much of a query a problem repeats.</summary>
    public const int LongestText = 40;
}

/// <summary>What can be wrong with a query.</summary>
public enum QueryProblemKind
{
    /// <summary>A quotation mark is opened and never closed. Makes the query malformed.</summary>
    UnclosedQuotation,

    /// <summary>A parenthesis is opened and never closed, or closed and never opened. Makes the query malformed.</summary>
    UnmatchedParenthesis,

    /// <summary>AND, OR, NOT or a minus with nothing to work on. Makes the query malformed.</summary>
    OperatorWithoutOperand,

    /// <summary>A field without a value. Makes the query malformed.</summary>
    FieldWithoutValue,

    /// <summary>Parentheses within parentheses, deeper than <see cref="QueryParser.MaxDepth"/>. Makes the query malformed.</summary>
    TooDeep,

    /// <summary>A word before a colon that is none of the fields; both sides were taken as words.</summary>
    UnknownField,

    /// <summary>An asterisk after fewer than two letters or digits, or inside a word; it was taken as a blank.</summary>
    AsteriskIgnored,

    /// <summary>More than <see cref="QueryParser.MaxClauses"/> words, phrases and fields; what comes after was left out.</summary>
    TooManyClauses,

    /// <summary>Longer than <see cref="QueryParser.MaxLength"/> characters; what comes after was left out.</summary>
    TooLong,
}
