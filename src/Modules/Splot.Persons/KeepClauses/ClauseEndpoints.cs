using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Splot.Contracts.Access;
using Splot.Kernel;
using Splot.Persons.Asking;
using Splot.Ui;

namespace Splot.Persons.KeepClauses;

/// <summary>/{lang}/desk/clauses: information clauses of organisations, their versions, making them; the text of one version to be read and printed by everybody at a desk.</summary>
internal static class ClauseEndpoints
{
    public const string Path = "/desk/clauses";
    private const string One = Path + "/{organisation}/{code}";

    public static void MapClauses(this IEndpointRouteBuilder pages)
    {
        pages.MapGet(Path, ListAsync).For(Acts.KeepClauses);
        pages.MapGet(Path + "/new", async (HttpContext http, Offices offices, CancellationToken cancellation) => NewPage(http, new PostedForm(), await offices.OfAsync(Acts.KeepClauses, cancellation))).For(Acts.KeepClauses);
        pages.MapPost(Path + "/new", AddAsync).WithSignedInForm().For(Acts.KeepClauses);
        pages.MapGet(One, GetAsync).For(Acts.KeepClauses);
        pages.MapGet(One + "/new", GetVersionAsync).For(Acts.KeepClauses);
        pages.MapPost(One + "/new", AddVersionAsync).WithSignedInForm().For(Acts.KeepClauses);
        pages.MapGet(One + "/{version}/{language}", TextAsync).For(Acts.UseDesk);
    }

    /// <summary>The address of a clause, or of a page below it, without language.</summary>
    public static string Of(string organisation, string code, string below = "") => Path + "/" + Uri.EscapeDataString(organisation) + "/" + Uri.EscapeDataString(code) + below;

    /// <summary>The address of a version's text, without the reader's language.</summary>
    public static string TextOf(string organisation, string code, long version, string language) => Of(organisation, code, "/" + version.ToString(CultureInfo.InvariantCulture) + "/" + language);

    private static async Task<IResult> ListAsync(HttpContext http, Asker asker, Offices offices, ReadClausesHandler read, NameBook book, CancellationToken cancellation)
    {
        var shape = Shape(null);
        var query = ListQuery.Read(http.Request, shape);
        var page = await read.HandleAsync(new ListClauses(await asker.ToAsync(Acts.KeepClauses, cancellation), query.After, shape.Size), cancellation);
        shape = Shape(await book.OfAsync(page.Rows.Select(c => c.Head.Organisation), [], cancellation));
        return Html.Page<ClausesPage>(http, new { List = await DeskLists.ShowAsync(http, shape, query, page, null, cancellation), MayAdd = (await offices.OfAsync(Acts.KeepClauses, cancellation)).Count > 0 });
    }

    private static async Task<IResult> AddAsync(HttpContext http, IFormCollection fields, Offices offices, Asker asker, MakeClauseHandler handler, CancellationToken cancellation)
    {
        var (form, open) = (new PostedForm(fields), await offices.OfAsync(Acts.KeepClauses, cancellation));
        var (organisation, code, texts) = (Offices.Chosen(form, open), TypedCode.Read(form), ClauseForm.Read(form));
        return form.IsValid && await handler.HandleAsync(new MakeClause(organisation, code, 0, texts, await asker.ToAsync(Acts.KeepClauses, cancellation)), cancellation) is var outcome
            && Answer(outcome, organisation, code, form) is { } answer ? answer : NewPage(http, form, open);
    }

    private static async Task<IResult> GetAsync(string organisation, string code, string? done, HttpContext http, Asker asker, ReadClausesHandler read, NameBook book, CancellationToken cancellation)
    {
        var heads = await read.HandleAsync(new ReadClause(organisation, code, await asker.ToAsync(Acts.KeepClauses, cancellation)), cancellation);
        if (heads.Count == 0)
        {
            return Results.NotFound();
        }

        var names = await book.OfAsync([organisation], heads.Select(h => h.MadeBy), cancellation);
        IReadOnlyList<ClauseVersion> versions = [.. heads.GroupBy(h => h.Version).Select(v => new ClauseVersion([.. v], names.Person(v.First().MadeBy)!))];
        return Html.Page<ClausePage>(http, new { Versions = versions, Office = names.Place(organisation), Done = done is not null });
    }

    private static async Task<IResult> GetVersionAsync(string organisation, string code, HttpContext http, Asker asker, ReadClausesHandler read, NameBook book, CancellationToken cancellation) =>
        await read.NewestAsync(new ReadClause(organisation, code, await asker.ToAsync(Acts.KeepClauses, cancellation)), cancellation) is { } newest
            ? await VersionPageAsync(http, organisation, code, newest.Version, ClauseForm.Of(newest.Texts), book, cancellation)
            : Results.NotFound();

