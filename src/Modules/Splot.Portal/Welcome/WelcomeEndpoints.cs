using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Splot.Kernel;
using Splot.Portal.Indexing;
using Splot.Portal.Overviews;
using Splot.Portal.Reading;
using Splot.Portal.ReadProject;
using Splot.Portal.Searching;
using Splot.Ui;

namespace Splot.Portal.Welcome;

/// <summary>The home page, and the way to it from an address without a language.</summary>
internal static class WelcomeEndpoints
{
    private const int Few = 4;
    private const int FewReports = 3;

    public static void MapWelcome(this IEndpointRouteBuilder pages)
    {
        pages.MapGet("/", GetAsync);
        pages.MapGet("/about", (HttpContext http) => Html.Page<AboutPage>(http));
    }

    /// <summary>/ leads to the home page in the reader's language, which the host has chosen.</summary>
    public static void MapRoot(this IEndpointRouteBuilder endpoints) => endpoints.MapGet("/", (HttpContext http) =>
    {
        http.Response.Headers.Vary = "Accept-Language";
        http.Response.Headers.CacheControl = "private, no-cache";
        return TypedResults.LocalRedirect("/" + Languages.Current.Code() + "/");
    });

    private static async Task<IResult> GetAsync(HttpContext http, PortalReader reader, OverviewReader overviews, CancellationToken cancellation)
    {
        var overview = await overviews.ReadAsync(cancellation);
        var reports = await reader.SearchAsync(Reporting with { Limit = FewReports }, [], cancellation);
        var few = await reader.SearchAsync(new SearchRequest { Limit = Few }, [], cancellation);
        return few.Page(http, result => Html.Page<WelcomePage>(http, new
        {
            Overview = overview,
            Projects = result.Hits,
            Reports = reports is SearchAnswer.Given { Result.Hits: var hits } ? hits.Select(h => new ProjectModel(h, [], overview, reader.Today)).ToList() : [],
        }));
    }

    /// <summary>The projects that report what an indicator has achieved, the latest start first.</summary>
    public static SearchRequest Reporting { get; } = new() { Words = IndexColumns.Mark + ":" + IndexColumns.Reported, Sort = SearchSort.StartDescending };
}
