using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Splot.Access.Callers;
using Splot.Access.Model;
using Splot.Access.SeeOrganisation;
using Splot.Contracts.Access;
using Splot.Data;
using Splot.Kernel;
using Splot.Ui;

namespace Splot.Access.SeeOrganisations;

/// <summary>/{lang}/desk/organisations: those that take part, and its files.</summary>
internal static class SeeOrganisationsEndpoints
{
    public const string Path = "/desk/organisations";

    public static void MapSeeOrganisations(this IEndpointRouteBuilder pages)
    {
        pages.MapGet(Path, GetAsync).For(Acts.SeeOrganisations);
        pages.MapGet(Path + ".{format}", ExportAsync).For(Acts.SeeOrganisations);
    }

    private static async Task<IResult> GetAsync(HttpContext http, SeeOrganisationsHandler handler, ICaller caller, CancellationToken cancellation)
    {
        var shape = Shape();
        var query = ListQuery.Read(http.Request, shape);
        var found = await handler.HandleAsync(Question(query, query.After, shape.Size), cancellation);
        return Html.Page<SeeOrganisationsPage>(http, new { List = await DeskLists.ShowAsync(http, shape, query, found.Page, found.Total, cancellation), Founds = caller.ReachOf(Acts.KeepOrganisations) is { Everything: true } or { Territories.Count: > 0 } });
    }

    private static async Task<IResult> ExportAsync(string format, HttpContext http, SeeOrganisationsHandler handler, ICaller caller, AuditReads audit, CancellationToken cancellation)
    {
        var shape = Shape();
        var query = ListQuery.Read(http.Request, shape);
        await audit.RecordAsync([caller.For(Acts.SeeOrganisations, AccessAudit.Exported("organisations", caller.Account!.Id))], cancellation);
        return DeskLists.Export(http, shape, query, format, async (after, token) => (await handler.HandleAsync(Question(query, after, DeskLists.ExportSize), token)).Page);
    }

    private static SeeOrganisations Question(ListQuery query, string? after, int size) =>
        new(query["q"], query["kind"], query.Tab == "ended", query.Sort, query.Descending, after, size);

    private static ListShape<OrganisationRow> Shape() => new()
    {
        Key = "organisations",
        Path = Path,
        Name = Text.Title,
        Id = o => o.Id,
        Open = o => Path + "/" + o.Id,
        Sort = "name",
        Tabs = [new ListTab("current", Text.Current), new ListTab("ended", Text.Ended)],
        Filters = [new ListFilter("q", Text.Name), new ListFilter("kind", Text.Kind, [.. OrganisationKind.All.Select(k => new Choice(k, KindWords.Of(k)))])],
        Exports = true,
        Columns =
        [
            new ListColumn<OrganisationRow>("name", Text.Name, o => new Cell(o.Name) { Lang = SeeOrganisationHandler.TagOf(o.Country) }) { Sorts = true },
            new ListColumn<OrganisationRow>("kind", Text.Kind, o => KindWords.Of(o.Kind)),
            new ListColumn<OrganisationRow>("place", Text.Place, o => o.Place ?? "") { Sorts = true },
            new ListColumn<OrganisationRow>("email", Text.Email, o => o.Email ?? ""),
            new ListColumn<OrganisationRow>("phone", Text.Phone, o => o.Phone ?? ""),
            new ListColumn<OrganisationRow>("from", Text.From, o => Day(o.FromDay)) { Sorts = true, Hidden = true },
            new ListColumn<OrganisationRow>("to", Text.To, o => Day(o.ToDay)) { Hidden = true },
        ],
    };

    // Day 0 stands for "from the beginning".
    private static string Day(long? day) => day is { } number and > 0 ? Languages.Current.LongDate(DateOnly.FromDayNumber((int)number)) : "";
}
