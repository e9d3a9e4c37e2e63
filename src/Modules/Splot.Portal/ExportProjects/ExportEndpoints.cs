using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Splot.Kernel;
using Splot.Portal.Api;
using Splot.Portal.Reading;
using Splot.Portal.Searching;
using Splot.Tables;

namespace Splot.Portal.ExportProjects;

/// <summary>GET /api/v1/projects.csv, .xlsx and .ndjson: the whole result of a search, streamed.</summary>
internal static class ExportEndpoints
{
    public static void MapExport(this IEndpointRouteBuilder api)
    {
        api.MapGet("/projects.csv", (HttpContext http, PortalReader reader, ProjectSearch search, CancellationToken cancellation) => GetAsync(http, reader, search, Format.Csv, cancellation));
        api.MapGet("/projects.xlsx", (HttpContext http, PortalReader reader, ProjectSearch search, CancellationToken cancellation) => GetAsync(http, reader, search, Format.Xlsx, cancellation));
        api.MapGet("/projects.ndjson", (HttpContext http, PortalReader reader, ProjectSearch search, CancellationToken cancellation) => GetAsync(http, reader, search, Format.Ndjson, cancellation));
    }

    private static async Task<IResult> GetAsync(HttpContext http, PortalReader reader, ProjectSearch search, Format format, CancellationToken cancellation)
    {
        var (request, refusals) = http.Request.ReadSearch(SearchSurface.Api);
        if (refusals.Count > 0)
        {
            return Problems.BadParameters(refusals, request.Language);
        }

        var whole = request with { After = null };
        // Asked once before the first byte, so that what cannot be answered is told by the status.
        return (await reader.SearchAsync(whole with { Limit = 1 }, [], cancellation)).Json(http, request.Language, result =>
            format == Format.Xlsx && result.Totals.Total >= XlsxTableWriter.MaxRows ? Problems.TooManyRows(request.Language) : new Export(search, whole, format));
    }

    private enum Format
    {
        Csv,
        Xlsx,
        Ndjson,
    }

    private sealed class Export(ProjectSearch search, SearchRequest request, Format format) : IResult
    {
        public async Task ExecuteAsync(HttpContext httpContext)
        {
            (request.Language ?? Language.English).MakeCurrent();
            var (type, extension) = format switch
            {
                Format.Csv => ("text/csv; charset=utf-8", "csv"),
                Format.Xlsx => ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"),
                _ => ("application/x-ndjson; charset=utf-8", "ndjson"),
            };
            httpContext.Response.ContentType = type;
            httpContext.Response.Headers.ContentDisposition = "attachment; filename=\"projects." + extension + "\"";
            if (format == Format.Ndjson)
            {
                await WriteLinesAsync(httpContext.Response, httpContext.RequestAborted);
            }
            else
            {
                await WriteTableAsync(httpContext.Response.Body, httpContext.RequestAborted);
            }
        }

        private async Task WriteLinesAsync(HttpResponse response, CancellationToken cancellation)
        {
            await foreach (var operation in search.AllAsync(request, cancellation))
            {
                await response.BodyWriter.WriteAsync(operation.Json(request.Selection), cancellation);
                await response.BodyWriter.WriteAsync("\n"u8.ToArray(), cancellation);
            }
        }

        private async Task WriteTableAsync(Stream body, CancellationToken cancellation)
        {
            var columns = ExportColumn.Chosen(request.Selection);
            var outputs = columns.Select(c => c.Output).ToList();
            await using TableWriter table = format == Format.Csv ? new CsvTableWriter(body, outputs) : new XlsxTableWriter(body, outputs, "projects");
            await foreach (var operation in search.AllAsync(request, cancellation))
            {
                foreach (var column in columns)
                {
                    column.Write(table, operation);
                }

                await table.EndRowAsync(cancellation);
            }

            await table.CompleteAsync(cancellation);
        }
    }
}
