using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Splot.Kernel;
using Splot.Portal.Atlas;
using Splot.Portal.FindProjects;
using Splot.Portal.Overviews;
using Splot.Portal.Reading;
using Splot.Portal.Searching;
using Splot.Portal.SeeMap;
using Splot.Ui;

namespace Splot.Portal.Embed;

/// <summary>GET /{lang}/embed/projects and /{lang}/embed/map: the only pages that may stand in a frame of another site.</summary>
internal static class EmbedEndpoints
{
    private const int Few = 5;
    private const int MostInFrame = 20;

    public static void MapEmbed(this IEndpointRouteBuilder pages)
    {
        pages.MapGet("/embed/projects", GetProjectsAsync).WithMetadata(Frameable.Page);
        pages.MapGet("/embed/map", GetMapAsync).WithMetadata(Frameable.Page);
    }

    private static async Task<IResult> GetProjectsAsync(HttpContext http, PortalReader reader, CancellationToken cancellation)
    {
        var (request, refusals) = http.Request.ReadSearch(SearchSurface.Page(Languages.Current));
        if (refusals.Count > 0)
        {
            return Answers.Refusal(http, refusals[0]);
        }

        var limit = http.Request.Query.ContainsKey("limit") ? Math.Min(request.Limit, MostInFrame) : Few;
        return (await reader.SearchAsync(request with { Limit = limit, After = null }, [], cancellation))
            .Page(http, result => Html.Page<EmbedProjectsPage>(http, new { Request = request with { Limit = SearchRequest.DefaultLimit, After = null }, Result = result }));
    }

    private static async Task<IResult> GetMapAsync(HttpContext http, PortalReader reader, OverviewReader overviews, OutlineReader outlines, CancellationToken cancellation)
    {
        var (request, refusals) = http.Request.ReadSearch(SearchSurface.Page(Languages.Current));
        if (refusals.Count > 0)
        {
            return Answers.Refusal(http, refusals[0]);
        }

        var overview = await overviews.ReadAsync(cancellation);
        var (_, around) = MapModel.PlaceOf(request, overview.Places);
        var known = await outlines.FindAsync(MapModel.PlacesOf(around, overview.Places), cancellation);
        var measure = MapMeasures.Parse(http.Request.Query["measure"]) ?? MapMeasure.Projects;
        var answer = await reader.SearchAsync(request with { Limit = 1, After = null }, MapModel.FacetsOf(around, overview.Places), cancellation);
        var vaguer = await SeeMapEndpoints.VaguerAsync(answer, request, overview.Places, reader, cancellation);
        return answer.Page(http, result =>
        {
            var find = new FindProjectsModel(request, [], result, overview, http.Request.Query) { Action = MapModel.Path, Besides = measure == MapMeasure.Projects ? [] : [new("measure", measure.Code())] };
            var model = MapModel.Of(find, measure, result.Facets, known, PageView.From(http).Href);
            return Html.Page<EmbedMapPage>(http, new { Model = model with { Vaguer = vaguer } });
        });
    }
}
