using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Splot.Portal.Labels;
using Splot.Portal.Overviews;
using Splot.Portal.Profiles;
using Splot.Portal.Searching;
using Splot.Search.Searching;
using Splot.Ui;
using SearchRequest = Splot.Portal.Searching.SearchRequest;

namespace Splot.Portal.ReadTheme;

/// <summary>GET /{lang}/themes/{code}: a theme and its projects.</summary>
internal static class ReadThemeEndpoints
{
    public static void MapReadTheme(this IEndpointRouteBuilder pages) => pages.MapGet("/themes/{code}", GetAsync);

    private static async Task<IResult> GetAsync(string code, HttpContext http, ProfileReader profiles, OverviewReader overviews, CancellationToken cancellation)
    {
        var overview = await overviews.ReadAsync(cancellation);
        if (CodeParameter.Theme.Read(code) is not { } form || form == SearchRequest.None || !IsKnown(form, overview))
        {
            return Answers.NotFound(http);
        }

        FacetRequest[] facets = [ProfileFacets.Programmes, ProfileFacets.Objectives, .. ProfileFacets.Tiles];
        return await profiles.ReadAsync(new SearchRequest().With(CodeParameter.Theme, form), facets, overview, cancellation) is { } profile
            ? Html.Page<ReadThemePage>(http, new { Code = form, Profile = profile })
            : Answers.NotReady(http);
    }

    private static bool IsKnown(string form, Overview overview) => overview.Labels.Find(LabelKind.Theme, form) is not null || overview.Themes.Any(t => t.Code == form);
}
