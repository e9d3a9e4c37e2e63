using Microsoft.EntityFrameworkCore;
using Splot.Access.Store;
using Splot.Contracts.Access;
using Splot.Data;

namespace Splot.Access.KeepAccount;

/// <summary>An account as whoever keeps it sees it. Roles in organisations beyond the reader's reach are left out.</summary>
/// <param name="Id">The account.</param>
/// <param name="Name">The name that others see.</param>
/// <param name="Email">Where mail goes.</param>
/// <param name="SignedInAt">When it last signed in; null for never.</param>
/// <param name="ClosedAt">When it was closed; null while it is open.</param>
/// <param name="Roles">Roles, those that last first.</param>
/// <param name="StandIns">Who acts for it, and for whom it acts.</param>
/// <param name="Sessions">How many browsers are signed in.</param>
public sealed record AccountDetails(
    string Id, string Name, string Email, DateTimeOffset? SignedInAt, DateTimeOffset? ClosedAt, IReadOnlyList<GrantDetails> Roles, IReadOnlyList<StandInDetails> StandIns, int Sessions);

/// <summary>A role as it was given.</summary>
public sealed record GrantDetails(string Id, Role Role, string? Organisation, string? Unit, DateOnly From, DateOnly? To, string? GivenBy, bool Ended);

/// <summary>Somebody who acts for somebody.</summary>
public sealed record StandInDetails(string Id, string AbsentId, string Absent, string StandIn, DateOnly From, DateOnly To, string Reason, bool Ended);

/// <summary>Reads an account: five statements.</summary>
internal sealed class SeeAccountHandler(MainStore store, ICaller caller, TimeProvider clock)
{
    /// <summary>Null where there is no such account within the caller's reach.</summary>
    public Task<AccountDetails?> HandleAsync(string id, CancellationToken cancellation) => store.ReadAsync(
        async session =>
        {
            var (context, reach, now) = (session.Context<AccessContext>(), caller.ReachOf(Acts.SeeAccounts), clock.GetUtcNow());
            long today = DateOnly.FromDateTime(now.UtcDateTime).DayNumber;
            if (await context.Accounts.AsNoTracking().Seen(context, reach).SingleOrDefaultAsync(a => a.Id == id, cancellation) is not { } account)
            {
                return null;
            }

            var ms = now.ToUnixTimeMilliseconds();
            return new AccountDetails(
                account.Id,
                account.Name,
                account.Email,
                At(account.SignedInAt),
                At(account.DisabledAt),
                await RolesAsync(context, reach, id, today, cancellation),
                await StandIns.OfAsync(context, id, today, cancellation),
                await context.Sessions.CountAsync(s => s.AccountId == id && s.EndedAt == null && s.EndsAt > ms, cancellation));
        },
        cancellation);

    private static async Task<IReadOnlyList<GrantDetails>> RolesAsync(AccessContext context, Reach reach, string id, long today, CancellationToken cancellation)
    {
        var rows = await (
            from grant in context.Grants.AsNoTracking().Within(context, reach).Where(g => g.AccountId == id)
            join o in context.Organisations on grant.OrganisationId equals o.Id into organisations
            from organisation in organisations.DefaultIfEmpty()
            join u in context.Units on grant.UnitId equals u.Id into units
            from unit in units.DefaultIfEmpty()
            join a in context.Accounts on grant.GrantedBy equals a.Id into givers
            from giver in givers.DefaultIfEmpty()
            orderby grant.Id
            select new { grant, Organisation = organisation == null ? null : organisation.Name, Unit = unit == null ? null : unit.Name, Giver = giver == null ? null : giver.Name }).ToListAsync(cancellation);
        return
        [
            .. rows.Where(r => Contracts.Access.Roles.Parse(r.grant.Role) is not null)
                .Select(r => new GrantDetails(
                    r.grant.Id, Contracts.Access.Roles.Parse(r.grant.Role)!.Value, r.Organisation, r.Unit, StandIns.DayOf(r.grant.FromDay), r.grant.ToDay is { } to ? StandIns.DayOf(to) : null, r.Giver, r.grant.ToDay < today))
                .OrderBy(r => r.Ended),
        ];
    }

    private static DateTimeOffset? At(long? instant) => instant is { } ms ? DateTimeOffset.FromUnixTimeMilliseconds(ms) : null;
}
