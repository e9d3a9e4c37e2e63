using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Splot.Access.KeepUnits;
using Splot.Access.Model;
using Splot.Access.Organisations;
using Splot.Access.SeeOrganisations;
using Splot.Contracts.Access;
using Splot.Ui;

namespace Splot.Access.KeepOrganisations;

/// <summary>/{lang}/desk/organisations/{id}/units/new, …/units/{unit} and its end.</summary>
internal static class UnitEndpoints
{
    private const string Units = SeeOrganisationsEndpoints.Path + "/{id}/units";

    public static void MapUnits(this IEndpointRouteBuilder pages)
    {
        pages.MapGet(Units + "/new", GetNewAsync).For(Acts.KeepOrganisations);
        pages.MapPost(Units + "/new", AddAsync).WithSignedInForm().For(Acts.KeepOrganisations);
        pages.MapGet(Units + "/{unit}", GetAsync).For(Acts.KeepOrganisations);
        pages.MapPost(Units + "/{unit}", ChangeAsync).WithSignedInForm().For(Acts.KeepOrganisations);
        pages.MapPost(Units + "/{unit}/close", CloseAsync).WithSignedInForm().For(Acts.KeepOrganisations);
    }

    private static async Task<IResult> GetNewAsync(string id, HttpContext http, KeptOrganisations kept, CancellationToken cancellation) =>
        await kept.FindAsync(id, cancellation) is { } organisation ? Page(http, new PostedForm(), About.Of(organisation), null) : TypedResults.NotFound();

    private static async Task<IResult> AddAsync(string id, HttpContext http, IFormCollection fields, KeptOrganisations kept, KeepUnitsHandler handler, CancellationToken cancellation)
    {
        if (await kept.FindAsync(id, cancellation) is not { } organisation)
        {
            return TypedResults.NotFound();
        }

        var (form, version) = (new PostedForm(fields), KeepAnswers.VersionOf(fields));
        var facts = Facts(form);
        var first = form.RequiredDate(Fields.FirstDay, Text.DayMissing);
        return (form.IsValid ? KeepAnswers.Of(form, await handler.HandleAsync(new AddUnit(kept.Keeper, id, version, facts, first), cancellation), "unit") : null)
            ?? Page(http, form, About.Of(organisation, version), null);
    }

    private static async Task<IResult> GetAsync(string id, string unit, HttpContext http, KeptOrganisations kept, CancellationToken cancellation) =>
        await kept.FindAsync(id, cancellation) is { } organisation && await kept.FindUnitAsync(id, unit, cancellation) is { } found
            ? Page(http, Form(found), About.Of(organisation), found)
            : TypedResults.NotFound();

    private static Task<IResult> ChangeAsync(string id, string unit, HttpContext http, IFormCollection fields, KeptOrganisations kept, KeepUnitsHandler handler, CancellationToken cancellation) =>
        PostAsync(id, unit, http, fields, kept, _ => new PostedForm(fields), async (form, version) =>
        {
            var facts = Facts(form);
            return form.IsValid ? await handler.HandleAsync(new ChangeUnit(kept.Keeper, id, version, unit, facts), cancellation) : null;
        }, cancellation);

    private static Task<IResult> CloseAsync(string id, string unit, HttpContext http, IFormCollection fields, KeptOrganisations kept, KeepUnitsHandler handler, CancellationToken cancellation) =>
        PostAsync(id, unit, http, fields, kept, found => Form(found, fields), async (form, version) =>
        {
            var last = form.Ticked("reopen") ? (DateOnly?)null : form.RequiredDate(Fields.LastDay, Text.DayMissing);
            return form.IsValid ? await handler.HandleAsync(new CloseUnit(kept.Keeper, id, version, unit, last), cancellation) : null;
        }, cancellation);

    private static async Task<IResult> PostAsync(
        string id, string unit, HttpContext http, IFormCollection fields, KeptOrganisations kept, Func<Unit, PostedForm> read, Func<PostedForm, long, Task<KeepOutcome?>> act, CancellationToken cancellation)
    {
        if (await kept.FindAsync(id, cancellation) is not { } organisation || await kept.FindUnitAsync(id, unit, cancellation) is not { } found)
        {
            return TypedResults.NotFound();
        }

        var (form, version) = (read(found), KeepAnswers.VersionOf(fields));
        return (await act(form, version) is { } outcome ? KeepAnswers.Of(form, outcome, "unit") : null) ?? Page(http, form, About.Of(organisation, version), found);
    }

    private static UnitFacts Facts(PostedForm form) =>
        new(form.Choice(Fields.Kind, UnitKind.All) ?? "", form.Text(Fields.Name), form.Text(Fields.Email), form.Text(Fields.Phone), form.Text(Fields.Address));

    /// <summary>What is stored of a unit, and what was typed besides.</summary>
    private static PostedForm Form(Unit unit, IFormCollection? typed = null)
    {
        var values = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal)
        {
            [Fields.Kind] = [unit.Kind],
            [Fields.Name] = [unit.Name],
            [Fields.Email] = [unit.Email ?? ""],
            [Fields.Phone] = [unit.Phone ?? ""],
            [Fields.Address] = [unit.Address ?? ""],
        };
        foreach (var field in typed ?? FormCollection.Empty)
        {
            values[field.Key] = [.. field.Value.Select(v => v ?? "")];
        }

        return new PostedForm(values);
    }

    private static IResult Page(HttpContext http, PostedForm form, About organisation, Unit? unit) =>
        Html.Page<UnitPage>(http, new { Form = form, Organisation = organisation, Unit = unit?.Id, Ended = unit?.ToDay is not null }, KeepAnswers.Status(form));
}
