using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Splot.Portal.Atlas;
using Splot.Portal.Overviews;
using Splot.Portal.Profiles;
using Splot.Portal.ReadRegion;
using Splot.Portal.Searching;
using Splot.Ui;

namespace Splot.Portal.CompareRegions;

/// <summary>GET /{lang}/compare: two to four regions side by side.</summary>
internal static class CompareRegionsEndpoints
{
    public static void MapCompareRegions(this IEndpointRouteBuilder pages) => pages.MapGet("/compare", GetAsync);

    private static async Task<IResult> GetAsync(HttpContext http, ProfileReader profiles, OverviewReader overviews, CancellationToken cancellation)
    {
        var overview = await overviews.ReadAsync(cancellation);
        string[] codes = [.. http.Request.Query[CodeParameter.Region.Name].OfType<string>().Select(c => c.Trim()).Where(c => c.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase)];
        var places = codes.Select(overview.Places.Find).ToList();
        if (codes.Length > Comparison.Most || places.Contains(null))
        {
            return Html.Page<ComparePage>(http, new { Model = new Comparison(overview, [], codes.Length > Comparison.Most ? Text.TooMany(Comparison.Most) : Text.NoRegion) }, StatusCodes.Status400BadRequest);
        }

        var regions = new List<ComparedRegion>();
        foreach (var place in places.OfType<Place>())
        {
            if (await profiles.ReadAsync(RegionModel.In(place), [], overview, cancellation) is not { } profile)
            {
                return Answers.NotReady(http);
            }

            regions.Add(new ComparedRegion(place, PlaceNames.Of(place, overview.Labels), profile));
        }

        return Html.Page<ComparePage>(http, new { Model = new Comparison(overview, regions, null) });
    }
}
