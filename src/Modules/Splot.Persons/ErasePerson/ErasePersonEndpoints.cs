using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Splot.Contracts.Access;
using Splot.Kernel;
using Splot.Persons.Asking;
using Splot.Persons.KeepRequests;
using Splot.Persons.SeePerson;
using Splot.Persons.SeePersons;
using Splot.Persons.Vault;
using Splot.Ui;

namespace Splot.Persons.ErasePerson;

/// <summary>/{lang}/desk/persons/{id}/erase: erases a person, because they asked or because nobody is owed the record any more.</summary>
internal static class ErasePersonEndpoints
{
    public const string Below = "/erase";

    public static void MapErasePerson(this IEndpointRouteBuilder pages)
    {
        pages.MapGet(SeePersonEndpoints.Path + Below, GetAsync).For(Acts.AnswerSubjects);
        pages.MapPost(SeePersonEndpoints.Path + Below, PostAsync).WithSignedInForm().For(Acts.AnswerSubjects);
    }

    private static async Task<IResult> GetAsync(string id, string? request, HttpContext http, PersonOf persons, CancellationToken cancellation) =>
        await persons.FindAsync(id, Acts.AnswerSubjects, cancellation) is { } person ? Page(http, person, new PostedForm(), request) : Results.NotFound();

    private static async Task<IResult> PostAsync(string id, HttpContext http, IFormCollection fields, PersonOf persons, Asker asker, ErasePersonHandler handler, CancellationToken cancellation)
    {
        if (await persons.FindAsync(id, Acts.AnswerSubjects, cancellation) is not { } person)
        {
            return Results.NotFound();
        }

        var form = new PostedForm(fields);
        var (why, request) = (form.RequiredText("why", Splot.Persons.Text.WhyMissing, 500), form.Text("request", 40));
        if (!form.Ticked("sure"))
        {
            form.Reject("sure", Text.SureMissing);
        }

        if (form.IsValid)
        {
            switch (await handler.HandleAsync(new ErasePerson(person.Record.Id, PersonOf.Version(form), form.Ticked("despite"), await asker.ToAsync(Acts.AnswerSubjects, cancellation, why)), cancellation))
            {
                case ErasePersonOutcome.Erased:
                    var home = "/" + Languages.Current.Code();
                    return TypedResults.LocalRedirect(request is { Length: 32 } && request.All(char.IsAsciiHexDigitLower) ? home + RequestEndpoints.Path + "/" + request + "?done=erased" : home + SeePersonsEndpoints.Path + "?done=erased");
                case ErasePersonOutcome.Held:
                    form.Reject("", Text.Held);
                    break;
                case ErasePersonOutcome.Retained retained:
                    form.Reject("despite", Text.Retained(PersonWords.Day(retained.Until)));
                    break;
                case ErasePersonOutcome.Refused { Why: ChangeOutcome.StandsUnder }:
                    form.Reject("", Splot.Persons.Text.StandsUnder);
                    break;
                default:
                    form.Reject("", Splot.Persons.Text.Superseded);
                    form.Renew("version", person.VersionOf(new PostedForm()));
                    break;
            }
        }

        return Page(http, person, form, request);
    }

    private static IResult Page(HttpContext http, FormPerson person, PostedForm form, string? request) =>
        Html.Page<ErasePersonPage>(http, new { Person = person, Form = form, Request = request }, Answers.Status(form));
}
