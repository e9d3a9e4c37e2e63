using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Splot.Data;
using Splot.Portal.Searching;
using Splot.Ui;

namespace Splot.Portal.OpenApi;

/// <summary>Writes the description of the API from the endpoints that there are.</summary>
internal static class OpenApiDocument
{
    private static readonly (string Status, string Meaning)[] Always =
    [
        ("400", "A parameter cannot be used; the member parameter names it."),
        ("429", "Too many requests from one address; Retry-After says when to ask again."),
        ("503", "The search is being prepared; Retry-After says when to ask again."),
    ];

    public static JsonObject Of(IEnumerable<Endpoint> endpoints, SiteOptions site, DataLicence licence)
    {
        var paths = new JsonObject();
        foreach (var (route, operation) in Described(endpoints).OrderBy(d => d.Route, StringComparer.Ordinal))
        {
            paths[route] = new JsonObject { ["get"] = Operation(operation) };
        }

        return new JsonObject
        {
            ["openapi"] = "3.1.0",
            ["info"] = new JsonObject
            {
                ["title"] = site.Name + ": projects of cohesion policy",
                ["version"] = "1",
                ["description"] = "For everybody: no key, any origin. GET, HEAD and OPTIONS only. Amounts are strings with a decimal point, dates ISO 8601; what is not published is absent. Answers with an ETag are answered with 304 to If-None-Match. At most some requests a second from one address (20 as installed).",
                ["license"] = new JsonObject { ["name"] = licence.Name, ["url"] = licence.Address.AbsoluteUri },
            },
            ["servers"] = new JsonArray(new JsonObject { ["url"] = site.PublicUrl?.TrimEnd('/') ?? "/" }),
            ["paths"] = paths,
            ["components"] = new JsonObject { ["schemas"] = AnswerSchemas.All(), ["parameters"] = Parameters() },
        };
    }

    /// <summary>The described endpoints with their addresses.</summary>
    public static IEnumerable<(string Route, ApiOperation Operation)> Described(IEnumerable<Endpoint> endpoints) =>
        from endpoint in endpoints.OfType<RouteEndpoint>()
        let operation = endpoint.Metadata.GetMetadata<ApiOperation>()
        where operation is not null
        select ("/" + endpoint.RoutePattern.RawText!.Trim('/'), operation);

    private static JsonObject Parameters() => new([.. SearchParser.Names(SearchSurface.Api).Select(n => KeyValuePair.Create(n, (JsonNode?)ParameterSchemas.Of(n)))]);

    private static JsonObject Operation(ApiOperation operation)
    {
        var parameters = new JsonArray([.. operation.Places.Select(p => (JsonNode)new JsonObject
        {
            ["name"] = p.Name,
            ["in"] = "path",
            ["required"] = true,
            ["description"] = p.Meaning,
            ["schema"] = new JsonObject { ["type"] = "string", ["pattern"] = p.Pattern },
            ["example"] = p.Example,
        })]);
        foreach (var name in SearchParser.Names(operation.Surface))
        {
            parameters.Add((JsonNode)new JsonObject { ["$ref"] = "#/components/parameters/" + name });
        }

        var described = new JsonObject { ["operationId"] = operation.Id, ["summary"] = operation.Summary, ["parameters"] = parameters, ["responses"] = Responses(operation) };
        if (operation.Description is not null)
        {
            described["description"] = operation.Description;
        }

        return described;
    }

    private static JsonObject Responses(ApiOperation operation)
    {
        var found = new JsonObject { ["description"] = operation.Summary + ".", ["content"] = new JsonObject { [operation.Answer.MediaType] = new JsonObject { ["schema"] = operation.Answer.Schema is { } schema ? AnswerSchemas.Reference(schema) : new JsonObject { ["type"] = "string" } } } };
        var responses = new JsonObject { ["200"] = found };
        if (operation.HasTag)
        {
            found["headers"] = new JsonObject { ["ETag"] = new JsonObject { ["description"] = "Mark of this state, for If-None-Match.", ["schema"] = new JsonObject { ["type"] = "string" } } };
            responses["304"] = new JsonObject { ["description"] = "Unchanged since the state named in If-None-Match." };
        }

        foreach (var (status, meaning) in Always.Concat(operation.CanBeUnknown ? [("404", "There is nothing under this name.")] : []).Concat(operation.CanBeGone ? [("410", "The project was withdrawn; the member reason says why.")] : []).OrderBy(r => r.Item1, StringComparer.Ordinal))
        {
            responses[status] = new JsonObject { ["description"] = meaning, ["content"] = new JsonObject { ["application/problem+json"] = new JsonObject { ["schema"] = AnswerSchemas.Reference("Problem") } } };
        }

        return responses;
    }
}
