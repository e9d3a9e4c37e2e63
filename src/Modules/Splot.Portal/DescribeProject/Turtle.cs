using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Splot.Portal.DescribeProject;

/// <summary>
/// Writes a project's tree as Turtle (RDF 1.1): the same statements as the JSON-LD. What has an address becomes a subject, everything else a
/// nested node. Addresses in the EU Knowledge Graph are also said to be the same thing (owl:sameAs).
/// </summary>
internal static class Turtle
{
    private const string KnowledgeGraph = "https://linkedopendata.eu/";

    // Their values are addresses, not texts.
    private static readonly string[] Addresses = ["url", "sameAs"];

    // Their values are days.
    private static readonly string[] Days = ["foundingDate", "dissolutionDate"];

    public static string Write(ProjectGraph graph)
    {
        var text = new StringBuilder("@prefix schema: <").Append(ProjectGraph.Schema).Append("> .\n@prefix owl: <http://www.w3.org/2002/07/owl#> .\n@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .\n");
        Subject(text, graph.Tree);
        return text.ToString();
    }

    /// <summary>A subject and, after it, the subjects that it points to.</summary>
    private static void Subject(StringBuilder text, JsonObject node)
    {
        var further = new List<JsonObject>();
        text.Append('\n').Append(Iri((string)node["@id"]!)).Append(" a schema:").Append((string)node["@type"]!);
        Properties(text, node, further, "    ");
        text.Append(" .\n");
        foreach (var next in further)
        {
            Subject(text, next);
        }
    }

    private static void Properties(StringBuilder text, JsonObject node, List<JsonObject> further, string indent)
    {
        foreach (var (name, value) in node)
        {
            if (name[0] == '@')
            {
                continue;
            }

            foreach (var item in value is JsonArray items ? [.. items] : new[] { value })
            {
                text.Append(" ;\n").Append(indent).Append("schema:").Append(name).Append(' ');
                Value(text, name, item!, further, indent);
                if (name == "sameAs" && (string)item! is { } same && same.StartsWith(KnowledgeGraph, StringComparison.Ordinal))
                {
                    text.Append(" ;\n").Append(indent).Append("owl:sameAs ").Append(Iri(same));
                }
            }
        }
    }

    private static void Value(StringBuilder text, string name, JsonNode value, List<JsonObject> further, string indent)
    {
        switch (value)
        {
            case JsonObject tagged when tagged.ContainsKey("@value"):
                text.Append(Literal((string)tagged["@value"]!)).Append('@').Append((string)tagged["@language"]!);
                break;
            case JsonObject known when known["@id"] is { } id:
                text.Append(Iri((string)id!));
                if (known.ContainsKey("@type"))
                {
                    further.Add(known);
                }

                break;
            case JsonObject nested:
                text.Append("[ a schema:").Append((string)nested["@type"]!);
                Properties(text, nested, further, indent + "    ");
                text.Append(" ]");
                break;
            default:
                text.Append(Plain(name, value.AsValue()));
                break;
        }
    }

    private static string Plain(string name, JsonValue value)
    {
        if (value.GetValueKind() == JsonValueKind.Number)
        {
            return "\"" + value.GetValue<decimal>().ToString(CultureInfo.InvariantCulture) + "\"^^xsd:decimal";
        }

        var text = value.GetValue<string>();
        return Addresses.Contains(name, StringComparer.Ordinal) ? Iri(text) : Days.Contains(name, StringComparer.Ordinal) ? Literal(text) + "^^xsd:date" : Literal(text);
    }

    // An address may hold none of the characters that end it; they are written as their bytes.
    private static string Iri(string address)
    {
        var iri = new StringBuilder("<");
        foreach (var letter in address)
        {
            iri.Append(letter is <= ' ' or '<' or '>' or '"' or '{' or '}' or '|' or '^' or '`' or '\\' ? Uri.HexEscape(letter) : letter.ToString());
        }

        return iri.Append('>').ToString();
    }

    // By runes: half a surrogate pair becomes the replacement character.
    private static string Literal(string text)
    {
        var literal = new StringBuilder("\"");
        foreach (var rune in text.EnumerateRunes())
        {
            literal.Append(rune.Value switch
            {
                '"' => "\\\"",
                '\\' => "\\\\",
                '\n' => "\\n",
                '\r' => "\\r",
                '\t' => "\\t",
                < ' ' => string.Create(CultureInfo.InvariantCulture, $"\\u{rune.Value:X4}"),
                _ => rune.ToString(),
            });
        }

        return literal.Append('"').ToString();
    }
}
