using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Splot.Contracts.Access;
using Splot.Contracts.Persons;
using Splot.Persons.Asking;
using Splot.Persons.SeePerson;
using Splot.Ui;

namespace Splot.Persons.HandOver;

/// <summary>/{lang}/desk/persons/{id}/hand-over for one record, /{lang}/desk/hand-over for everything that somebody keeps.</summary>
internal static class HandOverEndpoints
{
    public const string Below = "/hand-over";
    public const string Path = "/desk/hand-over";

    public static void MapHandOver(this IEndpointRouteBuilder pages)
    {
        pages.MapGet(SeePersonEndpoints.Path + Below, GetOneAsync).For(Acts.HandOver);
        pages.MapPost(SeePersonEndpoints.Path + Below, PostOneAsync).WithSignedInForm().For(Acts.HandOver);
        pages.MapGet(Path, GetAllAsync).For(Acts.HandOver);
        pages.MapPost(Path, PostAllAsync).WithSignedInForm().For(Acts.HandOver);
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

    private static async Task<IResult> GetAllAsync(HttpContext http, Keepers keepers, CancellationToken cancellation) =>
        Html.Page<HandOverAllPage>(http, new { Form = new PostedForm(), People = await keepers.AllAsync(Acts.HandOver, cancellation) });

    private static async Task<IResult> PostAllAsync(HttpContext http, IFormCollection fields, Keepers keepers, Asker asker, HandOverHandler handler, CancellationToken cancellation)
    {
        var (form, people) = (new PostedForm(fields), await keepers.AllAsync(Acts.HandOver, cancellation));
        var (from, to) = (form.RequiredChoice("from", people.Select(p => p.Value!), Text.ChooseFrom), form.RequiredChoice("to", people.Select(p => p.Value!), Text.ChooseKeeper));
        var why = form.RequiredText("why", Splot.Persons.Text.WhyMissing, 500);
        var done = form.IsValid ? Reject(form, await handler.HandleAsync(new HandOver(from, to, null, await asker.ToAsync(Acts.HandOver, cancellation, why)), cancellation)) as HandOverOutcome.HandedOver : null;
        return done is null
            ? Html.Page<HandOverAllPage>(http, new { Form = form, People = people }, StatusCodes.Status422UnprocessableEntity)
            : Html.Page<HandOverAllPage>(http, new { Form = new PostedForm(), People = people, Done = (int?)done.Records });
    }

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
}

/// <summary>Who could keep records.</summary>
internal sealed class Keepers(Asker asker, IAccounts accounts)
{
    /// <summary>Of one record.</summary>
    public async Task<IReadOnlyList<Choice>> ForAsync(PersonRecord person, CancellationToken cancellation) =>
        [.. (await accounts.WhoMayAsync(Acts.KeepPersons, new RecordPlace(person.Organisation, person.Unit), cancellation)).Select(c => new Choice(c.Id, c.Name))];

    /// <summary>Anywhere in the places in which the asker has a role that opens an act.</summary>
    public async Task<IReadOnlyList<Choice>> AllAsync(Act act, CancellationToken cancellation)
    {
        var found = new List<Colleague>();
        foreach (var place in asker.RolesFor(act).Where(r => r.Organisation is not null).Select(r => (r.Organisation, r.Unit)).Distinct())
        {
            found.AddRange(await accounts.WhoMayAsync(Acts.KeepPersons, new RecordPlace(place.Organisation, place.Unit), cancellation));
        }

        return [.. found.DistinctBy(c => c.Id, StringComparer.Ordinal).OrderBy(c => c.Name, StringComparer.CurrentCulture).ThenBy(c => c.Id, StringComparer.Ordinal).Select(c => new Choice(c.Id, c.Name))];
    }
}
