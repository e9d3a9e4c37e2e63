using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Splot.Access.Model;
using Splot.Access.Signing;
using Splot.Access.Store;
using Splot.Contracts.Access;
using Splot.Data;
using Splot.Kernel;
using Splot.Ui;

namespace Splot.Access.OwnSessions;

/// <summary>A browser that is signed in, as its owner sees it.</summary>
public sealed record OwnSession(string Id, string? Agent, DateTimeOffset Began, DateTimeOffset Seen, bool IsThis);

/// <summary>/{lang}/desk/sessions: where one is signed in, and how to end it elsewhere.</summary>
internal static class OwnSessionsEndpoints
{
    public const string Path = "/desk/sessions";
    private const int Most = 50;

    public static void MapOwnSessions(this IEndpointRouteBuilder pages)
    {
        pages.MapGet(Path, GetAsync).For(Acts.UseDesk);
        pages.MapPost(Path, PostAsync).WithSignedInForm().For(Acts.UseDesk);
    }

    private static async Task<IResult> GetAsync(HttpContext http, MainStore store, Caller.Caller caller, TimeProvider clock, CancellationToken cancellation)
    {
        var (account, now) = (caller.Account!.Id, clock.GetUtcNow().ToUnixTimeMilliseconds());
        var found = await store.ReadAsync(
            session => session.Context<AccessContext>().Sessions.AsNoTracking()
                .Where(s => s.AccountId == account && s.EndedAt == null && s.EndsAt > now)
                .OrderByDescending(s => s.SeenAt).ThenBy(s => s.Id).Take(Most).ToListAsync(cancellation),
            cancellation);
        return Html.Page<OwnSessionsPage>(http, new
        {
            Sessions = (IReadOnlyList<OwnSession>)[.. found.Select(s => new OwnSession(s.Id, s.Agent, DateTimeOffset.FromUnixTimeMilliseconds(s.CreatedAt), DateTimeOffset.FromUnixTimeMilliseconds(s.SeenAt), s.Id == caller.SessionId))],
        });
    }

    private static async Task<IResult> PostAsync(HttpContext http, IFormCollection fields, MainStore store, Sessions sessions, Caller.Caller caller, CancellationToken cancellation)
    {
        var only = fields["session"].ToString() is { Length: 64 } one ? one : null;
        await store.WriteAsync(
            session =>
            {
                session.Record(AccessAudit.SessionsEnded(caller.Account!.Id));
                return sessions.EndAsync(session, caller.Account.Id, only, only is null ? caller.SessionId : null, cancellation);
            },
            cancellation);
        return TypedResults.LocalRedirect("/" + Languages.Current.Code() + Path);
    }
}
