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

    private static async Task<IResult> GetAsync(string id, HttpContext http, PersonOf persons, IAccounts accounts, CancellationToken cancellation) =>
        await persons.FindAsync(id, Acts.RestrictPersons, cancellation) is { } person ? await PageAsync(http, person, new PostedForm(), accounts, cancellation) : Results.NotFound();

    private static async Task<IResult> PostAsync(string id, HttpContext http, IFormCollection fields, PersonOf persons, Asker asker, IAccounts accounts, RestrictPersonHandler handler, CancellationToken cancellation)
    {
        if (await persons.FindAsync(id, Acts.RestrictPersons, cancellation) is not { } person)
        {
            return Results.NotFound();
        }

        var form = new PostedForm(fields);
        var restrict = form.RequiredChoice("restricted", ["yes", "no"], Text.Choose) == "yes";
        var named = form.Choices("named", (await OthersAsync(person, accounts, cancellation)).Select(c => c.Id));
        var why = form.RequiredText("why", Splot.Persons.Text.WhyMissing, 500);
        if (form.IsValid && restrict && named.Count == 0)
        {
            form.Reject("named", Text.NameSomebody);
        }

        if (!form.IsValid)
        {
            return await PageAsync(http, person, form, accounts, cancellation);
        }

        var outcome = await handler.HandleAsync(new RestrictPerson(new PersonId(id), PersonOf.Version(form), restrict, named, await asker.ToAsync(Acts.RestrictPersons, cancellation, why)), cancellation);
        // Who hides a record and does not name themselves no longer sees its page.
        return outcome is ChangeOutcome.Changed && restrict && !named.Contains(asker.Account, StringComparer.Ordinal)
            ? TypedResults.LocalRedirect("/" + Languages.Current.Code() + SeePersonsEndpoints.Path)
            : Answers.Of(outcome, id, "changed", form) ?? await PageAsync(http, person, form, accounts, cancellation);
    }

    private static Task<IReadOnlyList<Colleague>> OthersAsync(FormPerson person, IAccounts accounts, CancellationToken cancellation) =>
        accounts.WhoMayAsync(Acts.SeePersons, new RecordPlace(person.Record.Organisation, person.Record.Unit, person.Record.Keeper), cancellation);

    private static async Task<IResult> PageAsync(HttpContext http, FormPerson person, PostedForm form, IAccounts accounts, CancellationToken cancellation) => Html.Page<RestrictPersonPage>(
        http, new { Person = person, Form = form, People = (IReadOnlyList<Choice>)[.. (await OthersAsync(person, accounts, cancellation)).Select(c => new Choice(c.Id, c.Name))] }, Answers.Status(form));
}
