using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Splot.Access.Callers;
using Splot.Access.Model;
using Splot.Access.Signing;
using Splot.Access.Store;
using Splot.Contracts.Access;
using Splot.Data;
using Splot.Ui;

namespace Splot.Access.KeepAccount;

/// <summary>When somebody acts for somebody, and why.</summary>
/// <param name="From">The first day.</param>
/// <param name="To">The last day.</param>
/// <param name="Reason">Why; not of health, it stands in the audit.</param>
internal sealed record Substitution(DateOnly From, DateOnly To, string Reason);

/// <summary>Who acts for whom.</summary>
/// <param name="Absent">Who is absent; the caller, or somebody whose account the caller keeps.</param>
/// <param name="StandIn">Who acts.</param>
/// <param name="What">When and why.</param>
internal sealed record NameStandIn(string Absent, string StandIn, Substitution What);

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
    public Task<IReadOnlyList<Choice>> ColleaguesAsync(string account, CancellationToken cancellation) => store.ReadAsync(session => ColleaguesAsync(session.Context<AccessContext>(), account, cancellation), cancellation);

    /// <summary>The same in a session that is open: one statement.</summary>
    internal async Task<IReadOnlyList<Choice>> ColleaguesAsync(AccessContext context, string account, CancellationToken cancellation)
    {
        var found = await Colleagues(context, account).OrderBy(a => a.Name).ThenBy(a => a.Id).Take(Most).Select(a => new { a.Id, a.Name }).ToListAsync(cancellation);
        return [.. found.Select(a => new Choice(a.Id, a.Name))];
    }

    /// <summary>Names who acts for the caller.</summary>
    public Task<KeepOutcome> NameOwnAsync(string standIn, Substitution what, CancellationToken cancellation) =>
        store.WriteAsync(session => NameAsync(session, new NameStandIn(caller.Account!.Id, standIn, what), Acts.NameStandIn, cancellation), cancellation);

    /// <summary>Ends one of the caller's at once; who is absent and who acts may do so.</summary>
    public Task<KeepOutcome> EndOwnAsync(string id, CancellationToken cancellation) => store.WriteAsync(
        session =>
        {
            var own = caller.Account!.Id;
            return EndAsync(session, s => s.Id == id && (s.StandInId == own || s.AbsentId == own), Acts.UseDesk, cancellation);
        },
        cancellation);

    /// <summary>Names a stand-in in the caller's transaction. That the absent one's account is theirs to keep was asked before.</summary>
    internal async Task<KeepOutcome> NameAsync(WriteSession session, NameStandIn command, Act act, CancellationToken cancellation)
    {
        var context = session.Context<AccessContext>();
        if (!await Colleagues(context, command.Absent).AnyAsync(a => a.Id == command.StandIn, cancellation))
        {
            return KeepOutcome.Unknown;
        }

        var (from, to, reason) = (command.What.From.DayNumber, command.What.To.DayNumber, command.What.Reason);
        if (await context.StandIns.AnyAsync(s => s.AbsentId == command.Absent && s.StandInId == command.StandIn && s.FromDay <= to && s.ToDay >= from, cancellation))
        {
            return KeepOutcome.Held;
        }

        var now = clock.GetUtcNow();
        context.StandIns.Add(new StandIn { Id = Secrets.NewId(now), AbsentId = command.Absent, StandInId = command.StandIn, FromDay = from, ToDay = to, Reason = reason, CreatedAt = now.ToUnixTimeMilliseconds() });
        session.Record(caller.For(act, AccessAudit.StandInNamed(caller.Account!.Id, command.Absent, command.StandIn, from, to, reason)));
        return KeepOutcome.Done;
    }

    /// <summary>Ends one that is not over with the day before today; one that has not begun is gone altogether.</summary>
    internal async Task<KeepOutcome> EndAsync(WriteSession session, Expression<Func<StandIn, bool>> which, Act act, CancellationToken cancellation)
    {
        var (context, today) = (session.Context<AccessContext>(), (long)Today.DayNumber);
        if (await context.StandIns.Where(which).SingleOrDefaultAsync(s => s.ToDay >= today, cancellation) is not { } row)
        {
            return KeepOutcome.Unknown;
        }

        if (row.FromDay >= today)
        {
            context.StandIns.Remove(row);
        }
        else
        {
            row.ToDay = today - 1;
        }

        session.Record(caller.For(act, AccessAudit.StandInEnded(caller.Account!.Id, row.AbsentId, row.StandInId)));
        return KeepOutcome.Done;
    }

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
        return [.. rows.Select(r => new StandInDetails(r.s.Id, r.s.AbsentId, r.Absent, r.Acting, DayOf(r.s.FromDay), DayOf(r.s.ToDay), r.s.Reason, r.s.ToDay < today))];
    }

    internal static DateOnly DayOf(long day) => DateOnly.FromDayNumber((int)day);

    private IQueryable<Account> Colleagues(AccessContext context, string account)
    {
        long today = Today.DayNumber;
        var standing = context.Grants.Where(g => g.OrganisationId != null && g.FromDay <= today && (g.ToDay == null || g.ToDay >= today));
        return context.Accounts.AsNoTracking().Where(a => a.Id != account && a.DisabledAt == null
            && standing.Any(g => g.AccountId == a.Id && standing.Any(o => o.AccountId == account && o.OrganisationId == g.OrganisationId)));
    }
}
