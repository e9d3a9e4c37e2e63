using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Splot.Portal.Overviews;
using Splot.Portal.Words;
using Splot.Ui;

namespace Splot.Portal.Coverage;

/// <summary>GET /{lang}/data/coverage: what is published, what is missing, how old the lists are.</summary>
internal static class CoverageEndpoints
{
    public const string Path = "/data/coverage";

    public static void MapCoverage(this IEndpointRouteBuilder pages) => pages.MapGet(Path, GetAsync);

    private static async Task<IResult> GetAsync(HttpContext http, TallyReader tallies, OverviewReader overviews, CancellationToken cancellation)
    {
        var (list, programme) = (One(http, "list"), One(http, "programme"));
        var model = new CoverageModel(await tallies.ReadAsync(cancellation), (await overviews.ReadAsync(cancellation)).Labels, list, programme);
        return model.IsKnown
            ? Html.Page<CoveragePage>(http, new { Model = model })
            : Html.Page<ErrorPage>(http, new { Status = StatusCodes.Status400BadRequest, Reason = list is null ? Text.NoProgramme(ParameterWords.Name("programme")) : Text.NoList(ParameterWords.Name("list")) }, StatusCodes.Status400BadRequest);
    }

    private static string? One(HttpContext http, string name) => http.Request.Query[name].FirstOrDefault() is { Length: > 0 } value ? value : null;
}
