using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Splot.Contracts.Access;
using Splot.Kernel;
using Splot.Persons.Asking;
using Splot.Ui;

namespace Splot.Persons.KeepPurposes;

/// <summary>/{lang}/desk/purposes: why organisations process data of persons, on which legal basis; declaring purposes, changing them from a day on, ending them.</summary>
internal static class PurposeEndpoints
{
    public const string Path = "/desk/purposes";
    private const string One = Path + "/{organisation}/{code}";
    private const string DayFormat = "yyyy-MM-dd";

    public static void MapPurposes(this IEndpointRouteBuilder pages)
    {
        pages.MapGet(Path, ListAsync).For(Acts.KeepClauses);
        pages.MapGet(Path + "/new", async (HttpContext http, Offices offices, CancellationToken cancellation) => NewPage(http, new PostedForm(), await offices.OfAsync(Acts.KeepClauses, cancellation))).For(Acts.KeepClauses);
        pages.MapPost(Path + "/new", AddAsync).WithSignedInForm().For(Acts.KeepClauses);
        pages.MapGet(One, GetAsync).For(Acts.KeepClauses);
        pages.MapGet(One + "/change", GetChangeAsync).For(Acts.KeepClauses);
        pages.MapPost(One + "/change", ChangeAsync).WithSignedInForm().For(Acts.KeepClauses);
        pages.MapPost(One + "/end", EndAsync).WithSignedInForm().For(Acts.KeepClauses);
    }

    /// <summary>The address of a purpose, or of a page below it, without language.</summary>
    public static string Of(string organisation, string code, string below = "") => Path + "/" + Uri.EscapeDataString(organisation) + "/" + Uri.EscapeDataString(code) + below;

    private static async Task<IResult> ListAsync(HttpContext http, Asker asker, Offices offices, ReadPurposesHandler read, NameBook book, CancellationToken cancellation)
    {
        var shape = Shape(null);
        var query = ListQuery.Read(http.Request, shape);
        var page = await read.HandleAsync(new ListPurposes(query.Tab == "over", await asker.ToAsync(Acts.KeepClauses, cancellation), query.After, shape.Size), cancellation);
        shape = Shape(await book.OfAsync(page.Rows.Select(p => p.Organisation), [], cancellation));
        return Html.Page<PurposesPage>(http, new { List = await DeskLists.ShowAsync(http, shape, query, page, null, cancellation), MayAdd = (await offices.OfAsync(Acts.KeepClauses, cancellation)).Count > 0 });
    }

    private static async Task<IResult> AddAsync(HttpContext http, IFormCollection fields, Offices offices, Asker asker, KeepPurposesHandler handler, CancellationToken cancellation)
    {
        var (form, open) = (new PostedForm(fields), await offices.OfAsync(Acts.KeepClauses, cancellation));
        var (organisation, code, state) = (Offices.Chosen(form, open), TypedCode.Read(form), PurposeForm.Read(form));
        return form.IsValid && await handler.HandleAsync(new DeclarePurpose(organisation, code, null, state, await asker.ToAsync(Acts.KeepClauses, cancellation)), cancellation) is var outcome
            && Answer(outcome, organisation, code, form, "from") is { } answer ? answer : NewPage(http, form, open);
    }

    private static async Task<IResult> GetAsync(string organisation, string code, string? done, HttpContext http, Asker asker, ReadPurposesHandler read, NameBook book, CancellationToken cancellation) =>
        await StatesAsync(organisation, code, asker, read, cancellation) is { Count: > 0 } states ? await PageAsync(http, states, new PostedForm(), book, done is not null, cancellation) : Results.NotFound();

    private static async Task<IResult> GetChangeAsync(string organisation, string code, HttpContext http, Asker asker, ReadPurposesHandler read, NameBook book, CancellationToken cancellation) =>
        await StatesAsync(organisation, code, asker, read, cancellation) is [var newest, ..] ? await ChangePageAsync(http, newest, PurposeForm.Of(newest), book, cancellation) : Results.NotFound();

    private static async Task<IResult> ChangeAsync(
        string organisation, string code, HttpContext http, IFormCollection fields, Asker asker, ReadPurposesHandler read, KeepPurposesHandler handler, NameBook book, CancellationToken cancellation)
    {
        if (await StatesAsync(organisation, code, asker, read, cancellation) is not [var newest, ..])
        {
            return Results.NotFound();
        }

        var form = new PostedForm(fields);
        var state = PurposeForm.Read(form);
        return form.IsValid && await handler.HandleAsync(new DeclarePurpose(organisation, code, Since(form), state, await asker.ToAsync(Acts.KeepClauses, cancellation)), cancellation) is var outcome
            && Answer(outcome, organisation, code, form, "from") is { } answer ? answer : await ChangePageAsync(http, newest, form, book, cancellation);
    }

