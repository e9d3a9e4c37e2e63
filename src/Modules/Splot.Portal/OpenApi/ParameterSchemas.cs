using System.Text.Json.Nodes;
using Splot.Contracts.Projects;
using Splot.Kernel;
using Splot.Portal.Searching;

namespace Splot.Portal.OpenApi;

/// <summary>Describes the parameters of searches from the objects that read them: names, values, bounds, defaults.</summary>
internal static class ParameterSchemas
{
    /// <summary>The parameter in the form of OpenAPI 3.1.</summary>
    public static JsonObject Of(string name)
    {
        var (meaning, schema, example) = Describe(name);
        var parameter = new JsonObject { ["name"] = name, ["in"] = "query", ["description"] = meaning, ["required"] = false, ["schema"] = schema, ["example"] = example };
        if ((string?)schema["type"] == "array")
        {
            // fields and facets take their members in one value or in several, codes repeat.
            parameter["style"] = "form";
            parameter["explode"] = name is not ("fields" or "facets");
        }

        return parameter;
    }

    private static (string Meaning, JsonObject Schema, JsonNode Example) Describe(string name)
    {
        if (CodeParameter.All.FirstOrDefault(p => p.Name == name) is { } code)
        {
            return Code(code);
        }

        if (BoundParameter.All.FirstOrDefault(p => p.Name == name) is { } bound)
        {
            return Bound(bound);
        }

        return name switch
        {
            "q" => ("Words to look for, in any of the three languages; \"phrases\", AND, OR, NOT and prefix* are understood.", new JsonObject { ["type"] = "string", ["maxLength"] = SearchRequest.MostLetters }, "social policy"),
            "sort" => ("Order of the result; what has no value comes last.", Choice(SearchSorts.All, SearchSorts.All[0]), "-budget"),
            "limit" => ("Items of a page.", new JsonObject { ["type"] = "integer", ["minimum"] = 1, ["maximum"] = SearchRequest.MostLimit, ["default"] = SearchRequest.DefaultLimit }, 5),
            "after" => ("The member `next` of the page before; opaque, and good for the same search only.", Text(), JsonValue.Create("")!),
            "lang" => ("Language of labels, messages and of the texts in tables.", Choice([.. Languages.All.Select(l => l.Code())], Language.English.Code()), "pl"),
            "modifiedSince" => ("Only what changed at or after this instant or day.", Text(), "2020-01-01T00:00:00Z"),
            "fields" => ("Members to send; the id is always sent. All where none is named.", List(OperationMembers.InOrder), new JsonArray("title", "budget")),
            "facets" => ("Facets to count beside those that are always counted.", List([.. CodeParameter.All.Select(p => p.Name)]), new JsonArray("objective", "status")),
            "without" => ("A group of synonyms that is not to be looked for, or `all`.", new JsonObject { ["type"] = "array", ["items"] = Text(), ["maxItems"] = CodeParameter.MostValues }, new JsonArray(Understanding.All)),
            _ => throw new ArgumentException($"The parameter '{name}' is not described.", nameof(name)),
        };
    }

    private static (string, JsonObject, JsonNode) Code(CodeParameter parameter)
    {
        var (meaning, example) = parameter.Name switch
        {
            "country" => ("Two-letter country code.", "PL"),
            "region" => ("NUTS or LAU code; what lies below it is included.", "PL81"),
            "fund" => ("Code of the fund.", "ESF+"),
            "programme" => ("Code of the programme (CCI).", "2021PL05SFPR001"),
            "objective" => ("Code of the specific objective.", "ESO4.11"),
            "theme" => ("Code of the theme.", "none"),
            "field" => ("Code of the type of intervention.", "152"),
            "period" => ("Programming period.", "2021-2027"),
            "beneficiary" => ("Id of the beneficiary.", "bg-obshtihapyce"),
            _ => ("Status.", OperationStatus.Running),
        };
        var items = parameter == CodeParameter.Status ? Choice([.. OperationStatus.All, SearchRequest.None], null) : Text();
        return (meaning + " `none` finds operations without one.", new JsonObject { ["type"] = "array", ["items"] = items, ["maxItems"] = CodeParameter.MostValues }, new JsonArray(example));
    }

    private static (string, JsonObject, JsonNode) Bound(BoundParameter parameter)
    {
        var side = parameter.IsLower ? "at least" : "at most";
        var what = parameter.Name[..^(parameter.IsLower ? 4 : 2)] switch { "budget" => "Total cost in euro", "eu" => "Union contribution in euro", "start" => "First day", var other => other == "end" ? "Last day" : other };
        return parameter.IsMoney
            ? ($"{what}: {side}, inclusive.", new JsonObject { ["type"] = "string", ["pattern"] = "^[0-9]{1,12}(\\.[0-9]{1,2})?$" }, parameter.IsLower ? "50000.00" : "900000000.00")
            : ($"{what}: {side}, inclusive.", new JsonObject { ["type"] = "string", ["format"] = "date" }, parameter.IsLower ? "2015-01-01" : "2035-12-31");
    }

    private static JsonObject Text() => new() { ["type"] = "string" };

    private static JsonObject List(IReadOnlyList<string> values) => new() { ["type"] = "array", ["items"] = Choice(values, null) };

    private static JsonObject Choice(IReadOnlyList<string> values, string? otherwise)
    {
        var choice = new JsonObject { ["type"] = "string", ["enum"] = new JsonArray([.. values.Select(v => (JsonNode)v)]) };
        if (otherwise is not null)
        {
            choice["default"] = otherwise;
        }

        return choice;
    }
}
