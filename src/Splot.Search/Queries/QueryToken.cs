namespace Splot.Search.Queries;

/// <summary>A piece of a query.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">The word, the phrase without its quotation marks, the start without its asterisk, the value of a field; otherwise as typed.</param>
/// <param name="Position">Where it begins.</param>
/// <param name="Name">The name of a field, in lower case; null for everything else.</param>
internal readonly record struct QueryToken(QueryTokenKind Kind, string Text, int Position, string? Name = null)
{
    /// <summary>It asks for something by itself.</summary>
    public bool IsClause => Kind is QueryTokenKind.Word or QueryTokenKind.Phrase or QueryTokenKind.Prefix or QueryTokenKind.Field;
}

/// <summary>What a piece of a query is.</summary>
internal enum QueryTokenKind
{
    Word,
    Phrase,
    Prefix,
    Field,
    Open,
    Close,
    And,
    Or,
    Not,
}
