using Microsoft.EntityFrameworkCore;
using Splot.Access.Callers;
using Splot.Access.Model;
using Splot.Access.Store;
using Splot.Contracts.Access;
using Splot.Data;

namespace Splot.Access.Answers;

/// <summary>Answers other modules about accounts.</summary>
internal sealed class AccountAnswers(MainStore store, TimeProvider clock) : IAccounts
{
    private int Today => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime).DayNumber;

    public async Task<IReadOnlyDictionary<string, string>> NamesAsync(IReadOnlyCollection<string> ids, CancellationToken cancellation)
    {
        var wanted = ids.Distinct(StringComparer.Ordinal).ToList();
        return wanted.Count == 0
            ? new Dictionary<string, string>(StringComparer.Ordinal)
            : await store.ReadAsync(session => session.Context<AccessContext>().Accounts.Where(a => wanted.Contains(a.Id)).ToDictionaryAsync(a => a.Id, a => a.Name, StringComparer.Ordinal, cancellation), cancellation);
    }

    public Task<Reach> ReachOfAsync(string account, Act act, CancellationToken cancellation) => store.ReadAsync(
        async session =>
        {
            var roles = await HeldRoles.OfAsync(session, account, Today, cancellation);
            return Reaching.May(act, roles, signedIn: true) ? Reaching.Of(act, roles, account) : Reach.Nothing;
        },
        cancellation);

    public async Task<IReadOnlyList<Colleague>> WhoMayAsync(Act act, RecordPlace place, CancellationToken cancellation)
    {
        var today = Today;
        var grants = await store.ReadAsync(
            session =>
            {
                var context = session.Context<AccessContext>();
                return (from grant in context.Grants.AsNoTracking()
                        where grant.OrganisationId == place.Organisation && grant.FromDay <= today && (grant.ToDay == null || grant.ToDay >= today)
                        join account in context.Accounts.AsNoTracking() on grant.AccountId equals account.Id
                        where account.DisabledAt == null
                        select new { grant, account.Name }).ToListAsync(cancellation);
            },
            cancellation);
        return
        [
            .. from held in grants
               where Roles.Parse(held.grant.Role) is { } role && Covers(role, held.grant)
               group held by (held.grant.AccountId, held.Name) into one
               orderby one.Key.Name, one.Key.AccountId
               select new Colleague(one.Key.AccountId, one.Key.Name),
        ];

        bool Covers(Role role, Grant grant) =>
            Reaching.Of(act, [new HeldRole(role, grant.OrganisationId, place.Territory, grant.UnitId, grant.OperationId, grant.AccountId)], grant.AccountId).Covers(place);
    }
}
