using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Splot.Portal.Overviews;
using Splot.Portal.Reading;
using Splot.Portal.Words;
using Splot.Ui;

namespace Splot.Portal.ReadProject;

/// <summary>GET /{lang}/projects/{id} and its history.</summary>
internal static class ReadProjectEndpoints
{
    public static void MapReadProject(this IEndpointRouteBuilder pages)
    {
        pages.MapGet("/projects/{id}", GetAsync);
        pages.MapGet("/projects/{id}/history", GetHistoryAsync);
    }

    private static async Task<IResult> GetAsync(string id, HttpContext http, PortalReader reader, OverviewReader overviews, CancellationToken cancellation)
    {
        var (lookup, changes) = await reader.FindWithHistoryAsync(id, all: false, cancellation);
        return lookup is ProjectLookup.Found found
            ? Html.Page<ReadProjectPage>(http, new { Model = new ProjectModel(found.Operation, changes, await overviews.ReadAsync(cancellation), reader.Today) })
            : Absent(http, lookup);
    }

    private static async Task<IResult> GetHistoryAsync(string id, HttpContext http, PortalReader reader, OverviewReader overviews, CancellationToken cancellation)
    {
        var (lookup, changes) = await reader.FindWithHistoryAsync(id, all: true, cancellation);
        return lookup is ProjectLookup.Found found
            ? Html.Page<HistoryPage>(http, new { Model = new ProjectModel(found.Operation, changes, await overviews.ReadAsync(cancellation), reader.Today) })
            : Absent(http, lookup);
    }

    /// <summary>The answer for a project that is not there: 410 with the reason where it was public once, else 404.</summary>
    public static IResult Absent(HttpContext http, ProjectLookup lookup) => lookup is ProjectLookup.Withdrawn withdrawn
        ? Html.Page<ErrorPage>(http, new { Status = StatusCodes.Status410Gone, Reason = WithdrawnWords.Of(withdrawn.Reason), ReasonLang = Scripts.Lang(WithdrawnWords.Of(withdrawn.Reason)) }, StatusCodes.Status410Gone)
        : Html.Page<ErrorPage>(http, new { Status = StatusCodes.Status404NotFound }, StatusCodes.Status404NotFound);
}
