using Microsoft.EntityFrameworkCore;
using Splot.Access.SeeAccounts;
using Splot.Access.Store;
using Splot.Access.Substitutions;
using Splot.Contracts.Access;
using Splot.Contracts.Desk;
using Splot.Data;
using Splot.Kernel;

namespace Splot.Access.MyWork;

/// <summary>What of accounts lies on somebody's desk: whom they stand in for, roles of theirs that end soon, invitations that nobody took up. At most three statements.</summary>
internal sealed class AccessWork(MainStore store) : IDeskWork
{
    private const int Soon = 30;
    private const int Most = 10;

    public Task<IReadOnlyList<DeskTask>> CollectAsync(ICaller caller, DateOnly today, CancellationToken cancellation) => store.ReadAsync<IReadOnlyList<DeskTask>>(
        async session =>
        {
            var (context, account, day) = (session.Context<AccessContext>(), caller.Account!.Id, (long)today.DayNumber);
            var tasks = new List<DeskTask>();
            var standing = await (
                from s in context.StandIns.AsNoTracking()
                where s.StandInId == account && s.ToDay >= day
                join absent in context.Accounts on s.AbsentId equals absent.Id
                orderby s.FromDay, s.Id
                select new { absent.Name, s.FromDay, s.ToDay }).Take(Most).ToListAsync(cancellation);
            tasks.AddRange(standing.Select(s => new DeskTask(DeskTaskKind.Changed, Text.StandsIn(s.Name), Text.Days(Words(s.FromDay), Words(s.ToDay)), SubstitutionsEndpoints.Path)));
            var ending = await context.Grants.AsNoTracking().Where(g => g.AccountId == account && g.FromDay <= day && g.ToDay >= day && g.ToDay <= day + Soon).OrderBy(g => g.ToDay).ThenBy(g => g.Id).Take(Most).Select(g => new { g.Role, g.ToDay }).ToListAsync(cancellation);
            tasks.AddRange(ending.Select(g => new DeskTask(DeskTaskKind.Due, Text.RoleEnds(Contracts.Access.Roles.Parse(g.Role) is { } role ? RoleWords.Name(role) : g.Role), null, "/desk/sessions", DateOnly.FromDayNumber((int)g.ToDay!.Value))));
            if (caller.May(Acts.KeepAccounts))
            {
                var waiting = await context.Accounts.AsNoTracking().Seen(context, caller.ReachOf(Acts.KeepAccounts)).CountAsync(a => a.SignedInAt == null && a.DisabledAt == null, cancellation);
                tasks.AddRange(waiting == 0 ? [] : [new DeskTask(DeskTaskKind.Waits, Text.InvitationsOpen(waiting), null, SeeAccountsEndpoints.Path + "?tab=" + AccountState.Invited)]);
            }

            return tasks;
        },
        cancellation);

    private static string Words(long day) => Languages.Current.LongDate(DateOnly.FromDayNumber((int)day));
}
