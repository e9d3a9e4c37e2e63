using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Splot.Kernel;
using Splot.Portal.Overviews;
using Splot.Portal.Reading;
using Splot.Portal.Searching;
using Splot.Ui;

namespace Splot.Portal.FindProjects;

/// <summary>GET /{lang}/projects: the list with its filters.</summary>
internal static class FindProjectsEndpoints
{
    public static void MapFindProjects(this IEndpointRouteBuilder pages) => pages.MapGet("/projects", GetAsync);

    private static async Task<IResult> GetAsync(HttpContext http, PortalReader reader, OverviewReader overviews, CancellationToken cancellation)
    {
        var (request, refusals) = http.Request.ReadSearch(SearchSurface.Page(Languages.Current));
        var overview = await overviews.ReadAsync(cancellation);
        var result = refusals.Count > 0 ? null : await reader.SearchAsync(request, cancellation);
        return Html.Page<FindProjectsPage>(
            http,
            new { Model = new FindProjectsModel(request, refusals, result, overview, http.Request.Query) },
            result is null ? StatusCodes.Status400BadRequest : StatusCodes.Status200OK);
    }
}
