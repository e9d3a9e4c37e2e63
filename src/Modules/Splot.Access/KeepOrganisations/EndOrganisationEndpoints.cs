using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Splot.Access.EndOrganisation;
using Splot.Access.Organisations;
using Splot.Access.SeeOrganisations;
using Splot.Contracts.Access;
using Splot.Ui;

namespace Splot.Access.KeepOrganisations;

/// <summary>/{lang}/desk/organisations/{id}/merge, …/close and …/reopen.</summary>
internal static class EndOrganisationEndpoints
{
    private const string One = SeeOrganisationsEndpoints.Path + "/{id}";

    public static void MapEndOrganisation(this IEndpointRouteBuilder pages)
    {
        pages.MapGet(One + "/merge", (string id, HttpContext http, KeptOrganisations kept, CancellationToken cancellation) => GetAsync(id, kept, (form, o) => MergePage(http, form, o, kept), cancellation)).For(Acts.MergeOrganisations);
        pages.MapPost(One + "/merge", MergeAsync).WithSignedInForm().For(Acts.MergeOrganisations);
        pages.MapGet(One + "/close", (string id, HttpContext http, KeptOrganisations kept, CancellationToken cancellation) => GetAsync(id, kept, (form, o) => Page<CloseOrganisationPage>(http, form, o), cancellation)).For(Acts.KeepOrganisations);
        pages.MapPost(One + "/close", CloseAsync).WithSignedInForm().For(Acts.KeepOrganisations);
        pages.MapGet(One + "/reopen", (string id, HttpContext http, KeptOrganisations kept, CancellationToken cancellation) => GetAsync(id, kept, (form, o) => Page<ReopenOrganisationPage>(http, form, o), cancellation)).For(Acts.MergeOrganisations);
        pages.MapPost(One + "/reopen", ReopenAsync).WithSignedInForm().For(Acts.MergeOrganisations);
    }

    private static async Task<IResult> GetAsync(string id, KeptOrganisations kept, Func<PostedForm, About, IResult> page, CancellationToken cancellation) =>
        await kept.FindAsync(id, cancellation) is { } organisation ? page(new PostedForm(), About.Of(organisation)) : TypedResults.NotFound();

    private static async Task<IResult> MergeAsync(string id, HttpContext http, IFormCollection fields, KeptOrganisations kept, EndOrganisationHandler handler, CancellationToken cancellation)
    {
        if (await kept.FindAsync(id, cancellation) is not { } organisation)
        {
            return TypedResults.NotFound();
        }

        var (form, version) = (new PostedForm(fields), KeepAnswers.VersionOf(fields));
        var into = await kept.MeantAsync(form, Fields.Into, null, cancellation);
        var last = form.RequiredDate(Fields.LastDay, Text.DayMissing);
        var note = form.Lines(Fields.Note, EndOrganisationHandler.LongestNote);
        var command = new MergeOrganisations(kept.Merger, id, version, into, last, note, form.Ticked(Fields.Units), form.Ticked(Fields.Roles));
        return (form.IsValid ? KeepAnswers.Of(form, await handler.HandleAsync(command, cancellation), "ended") : null) ?? MergePage(http, form, About.Of(organisation, version), kept);
    }

    private static Task<IResult> CloseAsync(string id, HttpContext http, IFormCollection fields, KeptOrganisations kept, EndOrganisationHandler handler, CancellationToken cancellation) =>
        PostAsync(id, http, fields, kept, "ended", async (form, version) =>
        {
            var last = form.RequiredDate(Fields.LastDay, Text.DayMissing);
            var note = form.RequiredLines(Fields.Note, Text.NoteMissing, EndOrganisationHandler.LongestNote);
            return form.IsValid ? await handler.HandleAsync(new CloseOrganisation(kept.Keeper, id, version, last, note), cancellation) : null;
        }, (form, o) => Page<CloseOrganisationPage>(http, form, o), cancellation);

    private static Task<IResult> ReopenAsync(string id, HttpContext http, IFormCollection fields, KeptOrganisations kept, EndOrganisationHandler handler, CancellationToken cancellation) =>
        PostAsync(id, http, fields, kept, "reopened", async (form, version) =>
        {
            var note = form.RequiredLines(Fields.Note, Text.NoteMissing, EndOrganisationHandler.LongestNote);
            return form.IsValid ? await handler.HandleAsync(new ReopenOrganisation(kept.Merger, id, version, note), cancellation) : null;
        }, (form, o) => Page<ReopenOrganisationPage>(http, form, o), cancellation);

    private static async Task<IResult> PostAsync(
        string id, HttpContext http, IFormCollection fields, KeptOrganisations kept, string done, Func<PostedForm, long, Task<KeepOutcome?>> act, Func<PostedForm, About, IResult> page, CancellationToken cancellation)
    {
        if (await kept.FindAsync(id, cancellation) is not { } organisation)
        {
            return TypedResults.NotFound();
        }

        var (form, version) = (new PostedForm(fields), KeepAnswers.VersionOf(fields));
        return (await act(form, version) is { } outcome ? KeepAnswers.Of(form, outcome, done) : null) ?? page(form, About.Of(organisation, version));
    }

    private static IResult MergePage(HttpContext http, PostedForm form, About organisation, KeptOrganisations kept) => Html.Page<MergeOrganisationPage>(
        http,
        new { Form = form, Organisation = organisation, MovesRoles = kept.MayMoveRoles },
        KeepAnswers.Status(form));

    private static IResult Page<TPage>(HttpContext http, PostedForm form, About organisation)
        where TPage : Microsoft.AspNetCore.Components.IComponent => Html.Page<TPage>(http, new { Form = form, Organisation = organisation }, KeepAnswers.Status(form));
}
