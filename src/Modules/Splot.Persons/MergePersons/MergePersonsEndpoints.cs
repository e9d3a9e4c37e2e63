using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Splot.Contracts.Access;
using Splot.Contracts.Persons;
using Splot.Persons.Asking;
using Splot.Persons.FindDuplicates;
using Splot.Persons.SeePerson;
using Splot.Persons.Vault;
using Splot.Ui;

namespace Splot.Persons.MergePersons;

/// <summary>/{lang}/desk/persons/{id}/duplicates, …/merge, …/undo: who may be the same, two records beside each other, and parting them again.</summary>
internal static class MergePersonsEndpoints
{
    public static void MapMergePersons(this IEndpointRouteBuilder pages)
    {
        pages.MapGet(SeePersonEndpoints.Path + "/duplicates", DuplicatesAsync).For(Acts.SeePersons);
        pages.MapGet(SeePersonEndpoints.Path + "/merge", GetAsync).For(Acts.MergePersons);
        pages.MapPost(SeePersonEndpoints.Path + "/merge", PostAsync).WithSignedInForm().For(Acts.MergePersons);
        pages.MapGet(SeePersonEndpoints.Path + "/undo", GetUndoAsync).For(Acts.MergePersons);
        pages.MapPost(SeePersonEndpoints.Path + "/undo", PostUndoAsync).WithSignedInForm().For(Acts.MergePersons);
    }

    private static async Task<IResult> DuplicatesAsync(string id, HttpContext http, PersonOf persons, Asker asker, FindDuplicatesHandler find, DuplicateModel model, CancellationToken cancellation)
    {
        if (await persons.FindAsync(id, Acts.SeePersons, cancellation) is not { } person)
        {
            return Results.NotFound();
        }

        var hints = await find.HandleAsync(new FindDuplicates.FindDuplicates(person.Record.Identity, await asker.ToAsync(Acts.SeePersons, cancellation), person.Record.Id), cancellation);
        return Html.Page<DuplicatesPage>(http, new { Person = person, Hints = await model.OfAsync(hints, cancellation), CanMerge = asker.May(Acts.MergePersons) });
    }

    private static async Task<IResult> GetAsync(string id, string? with, HttpContext http, PersonOf persons, NameBook book, CancellationToken cancellation) =>
        await TwoAsync(id, with, persons, cancellation) is { } two ? await PageAsync(http, two, new PostedForm(), book, cancellation) : Results.NotFound();

    private static async Task<IResult> PostAsync(
        string id, HttpContext http, IFormCollection fields, PersonOf persons, Asker asker, MergePersonsHandler merge, CallDistinctHandler distinct, NameBook book, CancellationToken cancellation)
    {
        var form = new PostedForm(fields);
        if (await TwoAsync(id, form.Text("with", 40), persons, cancellation) is not { } two)
        {
            return Results.NotFound();
        }

        var (one, other) = (two.One.Record, two.Other.Record);
        if (form.RequiredChoice("same", ["yes", "no"], Text.ChooseSame) == "no")
        {
            await distinct.HandleAsync(new CallDistinct(one.Id, other.Id, await asker.ToAsync(Acts.MergePersons, cancellation, form.Text("why", 500))), cancellation);
            return Answers.To(id, "changed");
        }

        var stays = form.RequiredChoice("stays", [one.Id.Value, other.Id.Value], Text.ChooseStays);
        var chosen = MergeChoice.Read(form, one.Identity, other.Identity);
        var why = form.RequiredText("why", Splot.Persons.Text.WhyMissing, 500);
        if (!form.IsValid)
        {
            return await PageAsync(http, two, form, book, cancellation);
        }

        var (survivor, absorbed) = stays == one.Id.Value ? (one, other) : (other, one);
        var command = new MergePersons(
            survivor.Id, VersionOf(form, survivor, one), absorbed.Id, VersionOf(form, absorbed, one), chosen, await asker.ToAsync(Acts.MergePersons, cancellation, why));
        switch (await merge.HandleAsync(command, cancellation))
        {
            case MergePersonsOutcome.Merged:
                return Answers.To(survivor.Id.Value, "merged");
            case MergePersonsOutcome.Refused { Why: ChangeOutcome.Unknown }:
                return Results.NotFound();
            case MergePersonsOutcome.Refused { Why: ChangeOutcome.StandsUnder }:
                form.Reject("", Splot.Persons.Text.StandsUnder);
                break;
            default:
                form.Reject("", Splot.Persons.Text.Superseded);
                break;
        }

        return await PageAsync(http, two, form, book, cancellation);
    }

