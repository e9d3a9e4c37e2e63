using Microsoft.EntityFrameworkCore;
using Splot.Access.Callers;
using Splot.Access.Invite;
using Splot.Access.Model;
using Splot.Access.Store;
using Splot.Contracts.Access;
using Splot.Contracts.Desk;
using Splot.Data;

namespace Splot.Access.KeepAccount;

/// <summary>Sends an invitation anew to somebody who has not signed in yet; the earlier link is good no more. Roles stay as they are: who holds none is not invited.</summary>
internal sealed class InviteAgain(MainStore store, InviteHandler invite, IMail mail, ICaller caller, TimeProvider clock)
{
    public async Task<KeepOutcome> HandleAsync(string id, CancellationToken cancellation)
    {
        await mail.ReadyAsync(cancellation);
        return await store.WriteAsync(
            async session =>
            {
                var context = session.Context<AccessContext>();
                var account = await context.Accounts.Seen(context, caller.ReachOf(Acts.KeepAccounts)).SingleOrDefaultAsync(a => a.Id == id && a.SignedInAt == null && a.DisabledAt == null, cancellation);
                if (account is null)
                {
                    return KeepOutcome.Unknown;
                }

                if (!await context.Grants.LastingAt(DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime)).AnyAsync(g => g.AccountId == id, cancellation))
                {
                    return KeepOutcome.NoRole;
                }

                session.Record(caller.For(Acts.KeepAccounts, AccessAudit.InvitedAgain(caller.Account!.Id, id)));
                await invite.SendAsync(session, account, caller.Account.Id, cancellation);
                return KeepOutcome.Done;
            },
            cancellation);
    }
}
