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

    public async Task<IReadOnlyList<Addressee>> AddressesAsync(IReadOnlyCollection<string> ids, CancellationToken cancellation)
    {
        var wanted = ids.Distinct(StringComparer.Ordinal).ToList();
        var found = wanted.Count == 0 ? [] : await store.ReadAsync(session => session.Context<AccessContext>().Accounts.AsNoTracking().Where(a => wanted.Contains(a.Id) && a.DisabledAt == null).OrderBy(a => a.Id).ToListAsync(cancellation), cancellation);
        return [.. found.Select(a => new Addressee(a.Id, a.Email, a.ReadLanguage()))];
    }

    public Task<Reach> ReachOfAsync(string account, Act act, CancellationToken cancellation) => store.ReadAsync(
        async session =>
        {
            var roles = await HeldRoles.OfAsync(session, account, Today, cancellation);
            return Reaching.May(act, roles, signedIn: true) ? Reaching.Of(act, roles, account) : Reach.Nothing;
        },
        cancellation);

    public Task<IReadOnlyList<Colleague>> WhoMayAsync(Act act, RecordPlace place, CancellationToken cancellation) => store.ReadAsync(
        async session =>
        {
            var context = session.Context<AccessContext>();
            var organisations = await OrganisationsAsync(context, place.Organisation, cancellation);
            var units = await LineAsync(place.Unit, id => context.Units.Where(u => u.Id == id).Select(u => u.SuccessorId).FirstOrDefaultAsync(cancellation));
            var grants = await GrantsAsync(context, organisations, cancellation);
            return Colleagues(grants.Where(g => Roles.Parse(g.Grant.Role) is { } role && Reaching.Of(act, [Held(role, g.Grant, place, organisations, units)], g.Grant.AccountId).Covers(place)));
        },
        cancellation);

    public Task<IReadOnlyList<Colleague>> WhoMayInAsync(Act act, string organisation, CancellationToken cancellation) => store.ReadAsync(
        async session =>
        {
            var context = session.Context<AccessContext>();
            var grants = await GrantsAsync(context, await OrganisationsAsync(context, organisation, cancellation), cancellation);
            return Colleagues(grants.Where(g => Roles.Parse(g.Grant.Role) is { } role && act.ScopeOf(role) is not null));
        },
        cancellation);

    private Task<List<string>> OrganisationsAsync(AccessContext context, string? organisation, CancellationToken cancellation)
    {
        var today = Today;
        return LineAsync(organisation, id => context.Organisations.Where(o => o.Id == id && o.ToDay < today).Select(o => o.SuccessorId).FirstOrDefaultAsync(cancellation));
    }

    /// <summary>The roles held today in the organisations, by accounts that are open.</summary>
    private async Task<List<(Grant Grant, string Name)>> GrantsAsync(AccessContext context, List<string> organisations, CancellationToken cancellation)
    {
        var today = Today;
        var grants = await (
            from grant in context.Grants.AsNoTracking()
            where grant.OrganisationId != null && organisations.Contains(grant.OrganisationId) && grant.FromDay <= today && (grant.ToDay == null || grant.ToDay >= today)
            join account in context.Accounts.AsNoTracking() on grant.AccountId equals account.Id
            where account.DisabledAt == null
            select new { grant, account.Name }).ToListAsync(cancellation);
        return grants.ConvertAll(g => (g.grant, g.Name));
    }

    private static IReadOnlyList<Colleague> Colleagues(IEnumerable<(Grant Grant, string Name)> grants) =>
        [.. grants.Select(g => new Colleague(g.Grant.AccountId, g.Name)).Distinct().OrderBy(c => c.Name, StringComparer.Ordinal).ThenBy(c => c.Id, StringComparer.Ordinal)];

    /// <summary>The grant as a role; what was merged into its organisation, or went on in its unit, is covered by it.</summary>
    private static HeldRole Held(Role role, Grant grant, RecordPlace place, List<string> organisations, List<string> units) =>
        new(role, grant.OrganisationId, place.Territory, grant.UnitId, grant.OperationId, grant.AccountId)
        {
            FormerOrganisations = [.. organisations.TakeWhile(o => o != grant.OrganisationId)],
            FormerUnits = grant.UnitId is null || !units.Contains(grant.UnitId) ? [] : [.. units.TakeWhile(u => u != grant.UnitId)],
        };

    /// <summary>An id and those that went on in its place, one after the other.</summary>
    private static async Task<List<string>> LineAsync(string? first, Func<string, Task<string?>> successor)
    {
        var line = new List<string>();
        for (var id = first; id is not null && !line.Contains(id, StringComparer.Ordinal); id = await successor(id))
        {
            line.Add(id);
        }

        return line;
    }
}
