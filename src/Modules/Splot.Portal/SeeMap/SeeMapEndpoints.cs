using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Splot.Contracts.Projects;
using Splot.Kernel;
using Splot.Portal.Atlas;
using Splot.Portal.FindProjects;
using Splot.Portal.Overviews;
using Splot.Portal.Reading;
using Splot.Portal.Searching;
using Splot.Ui;

namespace Splot.Portal.SeeMap;

/// <summary>GET /{lang}/map: the hits of a search on maps; GET /{lang}/map/points: the same as points for the island.</summary>
internal static class SeeMapEndpoints
{
    private const string MeasureName = "measure";

    public static void MapSeeMap(this IEndpointRouteBuilder pages)
    {
        pages.MapGet(MapModel.Path, GetAsync);
        pages.MapMapPoints();
    }

    /// <summary>How many hits name no place as exact as those on the map of the region asked for; a project in several of them counts once.</summary>
    public static async Task<long> VaguerAsync(SearchAnswer answer, SearchRequest request, PlaceBook places, PortalReader reader, CancellationToken cancellation) =>
        answer is SearchAnswer.Given given && MapModel.Finer(request, places) is { } finer && await reader.SearchAsync(finer, [], cancellation) is SearchAnswer.Given placed
            ? Math.Max(0, given.Result.Totals.Total - placed.Result.Totals.Total)
            : 0;

    private static async Task<IResult> GetAsync(HttpContext http, PortalReader reader, OverviewReader overviews, OutlineReader outlines, OrganisationNames organisations, CancellationToken cancellation)
    {
        var (request, refusals) = http.Request.ReadSearch(SearchSurface.Page(Languages.Current));
        var overview = await overviews.ReadAsync(cancellation);
        var measure = MapMeasures.Parse(http.Request.Query[MeasureName]) ?? MapMeasure.Projects;
        IReadOnlyDictionary<string, long>? bands = null;
        IReadOnlyDictionary<string, PartyDocument> named = new Dictionary<string, PartyDocument>(StringComparer.Ordinal);
        if (refusals.Count > 0)
        {
            return Refused(refusals);
        }

        var (_, around) = MapModel.PlaceOf(request, overview.Places);
        var facets = MapModel.FacetsOf(around, overview.Places);
        var answer = await reader.SearchAsync(request with { Limit = 1, After = null }, [.. FindProjectsEndpoints.FacetsOf(request, overview), .. facets], cancellation);
        if (answer is SearchAnswer.Refused refused)
        {
            return Refused([refused.Reason]);
        }

        named = await organisations.FindAsync(request.Wanted(CodeParameter.Beneficiary), cancellation);
        bands = answer is SearchAnswer.Given given ? await FindProjectsEndpoints.BandsAsync(request, given.Result, reader, cancellation) : null;
        var known = await outlines.FindAsync(MapModel.PlacesOf(around, overview.Places), cancellation);
        var vaguer = await VaguerAsync(answer, request, overview.Places, reader, cancellation);
        return answer.Page(http, result => Html.Page<MapPage>(http, new
        {
            Model = MapModel.Of(Find([], result with { Facets = [.. result.Facets.SkipLast(facets.Count)] }), measure, result.Facets.TakeLast(facets.Count), known, PageView.From(http).Href) with { Vaguer = vaguer },
        }));

        FindProjectsModel Find(IReadOnlyList<Refusal> reasons, SearchResult? result) => new(request, reasons, result, overview, http.Request.Query)
        {
            Action = MapModel.Path,
            Bands = bands,
            Organisations = named,
            Besides = measure == MapMeasure.Projects ? [] : [new(MeasureName, measure.Code())],
        };

        IResult Refused(IReadOnlyList<Refusal> reasons) =>
            Html.Page<MapPage>(http, new { Model = new MapModel(Find(reasons, null), null, measure, [], 0) }, StatusCodes.Status400BadRequest);
    }
}
