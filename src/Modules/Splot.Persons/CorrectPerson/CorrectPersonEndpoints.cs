using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Splot.Contracts.Access;
using Splot.Contracts.Persons;
using Splot.Persons.Asking;
using Splot.Persons.Identity;
using Splot.Persons.SeePerson;
using Splot.Ui;

namespace Splot.Persons.CorrectPerson;

/// <summary>/{lang}/desk/persons/{id}/correct: what is recorded of who somebody is, put right.</summary>
internal static class CorrectPersonEndpoints
{
    public const string Below = "/correct";

    public static void MapCorrectPerson(this IEndpointRouteBuilder pages)
    {
        pages.MapGet(SeePersonEndpoints.Path + Below, GetAsync).For(Acts.KeepPersons);
        pages.MapPost(SeePersonEndpoints.Path + Below, PostAsync).WithSignedInForm().For(Acts.KeepPersons);
    }

    private static async Task<IResult> GetAsync(string id, HttpContext http, PersonOf persons, CancellationToken cancellation) =>
        await persons.FindAsync(id, Acts.KeepPersons, cancellation) is { } person ? Page(http, person, IdentityPosted.Fill(person.Record.Identity)) : Results.NotFound();

    private static async Task<IResult> PostAsync(string id, HttpContext http, IFormCollection fields, PersonOf persons, Asker asker, CorrectPersonHandler handler, ChangeAnswers answers, TimeProvider clock, CancellationToken cancellation)
    {
        if (await persons.FindAsync(id, Acts.KeepPersons, cancellation) is not { } person)
        {
            return Results.NotFound();
        }

        var form = new PostedForm(fields);
        var identity = IdentityPosted.Read(form, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime));
        var why = form.RequiredText("why", Splot.Persons.Text.WhyMissing, 500);
        if (!form.IsValid)
        {
            return Page(http, person, form);
        }

        // What the form does not ask for stays as it is.
        identity = identity with { Contact = identity.Contact is { } contact ? contact with { UnitCode = person.Record.Identity.Contact?.UnitCode } : null };
        var command = new CorrectPerson(new PersonId(id), PersonOf.Version(form), identity, await asker.ToAsync(Acts.KeepPersons, cancellation, why));
        return await answers.OfAsync(await handler.HandleAsync(command, cancellation), id, "changed", form, cancellation) ?? Page(http, person, form);
    }

    private static IResult Page(HttpContext http, FormPerson person, PostedForm form) => Html.Page<CorrectPersonPage>(http, new { Person = person, Form = form }, Answers.Status(form));
}
