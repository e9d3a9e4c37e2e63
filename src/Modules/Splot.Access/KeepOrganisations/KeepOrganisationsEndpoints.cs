using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Splot.Access.AddOrganisation;
using Splot.Access.ChangeOrganisation;
using Splot.Access.Model;
using Splot.Access.Organisations;
using Splot.Access.RenameOrganisation;
using Splot.Access.SeeOrganisations;
using Splot.Contracts.Access;
using Splot.Ui;

namespace Splot.Access.KeepOrganisations;

/// <summary>/{lang}/desk/organisations/new, …/{id}/change and …/{id}/rename.</summary>
internal static class KeepOrganisationsEndpoints
{
    public const string NewPath = SeeOrganisationsEndpoints.Path + "/new";
    private const string One = SeeOrganisationsEndpoints.Path + "/{id}";

    public static void MapKeepOrganisations(this IEndpointRouteBuilder pages)
    {
        pages.MapGet(NewPath, (HttpContext http) => AddPage(http, new PostedForm())).For(Acts.KeepOrganisations);
        pages.MapPost(NewPath, AddAsync).WithSignedInForm().For(Acts.KeepOrganisations);
        pages.MapGet(One + "/change", GetChangeAsync).For(Acts.KeepOrganisations);
        pages.MapPost(One + "/change", ChangeAsync).WithSignedInForm().For(Acts.KeepOrganisations);
        pages.MapGet(One + "/rename", GetRenameAsync).For(Acts.KeepOrganisations);
        pages.MapPost(One + "/rename", RenameAsync).WithSignedInForm().For(Acts.KeepOrganisations);
        pages.MapPost(One + "/name-back", TakeNameBackAsync).WithSignedInForm().For(Acts.KeepOrganisations);
    }

    private static async Task<IResult> AddAsync(HttpContext http, IFormCollection fields, KeptOrganisations kept, AddOrganisationHandler handler, CancellationToken cancellation)
    {
        var form = new PostedForm(fields);
        var name = form.Text(Fields.Name);
        var facts = await FactsForm.ReadAsync(form, kept, null, cancellation);
        var first = form.Date(Fields.FirstDay);
        return (form.IsValid ? KeepAnswers.Of(form, await handler.HandleAsync(new AddOrganisation.AddOrganisation(kept.Keeper, name, first, facts), cancellation), "added") : null) ?? AddPage(http, form);
    }

    private static IResult AddPage(HttpContext http, PostedForm form) => Html.Page<AddOrganisationPage>(http, new { Form = form }, KeepAnswers.Status(form));

    private static async Task<IResult> GetChangeAsync(string id, HttpContext http, KeptOrganisations kept, CancellationToken cancellation) =>
        await kept.FindAsync(id, cancellation) is { } organisation
            ? ChangePage(http, FactsForm.Of(organisation, await kept.NameOfAsync(organisation.ParentId, cancellation)), About.Of(organisation))
            : TypedResults.NotFound();

    private static async Task<IResult> ChangeAsync(string id, HttpContext http, IFormCollection fields, KeptOrganisations kept, ChangeOrganisationHandler handler, CancellationToken cancellation)
    {
        if (await kept.FindAsync(id, cancellation) is not { } organisation)
        {
            return TypedResults.NotFound();
        }

        var form = new PostedForm(fields);
        var facts = await FactsForm.ReadAsync(form, kept, organisation, cancellation);
        var (first, version) = (new FirstDay(form.Date(Fields.FirstDay)), KeepAnswers.VersionOf(fields));
        return (form.IsValid ? KeepAnswers.Of(form, await handler.HandleAsync(new ChangeOrganisation.ChangeOrganisation(kept.Keeper, id, version, facts, first), cancellation), "changed") : null)
            ?? ChangePage(http, form, About.Of(organisation, version));
    }

    private static IResult ChangePage(HttpContext http, PostedForm form, About organisation) =>
        Html.Page<ChangeOrganisationPage>(http, new { Form = form, Organisation = organisation }, KeepAnswers.Status(form));

    private static async Task<IResult> GetRenameAsync(string id, HttpContext http, KeptOrganisations kept, CancellationToken cancellation) =>
        await kept.FindAsync(id, cancellation) is { } organisation ? RenamePage(http, new PostedForm(), organisation, organisation.Version) : TypedResults.NotFound();

    private static async Task<IResult> RenameAsync(string id, HttpContext http, IFormCollection fields, KeptOrganisations kept, RenameOrganisationHandler handler, CancellationToken cancellation)
    {
        if (await kept.FindAsync(id, cancellation) is not { } organisation)
        {
            return TypedResults.NotFound();
        }

        var (form, version) = (new PostedForm(fields), KeepAnswers.VersionOf(fields));
        var name = form.Text(Fields.Name);
        var day = form.RequiredDate(Fields.FirstDay, Text.DayMissing);
        return (form.IsValid ? KeepAnswers.Of(form, await handler.HandleAsync(new RenameOrganisation.RenameOrganisation(kept.Keeper, id, version, name, day), cancellation), "renamed") : null)
            ?? RenamePage(http, form, organisation, version);
    }

    private static async Task<IResult> TakeNameBackAsync(string id, HttpContext http, IFormCollection fields, KeptOrganisations kept, RenameOrganisationHandler handler, CancellationToken cancellation)
    {
        var (form, version) = (new PostedForm(fields), KeepAnswers.VersionOf(fields));
        var answer = KeepAnswers.Of(form, await handler.HandleAsync(new TakeNameBack(kept.Keeper, id, version), cancellation), "renamed");
        return answer ?? (await kept.FindAsync(id, cancellation) is { } organisation ? RenamePage(http, form, organisation, version) : TypedResults.NotFound());
    }

    private static IResult RenamePage(HttpContext http, PostedForm form, Organisation organisation, long version) => Html.Page<RenameOrganisationPage>(
        http,
        new { Form = form, Organisation = About.Of(organisation, version), LastName = organisation.Names.Count > 1 ? organisation.Names.MaxBy(n => n.FromDay)!.Name : null },
        KeepAnswers.Status(form));
}
