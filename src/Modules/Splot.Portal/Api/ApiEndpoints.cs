using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;
using Splot.Contracts.Projects;
using Splot.Portal.ExportProjects;
using Splot.Portal.Model;
using Splot.Portal.Reading;
using Splot.Portal.Searching;

namespace Splot.Portal.Api;

/// <summary>The API for everybody: no key, any origin, the same answers as the pages.</summary>
internal static class ApiEndpoints
{
    private static readonly HashSet<string> OfBeneficiary = ["sort", "limit", "after", "lang", "fields"];

    public static void MapApi(this IEndpointRouteBuilder endpoints)
    {
        var api = endpoints.MapGroup("/api/v1").AddEndpointFilter(OpenToAll);
        api.MapGet("/projects", ListAsync);
        api.MapExport();
        api.MapGet("/projects/{id}", ProjectAsync);
        api.MapGet("/beneficiaries/{id}", BeneficiaryAsync);
        api.MapGet("/{**rest}", () => Problems.NoAddress());
        api.MapMethods("/{**rest}", [HttpMethods.Options], Preflight);
    }

    private static ValueTask<object?> OpenToAll(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var headers = context.HttpContext.Response.Headers;
        headers.AccessControlAllowOrigin = "*";
        headers.AccessControlExposeHeaders = "ETag, Last-Modified, Retry-After";
        return next(context);
    }

    private static IResult Preflight(HttpContext http)
    {
        http.Response.Headers.AccessControlAllowMethods = "GET, HEAD, OPTIONS";
        http.Response.Headers.AccessControlAllowHeaders = "*";
        http.Response.Headers.AccessControlMaxAge = "86400";
        return TypedResults.NoContent();
    }

    private static async Task<IResult> ListAsync(HttpContext http, PortalReader reader, CancellationToken cancellation)
    {
        var (request, refusals) = http.Request.ReadSearch(SearchSurface.Api);
        return refusals.Count > 0
            ? Problems.BadParameters(refusals, request.Language)
            : new ResultJson(await reader.SearchAsync(request, cancellation), request);
    }

    private static async Task<IResult> ProjectAsync(string id, HttpContext http, PortalReader reader, CancellationToken cancellation)
    {
        var (request, refusals) = http.Request.ReadSearch(SearchSurface.ApiWith(["fields", "lang"]));
        if (refusals.Count > 0)
        {
            return Problems.BadParameters(refusals, request.Language);
        }

        return await reader.FindAsync(id, cancellation) switch
        {
            ProjectLookup.Found found => Project(http, found.Operation, request),
            ProjectLookup.Withdrawn withdrawn => Problems.Withdrawn(withdrawn, request.Language),
            _ => Problems.NoProject(request.Language),
        };
    }

    private static IResult Project(HttpContext http, PublicOperation operation, SearchRequest request)
    {
        var json = operation.Json(request.Selection);
        http.Response.Headers.CacheControl = "public, no-cache";
        return TypedResults.Bytes(json, "application/json; charset=utf-8", lastModified: operation.Document.UpdatedAt, entityTag: Tag(json.Span));
    }

    private static EntityTagHeaderValue Tag(ReadOnlySpan<byte> content) =>
        new("\"" + Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(content).AsSpan(0, 12)) + "\"");

    private static async Task<IResult> BeneficiaryAsync(string id, HttpContext http, PortalReader reader, CancellationToken cancellation)
    {
        var (request, refusals) = http.Request.ReadSearch(SearchSurface.ApiWith(OfBeneficiary));
        if (refusals.Count > 0)
        {
            return Problems.BadParameters(refusals, request.Language);
        }

        return await reader.BeneficiaryAsync(id, request, cancellation) is { } found
            ? new ResultJson(found.Result, request) { Beneficiary = found.Party }
            : Problems.NoBeneficiary(request.Language);
    }

    /// <summary>A page of results as JSON; items are written as they are stored.</summary>
    private sealed class ResultJson(SearchResult result, SearchRequest request) : IResult
    {
        public PartyDocument? Beneficiary { get; init; }

        public async Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.ContentType = "application/json; charset=utf-8";
            await using var json = new Utf8JsonWriter(httpContext.Response.BodyWriter, new JsonWriterOptions { Encoder = OperationJson.Options.Encoder });
            json.WriteStartObject();
            if (Beneficiary is not null)
            {
                json.WriteString("id", Beneficiary.Id);
                json.WriteString("name", Beneficiary.Name);
                json.WritePropertyName("identifiers");
                JsonSerializer.Serialize(json, Beneficiary.Identifiers, OperationJson.Options);
            }

            json.WriteNumber("total", result.Totals.Total);
            json.WriteStartObject("totals");
            json.WriteString("budgetEur", Amounts.Full(result.Totals.BudgetEur));
            json.WriteString("euEur", Amounts.Full(result.Totals.EuEur));
            json.WriteEndObject();
            json.WriteStartArray("items");
            foreach (var hit in result.Hits)
            {
                json.WriteRawValue(hit.Json(request.Selection).Span, skipInputValidation: true);
            }

            json.WriteEndArray();
            json.WriteString("next", result.Next);
            json.WriteEndObject();
            await json.FlushAsync(httpContext.RequestAborted);
        }
    }
}
