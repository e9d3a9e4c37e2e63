using System.Text.RegularExpressions;

namespace Splot.Portal.Tests.DescribeProject;

/// <summary>Reads the part of Turtle (RDF 1.1) that a description may use, strictly: prefixes, addresses, literals, nested nodes. Anything else throws.</summary>
internal sealed partial class TurtleReader
{
    private readonly List<string> tokens;
    private readonly Dictionary<string, string> prefixes = new(StringComparer.Ordinal);
    private readonly List<(string Subject, string Predicate, string Object)> statements = [];
    private int at;
    private int nodes;

    private TurtleReader(string text)
    {
        tokens = [.. Token().Matches(text).Select(m => m.Value)];
        if (tokens.Sum(t => t.Length) != text.Count(c => !char.IsWhiteSpace(c)) + tokens.Sum(t => t.Count(char.IsWhiteSpace)))
        {
            throw new FormatException("There are letters outside of all tokens.");
        }
    }

    public static IReadOnlyList<(string Subject, string Predicate, string Object)> Read(string text)
    {
        var reader = new TurtleReader(text);
        while (reader.at < reader.tokens.Count)
        {
            reader.Statement();
        }

        return reader.statements;
    }

    private void Statement()
    {
        if (tokens[at] == "@prefix")
        {
            prefixes.Add(tokens[at + 1], tokens[at + 2]);
            at += 3;
        }
        else
        {
            Properties(Term());
        }

        Expect(".");
    }

    private void Properties(string subject)
    {
        do
        {
            var predicate = tokens[at] == "a" ? "a" + tokens[at++][1..] : Term();
            statements.Add((subject, predicate, Term()));
        }
        while (tokens[at] == ";" && ++at > 0);
    }

    private string Term()
    {
        var token = tokens[at++];
        if (token == "[")
        {
            var node = "_:" + ++nodes;
            Properties(node);
            Expect("]");
            return node;
        }

        if (token[0] == '<' || (token[0] == '"' && at > 0))
        {
            return token;
        }

        var parts = token.Split(':', 2);
        return prefixes.TryGetValue(parts[0] + ":", out var start) && parts[1].All(char.IsLetter) ? start.TrimEnd('>') + parts[1] + ">" : throw new FormatException($"'{token}' has no known prefix.");
    }

    private void Expect(string token)
    {
        if (at >= tokens.Count || tokens[at++] != token)
        {
            throw new FormatException($"A '{token}' is missing before token {at}.");
        }
    }

    [GeneratedRegex("""@prefix|<[^<>"{}|^`\\\u0000-\u0020]*>|"([^"\\\n\r]|\\[tnr"\\]|\\u[0-9A-F]{4})*"(@[a-z]+(-[A-Za-z0-9]+)*|\^\^xsd:[a-zA-Z]+)?|[A-Za-z]*:[A-Za-z]*|a(?=\s)|[.;\[\]]""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Token();
}
