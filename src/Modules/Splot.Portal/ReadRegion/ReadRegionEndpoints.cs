using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Splot.Portal.Atlas;
using Splot.Portal.Overviews;
using Splot.Portal.Profiles;
using Splot.Portal.Searching;
using Splot.Ui;

namespace Splot.Portal.ReadRegion;

/// <summary>GET /{lang}/regions/{code}: a region; GET /{lang}/regions: all of them, and the way to one by its name.</summary>
internal static class ReadRegionEndpoints
{
    public static void MapReadRegion(this IEndpointRouteBuilder pages)
    {
        pages.MapGet("/regions", FindAsync);
        pages.MapGet("/regions/{code}", GetAsync);
    }

    private static async Task<IResult> GetAsync(string code, HttpContext http, ProfileReader profiles, OverviewReader overviews, OutlineReader outlines, CancellationToken cancellation)
    {
        var overview = await overviews.ReadAsync(cancellation);
        if (overview.Places.Find(code) is not { } place)
        {
            return Answers.NotFound(http);
        }

        var below = overview.Places.Below(place);
        var profile = await profiles.ReadAsync(RegionModel.In(place), [.. RegionModel.FacetsOf(place, below), ProfileFacets.Programmes], overview, cancellation);
        return profile is null
            ? Answers.NotReady(http)
            : Html.Page<ReadRegionPage>(http, new { Model = new RegionModel(place, profile, below, below.Count == 0 ? new Dictionary<string, string>(StringComparer.Ordinal) : await outlines.FindAsync(below, cancellation)) });
    }

    private static async Task<IResult> FindAsync(HttpContext http, OverviewReader overviews, CancellationToken cancellation)
    {
        var overview = await overviews.ReadAsync(cancellation);
        var typed = http.Request.Query["q"].ToString().Trim();
        var named = typed.Length is > 0 and <= SearchRequest.MostLetters ? NamedPlaces.Find(typed, overview) : [];
        return named is [var only]
            ? TypedResults.LocalRedirect(PageView.From(http).Href("/regions/" + only.Code))
            : Html.Page<RegionsPage>(http, new { Overview = overview, Typed = typed, Named = named });
    }
}
