using Microsoft.AspNetCore.Http;
using Splot.Access.Model;
using Splot.Access.Passkeys;
using Splot.Access.Signing;
using Splot.Access.Store;
using Splot.Data;

namespace Splot.Access.SignIn;

/// <summary>
/// Signs in by a passkey: one step, since the authenticator verified its owner. Wrong passwords lock nobody out of it, and it does not pardon them either.
/// </summary>
internal sealed class PasskeySignInHandler(MainStore store, PasskeyCeremony ceremony, Sessions sessions, TimeProvider clock)
{
    private const string Purpose = "passkey-sign-in";

    public Task<PasskeyQuestion> AskAsync(HttpContext http, CancellationToken cancellation) => store.ReadAsync(session => ceremony.AskToShowAsync(session, Purpose, null, http), cancellation);

    public Task<SignInOutcome> HandleAsync(string state, string credential, HttpContext http, CancellationToken cancellation) => store.WriteAsync<SignInOutcome>(
        async session =>
        {
            if (await ceremony.CheckShownAsync(session, Purpose, state, credential, http, cancellation) is not { } account)
            {
                return new SignInOutcome.Refused();
            }

            account.SignedInAt = clock.GetUtcNow().ToUnixTimeMilliseconds();
            session.Record(AccessAudit.SignedIn(account.Id, "passkey"));
            return new SignInOutcome.SignedIn(sessions.Begin(session.Context<AccessContext>(), account.Id, http.Request.Headers.UserAgent));
        },
        cancellation);
}
