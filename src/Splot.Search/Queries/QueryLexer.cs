using System.Buffers;
using Splot.Search.Text;

namespace Splot.Search.Queries;

/// <summary>Cuts a query into pieces; what it does not understand it skips, as a reader would.</summary>
internal sealed class QueryLexer
{
    private static readonly SearchValues<char> Quotes = SearchValues.Create("\"„“”«»");

    private static readonly SearchValues<char> EndsOfValue = SearchValues.Create(" \t\r\n\u00A0)\"„“”«»");

    private readonly string text;
    private readonly IReadOnlySet<string> fields;
    private readonly bool hasSmallLetters;
    private readonly List<QueryToken> tokens = [];
    private readonly List<QueryProblem> problems = [];
    private int at;
    private int clauses;

    private QueryLexer(string text, IReadOnlySet<string> fields)
    {
        this.text = text;
        this.fields = fields;
        hasSmallLetters = text.Any(char.IsLower);
    }

    /// <summary>The pieces of the text and what was wrong with them.</summary>
    public static (List<QueryToken> Tokens, List<QueryProblem> Problems) Read(string text, IReadOnlySet<string> fields)
    {
        var cut = text.Length > QueryParser.MaxLength;
        var lexer = new QueryLexer(cut ? text[..QueryParser.MaxLength] : text, fields);
        if (cut)
        {
            lexer.Tell(QueryProblemKind.TooLong, QueryParser.MaxLength, text[QueryParser.MaxLength..]);
        }

        if (!lexer.ReadAll() || cut)
        {
            lexer.CloseWhatIsOpen();
        }

        return (lexer.tokens, lexer.problems);
    }

    /// <summary>Whether the word may be an operator; as a word it is written in quotation marks.</summary>
    public static bool IsOperator(string word) => word is "AND" or "ORAZ" or "И" or "OR" or "LUB" or "ИЛИ" or "NOT" or "NIE" or "НЕ";

    private static bool IsInside(char letter) => Letters.ClassTable[letter] == Letters.Inside;

    private static bool IsQuote(char letter) => Quotes.Contains(letter);

    private bool ReadAll()
    {
        while (at < text.Length)
        {
            var letter = text[at];
            if (clauses == QueryParser.MaxClauses && (IsInside(letter) || IsQuote(letter)))
            {
                Tell(QueryProblemKind.TooManyClauses, at, text[at..]);
                return false;
            }

            if (IsInside(letter))
            {
                ReadWord();
            }
            else if (IsQuote(letter))
            {
                ReadPhrase(QueryTokenKind.Phrase, null, at);
            }
            else
            {
                ReadSign(letter);
            }
        }

        return true;
    }

    private void ReadSign(char sign)
    {
        switch (sign)
        {
            case '(':
                Add(QueryTokenKind.Open, "(", at);
                break;
            case ')':
                Add(QueryTokenKind.Close, ")", at);
                break;
            case '-' when IsMinus():
                Add(QueryTokenKind.Not, "-", at);
                break;
            case '*' when text.Trim() != "*":
                Tell(QueryProblemKind.AsteriskIgnored, at, "*");
                break;
        }

        at++;
    }

    // -word, -"phrase" and -( count; a dash between words does not.
    private bool IsMinus() =>
        (at == 0 || char.IsWhiteSpace(text[at - 1]) || text[at - 1] == '(')
        && at + 1 < text.Length && (IsInside(text[at + 1]) || IsQuote(text[at + 1]) || text[at + 1] == '(');

    private void ReadWord()
    {
        var start = at;
        if (ReadField())
        {
            return;
        }

        at = Chunk.End(text, start);
        var word = text[start..at];
        if (at < text.Length && text[at] == '*')
        {
            ReadAsterisk(word, start);
        }
        else
        {
            Add(KindOf(word), word, start);
        }
    }

