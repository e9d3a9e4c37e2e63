using System.Text.Json.Nodes;
using Splot.Data;
using Splot.Portal.Indexing;
using Splot.Search.Queries;
using Splot.Search.Text;

namespace Splot.Portal.Tests.Oracle;

/// <summary>The words of every published operation, read from the stored documents one by one.</summary>
internal sealed class WordsOfOperations
{
    private const string Documents = "SELECT j.key, j.json FROM portal_document j ORDER BY j.key";
    private const int ShortestWord = 4;

    private readonly Dictionary<long, HashSet<string>> terms = [];

    /// <summary>Plain words that some operation has: letters only, none that a query leaves out or takes for an operator.</summary>
    public List<string> Written { get; } = [];

    public static async Task<WordsOfOperations> ReadAsync(Session session)
    {
        var words = new WordsOfOperations();
        await using var command = session.Command(Documents);
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            words.Add(reader.GetInt64(0), JsonNode.Parse(reader.GetFieldValue<byte[]>(1))!.AsObject());
        }

        words.Written.Sort(StringComparer.Ordinal);
        return words;
    }

    /// <summary>Keys of the operations that have the word in any of its forms.</summary>
    public HashSet<long> With(string word)
    {
        var wanted = PortalIndex.Analyzer.QueryTerms(word);
        return [.. terms.Where(o => wanted.Any(o.Value.Contains)).Select(o => o.Key)];
    }

    public IEnumerable<long> All => terms.Keys;

    private void Add(long key, JsonObject operation)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        terms.Add(key, found);
        var own = (string?)operation["originalLanguage"];
        foreach (var (language, text) in Texts(operation, own))
        {
            var words = new List<AnalysedWord>();
            PortalIndex.Analyzer.Analyze(text, language, words);
            found.UnionWith(words.SelectMany(w => w.Terms));
            Written.AddRange(text.Split(' ').Where(w => w.Length >= ShortestWord && w.All(char.IsLetter) && w.Any(char.IsLower) && !FunctionWords.Contains(w)));
        }
    }

    private static IEnumerable<(TextLanguage Language, string Text)> Texts(JsonObject operation, string? own)
    {
        foreach (var member in new[] { "title", "summary", "aims", "achievements" })
        {
            foreach (var text in ByLanguage(operation[member]))
            {
                yield return text;
            }
        }

        foreach (var text in Each(operation, "targetGroups").Concat(Each(operation, "expectedResults")).Concat(Each(operation, "tasks").Select(t => t["name"])).SelectMany(ByLanguage))
        {
            yield return text;
        }

        var names = new[] { operation["beneficiary"], operation["programme"], operation["call"] }
            .Concat(Each(operation, "partners")).Concat(Each(operation, "contractors")).Concat(Each(operation, "locations")).Select(n => n?["name"]);
        foreach (var name in names.OfType<JsonNode>())
        {
            yield return (Language(own), (string)name!);
        }
    }

    private static IEnumerable<JsonNode> Each(JsonObject operation, string member) => operation[member]?.AsArray().OfType<JsonNode>() ?? [];

    /// <summary>{"pl": "text"} or {"pl": {"text": "text"}}.</summary>
    private static IEnumerable<(TextLanguage Language, string Text)> ByLanguage(JsonNode? texts) =>
        texts?.AsObject().Select(t => (Language(t.Key), (string)(t.Value is JsonObject marked ? marked["text"] : t.Value)!)) ?? [];

    private static TextLanguage Language(string? code) => code switch { "pl" => TextLanguage.Polish, "bg" => TextLanguage.Bulgarian, "en" => TextLanguage.English, _ => TextLanguage.None };
}
