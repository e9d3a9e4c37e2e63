using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Options;
using Splot.Contracts.Projects;
using Splot.Data;
using Splot.Portal.Api;
using Splot.Portal.Searching;
using Splot.Ui;

namespace Splot.Portal.OpenApi;

/// <summary>GET /openapi/v1.json: the description of the API (OpenAPI 3.1).</summary>
internal static class OpenApiEndpoints
{
    public const string Path = "/openapi/v1.json";

    private static readonly JsonSerializerOptions Indented = new(OperationJson.Options) { WriteIndented = true };

    public static void MapOpenApi(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet(Path, Get).Describe(ApiOperations.Description);
        endpoints.MapGet("/openapi/{**rest}", () => Problems.NoAddress());
        endpoints.MapMethods("/openapi/{**rest}", [HttpMethods.Options], Preflight.Answer);
    }

    private static IResult Get(HttpContext http, EndpointDataSource endpoints, IOptions<SiteOptions> site, SplotOptions options) =>
        http.Request.ReadNothing() ?? JsonBody.Answer(http, JsonSerializer.SerializeToUtf8Bytes(OpenApiDocument.Of(endpoints.Endpoints, site.Value, options.Licence), Indented));
}
