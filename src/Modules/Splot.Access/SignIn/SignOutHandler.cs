using Splot.Access.Callers;
using Splot.Access.Model;
using Splot.Access.Signing;
using Splot.Data;

namespace Splot.Access.SignIn;

/// <summary>Ends the session of the request.</summary>
internal sealed class SignOutHandler(MainStore store, Sessions sessions, Caller caller)
{
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
