using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Splot.Contracts.Access;
using Splot.Contracts.Persons;
using Splot.Persons.Asking;
using Splot.Persons.SeePerson;
using Splot.Ui;

namespace Splot.Persons.RecordTraits;

/// <summary>/{lang}/desk/persons/{id}/traits: answers about special categories of data; refusing is an answer.</summary>
internal static class RecordTraitsEndpoints
{
    public const string Below = "/traits";

    /// <summary>The answers as they are sent.</summary>
    public static IReadOnlyList<(string Code, TraitAnswer Answer)> Answered { get; } =
        [("yes", TraitAnswer.Yes), ("no", TraitAnswer.No), ("refused", TraitAnswer.Refused), ("unknown", TraitAnswer.Unknown)];

    public static void MapRecordTraits(this IEndpointRouteBuilder pages)
    {
        pages.MapGet(SeePersonEndpoints.Path + Below, GetAsync).For(Acts.KeepTraits);
        pages.MapPost(SeePersonEndpoints.Path + Below, PostAsync).WithSignedInForm().For(Acts.KeepTraits);
    }

    private static async Task<IResult> GetAsync(string id, HttpContext http, PersonOf persons, CancellationToken cancellation) =>
        await persons.FindAsync(id, Acts.KeepTraits, cancellation) is { } person
            ? Page(http, person, new PostedForm(person.Traits.ToDictionary(t => t.Key, t => (IReadOnlyList<string>)[Answered.First(a => a.Answer == t.Value).Code], StringComparer.Ordinal)))
            : Results.NotFound();

    private static async Task<IResult> PostAsync(string id, HttpContext http, IFormCollection fields, PersonOf persons, Asker asker, RecordTraitsHandler handler, ChangeAnswers outcomes, CancellationToken cancellation)
    {
        if (await persons.FindAsync(id, Acts.KeepTraits, cancellation) is not { } person)
        {
            return Results.NotFound();
        }

        var form = new PostedForm(fields);
        var answers = PersonWords.Traits.Select(t => (t, form.Choice(t, Answered.Select(a => a.Code)))).Where(a => a.Item2 is not null)
            .ToDictionary(a => a.t, a => Answered.First(x => x.Code == a.Item2).Answer, StringComparer.Ordinal);
        if (!form.IsValid)
        {
            return Page(http, person, form);
        }

        var command = new RecordTraits(new PersonId(id), PersonOf.Version(form), answers, await asker.ToAsync(Acts.KeepTraits, cancellation));
        return await outcomes.OfAsync(await handler.HandleAsync(command, cancellation), id, "changed", form, cancellation) ?? Page(http, person, form);
    }

    private static IResult Page(HttpContext http, FormPerson person, PostedForm form) => Html.Page<RecordTraitsPage>(http, new { Person = person, Form = form }, Answers.Status(form));
}
