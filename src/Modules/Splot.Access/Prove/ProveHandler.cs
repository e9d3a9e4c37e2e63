using Microsoft.EntityFrameworkCore;
using Splot.Access.Callers;
using Splot.Access.Model;
using Splot.Access.Signing;
using Splot.Access.Store;
using Splot.Data;

namespace Splot.Access.Prove;

/// <summary>Proves once more who sits there, by a fresh code; for ten minutes sensitive acts are then open.</summary>
internal sealed class ProveHandler(MainStore store, CodeCheck codes, Sessions sessions, Caller caller, TimeProvider clock)
{
    /// <summary>The cookie's new secret; null where the code is wrong or the account locked.</summary>
    public Task<string?> HandleAsync(string code, CancellationToken cancellation) => store.WriteAsync<string?>(
        async session =>
        {
            var (context, now) = (session.Context<AccessContext>(), clock.GetUtcNow());
            var account = await context.Accounts.SingleOrDefaultAsync(a => a.Id == caller.Account!.Id, cancellation);
            var current = await context.Sessions.SingleOrDefaultAsync(s => s.Id == caller.SessionId && s.EndedAt == null, cancellation);
            if (account is null || current is null || account.IsLockedAt(now))
            {
                return null;
            }

            if (!await codes.IsRightAsync(context, account, code, cancellation))
            {
                account.Fail(now);
                session.Record(AccessAudit.Refused(account.Id, "proof"));
                return null;
            }

            session.Record(AccessAudit.Proved(account.Id, "code"));
            (account.Failures, account.LockedUntil) = (0, null);
            return sessions.Prove(current);
        },
        cancellation);
}