    private static async Task<IResult> AddVersionAsync(
        string organisation, string code, HttpContext http, IFormCollection fields, Asker asker, ReadClausesHandler read, MakeClauseHandler handler, NameBook book, CancellationToken cancellation)
    {
        var by = await asker.ToAsync(Acts.KeepClauses, cancellation);
        if ((await read.HandleAsync(new ReadClause(organisation, code, by), cancellation)).Count == 0)
        {
            return Results.NotFound();
        }

        var form = new PostedForm(fields);
        var (after, texts) = (Number(form["version"].Value) ?? -1, ClauseForm.Read(form));
        return form.IsValid && await handler.HandleAsync(new MakeClause(organisation, code, after, texts, by), cancellation) is var outcome
            && Answer(outcome, organisation, code, form) is { } answer ? answer : await VersionPageAsync(http, organisation, code, after, form, book, cancellation);
    }

    private static async Task<IResult> TextAsync(
        string organisation, string code, string version, string language, HttpContext http, ICaller caller, ReadClausesHandler read, IOrganisations organisations, CancellationToken cancellation)
    {
        if (Number(version) is not { } number || await read.HandleAsync(new ReadClauseText(organisation, code, number, language), cancellation) is not { } reading)
        {
            return Results.NotFound();
        }

        var name = (await organisations.NamesAsync([organisation], reading.Head.Day, cancellation)).TryGetValue(organisation, out var known) ? known.Name : organisation;
        http.Response.Headers.CacheControl = "no-store";
        return Html.Page<ClauseSheet>(http, new { Reading = reading, Office = name, MayKeep = caller.ReachOf(Acts.KeepClauses).Covers(new RecordPlace(organisation)) });
    }

    /// <summary>Null where the form is to be shown again, which then says why.</summary>
    private static IResult? Answer(MakeClauseOutcome outcome, string organisation, string code, PostedForm form)
    {
        switch (outcome)
        {
            case MakeClauseOutcome.Made:
                return TypedResults.LocalRedirect("/" + Languages.Current.Code() + Of(organisation, code, "?done=yes"));
            case MakeClauseOutcome.CodeTaken:
                form.Reject("code", Text.CodeTaken);
                return null;
            case MakeClauseOutcome.Superseded superseded:
                form.Reject("", Text.Superseded(Languages.Current.FormatCount(superseded.Current)));
                return null;
            case MakeClauseOutcome.Unchanged:
                form.Reject("", Text.Unchanged);
                return null;
            default:
                return Results.NotFound();
        }
    }

    private static long? Number(string? typed) => long.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>Whoever keeps no whole organisation is told so before anything is typed.</summary>
    private static IResult NewPage(HttpContext http, PostedForm form, IReadOnlyList<Choice> offices) => offices.Count == 0 ? Html.Page<NoOfficePage>(http, new { Title = Text.TitleNew, Back = Path, BackLabel = Text.Title }) : Html.Page<NewClausePage>(http, new { Form = form, Offices = offices }, Answers.Status(form));

    private static async Task<IResult> VersionPageAsync(HttpContext http, string organisation, string code, long after, PostedForm form, NameBook book, CancellationToken cancellation) => Html.Page<NewVersionPage>(
        http,
        new { Organisation = organisation, Code = code, After = after.ToString(CultureInfo.InvariantCulture), Form = form, Office = (await book.OfAsync([organisation], [], cancellation)).Place(organisation) },
        Answers.Status(form));

    private static ListShape<ClauseLine> Shape(PageNames? names) => new()
    {
        Key = "clauses",
        Path = Path,
        Name = Text.Title,
        Id = c => c.Head.Organisation + "/" + c.Head.Code,
        Open = c => Of(c.Head.Organisation, c.Head.Code),
        Sort = "code",
        Columns =
        [
            new("title", Text.ClauseTitle, c => new Cell(c.Head.Title) { Lang = c.Head.Language }),
            new("code", Splot.Persons.Text.Code, c => c.Head.Code),
            new("version", Text.Version, c => Languages.Current.FormatCount(c.Head.Version)),
            new("languages", Text.InLanguages, c => string.Join(", ", c.Languages.Select(ClauseLanguages.Name))),
            new("since", Text.Since, c => PersonWords.Day(c.Head.Day)),
            new("organisation", Splot.Persons.Text.Organisation, c => names!.Place(c.Head.Organisation)!),
        ],
    };
}

/// <summary>A version of a clause, as its page lists it.</summary>
/// <param name="Heads">Its languages.</param>
/// <param name="MadeBy">The name of who made it.</param>
public sealed record ClauseVersion(IReadOnlyList<ClauseHead> Heads, string MadeBy);
