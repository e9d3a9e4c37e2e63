using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Splot.Kernel;
using Splot.Portal.Api;
using Splot.Portal.OpenApi;
using Splot.Portal.Reading;
using Splot.Portal.Searching;
using Splot.Tables;

namespace Splot.Portal.ExportProjects;

/// <summary>GET /api/v1/projects.csv, .xlsx, .ndjson and .geojson: the whole result of a search, streamed.</summary>
internal static class ExportEndpoints
{
    public static void MapExport(this IEndpointRouteBuilder api)
    {
        foreach (var format in ExportFormat.All)
        {
            api.MapGet("/projects." + format.Extension, (HttpContext http, PortalReader reader, ProjectSearch search, CancellationToken cancellation) => GetAsync(http, reader, search, format, cancellation))
                .Describe(ApiOperations.Export(format));
        }
    }

    private static async Task<IResult> GetAsync(HttpContext http, PortalReader reader, ProjectSearch search, ExportFormat format, CancellationToken cancellation)
    {
        var (request, refusals) = http.Request.ReadSearch(SearchSurface.Api);
        if (refusals.Count > 0)
        {
            return Problems.BadParameters(refusals, request.Language);
        }

        var whole = request with { After = null };
        // Asked once before the first byte, so that what cannot be answered is told by the status.
        return (await reader.SearchAsync(whole with { Limit = 1 }, [], cancellation)).Json(http, request.Language, result =>
            format == ExportFormat.Xlsx && result.Totals.Total >= XlsxTableWriter.MaxRows ? Problems.TooManyRows(request.Language) : Export(http, search, whole, format));
    }

    private static IResult Export(HttpContext http, ProjectSearch search, SearchRequest request, ExportFormat format) => TypedResults.Stream(
        async body =>
        {
            (request.Language ?? Language.English).MakeCurrent();
            if (!http.IsForHeaders())
            {
                await ExportWriter.WriteAsync(format, search.AllAsync(request, http.RequestAborted), request.Selection, body, http.RequestAborted);
            }
        },
        format.MediaType,
        "projects." + format.Extension);
}
