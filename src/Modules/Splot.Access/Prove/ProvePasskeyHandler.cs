using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Splot.Access.Callers;
using Splot.Access.Model;
using Splot.Access.Passkeys;
using Splot.Access.Signing;
using Splot.Access.Store;
using Splot.Data;

namespace Splot.Access.Prove;

/// <summary>Proves once more who sits there, by one of the caller's passkeys.</summary>
internal sealed class ProvePasskeyHandler(MainStore store, PasskeyCeremony ceremony, Sessions sessions, Caller caller)
{
    private const string Purpose = "passkey-prove";

    /// <summary>Whether the caller has any.</summary>
    public Task<bool> HasAnyAsync(CancellationToken cancellation) => store.ReadAsync(
        session => session.Context<AccessContext>().Passkeys.AnyAsync(p => p.AccountId == caller.Account!.Id, cancellation),
        cancellation);

    public Task<PasskeyQuestion> AskAsync(HttpContext http, CancellationToken cancellation) => store.ReadAsync(
        async session => await ceremony.AskToShowAsync(session, Purpose, await session.Context<AccessContext>().Accounts.SingleAsync(a => a.Id == caller.Account!.Id, cancellation), http),
        cancellation);

    /// <summary>The cookie's new secret; null where the passkey is not the caller's or its answer is wrong.</summary>
    public Task<string?> HandleAsync(string state, string credential, HttpContext http, CancellationToken cancellation) => store.WriteAsync<string?>(
        async session =>
        {
            if (await ceremony.CheckShownAsync(session, Purpose, state, credential, http, cancellation) is not { } account || account.Id != caller.Account!.Id
                || await session.Context<AccessContext>().Sessions.SingleOrDefaultAsync(s => s.Id == caller.SessionId && s.EndedAt == null, cancellation) is not { } current)
            {
                return null;
            }

            session.Record(AccessAudit.Proved(account.Id, "passkey"));
            return sessions.Prove(current);
        },
        cancellation);
}
