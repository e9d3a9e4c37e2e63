using Microsoft.AspNetCore.Http;
using Splot.Access.Callers;
using Splot.Access.Model;
using Splot.Access.Signing;
using Splot.Data;

namespace Splot.Access.SignIn;

/// <summary>Ends the session of the request, by itself or since another one takes its place.</summary>
internal sealed class SignOutHandler(MainStore store, Sessions sessions, Caller caller)
{
    /// <summary>Hands the browser the secret of a new session; the one that it came with is over.</summary>
    public async Task ReplaceAsync(HttpContext http, string secret, CancellationToken cancellation)
    {
        await HandleAsync(cancellation);
        sessions.Give(http, secret);
    }

    public Task HandleAsync(CancellationToken cancellation) => caller is { Account: { } account, SessionId: { } id }
        ? store.WriteAsync(
            session =>
            {
                session.Record(AccessAudit.SignedOut(account.Id));
                return sessions.EndAsync(session, account.Id, id, null, cancellation);
            },
            cancellation)
        : Task.CompletedTask;
}
