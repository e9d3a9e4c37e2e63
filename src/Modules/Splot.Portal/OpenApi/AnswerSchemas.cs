using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using Splot.Contracts.Projects;
using Splot.Kernel;
using Splot.Portal.Api;
using Splot.Portal.OpenData;

namespace Splot.Portal.OpenApi;

/// <summary>The schemas of answers. That of a project is made from the type that is written, with the serializer's own options.</summary>
internal static class AnswerSchemas
{
    public static JsonObject All() => new()
    {
        ["Project"] = Project(),
        ["ProjectList"] = List(new JsonObject { ["facets"] = Facets() }, ["total", "totals", "facets", "items", "next"]),
        ["Beneficiary"] = List(
            new JsonObject { ["id"] = Of("string"), ["name"] = Of("string"), ["identifiers"] = Array(Record(("kind", "string"), ("value", "string"))) },
            ["id", "name", "identifiers", "total", "totals", "items", "next"]),
        ["Suggestions"] = Suggestions(),
        ["FeatureCollection"] = FeatureCollection(),
        ["LinkedData"] = new JsonObject { ["type"] = "object", ["required"] = new JsonArray("@context") },
        ["OpenApi"] = new JsonObject { ["type"] = "object", ["required"] = new JsonArray("openapi", "info", "paths") },
        ["Problem"] = Problem(),
    };

    public static JsonObject Reference(string name) => new() { ["$ref"] = "#/components/schemas/" + name };

    private static JsonObject Project()
    {
        var language = Languages.Current;
        Language.English.MakeCurrent();
        var schema = OperationJson.Options.GetJsonSchemaAsNode(typeof(OperationDocument), new JsonSchemaExporterOptions { TreatNullObliviousAsNonNullable = true, TransformSchemaNode = Transform }).AsObject();
        foreach (var (name, member) in schema["properties"]!.AsObject().ToList())
        {
            var described = member as JsonObject ?? [];
            described["description"] = MemberWords.Of(name);
            schema["properties"]![name] = described;
        }

        // fields leaves members out; the id always stays.
        schema["required"] = new JsonArray("id");
        language.MakeCurrent();
        return schema;
    }

    /// <summary>Decimals travel as text, and what has no value is left out instead of being null.</summary>
    private static JsonNode Transform(JsonSchemaExporterContext context, JsonNode schema)
    {
        var type = Nullable.GetUnderlyingType(context.TypeInfo.Type) ?? context.TypeInfo.Type;
        if (type == typeof(decimal))
        {
            return new JsonObject { ["type"] = "string", ["pattern"] = "^-?[0-9]+(\\.[0-9]+)?$" };
        }

        if (schema is JsonObject { } described)
        {
            if (described["required"] is JsonArray required)
            {
                var absent = context.TypeInfo.Properties.Where(p => p.IsGetNullable || IsLeftOutEmpty(p.PropertyType)).Select(p => p.Name).ToHashSet(StringComparer.Ordinal);
                described["required"] = Names([.. required.Select(n => (string)n!).Where(n => !absent.Contains(n))]);
            }

            if ((string?)described["$ref"] is { } reference)
            {
                // Written as if the schema stood alone; it stands among the components.
                described["$ref"] = "#/components/schemas/Project" + reference.TrimStart('#');
            }

            if (described["type"] is JsonArray types)
            {
                // Numbers that may also be read from texts are written as numbers.
                var names = types.Select(t => (string)t!).Where(t => t != "null").ToList();
                described["type"] = names.Find(t => t is "integer" or "number") ?? names[0];
                if (names.Count > 1)
                {
                    described.Remove("pattern");
                }
            }

            if (described["enum"] is JsonArray values)
            {
                described["type"] = "string";
                described["enum"] = new JsonArray([.. values.Where(v => v is not null).Select(v => v!.DeepClone())]);
            }
        }

        return schema;
    }

    private static bool IsLeftOutEmpty(Type type) => type != typeof(string) && typeof(System.Collections.IEnumerable).IsAssignableFrom(type);

    private static JsonObject List(JsonObject more, string[] required)
    {
        more["total"] = Of("integer");
        more["totals"] = Record(("budgetEur", "string"), ("euEur", "string"));
        more["items"] = Array(Reference("Project"));
        more["next"] = new JsonObject { ["type"] = new JsonArray("string", "null"), ["description"] = "Value of `after` for the next page; null on the last." };
        return new JsonObject { ["type"] = "object", ["properties"] = more, ["required"] = Names(required) };
    }

    private static JsonObject Facets() => new()
    {
        ["type"] = "object",
        ["properties"] = new JsonObject([.. ApiEndpoints.AlwaysCounted.Select(p => KeyValuePair.Create(p.Name, (JsonNode?)Array(Record(("code", "string"), ("label", "string"), ("count", "integer")))))]),
        ["required"] = Names([.. ApiEndpoints.AlwaysCounted.Select(p => p.Name)]),
        ["additionalProperties"] = Array(Record(("code", "string"), ("label", "string"), ("count", "integer"))),
    };

    private static JsonObject FeatureCollection() => new()
    {
        ["type"] = "object",
        ["required"] = new JsonArray("type", "features"),
        ["properties"] = new JsonObject
        {
            ["type"] = new JsonObject { ["const"] = "FeatureCollection" },
            ["features"] = Array(new JsonObject
            {
                ["type"] = "object",
                ["required"] = new JsonArray("type", "id", "geometry", "properties"),
                ["properties"] = new JsonObject { ["type"] = new JsonObject { ["const"] = "Feature" }, ["id"] = Of("string"), ["geometry"] = new JsonObject { ["type"] = new JsonArray("object", "null") }, ["properties"] = Reference("Project") },
            }),
        },
    };

    private static JsonObject Suggestions()
    {
        var suggestion = Record(("text", "string"), ("lang", "string"), ("kind", "string"), ("kindLabel", "string"), ("code", "string"), ("href", "string"));
        suggestion["required"] = Names(["text", "kind", "kindLabel", "href"]);
        return new JsonObject { ["type"] = "object", ["required"] = Names(["suggestions"]), ["properties"] = new JsonObject { ["suggestions"] = Array(suggestion) } };
    }

    private static JsonObject Problem() => new()
    {
        ["type"] = "object",
        ["description"] = "RFC 9457. The member code is stable; title and detail are in the language asked for.",
        ["required"] = new JsonArray("status", "code"),
        ["properties"] = new JsonObject
        {
            ["type"] = Of("string"),
            ["title"] = Of("string"),
            ["status"] = Of("integer"),
            ["detail"] = Of("string"),
            ["code"] = Of("string"),
            ["parameter"] = new JsonObject { ["type"] = "string", ["description"] = "The parameter that cannot be used." },
        },
    };

    private static JsonObject Record(params ReadOnlySpan<(string Name, string Type)> members)
    {
        var (properties, required) = (new JsonObject(), new JsonArray());
        foreach (var (name, type) in members)
        {
            properties[name] = Of(type);
            required.Add(name);
        }

        return new JsonObject { ["type"] = "object", ["properties"] = properties, ["required"] = required };
    }

    private static JsonArray Names(string[] names) => new([.. names.Select(n => (JsonNode)n)]);

    private static JsonObject Array(JsonObject items) => new() { ["type"] = "array", ["items"] = items };

    private static JsonObject Of(string type) => new() { ["type"] = type };
}
