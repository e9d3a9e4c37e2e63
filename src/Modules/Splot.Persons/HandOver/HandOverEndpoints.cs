using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Splot.Contracts.Access;
using Splot.Contracts.Persons;
using Splot.Kernel;
using Splot.Persons.Asking;
using Splot.Persons.SeePerson;
using Splot.Persons.SeePersons;
using Splot.Ui;

namespace Splot.Persons.HandOver;

/// <summary>/{lang}/desk/persons/{id}/hand-over for one record, /{lang}/desk/hand-over for everything that somebody keeps, or for the records that were ticked in a list.</summary>
internal static class HandOverEndpoints
{
    public const string Below = "/hand-over";
    public const string Path = "/desk/hand-over";

    /// <summary>In a form: records that nobody keeps.</summary>
    public const string Nobody = "-";

    public static void MapHandOver(this IEndpointRouteBuilder pages)
    {
        pages.MapGet(SeePersonEndpoints.Path + Below, GetOneAsync).For(Acts.HandOver);
        pages.MapPost(SeePersonEndpoints.Path + Below, PostOneAsync).WithSignedInForm().For(Acts.HandOver);
        pages.MapGet(Path, GetAllAsync).For(Acts.HandOver);
        pages.MapPost(Path, PostAllAsync).WithSignedInForm().For(Acts.HandOver);
        pages.MapPost(SeePersonsEndpoints.Path + "/acts", TickAsync).WithSignedInForm().For(Acts.HandOver);
    }

    private static async Task<IResult> GetOneAsync(string id, HttpContext http, PersonOf persons, Keepers keepers, CancellationToken cancellation) =>
        await persons.FindAsync(id, Acts.HandOver, cancellation) is { } person
            ? Html.Page<HandOverPage>(http, new { Person = person, Form = new PostedForm(), People = await keepers.ForAsync(person.Record, cancellation) })
            : Results.NotFound();

    private static async Task<IResult> PostOneAsync(string id, HttpContext http, IFormCollection fields, PersonOf persons, Keepers keepers, Asker asker, HandOverHandler handler, CancellationToken cancellation)
    {
        if (await persons.FindAsync(id, Acts.HandOver, cancellation) is not { } person)
        {
            return Results.NotFound();
        }

        var (form, people) = (new PostedForm(fields), await keepers.ForAsync(person.Record, cancellation));
        var to = form.RequiredChoice("to", people.Select(p => p.Value!), Text.ChooseKeeper);
        var why = form.Text("why", 500);
        if (form.IsValid && to == person.Record.Keeper)
        {
            form.Reject("to", Text.SameKeeper);
        }

        if (form.IsValid)
        {
            var outcome = await handler.HandleAsync(new HandOver(person.Record.Keeper, to, [new PersonId(id)], await asker.ToAsync(Acts.HandOver, cancellation, why)), cancellation);
            if (Reject(form, outcome) is HandOverOutcome.HandedOver)
            {
                return Answers.To(id, "handed-over");
            }
        }

        return Html.Page<HandOverPage>(http, new { Person = person, Form = form, People = people }, StatusCodes.Status422UnprocessableEntity);
    }

    /// <summary>Records that were ticked in the list, on to the page that asks to whom. Their ids alone go into the address.</summary>
    private static IResult TickAsync(IFormCollection fields)
    {
        var ids = new PostedForm(fields)["id"].Values.Where(v => v.Length == 32 && v.All(char.IsAsciiHexDigitLower)).Distinct(StringComparer.Ordinal).Take(MostTicked).ToList();
        var home = "/" + Languages.Current.Code();
        return TypedResults.LocalRedirect(ids.Count == 0 ? home + SeePersonsEndpoints.Path + "?done=none" : home + Path + "?" + string.Join('&', ids.Select(i => "id=" + i)));
    }

    private static async Task<IResult> GetAllAsync(string[]? id, HttpContext http, Keepers keepers, CancellationToken cancellation) =>
        await PageAsync(http, new PostedForm(), Ticked(id), keepers, null, cancellation);

    private static async Task<IResult> PostAllAsync(HttpContext http, IFormCollection fields, Keepers keepers, Asker asker, HandOverHandler handler, CancellationToken cancellation)
    {
        var form = new PostedForm(fields);
        var ticked = Ticked([.. form["id"].Values]);
        var from = ticked.Count > 0 ? null : form.RequiredChoice("from", (await keepers.WithRecordsAsync(cancellation)).Select(p => p.Value!), Text.ChooseFrom);
        var to = form.RequiredChoice("to", (await keepers.AllAsync(Acts.HandOver, cancellation)).Select(p => p.Value!), Text.ChooseKeeper);
        var why = form.RequiredText("why", Splot.Persons.Text.WhyMissing, 500);
        var command = new HandOver(from == Nobody ? null : from, to, ticked.Count == 0 ? null : ticked, await asker.ToAsync(Acts.HandOver, cancellation, why));
        var done = form.IsValid ? Reject(form, await handler.HandleAsync(command, cancellation)) as HandOverOutcome.HandedOver : null;
        return done is null
            ? await PageAsync(http, form, ticked, keepers, null, cancellation)
            : await PageAsync(http, new PostedForm(), [], keepers, done.Records, cancellation);
    }

    private static async Task<IResult> PageAsync(HttpContext http, PostedForm form, IReadOnlyList<PersonId> ticked, Keepers keepers, int? done, CancellationToken cancellation) => Html.Page<HandOverAllPage>(
        http,
        new { Form = form, Ticked = ticked, From = ticked.Count > 0 ? [] : await keepers.WithRecordsAsync(cancellation), People = await keepers.AllAsync(Acts.HandOver, cancellation), Done = done },
        Answers.Status(form));

    private static IReadOnlyList<PersonId> Ticked(string[]? ids) =>
        [.. (ids ?? []).Where(i => i.Length is > 0 and <= 40).Distinct(StringComparer.Ordinal).Take(MostTicked).Select(i => new PersonId(i))];

    private static HandOverOutcome Reject(PostedForm form, HandOverOutcome outcome)
    {
        if (outcome is HandOverOutcome.SameKeeper)
        {
            form.Reject("to", Text.SameKeeper);
        }
        else if (outcome is HandOverOutcome.MayNotKeep)
        {
            form.Reject("to", Text.MayNotKeep);
        }

        return outcome;
    }

    // As many as a page of the list has.
    private const int MostTicked = 50;
}
