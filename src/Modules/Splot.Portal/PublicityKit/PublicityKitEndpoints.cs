using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Splot.Portal.Overviews;
using Splot.Portal.ReadProject;
using Splot.Portal.Reading;
using Splot.Ui;

namespace Splot.Portal.PublicityKit;

/// <summary>GET /{lang}/projects/{id}/kit with its poster and plaque: what a beneficiary needs to show that the Union pays.</summary>
internal static class PublicityKitEndpoints
{
    public static void MapPublicityKit(this IEndpointRouteBuilder pages)
    {
        pages.MapGet("/projects/{id}/kit", GetAsync<KitPage>);
        pages.MapGet("/projects/{id}/kit/poster", GetAsync<PosterPage>);
        pages.MapGet("/projects/{id}/kit/plaque", GetAsync<PlaquePage>);
    }

    private static async Task<IResult> GetAsync<TPage>(string id, HttpContext http, PortalReader reader, OverviewReader overviews, CancellationToken cancellation)
        where TPage : IComponent
    {
        var lookup = await reader.FindAsync(id, cancellation);
        if (lookup is not ProjectLookup.Found found)
        {
            return ReadProjectEndpoints.Absent(http, lookup);
        }

        var overview = await overviews.ReadAsync(cancellation);
        return Html.Page<TPage>(http, new { Model = new KitModel(new ProjectModel(found.Operation, [], overview, reader.Today), overview.Names.Values) });
    }
}
