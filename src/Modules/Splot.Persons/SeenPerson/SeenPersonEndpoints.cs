using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Splot.Contracts.Access;
using Splot.Contracts.Persons;
using Splot.Kernel;
using Splot.Persons.Asking;
using Splot.Persons.SeePerson;
using Splot.Ui;

namespace Splot.Persons.SeenPerson;

/// <summary>An entry as it is shown.</summary>
public sealed record SeenLine(string Id, string At, string Who, string What, string Reason, string Code);

/// <summary>/{lang}/desk/persons/{id}/seen: who saw this, and its file for the person who asks.</summary>
internal static class SeenPersonEndpoints
{
    public const string Below = "/seen";

    public static void MapSeenPerson(this IEndpointRouteBuilder pages)
    {
        pages.MapGet(SeePersonEndpoints.Path + Below, GetAsync).For(Acts.ReadAudit);
        pages.MapGet(SeePersonEndpoints.Path + Below + ".{format}", ExportAsync).For(Acts.ReadAudit);
    }

    private static async Task<IResult> GetAsync(string id, HttpContext http, Asker asker, SeenPersonHandler handler, NameBook book, CancellationToken cancellation)
    {
        var shape = Shape(id);
        var query = ListQuery.Read(http.Request, shape);
        return await PartAsync(id, asker, handler, book, query.After, shape.Size, export: false, cancellation) is { } page
            ? Html.Page<SeenPersonPage>(http, new { Person = id, List = await DeskLists.ShowAsync(http, shape, query, page, null, cancellation) })
            : Results.NotFound();
    }

    private static async Task<IResult> ExportAsync(string id, string format, HttpContext http, Asker asker, SeenPersonHandler handler, NameBook book, CancellationToken cancellation)
    {
        var shape = Shape(id);
        return await PartAsync(id, asker, handler, book, null, 1, export: true, cancellation) is null ? Results.NotFound()
            : DeskLists.Export(http, shape, ListQuery.Read(http.Request, shape), format, async (after, token) =>
                await PartAsync(id, asker, handler, book, after, DeskLists.ExportSize, export: true, token) ?? new ListPage<SeenLine>([], null));
    }

    private static async Task<ListPage<SeenLine>?> PartAsync(string id, Asker asker, SeenPersonHandler handler, NameBook book, string? after, int size, bool export, CancellationToken cancellation)
    {
        var by = await asker.ToAsync(Acts.ReadAudit, cancellation);
        if (await handler.HandleAsync(new SeenPerson(new PersonId(id), by, after, size, export), cancellation) is not { } page)
        {
            return null;
        }

        var names = await book.OfAsync([], page.Rows.SelectMany(r => new[] { r.ActorKind == "account" ? r.Actor : null, r.OnBehalfOf }), cancellation);
        return page.Select(r => new SeenLine(
            r.Id.ToString(System.Globalization.CultureInfo.InvariantCulture),
            PersonWords.Moment(r.At),
            (r.ActorKind == "account" ? names.Person(r.Actor) : r.Actor ?? r.ActorKind) + (r.OnBehalfOf is null ? "" : " (" + Text.For(names.Person(r.OnBehalfOf)!) + ")"),
            SeenWords.Of(r.Kind, r.Act),
            r.Reason?.StartsWith("emergency ", StringComparison.Ordinal) == true ? Text.InEmergency : r.Reason ?? "",
            r.Act));
    }

    private static ListShape<SeenLine> Shape(string id) => new()
    {
        Key = "persons-seen",
        Path = SeePersonEndpoints.Of(id, Below),
        Name = Text.Title,
        Id = l => l.Id,
        Sort = "at",
        Exports = true,
        Columns =
        [
            new("at", Text.At, l => l.At),
            new("who", Text.Who, l => l.Who),
            new("what", Text.What, l => l.What),
            new("reason", Splot.Persons.Text.Why, l => l.Reason),
            new("code", Text.Code, l => l.Code) { Hidden = true },
        ],
    };
}
