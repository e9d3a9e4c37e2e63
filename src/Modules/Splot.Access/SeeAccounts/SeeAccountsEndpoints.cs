using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Splot.Access.Callers;
using Splot.Access.Model;
using Splot.Contracts.Access;
using Splot.Data;
using Splot.Kernel;
using Splot.Ui;

namespace Splot.Access.SeeAccounts;

/// <summary>/{lang}/desk/accounts: who has an account, with what roles, and its files. Names are looked for in the search box, which puts them into no address.</summary>
internal static class SeeAccountsEndpoints
{
    public const string Path = "/desk/accounts";

    public static void MapSeeAccounts(this IEndpointRouteBuilder pages)
    {
        pages.MapGet(Path, GetAsync).For(Acts.SeeAccounts);
        pages.MapGet(Path + ".{format}", ExportAsync).For(Acts.SeeAccounts);
    }

    private static async Task<IResult> GetAsync(string? done, HttpContext http, SeeAccountsHandler handler, ICaller caller, CancellationToken cancellation)
    {
        var shape = Shape(caller, await handler.OrganisationsAsync(cancellation));
        var query = ListQuery.Read(http.Request, shape);
        var page = await handler.HandleAsync(Question(query, query.After, shape.Size), cancellation);
        return Html.Page<SeeAccountsPage>(http, new
        {
            List = await DeskLists.ShowAsync(http, shape, query, page, null, cancellation),
            MayInvite = caller.May(Acts.KeepAccounts),
            Done = done switch { "invited" => Text.Invited, "none" => Text.NoneTicked, _ => null },
        });
    }

    private static async Task<IResult> ExportAsync(string format, HttpContext http, SeeAccountsHandler handler, ICaller caller, AuditReads audit, CancellationToken cancellation)
    {
        var shape = Shape(caller, await handler.OrganisationsAsync(cancellation));
        var query = ListQuery.Read(http.Request, shape);
        await audit.RecordAsync([caller.For(Acts.SeeAccounts, AccessAudit.Exported("accounts", caller.Account!.Id))], cancellation);
        return DeskLists.Export(http, shape, query, format, (after, token) => handler.HandleAsync(Question(query, after, DeskLists.ExportSize), token));
    }

    private static SeeAccounts Question(ListQuery query, string? after, int size) =>
        new(query.Tab ?? AccountState.Active, query["role"], null, query.Sort, query.Descending, after, size) { Organisation = query["organisation"] };

    private static ListShape<AccountRow> Shape(ICaller caller, IReadOnlyList<Choice> organisations) => new()
    {
        Key = "accounts",
        Path = Path,
        Name = Text.Title,
        Id = a => a.Id,
        Open = a => Path + "/" + a.Id,
        Sort = "name",
        Tabs = [new ListTab(AccountState.Active, Text.Active), new ListTab(AccountState.Invited, Text.Waiting), new ListTab(AccountState.Closed, Text.Closed)],
        Filters = [new ListFilter("role", Text.Role, [.. Roles.All.Select(r => new Choice(r.Code(), RoleWords.Name(r)))]), new ListFilter("organisation", Text.Organisation, organisations)],
        Acts = caller.May(Contracts.Access.Acts.KeepAccounts) ? [new ListAct("close", Text.Close, Warns: true)] : [],
        Exports = true,
        Columns =
        [
            new ListColumn<AccountRow>("name", Text.Name, a => a.Name) { Sorts = true },
            new ListColumn<AccountRow>("email", Text.Email, a => a.Email),
            new ListColumn<AccountRow>("roles", Text.Roles, a => RolesOf(a)),
            new ListColumn<AccountRow>("seen", Text.Seen, a => a.SignedInAt is { } seen ? Languages.Current.LongDate(DateOnly.FromDateTime(seen.UtcDateTime)) : "") { Sorts = true },
        ],
    };

    private static string RolesOf(AccountRow account) =>
        string.Join("; ", account.Roles.Select(r => r.Organisation is null ? RoleWords.Name(r.Role) : RoleWords.Name(r.Role) + ", " + r.Organisation));
}
