using Microsoft.EntityFrameworkCore;
using Splot.Access.Callers;
using Splot.Access.Model;
using Splot.Access.Signing;
using Splot.Access.Store;
using Splot.Data;

namespace Splot.Access.OwnSessions;

/// <summary>A browser that is signed in, as its owner sees it.</summary>
public sealed record OwnSession(string Id, Device Device, DateTimeOffset Began, DateTimeOffset Seen, bool IsThis);

/// <summary>Shows the caller's sessions, the one used last first, and ends them.</summary>
internal sealed class OwnSessionsHandler(MainStore store, Sessions sessions, Caller caller, TimeProvider clock)
{
    private const int Most = 50;

    public async Task<IReadOnlyList<OwnSession>> ListAsync(CancellationToken cancellation)
    {
        var (account, now) = (caller.Account!.Id, clock.GetUtcNow().ToUnixTimeMilliseconds());
        var found = await store.ReadAsync(
            session => session.Context<AccessContext>().Sessions.AsNoTracking()
                .Where(s => s.AccountId == account && s.EndedAt == null && s.EndsAt > now)
                .OrderByDescending(s => s.SeenAt).ThenBy(s => s.Id).Take(Most).ToListAsync(cancellation),
            cancellation);
        return [.. found.Select(s => new OwnSession(s.Id, Device.Of(s.Agent), DateTimeOffset.FromUnixTimeMilliseconds(s.CreatedAt), DateTimeOffset.FromUnixTimeMilliseconds(s.SeenAt), s.Id == caller.SessionId))];
    }

    /// <summary>Ends one session of the caller's, or where none is named all but the one that asks.</summary>
    public Task EndAsync(string? only, CancellationToken cancellation) => store.WriteAsync(
        session =>
        {
            session.Record(AccessAudit.SessionsEnded(caller.Account!.Id));
            return sessions.EndAsync(session, caller.Account.Id, only, only is null ? caller.SessionId : null, cancellation);
        },
        cancellation);
}
