using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Splot.Contracts.Access;
using Splot.Contracts.Persons;
using Splot.Persons.Asking;
using Splot.Persons.SeePerson;
using Splot.Ui;

namespace Splot.Persons.RetainPerson;

/// <summary>/{lang}/desk/persons/{id}/retain: until when the record is kept, and whether it may be erased at all.</summary>
internal static class RetainPersonEndpoints
{
    public const string Below = "/retain";

    public static void MapRetainPerson(this IEndpointRouteBuilder pages)
    {
        pages.MapGet(SeePersonEndpoints.Path + Below, GetAsync).For(Acts.AnswerSubjects);
        pages.MapPost(SeePersonEndpoints.Path + Below, PostAsync).WithSignedInForm().For(Acts.AnswerSubjects);
    }

    private static async Task<IResult> GetAsync(string id, HttpContext http, PersonOf persons, CancellationToken cancellation)
    {
        if (await persons.FindAsync(id, Acts.AnswerSubjects, cancellation) is not { } person)
        {
            return Results.NotFound();
        }

        var values = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal) { ["hold"] = person.Record.LegalHold ? ["yes"] : [] };
        if (person.Record.RetainUntil is { } until)
        {
            foreach (var (part, number) in new[] { ("day", until.Day), ("month", until.Month), ("year", until.Year) })
            {
                values["until-" + part] = [number.ToString(System.Globalization.CultureInfo.InvariantCulture)];
            }
        }

        return Page(http, person, new PostedForm(values));
    }

    private static async Task<IResult> PostAsync(string id, HttpContext http, IFormCollection fields, PersonOf persons, Asker asker, RetainPersonHandler handler, ChangeAnswers answers, CancellationToken cancellation)
    {
        if (await persons.FindAsync(id, Acts.AnswerSubjects, cancellation) is not { } person)
        {
            return Results.NotFound();
        }

        var form = new PostedForm(fields);
        var (until, hold, why) = (form.Date("until"), form.Ticked("hold"), form.RequiredText("why", Splot.Persons.Text.WhyMissing, 500));
        if (!form.IsValid)
        {
            return Page(http, person, form);
        }

        var command = new RetainPerson(new PersonId(id), PersonOf.Version(form), until, hold, await asker.ToAsync(Acts.AnswerSubjects, cancellation, why));
        return await answers.OfAsync(await handler.HandleAsync(command, cancellation), id, "changed", form, cancellation) ?? Page(http, person, form);
    }

    private static IResult Page(HttpContext http, FormPerson person, PostedForm form) => Html.Page<RetainPersonPage>(http, new { Person = person, Form = form }, Answers.Status(form));
}
