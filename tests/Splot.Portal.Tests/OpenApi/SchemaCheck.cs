using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Splot.Portal.Tests.OpenApi;

/// <summary>Holds a JSON value against a schema, as far as our schemas go; a word that it does not know is itself a failure.</summary>
internal sealed class SchemaCheck(JsonObject document)
{
    private static readonly string[] Silent = ["description", "default", "format", "title", "$comment"];

    public IReadOnlyList<string> Problems(JsonNode? value, JsonObject schema, string at = "") =>
        [.. schema.SelectMany(word => Silent.Contains(word.Key) ? [] : Word(word.Key, word.Value!, value, schema, at))];

    private IEnumerable<string> Word(string word, JsonNode rule, JsonNode? value, JsonObject schema, string at) => word switch
    {
        "$ref" => Problems(value, Resolve((string)rule!), at),
        "type" => (rule is JsonArray several ? several.Select(t => (string)t!).ToList() : [(string)rule!]).Exists(t => IsOf(value, t)) ? [] : [$"{at} is no {rule.ToJsonString()}"],
        "enum" => rule.AsArray().Any(v => JsonNode.DeepEquals(v, value)) ? [] : [$"{at} is none of {rule.ToJsonString()}"],
        "const" => JsonNode.DeepEquals(rule, value) ? [] : [$"{at} is not {rule.ToJsonString()}"],
        "pattern" => value is null || value.GetValueKind() != JsonValueKind.String || Regex.IsMatch((string)value!, (string)rule!, RegexOptions.None, TimeSpan.FromSeconds(1)) ? [] : [$"{at} does not match {rule}"],
        "required" => value is JsonObject record ? rule.AsArray().Where(n => !record.ContainsKey((string)n!)).Select(n => $"{at}.{n} is missing") : [],
        "properties" => value is JsonObject members ? members.Where(m => rule.AsObject().ContainsKey(m.Key)).SelectMany(m => Problems(m.Value, rule[m.Key]!.AsObject(), at + "." + m.Key)) : [],
        "additionalProperties" => value is JsonObject others ? others.Where(m => schema["properties"]?.AsObject().ContainsKey(m.Key) != true).SelectMany(m => rule is JsonObject other ? Problems(m.Value, other, at + "." + m.Key) : [$"{at}.{m.Key} is too much"]) : [],
        "items" => value is JsonArray items ? items.SelectMany((item, i) => Problems(item, rule.AsObject(), $"{at}[{i}]")) : [],
        "minimum" or "maximum" or "maxItems" or "maxLength" => [],
        _ => [$"The word '{word}' of the schema at {at} is not known to the check."],
    };

    private JsonObject Resolve(string reference) => reference.TrimStart('#', '/').Split('/').Aggregate((JsonNode)document, (node, part) => node[part]!).AsObject();

    private static bool IsOf(JsonNode? value, string type) => (type, value?.GetValueKind() ?? JsonValueKind.Null) switch
    {
        ("null", JsonValueKind.Null) or ("string", JsonValueKind.String) or ("object", JsonValueKind.Object) or ("array", JsonValueKind.Array) or ("number", JsonValueKind.Number) => true,
        ("boolean", JsonValueKind.True or JsonValueKind.False) => true,
        ("integer", JsonValueKind.Number) => decimal.IsInteger((decimal)value!),
        _ => false,
    };
}
