using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Splot.Access.SeeOrganisations;
using Splot.Contracts.Access;
using Splot.Ui;

namespace Splot.Access.SeeOrganisation;

/// <summary>/{lang}/desk/organisations/{id}: one organisation.</summary>
internal static class SeeOrganisationEndpoints
{
    public static void MapSeeOrganisation(this IEndpointRouteBuilder pages) => pages.MapGet(SeeOrganisationsEndpoints.Path + "/{id}", GetAsync).For(Acts.SeeOrganisations);

    private static async Task<IResult> GetAsync(string id, string? done, HttpContext http, SeeOrganisationHandler handler, CancellationToken cancellation) =>
        await handler.HandleAsync(id, cancellation) is { } organisation
            ? Html.Page<SeeOrganisationPage>(http, new { Organisation = organisation, Done = Said(done) })
            : TypedResults.NotFound();

    private static string? Said(string? done) => done switch
    {
        "added" => Text.DoneAdded,
        "changed" => Text.DoneChanged,
        "renamed" => Text.DoneRenamed,
        "ended" => Text.DoneEnded,
        "reopened" => Text.DoneReopened,
        "unit" => Text.DoneUnit,
        _ => null,
    };
}
