using Microsoft.EntityFrameworkCore;
using Splot.Access.Model;
using Splot.Access.Store;
using Splot.Contracts.Access;
using Splot.Data;
using Splot.Kernel;
using Splot.Ui;

namespace Splot.Access.SeeAccounts;

/// <summary>Which accounts are asked for.</summary>
/// <param name="State">One of <see cref="AccountState"/>.</param>
/// <param name="Role">Code of a role that they hold today; null for all.</param>
/// <param name="Text">Part of the name or of the address; null for all.</param>
/// <param name="Sort">name or seen.</param>
/// <param name="Descending">The greatest first.</param>
/// <param name="After">Where the page begins.</param>
/// <param name="Size">The most rows.</param>
internal sealed record SeeAccounts(string State, string? Role, string? Text, string Sort, bool Descending, string? After, int Size)
{
    /// <summary>Id of an organisation in which they hold a role today; null for all.</summary>
    public string? Organisation { get; init; }
}

/// <summary>States of accounts.</summary>
internal static class AccountState
{
    public const string Active = "active";
    public const string Invited = "invited";
    public const string Closed = "closed";
}

/// <summary>An account in the list, with the roles that it holds today within the caller's reach.</summary>
internal sealed record AccountRow(string Id, string Name, string Email, DateTimeOffset? SignedInAt, IReadOnlyList<HeldPlace> Roles);

/// <summary>A role, and where it is held.</summary>
internal sealed record HeldPlace(Role Role, string? Organisation);

/// <summary>Lists the accounts that the caller may see: two statements.</summary>
internal sealed class SeeAccountsHandler(MainStore store, ICaller caller, TimeProvider clock)
{
    public Task<ListPage<AccountRow>> HandleAsync(SeeAccounts question, CancellationToken cancellation) => store.ReadAsync(
        async session =>
        {
            var context = session.Context<AccessContext>();
            var order = question.Sort == "seen"
                ? KeySetOrder<Account>.By(a => a.SignedInAt ?? 0, a => a.Id, question.Descending)
                : KeySetOrder<Account>.ByLetters(a => a.Name, a => a.Id, Languages.Current.Code(), question.Descending);
            var page = await Find(context, question).PageAsync(order, question.After, question.Size, cancellation);
            var roles = await RolesAsync(context, [.. page.Rows.Select(a => a.Id)], cancellation);
            return page.Select(a => new AccountRow(a.Id, a.Name, a.Email, a.SignedInAt is { } seen ? DateTimeOffset.FromUnixTimeMilliseconds(seen) : null, [.. roles[a.Id]]));
        },
        cancellation);

    /// <summary>The organisations in which accounts that the caller may see hold roles today, by name: at most a thousand, one statement.</summary>
    public Task<IReadOnlyList<Choice>> OrganisationsAsync(CancellationToken cancellation) => store.ReadAsync<IReadOnlyList<Choice>>(
        async session =>
        {
            var context = session.Context<AccessContext>();
            var found = await context.Organisations.AsNoTracking().Where(o => Grants(context).Any(g => g.OrganisationId == o.Id)).OrderBy(o => o.Name).ThenBy(o => o.Id).Take(1000).Select(o => new { o.Id, o.Name }).ToListAsync(cancellation);
            return [.. found.Select(o => new Choice(o.Id, o.Name))];
        },
        cancellation);

    private IQueryable<Account> Find(AccessContext context, SeeAccounts question)
    {
        var held = Grants(context);
        var found = context.Accounts.AsNoTracking().Seen(context, caller.ReachOf(Acts.SeeAccounts));
        found = question.State switch
        {
            AccountState.Closed => found.Where(a => a.DisabledAt != null),
            AccountState.Invited => found.Where(a => a.DisabledAt == null && a.SignedInAt == null),
            _ => found.Where(a => a.DisabledAt == null && a.SignedInAt != null),
        };
        if (question.Role is { } role)
        {
            found = found.Where(a => held.Any(g => g.AccountId == a.Id && g.Role == role));
        }

        if (question.Organisation is { } organisation)
        {
            found = found.Where(a => held.Any(g => g.AccountId == a.Id && g.OrganisationId == organisation));
        }

        if (question.Text is { } text)
        {
            var key = Account.KeyOf(text);
            found = found.Where(a => a.EmailKey.Contains(key) || a.Name.Contains(text.Trim()));
        }

        return found;
    }

    private async Task<ILookup<string, HeldPlace>> RolesAsync(AccessContext context, List<string> accounts, CancellationToken cancellation)
    {
        var rows = await (
            from grant in Grants(context).Where(g => accounts.Contains(g.AccountId))
            join organisation in context.Organisations on grant.OrganisationId equals organisation.Id into found
            from organisation in found.DefaultIfEmpty()
            orderby grant.Id
            select new { grant.AccountId, grant.Role, Name = organisation == null ? null : organisation.Name }).ToListAsync(cancellation);
        return rows.Where(r => Contracts.Access.Roles.Parse(r.Role) is not null).ToLookup(r => r.AccountId, r => new HeldPlace(Contracts.Access.Roles.Parse(r.Role)!.Value, r.Name), StringComparer.Ordinal);
    }

    /// <summary>The roles that are held today and that the caller may see.</summary>
    private IQueryable<Grant> Grants(AccessContext context)
    {
        long today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime).DayNumber;
        return context.Grants.AsNoTracking().Within(context, caller.ReachOf(Acts.SeeAccounts)).Where(g => g.FromDay <= today && (g.ToDay == null || g.ToDay >= today));
    }
}
