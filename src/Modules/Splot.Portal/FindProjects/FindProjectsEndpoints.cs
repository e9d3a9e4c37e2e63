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
        if (refusals.Count > 0)
        {
            return Refused(refusals);
        }

        var answer = await reader.SearchAsync(request, [.. FindProjectsModel.Facets.Select(f => IndexRequests.Facet(f, request, FindProjectsModel.MostCounted))], cancellation);
        return answer is SearchAnswer.Refused refused
            ? Refused([refused.Reason])
            : answer.Page(http, result => Html.Page<FindProjectsPage>(http, new { Model = new FindProjectsModel(request, [], result, overview, http.Request.Query) }));

        IResult Refused(IReadOnlyList<Refusal> reasons) => Html.Page<FindProjectsPage>(
            http, new { Model = new FindProjectsModel(request, reasons, null, overview, http.Request.Query) }, StatusCodes.Status400BadRequest);
    }
}
