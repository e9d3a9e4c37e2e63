using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Splot.Kernel;
using Splot.Portal.Indexing;
using Splot.Portal.Overviews;
using Splot.Portal.Reading;
using Splot.Portal.Searching;
using Splot.Portal.SeeMap;
using Splot.Portal.Suggest;
using Splot.Search.Searching;
using Splot.Ui;
using SearchRequest = Splot.Portal.Searching.SearchRequest;
using SearchResult = Splot.Portal.Searching.SearchResult;

namespace Splot.Portal.FindProjects;

/// <summary>GET /{lang}/projects: the list with its filters.</summary>
internal static class FindProjectsEndpoints
{
    private const int FewSuggestions = 5;

    public static void MapFindProjects(this IEndpointRouteBuilder pages) => pages.MapGet("/projects", GetAsync);

    /// <summary>Everything that the filters count beside a search, the bands of the budget first.</summary>
    public static IReadOnlyList<FacetRequest> FacetsOf(SearchRequest request, Overview overview) =>
    [
        new FacetRequest(IndexColumns.Band),
        .. FindProjectsModel.Facets.Select(f => IndexRequests.Facet(f, request, FindProjectsModel.MostCounted)),
        .. MapModel.FacetsOf(MapModel.PlaceOf(request, overview.Places).Around, overview.Places).Select(f => f with { WithSums = false }),
    ];

    /// <summary>The bands of the budget without regard to the budget asked for: from the result where none was asked for, else from a search of their own.</summary>
    public static async Task<IReadOnlyDictionary<string, long>?> BandsAsync(SearchRequest request, SearchResult result, PortalReader reader, CancellationToken cancellation)
    {
        var bands = result.Facets[0];
        if (request.Bounds.ContainsKey(BoundParameter.BudgetFrom) || request.Bounds.ContainsKey(BoundParameter.BudgetTo))
        {
            var wider = request.Without(BoundParameter.BudgetFrom).Without(BoundParameter.BudgetTo) with { Limit = 1, After = null };
            bands = await reader.SearchAsync(wider, [new FacetRequest(IndexColumns.Band)], cancellation) is SearchAnswer.Given { Result: var all } ? all.Facets[0] : bands;
        }

        return bands.Counts.Where(c => c.Code != SearchRequest.None).ToDictionary(c => c.Code, c => c.Count, StringComparer.Ordinal);
    }

    private static async Task<IResult> GetAsync(HttpContext http, PortalReader reader, OverviewReader overviews, OrganisationNames organisations, Suggestions suggestions, CancellationToken cancellation)
    {
        var (request, refusals) = http.Request.ReadSearch(SearchSurface.Page(Languages.Current));
        var overview = await overviews.ReadAsync(cancellation);
        if (refusals.Count > 0)
        {
            return Refused(refusals);
        }

        switch (await reader.SearchAsync(request, FacetsOf(request, overview), cancellation))
        {
            case SearchAnswer.Refused refused:
                return Refused([refused.Reason]);
            case SearchAnswer.Given { Result: var result }:
                return Html.Page<FindProjectsPage>(http, new
                {
                    Model = new FindProjectsModel(request, [], result, overview, http.Request.Query)
                    {
                        Organisations = await organisations.FindAsync(request.Wanted(CodeParameter.Beneficiary), cancellation),
                        Bands = await BandsAsync(request, result, reader, cancellation),
                        Relaxed = result.Totals.Total == 0 ? await RelaxedSearches.OfAsync(request, reader, cancellation) : [],
                        Instead = result.Totals.Total == 0 && request.Words is { } words ? await suggestions.ForAsync(words, FewSuggestions, cancellation) : [],
                    },
                });
            default:
                return Answers.NotReady(http);
        }

        IResult Refused(IReadOnlyList<Refusal> reasons) => Html.Page<FindProjectsPage>(
            http, new { Model = new FindProjectsModel(request, reasons, null, overview, http.Request.Query) }, StatusCodes.Status400BadRequest);
    }
}
