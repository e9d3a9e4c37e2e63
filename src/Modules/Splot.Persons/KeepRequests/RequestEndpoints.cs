using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Splot.Contracts.Access;
using Splot.Contracts.Persons;
using Splot.Kernel;
using Splot.Persons.Asking;
using Splot.Persons.KeepPurposes;
using Splot.Persons.Model;
using Splot.Persons.PackSubjectData;
using Splot.Persons.SeePerson;
using Splot.Ui;

namespace Splot.Persons.KeepRequests;

/// <summary>/{lang}/desk/requests: what data subjects asked for, until when they are owed an answer, and answering them.</summary>
internal static class RequestEndpoints
{
    public const string Path = "/desk/requests";
    public const string Below = "/request";

    public static void MapRequests(this IEndpointRouteBuilder pages)
    {
        pages.MapGet(SeePersonEndpoints.Path + Below, GetNewAsync).For(Acts.AnswerSubjects);
        pages.MapPost(SeePersonEndpoints.Path + Below, PostNewAsync).WithSignedInForm().For(Acts.AnswerSubjects);
        pages.MapGet(Path, ListAsync).For(Acts.AnswerSubjects);
        pages.MapGet(Path + "/{request}", GetAsync).For(Acts.AnswerSubjects);
        pages.MapPost(Path + "/{request}/answer", AnswerAsync).WithSignedInForm().For(Acts.AnswerSubjects);
        pages.MapPost(Path + "/{request}/extend", ExtendAsync).WithSignedInForm().For(Acts.AnswerSubjects);
        pages.MapPost(Path + "/{request}/package", PackageAsync).WithSignedInForm().For(Acts.AnswerSubjects);
    }

    private static async Task<IResult> GetNewAsync(string id, HttpContext http, PersonOf persons, ReadPurposesHandler read, CancellationToken cancellation) =>
        await persons.FindAsync(id, Acts.AnswerSubjects, cancellation) is { } person ? NewPage(http, person, new PostedForm(), await PurposesAsync(person, read, cancellation)) : Results.NotFound();

    private static async Task<IResult> PostNewAsync(
        string id, HttpContext http, IFormCollection fields, PersonOf persons, Asker asker, ReadPurposesHandler read, KeepRequestsHandler handler, TimeProvider clock, CancellationToken cancellation)
    {
        if (await persons.FindAsync(id, Acts.AnswerSubjects, cancellation) is not { } person)
        {
            return Results.NotFound();
        }

        var form = new PostedForm(fields);
        var (kind, received, asked) = (form.RequiredChoice("kind", RequestKind.All, Text.ChooseKind), form.RequiredDate("received", Text.ReceivedMissing), form.Lines("asked", 4000));
        Days.RejectFuture(form, "received", received, Today(clock));
        var purposes = await PurposesAsync(person, read, cancellation);
        var purpose = form.Choice("purpose", purposes.Select(p => p.Value!));
        if (!form.IsValid)
        {
            return NewPage(http, person, form, purposes);
        }

        return await handler.HandleAsync(new ReceiveRequest(new PersonId(id), kind, received, asked, await asker.ToAsync(Acts.AnswerSubjects, cancellation)) { Purpose = purpose }, cancellation) is RequestOutcome.Recorded made ? To(made.Request, "received") : Results.NotFound();
    }

    private static async Task<IResult> ListAsync(HttpContext http, Asker asker, ReadRequestsHandler read, TimeProvider clock, CancellationToken cancellation)
    {
        var shape = Shape(Today(clock));
        var query = ListQuery.Read(http.Request, shape);
        var page = await read.HandleAsync(new ListRequests(query.Tab != "answered", await asker.ToAsync(Acts.AnswerSubjects, cancellation), query.After, shape.Size, query["kind"]), cancellation);
        return Html.Page<RequestsPage>(http, new { List = await DeskLists.ShowAsync(http, shape, query, new ListPage<SubjectRequest>(page.Requests, page.Next), null, cancellation) });
    }

    private static ListShape<SubjectRequest> Shape(DateOnly today) => new()
    {
        Key = "requests",
        Path = Path,
        Name = Text.Title,
        Id = r => r.Id,
        Sort = "due",
        Filters = [new ListFilter("kind", Text.KindLegend, [.. RequestWords.Kinds.Select(k => new Choice(k.Code, k.Name))])],
        Tabs = [new ListTab("open", Text.OpenOnes), new ListTab("answered", Text.AnsweredOnes)],
        Columns =
        [
            new("who", Text.Who, r => new Cell { Content = Link(r) }),
            new("kind", Text.KindLegend, r => RequestWords.Kind(r.Kind)),
            new("received", Text.Received, r => PersonWords.Day(r.ReceivedOn)),
            new("due", Text.Due, r => PersonWords.Day(r.DueOn)),
            new("state", Text.State, r => RequestWords.State(r, today)),
        ],
    };

