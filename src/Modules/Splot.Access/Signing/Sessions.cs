using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Splot.Access.Model;
using Splot.Access.Store;
using Splot.Data;

namespace Splot.Access.Signing;

/// <summary>
/// Who is signed in, by a cookie that holds a random secret and nothing else. A session is read from the store with every request, so that one that
/// was ended, on whatever node, is over at once. It ends after twelve hours, and after one without a request. Each proof of who sits there exchanges the secret:
/// whoever got hold of the earlier one gains nothing by it.
/// </summary>
internal sealed class Sessions(MainStore store, SplotOptions options, TimeProvider clock)
{
    // A cookie of this name is taken by browsers from this very host and by HTTPS only.
    private const string SecureName = "__Host-splot";
    private const string PlainName = "splot";
    private const int LongestAgent = 200;

    private static readonly TimeSpan Longest = TimeSpan.FromHours(12);
    private static readonly TimeSpan Idle = TimeSpan.FromHours(1);
    // For requests that were under way; nothing that asks for a proof is open to them.
    private static readonly TimeSpan FormerLasts = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan SeenEvery = TimeSpan.FromMinutes(1);

    /// <summary>What the cookie is called.</summary>
    public string Cookie => IsSecure ? SecureName : PlainName;

    private bool IsSecure => options.PublicUrl.Scheme == Uri.UriSchemeHttps;

    /// <summary>Begins a session in the caller's transaction; returns the cookie's secret.</summary>
    public string Begin(AccessContext context, string account, string? agent)
    {
        var secret = Secrets.New();
        var now = clock.GetUtcNow().ToUnixTimeMilliseconds();
        context.Sessions.Add(new SignedInSession
        {
            Id = Secrets.NewId(clock.GetUtcNow()),
            SecretHash = Secrets.DigestOf(secret),
            AccountId = account,
            CreatedAt = now,
            SeenAt = now,
            ProvedAt = now,
            EndsAt = (clock.GetUtcNow() + Longest).ToUnixTimeMilliseconds(),
            Agent = agent is { Length: > LongestAgent } ? agent[..LongestAgent] : agent,
        });
        return secret;
    }

    /// <summary>Notes in the caller's transaction that it was proved who sits there; returns the cookie's new secret.</summary>
    public string Prove(SignedInSession session)
    {
        var (secret, now) = (Secrets.New(), clock.GetUtcNow());
        (session.FormerHash, session.FormerUntil) = (session.SecretHash, (now + FormerLasts).ToUnixTimeMilliseconds());
        (session.SecretHash, session.ProvedAt) = (Secrets.DigestOf(secret), now.ToUnixTimeMilliseconds());
        return secret;
    }

    /// <summary>Hands the browser the secret.</summary>
    public void Give(HttpContext http, string secret) => http.Response.Cookies.Append(Cookie, secret, Shape());

    /// <summary>Takes the secret back.</summary>
    public void Take(HttpContext http) => http.Response.Cookies.Delete(Cookie, Shape());

    /// <summary>The session of a request; null where there is none that is good.</summary>
    public async Task<SignedInSession?> FindAsync(HttpContext http, CancellationToken cancellation)
    {
        if (http.Request.Cookies[Cookie] is not { Length: > 0 and < 100 } secret)
        {
            return null;
        }

        var (hash, now) = (Secrets.DigestOf(secret), clock.GetUtcNow());
        var session = await store.ReadAsync(
            s => s.Context<AccessContext>().Sessions.AsNoTracking().SingleOrDefaultAsync(x => x.SecretHash == hash || x.FormerHash == hash, cancellation), cancellation);
        if (session is null || session.EndedAt is not null || now.ToUnixTimeMilliseconds() >= session.EndsAt || now - DateTimeOffset.FromUnixTimeMilliseconds(session.SeenAt) > Idle)
        {
            return null;
        }

        if (session.SecretHash != hash)
        {
            if (!(now.ToUnixTimeMilliseconds() < session.FormerUntil))
            {
                return null;
            }

            session.ProvedAt = 0;
        }

        if (now - DateTimeOffset.FromUnixTimeMilliseconds(session.SeenAt) > SeenEvery)
        {
            await store.WriteAsync(
                s => s.Context<AccessContext>().Sessions.Where(x => x.Id == session.Id).ExecuteUpdateAsync(x => x.SetProperty(y => y.SeenAt, now.ToUnixTimeMilliseconds()), cancellation),
                cancellation);
        }

        return session;
    }

    /// <summary>Ends sessions of an account: one, or all but one, or all.</summary>
    public Task<int> EndAsync(WriteSession session, string account, string? only, string? but, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow().ToUnixTimeMilliseconds();
        return session.Context<AccessContext>().Sessions
            .Where(x => x.AccountId == account && x.EndedAt == null && (only == null || x.Id == only) && (but == null || x.Id != but))
            .ExecuteUpdateAsync(x => x.SetProperty(y => y.EndedAt, now), cancellation);
    }

    private CookieOptions Shape() => new()
    {
        HttpOnly = true,
        IsEssential = true,
        Path = "/",
        SameSite = SameSiteMode.Lax, // links in mails lead to the desk
        Secure = IsSecure,
    };
}
