using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Splot.Contracts.Access;
using Splot.Contracts.Persons;
using Splot.Kernel;
using Splot.Persons.Asking;
using Splot.Persons.InformSubject;
using Splot.Persons.SeePerson;
using Splot.Ui;

namespace Splot.Persons.KeepConsents;

/// <summary>/{lang}/desk/persons/{id}/consents: clauses given, consents given and withdrawn.</summary>
internal static class ConsentEndpoints
{
    public const string Below = "/consents";
    private const int LongestChoice = 80;

    public static void MapConsents(this IEndpointRouteBuilder pages)
    {
        pages.MapGet(SeePersonEndpoints.Path + Below, GetAsync).For(Acts.KeepPersons);
        pages.MapPost(SeePersonEndpoints.Path + Below, PostAsync).WithSignedInForm().For(Acts.KeepPersons);
    }

    private static Task<IResult> GetAsync(string id, string? done, HttpContext http, Asker asker, PersonOf persons, ReadConsentsHandler read, CancellationToken cancellation) =>
        PageAsync(id, http, new PostedForm(), asker, persons, read, done is not null, cancellation);

    private static async Task<IResult> PostAsync(
        string id, HttpContext http, IFormCollection fields, Asker asker, PersonOf persons, ReadConsentsHandler read, InformSubjectHandler inform, KeepConsentsHandler consents, TimeProvider clock, CancellationToken cancellation)
    {
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        var (form, by, person) = (new PostedForm(fields), await asker.ToAsync(Acts.KeepPersons, cancellation), new PersonId(id));
        var isDone = form["do"].Value switch
        {
            "inform" => await InformAsync(form, person, by, inform, cancellation),
            "withdraw" => await WithdrawAsync(form, person, by, today, consents, cancellation),
            _ => await ConsentAsync(form, person, by, today, consents, cancellation),
        };
        return isDone
            ? TypedResults.LocalRedirect("/" + Languages.Current.Code() + SeePersonEndpoints.Of(id, Below) + "?done=yes")
            : await PageAsync(id, http, form, asker, persons, read, isDone: false, cancellation);
    }

    private static async Task<bool> InformAsync(PostedForm form, PersonId person, Model.Doer by, InformSubjectHandler handler, CancellationToken cancellation)
    {
        var given = form.RequiredText("clause", Text.ChooseClause, LongestChoice).Split('/');
        if (!form.IsValid || given.Length != 3 || !IsNumber(given[1], out var version) || Languages.Parse(given[2]) is not { } language)
        {
            form.Reject("clause", Text.ChooseClause);
            return false;
        }

        if (await handler.HandleAsync(new InformSubject.InformSubject(person, given[0], language, by, version), cancellation) is InformSubjectOutcome.Informed)
        {
            return true;
        }

        form.Reject("clause", Text.NoSuchClause);
        return false;
    }

    private static async Task<bool> ConsentAsync(PostedForm form, PersonId person, Model.Doer by, DateOnly today, KeepConsentsHandler handler, CancellationToken cancellation)
    {
        var (purpose, on) = (form.RequiredText("purpose", Text.ChoosePurpose, LongestChoice), form.RequiredDate("given", Text.GivenMissing));
        Days.RejectFuture(form, "given", on, today);
        var clause = form.RequiredText("onClause", Text.ChooseClause, LongestChoice).Split('/');
        if (!form.IsValid)
        {
            return false;
        }

        if (clause.Length != 2 || !IsNumber(clause[1], out var version))
        {
            form.Reject("onClause", Text.ChooseClause);
            return false;
        }

        switch (await handler.HandleAsync(new RecordConsent(person, purpose, clause[0], version, on, by), cancellation))
        {
            case ConsentOutcome.Recorded:
                return true;
            case ConsentOutcome.GivenBefore:
                form.Reject("purpose", Text.GivenBefore);
                return false;
            default:
                form.Reject("purpose", Text.NotOnThatDay);
                return false;
        }
    }

    private static async Task<bool> WithdrawAsync(PostedForm form, PersonId person, Model.Doer by, DateOnly today, KeepConsentsHandler handler, CancellationToken cancellation)
    {
        var (consent, on) = (form.Text("consent", 40) ?? "", form.RequiredDate("withdrawn", Text.WithdrawnMissing));
        Days.RejectFuture(form, "withdrawn", on, today);
        if (!form.IsValid)
        {
            return false;
        }

        if (await handler.HandleAsync(new WithdrawConsent(person, consent, on, by), cancellation) is ConsentOutcome.Recorded)
        {
            return true;
        }

        form.Reject("withdrawn", Text.NotOpen);
        return false;
    }

    private static bool IsNumber(string typed, out long number) => long.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out number);

    private static async Task<IResult> PageAsync(string id, HttpContext http, PostedForm form, Asker asker, PersonOf persons, ReadConsentsHandler read, bool isDone, CancellationToken cancellation)
    {
        var by = await asker.ToAsync(Acts.KeepPersons, cancellation);
        return await persons.FindAsync(id, Acts.KeepPersons, cancellation) is { } person && await read.HandleAsync(new ReadConsents(new PersonId(id), by), cancellation) is { } book
            ? Html.Page<ConsentsPage>(http, new { Person = person, Book = book, Form = form, Done = isDone }, Answers.Status(form))
            : Results.NotFound();
    }
}
