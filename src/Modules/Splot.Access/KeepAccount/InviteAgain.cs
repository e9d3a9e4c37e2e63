using Microsoft.EntityFrameworkCore;
using Splot.Access.Invite;
using Splot.Access.Store;
using Splot.Contracts.Access;
using Splot.Data;
using Splot.Kernel;

namespace Splot.Access.KeepAccount;

/// <summary>Sends an invitation anew to somebody who has not signed in yet; the earlier link is good no more.</summary>
internal sealed class InviteAgain(MainStore store, InviteHandler invite, ICaller caller)
{
    public async Task<KeepOutcome> HandleAsync(string id, CancellationToken cancellation)
    {
        var found = await store.ReadAsync(
            async session =>
            {
                var context = session.Context<AccessContext>();
                var account = await context.Accounts.AsNoTracking().Seen(context, caller.ReachOf(Acts.KeepAccounts)).SingleOrDefaultAsync(a => a.Id == id && a.SignedInAt == null && a.DisabledAt == null, cancellation);
                var grant = account is null ? null : await context.Grants.AsNoTracking().Within(context, caller.ReachOf(Acts.KeepAccounts)).Where(g => g.AccountId == id).OrderByDescending(g => g.Id).FirstOrDefaultAsync(cancellation);
                return (account, grant);
            },
            cancellation);
        if (found.account is not { } account || found.grant is not { } grant || Roles.Parse(grant.Role) is not { } role)
        {
            return KeepOutcome.Unknown;
        }

        await invite.HandleAsync(
            new InviteAccount(account.Email, account.Name, Languages.Parse(account.Language) ?? Language.English, role, grant.OrganisationId, grant.UnitId, caller.Account!.Id), cancellation);
        return KeepOutcome.Done;
    }
}