    private static async Task<IResult> GetUndoAsync(string id, string? merge, HttpContext http, PersonOf persons, CancellationToken cancellation) =>
        await persons.FindAsync(id, Acts.MergePersons, cancellation) is { } person ? UndoPage(http, person, merge ?? "", new PostedForm()) : Results.NotFound();

    private static async Task<IResult> PostUndoAsync(string id, HttpContext http, IFormCollection fields, PersonOf persons, Asker asker, UndoMergeHandler handler, CancellationToken cancellation)
    {
        if (await persons.FindAsync(id, Acts.MergePersons, cancellation) is not { } person)
        {
            return Results.NotFound();
        }

        var form = new PostedForm(fields);
        var (merge, why) = (form.Text("merge", 40) ?? "", form.RequiredText("why", Splot.Persons.Text.WhyMissing, 500));
        if (!form.IsValid)
        {
            return UndoPage(http, person, merge, form);
        }

        switch (await handler.HandleAsync(new UndoMerge(merge, form.Ticked("discard"), form.Ticked("two"), await asker.ToAsync(Acts.MergePersons, cancellation, why)), cancellation))
        {
            case UndoMergeOutcome.Undone undone:
                return Answers.To(undone.Survivor.Value, "parted");
            case UndoMergeOutcome.Unknown:
                return Results.NotFound();
            case UndoMergeOutcome.ChangedSince:
                form.Reject("discard", Text.ChangedSince);
                break;
            case UndoMergeOutcome.LaterMerge:
                form.Reject("", Text.LaterMerge);
                break;
            default:
                form.Reject("", Text.AlreadyUndone);
                break;
        }

        return UndoPage(http, person, merge, form);
    }

    private static async Task<(FormPerson One, FormPerson Other)?> TwoAsync(string id, string? with, PersonOf persons, CancellationToken cancellation) =>
        with is not null && with != id && await persons.FindAsync(id, Acts.MergePersons, cancellation) is { } one && await persons.FindAsync(with, Acts.MergePersons, cancellation) is { } other ? (one, other) : null;

    // Each record's version as it stood on the page that was decided on.
    private static long VersionOf(PostedForm form, PersonRecord record, PersonRecord one) =>
        long.TryParse(form[record.Id == one.Id ? "version" : "versionOther"].Value, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var version) ? version : 0;

    private static async Task<IResult> PageAsync(HttpContext http, (FormPerson One, FormPerson Other) two, PostedForm form, NameBook book, CancellationToken cancellation)
    {
        PersonRecord[] both = [two.One.Record, two.Other.Record];
        var names = await book.OfAsync(both.Select(p => p.Organisation), both.Select(p => p.Keeper), cancellation);
        return Html.Page<MergePersonsPage>(
            http,
            new
            {
                two.One,
                two.Other,
                Form = form,
                Places = (IReadOnlyList<string>)[.. both.Select(p => string.Join(", ", new[] { names.Place(p.Organisation), names.Place(p.Unit) }.OfType<string>()))],
                Keepers = (IReadOnlyList<string>)[.. both.Select(p => names.Person(p.Keeper) ?? Splot.Persons.Text.NotRecorded)],
            },
            Answers.Status(form));
    }

    private static IResult UndoPage(HttpContext http, FormPerson person, string merge, PostedForm form) => Html.Page<UndoMergePage>(http, new { Person = person, Merge = merge, Form = form }, Answers.Status(form));
}
