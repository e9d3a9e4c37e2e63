using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Splot.Contracts.Access;
using Splot.Contracts.Persons;
using Splot.Kernel;
using Splot.Persons.Asking;
using Splot.Persons.SeePerson;
using Splot.Persons.SeePersons;
using Splot.Persons.Vault;
using Splot.Ui;

namespace Splot.Persons.RestrictPerson;

/// <summary>/{lang}/desk/persons/{id}/restrict: hides a record from all but named people, or shows it again.</summary>
internal static class RestrictPersonEndpoints
{
    public const string Below = "/restrict";

    public static void MapRestrictPerson(this IEndpointRouteBuilder pages)
    {
        pages.MapGet(SeePersonEndpoints.Path + Below, GetAsync).For(Acts.RestrictPersons);
        pages.MapPost(SeePersonEndpoints.Path + Below, PostAsync).WithSignedInForm().For(Acts.RestrictPersons);
    }

    private static async Task<IResult> GetAsync(string id, HttpContext http, PersonOf persons, NamedPeople people, CancellationToken cancellation)
    {
        if (await persons.FindAsync(id, Acts.RestrictPersons, cancellation) is not { } person)
        {
            return Results.NotFound();
        }

        var (choices, named) = await people.OfAsync(person.Record, cancellation);
        return Page(http, person, choices, person.Record.Restricted ? new PostedForm(new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal) { ["restricted"] = ["yes"], ["named"] = named }) : new PostedForm());
    }

    private static async Task<IResult> PostAsync(string id, HttpContext http, IFormCollection fields, PersonOf persons, Asker asker, NamedPeople people, RestrictPersonHandler handler, ChangeAnswers answers, CancellationToken cancellation)
    {
        if (await persons.FindAsync(id, Acts.RestrictPersons, cancellation) is not { } person)
        {
            return Results.NotFound();
        }

        var form = new PostedForm(fields);
        var (choices, _) = await people.OfAsync(person.Record, cancellation);
        var restrict = form.RequiredChoice("restricted", ["yes", "no"], Text.Choose) == "yes";
        var named = form.Choices("named", choices.Select(c => c.Value!));
        var why = form.RequiredText("why", Splot.Persons.Text.WhyMissing, 500);
        if (form.IsValid && restrict && named.Count == 0)
        {
            form.Reject("named", Text.NameSomebody);
        }

        if (form.IsValid && restrict && await people.LiftersAsync(person.Record, cancellation) is var lifters && !lifters.Any(l => named.Contains(l.Id, StringComparer.Ordinal)))
        {
            form.Reject("named", Text.NameLifter(string.Join(", ", lifters.Select(l => l.Name))));
        }

        if (!form.IsValid)
        {
            return Page(http, person, choices, form);
        }

        var outcome = await handler.HandleAsync(new RestrictPerson(new PersonId(id), PersonOf.Version(form), restrict, named, await asker.ToAsync(Acts.RestrictPersons, cancellation, why)), cancellation);
        // Who hides a record and does not name themselves no longer sees its page.
        return outcome is ChangeOutcome.Changed && restrict && !named.Contains(asker.Account, StringComparer.Ordinal)
            ? TypedResults.LocalRedirect("/" + Languages.Current.Code() + SeePersonsEndpoints.Path)
            : await answers.OfAsync(outcome, id, "changed", form, cancellation) ?? Page(http, person, choices, form);
    }

    private static IResult Page(HttpContext http, FormPerson person, IReadOnlyList<Choice> people, PostedForm form) =>
        Html.Page<RestrictPersonPage>(http, new { Person = person, Form = form, People = people }, Answers.Status(form));
}
