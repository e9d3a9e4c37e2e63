using Microsoft.EntityFrameworkCore;
using Splot.Access.Model;
using Splot.Access.Signing;
using Splot.Access.Store;
using Splot.Contracts.Access;
using Splot.Data;

namespace Splot.Access.KeepAccount;

/// <summary>Who acts for whom.</summary>
/// <param name="Absent">Who is absent; the caller, or somebody whose account the caller keeps.</param>
/// <param name="StandIn">Who acts.</param>
/// <param name="From">The first day.</param>
/// <param name="To">The last day.</param>
/// <param name="Reason">Why; not of health, it stands in the audit.</param>
internal sealed record NameStandIn(string Absent, string StandIn, DateOnly From, DateOnly To, string Reason);

/// <summary>Names who acts for somebody absent, and ends that. The roles themselves are never copied: they count for the other while the days last.</summary>
internal sealed class StandIns(MainStore store, ICaller caller, TimeProvider clock)
{
    /// <summary>The longest that one may stand in for another, in days; a new one may follow.</summary>
    public const int LongestDays = 92;

    private const int Most = 500;

    private DateOnly Today => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);

    /// <summary>The caller's own.</summary>
    public Task<IReadOnlyList<StandInDetails>> OwnAsync(CancellationToken cancellation) =>
        store.ReadAsync(session => OfAsync(session.Context<AccessContext>(), caller.Account!.Id, Today.DayNumber, cancellation), cancellation);

    /// <summary>Who may act for an account: open accounts that hold a role today in one of its organisations, by name.</summary>
    public Task<IReadOnlyList<(string Id, string Name)>> ColleaguesAsync(string account, CancellationToken cancellation) => store.ReadAsync<IReadOnlyList<(string, string)>>(
        async session =>
        {
            var found = await Colleagues(session.Context<AccessContext>(), account).OrderBy(a => a.Name).ThenBy(a => a.Id).Take(Most).Select(a => new { a.Id, a.Name }).ToListAsync(cancellation);
            return [.. found.Select(a => (a.Id, a.Name))];
        },
        cancellation);

    /// <summary>Names a stand-in. Whoever names one for another account must keep it.</summary>
    public Task<KeepOutcome> NameAsync(NameStandIn command, CancellationToken cancellation) => store.WriteAsync(
        async session =>
        {
            var context = session.Context<AccessContext>();
            if (!await KeepsAsync(context, command.Absent, cancellation) || !await Colleagues(context, command.Absent).AnyAsync(a => a.Id == command.StandIn, cancellation))
            {
                return KeepOutcome.Unknown;
            }

            var (from, to) = ((long)command.From.DayNumber, (long)command.To.DayNumber);
            if (await context.StandIns.AnyAsync(s => s.AbsentId == command.Absent && s.StandInId == command.StandIn && s.FromDay <= to && s.ToDay >= from, cancellation))
            {
                return KeepOutcome.Held;
            }

            var now = clock.GetUtcNow();
            context.StandIns.Add(new StandIn { Id = Secrets.NewId(now), AbsentId = command.Absent, StandInId = command.StandIn, FromDay = from, ToDay = to, Reason = command.Reason, CreatedAt = now.ToUnixTimeMilliseconds() });
            session.Record(AccessAudit.StandInNamed(caller.Account!.Id, command.Absent, command.StandIn, from, to, command.Reason));
            return KeepOutcome.Done;
        },
        cancellation);

    /// <summary>Ends it at once. Who is absent, who acts, and who keeps the absent one's account may do so.</summary>
    public Task<KeepOutcome> EndAsync(string id, CancellationToken cancellation) => store.WriteAsync(
        async session =>
        {
            var (context, today) = (session.Context<AccessContext>(), (long)Today.DayNumber);
            var row = await context.StandIns.SingleOrDefaultAsync(s => s.Id == id && s.ToDay >= today, cancellation);
            if (row is null || (row.StandInId != caller.Account!.Id && !await KeepsAsync(context, row.AbsentId, cancellation)))
            {
                return KeepOutcome.Unknown;
            }

            row.ToDay = today - 1;
            session.Record(AccessAudit.StandInEnded(caller.Account!.Id, row.AbsentId, row.StandInId));
            return KeepOutcome.Done;
        },
        cancellation);

    /// <summary>Those of an account, on either side, the latest first.</summary>
    internal static async Task<IReadOnlyList<StandInDetails>> OfAsync(AccessContext context, string account, long today, CancellationToken cancellation)
    {
        var rows = await (
            from s in context.StandIns.AsNoTracking()
            where s.AbsentId == account || s.StandInId == account
            join absent in context.Accounts on s.AbsentId equals absent.Id
            join acting in context.Accounts on s.StandInId equals acting.Id
            orderby s.ToDay descending, s.Id
            select new { s, Absent = absent.Name, Acting = acting.Name }).Take(50).ToListAsync(cancellation);
        return [.. rows.Select(r => new StandInDetails(r.s.Id, r.Absent, r.Acting, DayOf(r.s.FromDay), DayOf(r.s.ToDay), r.s.Reason, r.s.ToDay < today))];
    }

    internal static DateOnly DayOf(long day) => DateOnly.FromDayNumber((int)day);

    private async Task<bool> KeepsAsync(AccessContext context, string account, CancellationToken cancellation) =>
        account == caller.Account!.Id || (caller.May(Acts.KeepAccounts) && await context.Accounts.Seen(context, caller.ReachOf(Acts.KeepAccounts)).AnyAsync(a => a.Id == account, cancellation));

    private IQueryable<Account> Colleagues(AccessContext context, string account)
    {
        long today = Today.DayNumber;
        var standing = context.Grants.Where(g => g.OrganisationId != null && g.FromDay <= today && (g.ToDay == null || g.ToDay >= today));
        return context.Accounts.AsNoTracking().Where(a => a.Id != account && a.DisabledAt == null
            && standing.Any(g => g.AccountId == a.Id && standing.Any(o => o.AccountId == account && o.OrganisationId == g.OrganisationId)));
    }
}
