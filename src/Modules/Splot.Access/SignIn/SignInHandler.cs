using Microsoft.EntityFrameworkCore;
using Splot.Access.Model;
using Splot.Access.Signing;
using Splot.Access.Store;
using Splot.Data;

namespace Splot.Access.SignIn;

/// <summary>Expected outcomes of both steps.</summary>
internal abstract record SignInOutcome
{
    /// <summary>Wrong, locked or unknown: whoever tries learns no more than that.</summary>
    public sealed record Refused : SignInOutcome;

    /// <summary>The password is right; a code is asked for.</summary>
    public sealed record CodeWanted(string Account) : SignInOutcome;

    /// <summary>Signed in; the cookie's secret.</summary>
    public sealed record SignedIn(string Secret) : SignInOutcome;
}

/// <summary>Signs in by password and then by a code from an app, or by a recovery code in its place.</summary>
internal sealed class SignInHandler(MainStore store, Sessions sessions, CodeCheck codes, TimeProvider clock)
{
    /// <summary>The first step. The password is checked outside the transaction: it takes a tenth of a second on purpose.</summary>
    public async Task<SignInOutcome> CheckPasswordAsync(string email, string password, CancellationToken cancellation)
    {
        var key = Account.KeyOf(email);
        var account = await store.ReadAsync(s => s.Context<AccessContext>().Accounts.AsNoTracking().SingleOrDefaultAsync(a => a.EmailKey == key, cancellation), cancellation);
        var right = Passwords.IsOf(account, password);
        if (account is null)
        {
            return new SignInOutcome.Refused();
        }

        return await store.WriteAsync<SignInOutcome>(
            async session =>
            {
                var now = clock.GetUtcNow();
                var current = await session.Context<AccessContext>().Accounts.SingleAsync(a => a.Id == account.Id, cancellation);
                var open = current.DisabledAt is null && !current.IsLockedAt(now) && current.TotpSecret is not null && current.PasswordHash == account.PasswordHash;
                if (open && !right)
                {
                    current.Fail(now);
                }

                if (!open || !right)
                {
                    session.Record(AccessAudit.Refused(account.Id, "password"));
                    return new SignInOutcome.Refused();
                }

                return new SignInOutcome.CodeWanted(account.Id);
            },
            cancellation);
    }

    /// <summary>The second step.</summary>
    public Task<SignInOutcome> CheckCodeAsync(string accountId, string code, string? agent, CancellationToken cancellation) => store.WriteAsync<SignInOutcome>(
        async session =>
        {
            var context = session.Context<AccessContext>();
            var now = clock.GetUtcNow();
            var account = await context.Accounts.SingleOrDefaultAsync(a => a.Id == accountId, cancellation);
            if (account is null || account.DisabledAt is not null || account.TotpSecret is null || account.IsLockedAt(now))
            {
                return new SignInOutcome.Refused();
            }

            if (!await codes.IsRightAsync(context, account, code, cancellation))
            {
                account.Fail(now);
                session.Record(AccessAudit.Refused(account.Id, "code"));
                return new SignInOutcome.Refused();
            }

            account.Succeed(now);
            session.Record(AccessAudit.SignedIn(account.Id, "password"));
            return new SignInOutcome.SignedIn(sessions.Begin(context, account.Id, agent));
        },
        cancellation);
}
