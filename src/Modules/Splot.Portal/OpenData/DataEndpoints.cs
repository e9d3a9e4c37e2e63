using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Options;
using Splot.Data;
using Splot.Kernel;
using Splot.Portal.Api;
using Splot.Portal.Catalogue;
using Splot.Portal.Coverage;
using Splot.Portal.ExportProjects;
using Splot.Portal.OpenApi;
using Splot.Portal.Overviews;
using Splot.Portal.Searching;
using Splot.Tables;
using Splot.Ui;

namespace Splot.Portal.OpenData;

/// <summary>GET /{lang}/data, the data page, and /data/…: whole files by country and programming period.</summary>
internal static class DataEndpoints
{
    public const string Path = "/data";

    private static readonly string[] Parameters = ["lang"];

    public static void MapDataPage(this IEndpointRouteBuilder pages) => pages.MapGet(Path, GetPageAsync);

    public static void MapDataFiles(this IEndpointRouteBuilder endpoints)
    {
        var data = endpoints.MapGroup(Path);
        data.MapCatalogue();
        data.MapGet("/{file}", GetFileAsync).Describe(ApiOperations.DataFiles);
        data.MapGet("/{**rest}", () => Problems.NoFile(null));
        data.MapMethods("/{**rest}", [HttpMethods.Options], Preflight.Answer);
    }

    private static async Task<IResult> GetPageAsync(HttpContext http, TallyReader tallies, DataSizes sizes, OverviewReader overviews, IOptions<SiteOptions> site, SplotOptions options, CancellationToken cancellation)
    {
        var states = DataState.All(await tallies.ReadAsync(cancellation));
        var labels = (await overviews.ReadAsync(cancellation)).Labels;
        var groups = new List<DataGroupModel>();
        foreach (var state in states)
        {
            groups.Add(new DataGroupModel(state, await sizes.OfAsync(state, site.Value, labels, cancellation)));
        }

        return Html.Page<DataPage>(http, new { Model = new DataModel(groups, labels, options.Licence) });
    }

    private static async Task<IResult> GetFileAsync(string file, HttpContext http, TallyReader tallies, OverviewReader overviews, DataWriter writer, DataSizes sizes, IOptions<SiteOptions> site, CancellationToken cancellation)
    {
        var (request, refusals) = http.Request.ReadSearch(SearchSurface.ApiWith(Parameters));
        if (refusals.Count > 0)
        {
            return Problems.BadParameters(refusals, request.Language);
        }

        if (DataFile.Parse(file) is not { } wanted || DataState.All(await tallies.ReadAsync(cancellation)).FirstOrDefault(s => s.Group == wanted.Group) is not { } state)
        {
            return Problems.NoFile(request.Language);
        }

        if (wanted.Extension == ExportFormat.Xlsx.Extension && state.Count >= XlsxTableWriter.MaxRows)
        {
            return Problems.TooManyRows(request.Language);
        }

        return Answer(http, wanted, state, new DataSetting(request.Language ?? Language.English, site.Value, (await overviews.ReadAsync(cancellation)).Labels), writer, sizes);
    }

    private static IResult Answer(HttpContext http, DataFile file, DataState state, DataSetting setting, DataWriter writer, DataSizes sizes)
    {
        var tag = state.Tag(file, setting.Language.Code());
        http.Response.Headers.CacheControl = "public, no-cache";
        return TypedResults.Stream(
            async body =>
            {
                if (http.IsForHeaders())
                {
                    return;
                }

                await using var counted = new KeptOpen(body);
                await writer.WriteAsync(file, state, setting, counted, http.RequestAborted);
                if (setting.Language == Language.English)
                {
                    sizes.Keep(file, tag.ToString(), counted.Written);
                }
            },
            file.MediaType,
            file.Name,
            state.LastModified,
            tag);
    }
}