    private void ReadAsterisk(string word, int start)
    {
        at++;
        if (word.Count(char.IsLetterOrDigit) >= 2 && (at == text.Length || !IsInside(text[at])))
        {
            Add(QueryTokenKind.Prefix, word, start);
            return;
        }

        Tell(QueryProblemKind.AsteriskIgnored, at - 1, word + "*");
        Add(QueryTokenKind.Word, word, start);
    }

    // name:value without a blank between; a name that is no field leaves two words.
    private bool ReadField()
    {
        var start = at;
        var colon = start;
        while (colon < text.Length && (char.IsAsciiLetter(text[colon]) || text[colon] == '_'))
        {
            colon++;
        }

        if (colon == start || colon >= text.Length || text[colon] != ':')
        {
            return false;
        }

        var name = text[start..colon].ToLowerInvariant();
        var hasValue = colon + 1 < text.Length && (IsInside(text[colon + 1]) || IsQuote(text[colon + 1]));
        if (!fields.Contains(name))
        {
            if (hasValue)
            {
                Tell(QueryProblemKind.UnknownField, start, text[start..(colon + 1)]);
            }

            return false;
        }

        at = colon + 1;
        if (!hasValue)
        {
            Tell(QueryProblemKind.FieldWithoutValue, start, text[start..at]);
            Add(QueryTokenKind.Word, name, start);
        }
        else if (IsQuote(text[at]))
        {
            ReadPhrase(QueryTokenKind.Field, name, start);
        }
        else
        {
            var end = text.AsSpan(at).IndexOfAny(EndsOfValue) is >= 0 and var length ? at + length : text.Length;
            Add(QueryTokenKind.Field, text[at..end], start, name);
            at = end;
        }

        return true;
    }

    private void ReadPhrase(QueryTokenKind kind, string? name, int start)
    {
        var open = at;
        var length = text.AsSpan(open + 1).IndexOfAny(Quotes);
        if (length < 0)
        {
            Tell(QueryProblemKind.UnclosedQuotation, open, text[open..]);
            at = open + 1;
            return;
        }

        var inside = text.Substring(open + 1, length);
        at = open + length + 2;
        if (inside.Any(IsInside))
        {
            Add(kind, inside, start, name);
        }
        else if (name is not null)
        {
            Tell(QueryProblemKind.FieldWithoutValue, start, text[start..at]);
        }
    }

    // Operators are written in capitals. Where everything is in capitals, a title may be meant: NIE and НЕ are words there.
    private QueryTokenKind KindOf(string word) => word switch
    {
        "AND" or "ORAZ" or "И" => QueryTokenKind.And,
        "OR" or "LUB" or "ИЛИ" => QueryTokenKind.Or,
        "NOT" => QueryTokenKind.Not,
        "NIE" or "НЕ" when hasSmallLetters => QueryTokenKind.Not,
        _ => QueryTokenKind.Word,
    };

    private void Add(QueryTokenKind kind, string token, int position, string? name = null)
    {
        var made = new QueryToken(kind, token, position, name);
        if (made.IsClause && kind != QueryTokenKind.Field && !Chunk.All(token).Any())
        {
            return; // nothing but invisible characters
        }

        clauses += made.IsClause ? 1 : 0;
        tokens.Add(made);
    }

    private void Tell(QueryProblemKind kind, int position, string about) =>
        problems.Add(new QueryProblem(kind, position, about.Length <= QueryProblem.LongestText ? about : about[..QueryProblem.LongestText]));

    // What was cut off may have held the other operand and the closing parentheses: nobody typed those wrong.
    private void CloseWhatIsOpen()
    {
        while (tokens.Count > 0 && !tokens[^1].IsClause && tokens[^1].Kind != QueryTokenKind.Close)
        {
            tokens.RemoveAt(tokens.Count - 1);
        }

        var open = tokens.Count(t => t.Kind == QueryTokenKind.Open) - tokens.Count(t => t.Kind == QueryTokenKind.Close);
        for (; open > 0; open--)
        {
            tokens.Add(new QueryToken(QueryTokenKind.Close, ")", text.Length));
        }
    }
}