    private static async Task<IResult> EndAsync(
        string organisation, string code, HttpContext http, IFormCollection fields, Asker asker, ReadPurposesHandler read, KeepPurposesHandler handler, NameBook book, CancellationToken cancellation)
    {
        if (await StatesAsync(organisation, code, asker, read, cancellation) is not { Count: > 0 } states)
        {
            return Results.NotFound();
        }

        var form = new PostedForm(fields);
        var last = form.RequiredDate("last", Text.LastMissing);
        return form.IsValid && await handler.HandleAsync(new EndPurpose(organisation, code, Since(form), last, await asker.ToAsync(Acts.KeepClauses, cancellation)), cancellation) is var outcome
            && Answer(outcome, organisation, code, form, "last") is { } answer ? answer : await PageAsync(http, states, form, book, isDone: false, cancellation);
    }

    /// <summary>Null where the form is to be shown again, which then says why.</summary>
    private static IResult? Answer(PurposeOutcome outcome, string organisation, string code, PostedForm form, string dayField)
    {
        switch (outcome)
        {
            case PurposeOutcome.Kept:
                return TypedResults.LocalRedirect("/" + Languages.Current.Code() + Of(organisation, code, "?done=yes"));
            case PurposeOutcome.CodeTaken:
                form.Reject("code", Text.CodeTaken);
                return null;
            case PurposeOutcome.TooEarly early:
                form.Reject(dayField, dayField == "last" ? Text.EndsTooEarly(PersonWords.Day(early.Since)) : Text.TooEarly(PersonWords.Day(early.Since)));
                return null;
            case PurposeOutcome.Ended ended:
                form.Reject(dayField, Text.EndedBefore(PersonWords.Day(ended.LastDay)));
                return null;
            case PurposeOutcome.Superseded:
                form.Reject("", Text.Superseded);
                return null;
            default:
                return Results.NotFound();
        }
    }

    private static async Task<IReadOnlyList<PurposeLine>> StatesAsync(string organisation, string code, Asker asker, ReadPurposesHandler read, CancellationToken cancellation) =>
        await read.HandleAsync(new ReadPurpose(organisation, code, await asker.ToAsync(Acts.KeepClauses, cancellation)), cancellation);

    private static DateOnly Since(PostedForm form) => DateOnly.TryParseExact(form["since"].Value, DayFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : default;

    /// <summary>Whoever keeps no whole organisation is told so before anything is typed.</summary>
    private static IResult NewPage(HttpContext http, PostedForm form, IReadOnlyList<Choice> offices) => offices.Count == 0 ? Html.Page<NoOfficePage>(http, new { Title = Text.TitleNew, Back = Path, BackLabel = Text.Title }) : Html.Page<NewPurposePage>(http, new { Form = form, Offices = offices }, Answers.Status(form));

    private static async Task<IResult> PageAsync(HttpContext http, IReadOnlyList<PurposeLine> states, PostedForm form, NameBook book, bool isDone, CancellationToken cancellation) => Html.Page<PurposePage>(
        http, new { States = states, Form = form, Office = await OfficeAsync(states[0].Organisation, book, cancellation), Since = SinceOf(states[0], form), Done = isDone }, Answers.Status(form));

    private static async Task<IResult> ChangePageAsync(HttpContext http, PurposeLine newest, PostedForm form, NameBook book, CancellationToken cancellation) => Html.Page<ChangePurposePage>(
        http, new { Purpose = newest, Form = form, Office = await OfficeAsync(newest.Organisation, book, cancellation), Since = SinceOf(newest, form) }, Answers.Status(form));

    /// <summary>The day that was sent, so that who typed on an older state is told.</summary>
    private static string SinceOf(PurposeLine newest, PostedForm form) => form["since"].Value ?? newest.From.ToString(DayFormat, CultureInfo.InvariantCulture);

    private static async Task<string> OfficeAsync(string organisation, NameBook book, CancellationToken cancellation) => (await book.OfAsync([organisation], [], cancellation)).Place(organisation)!;

    private static ListShape<PurposeLine> Shape(PageNames? names) => new()
    {
        Key = "purposes",
        Path = Path,
        Name = Text.Title,
        Id = p => p.Id,
        Open = p => Of(p.Organisation, p.Code),
        Sort = "code",
        Tabs = [new ListTab("now", Text.Now), new ListTab("over", Text.Over)],
        Columns =
        [
            new("name", Text.Name, p => p.Name),
            new("code", Splot.Persons.Text.Code, p => p.Code),
            new("basis", Text.LegalBasis, p => LegalBases.Words(p.LegalBasis)),
            new("source", Text.Source, p => p.Source),
            new("from", Text.From, p => PersonWords.Day(p.From)),
            new("to", Text.To, p => p.To is null ? "" : PersonWords.Day(p.To)),
            new("organisation", Splot.Persons.Text.Organisation, p => names!.Place(p.Organisation)!),
        ],
    };
}