    private static RenderFragment Link(SubjectRequest request) => builder =>
    {
        builder.OpenComponent<RequestLink>(0);
        builder.AddComponentParameter(1, nameof(RequestLink.Request), request);
        builder.CloseComponent();
    };

    private static async Task<IResult> GetAsync(string request, string? done, HttpContext http, Asker asker, ReadRequestsHandler read, TimeProvider clock, CancellationToken cancellation) =>
        await FindAsync(request, asker, read, cancellation) is { } found ? Page(http, found, new PostedForm(), clock, done) : Results.NotFound();

    private static async Task<IResult> AnswerAsync(string request, HttpContext http, IFormCollection fields, Asker asker, ReadRequestsHandler read, KeepRequestsHandler handler, TimeProvider clock, CancellationToken cancellation)
    {
        if (await FindAsync(request, asker, read, cancellation) is not { } found)
        {
            return Results.NotFound();
        }

        var form = new PostedForm(fields);
        var (granted, on, answer) = (form.RequiredChoice("granted", ["yes", "no"], Text.ChooseGranted), form.RequiredDate("on", Text.OnMissing), form.Lines("answer", 8000));
        Days.RejectFuture(form, "on", on, Today(clock));
        if (on < found.ReceivedOn && form["on"].Error is null)
        {
            form.Reject("on", Text.BeforeReceipt(PersonWords.Day(found.ReceivedOn)));
        }

        if (!form.IsValid)
        {
            return Page(http, found, form, clock);
        }

        switch (await handler.HandleAsync(new AnswerRequest(request, granted == "yes", on, answer, await asker.ToAsync(Acts.AnswerSubjects, cancellation)), cancellation))
        {
            case RequestOutcome.Recorded:
                return To(request, "answered");
            case RequestOutcome.Answered:
                form.Reject("", Text.AnsweredBefore);
                return Page(http, found, form, clock);
            default:
                return Results.NotFound();
        }
    }

    private static async Task<IResult> ExtendAsync(string request, HttpContext http, Asker asker, ReadRequestsHandler read, KeepRequestsHandler handler, TimeProvider clock, CancellationToken cancellation)
    {
        if (await FindAsync(request, asker, read, cancellation) is not { } found)
        {
            return Results.NotFound();
        }

        if (await handler.HandleAsync(new ExtendRequest(request, Today(clock), await asker.ToAsync(Acts.AnswerSubjects, cancellation)), cancellation) is RequestOutcome.Recorded)
        {
            return To(request, "extended");
        }

        var form = new PostedForm();
        form.Reject("", Text.TooLate);
        return Page(http, found, form, clock);
    }

    private static async Task<IResult> PackageAsync(string request, IFormCollection fields, Asker asker, ReadRequestsHandler read, PackSubjectDataHandler pack, TimeProvider clock, CancellationToken cancellation)
    {
        (Languages.Parse(fields["language"].ToString()) ?? Languages.Current).MakeCurrent(); // the reader is the person, not who sits here
        var by = await asker.ToAsync(Acts.AnswerSubjects, cancellation);
        return await FindAsync(request, asker, read, cancellation) is { } found && await pack.HandleAsync(new PackSubjectData.PackSubjectData(found.Person, by), cancellation) is { } zip
            ? TypedResults.File(zip, "application/zip", "personal-data-" + Today(clock).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) + ".zip")
            : Results.NotFound();
    }

    private static async Task<SubjectRequest?> FindAsync(string request, Asker asker, ReadRequestsHandler read, CancellationToken cancellation) =>
        await read.HandleAsync(new ReadRequest(request, await asker.ToAsync(Acts.AnswerSubjects, cancellation)), cancellation);

    /// <summary>The purposes for which the organisation processes data today.</summary>
    private static async Task<IReadOnlyList<Choice>> PurposesAsync(FormPerson person, ReadPurposesHandler read, CancellationToken cancellation) =>
        [.. (await read.OfAsync(person.Record.Organisation, cancellation)).Select(p => new Choice(p.Code, p.Name + " (" + LegalBases.Words(p.LegalBasis) + ")"))];

    private static DateOnly Today(TimeProvider clock) => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);

    private static IResult To(string request, string done) => TypedResults.LocalRedirect("/" + Languages.Current.Code() + Path + "/" + request + "?done=" + done);

    private static IResult NewPage(HttpContext http, FormPerson person, PostedForm form, IReadOnlyList<Choice> purposes) => Html.Page<NewRequestPage>(http, new { Person = person, Form = form, Purposes = purposes }, Answers.Status(form));

    private static IResult Page(HttpContext http, SubjectRequest request, PostedForm form, TimeProvider clock, string? done = null) =>
        Html.Page<RequestPage>(http, new { Request = request, Form = form, Today = Today(clock), Done = done }, Answers.Status(form));
}
