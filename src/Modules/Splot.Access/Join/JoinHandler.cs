using Microsoft.EntityFrameworkCore;
using Splot.Access.Links;
using Splot.Access.Model;
using Splot.Access.Signing;
using Splot.Access.Store;
using Splot.Contracts.Access;
using Splot.Data;

namespace Splot.Access.Join;

/// <summary>Expected outcomes of taking up an invitation.</summary>
internal abstract record JoinOutcome
{
    /// <summary>There is no such invitation, or it was used, taken back or is too old.</summary>
    public sealed record NoInvitation : JoinOutcome;

    /// <summary>The password cannot be had.</summary>
    public sealed record Unfit(PasswordProblem Problem) : JoinOutcome;

    /// <summary>The password is fit; the code app comes next. Nothing is stored yet.</summary>
    public sealed record AppNext(string Secret, string PasswordHash) : JoinOutcome;

    /// <summary>The code is not the app's.</summary>
    public sealed record WrongCode : JoinOutcome;

    /// <summary>Done: signed in, with the recovery codes, which are shown this once.</summary>
    public sealed record Joined(string SessionSecret, IReadOnlyList<string> RecoveryCodes) : JoinOutcome;
}

/// <summary>Takes up an invitation: password, app, recovery codes. The link is used up by the last step only, so that nothing is lost half-way.</summary>
internal sealed class JoinHandler(MainStore store, AccessLinks links, Passwords passwords, AppSecrets secrets, Sessions sessions, TimeProvider clock)
{
    private static readonly LinkScope Scope = AccountLink.For(LinkPurpose.Invitation);

    /// <summary>Whom a link invites; null where it invites nobody any more.</summary>
    public Task<Account?> FindAsync(string token, CancellationToken cancellation) => store.ReadAsync(
        async session => await links.FindAsync(session, token, Scope, cancellation) is { } link
            ? await session.Context<AccessContext>().Accounts.AsNoTracking().SingleOrDefaultAsync(a => a.Id == link.SubjectId && a.DisabledAt == null, cancellation)
            : null,
        cancellation);

    public async Task<JoinOutcome> ChoosePasswordAsync(string token, string password, CancellationToken cancellation)
    {
        if (await FindAsync(token, cancellation) is not { } account)
        {
            return new JoinOutcome.NoInvitation();
        }

        var problem = passwords.ProblemOf(password, account.Email, account.Name);
        return problem == PasswordProblem.None ? new JoinOutcome.AppNext(Totp.NewSecret(), passwords.Hash(password)) : new JoinOutcome.Unfit(problem);
    }

    public Task<JoinOutcome> FinishAsync(string token, string secret, string passwordHash, string code, string? agent, CancellationToken cancellation) => store.WriteAsync<JoinOutcome>(
        async session =>
        {
            var (context, now) = (session.Context<AccessContext>(), clock.GetUtcNow());
            if (await links.FindAsync(session, token, Scope, cancellation) is not { } link || await context.Accounts.SingleOrDefaultAsync(a => a.Id == link.SubjectId && a.DisabledAt == null, cancellation) is not { } account)
            {
                return new JoinOutcome.NoInvitation();
            }

            if (Totp.Check(secret, code, 0, now) is not { } step)
            {
                return new JoinOutcome.WrongCode();
            }

            if (await links.TakeAsync(session, token, Scope, cancellation) is null)
            {
                return new JoinOutcome.NoInvitation();
            }

            (account.PasswordHash, account.TotpSecret, account.TotpStep) = (passwordHash, secrets.Seal(secret), step);
            account.Succeed(now);
            session.Record(AccessAudit.Joined(account.Id, link.Id));
            await sessions.EndAsync(session, account.Id, null, null, cancellation);
            // Who is invited anew sets up everything anew: what a thief may have added opens nothing any more.
            await context.Passkeys.Where(p => p.AccountId == account.Id).ExecuteDeleteAsync(cancellation);
            await links.TakeBackAsync(session, AccountLink.For(LinkPurpose.Reset, account.Id), cancellation);
            var codes = RecoveryCodes.Renew(context, account.Id, await context.RecoveryCodes.Where(r => r.AccountId == account.Id).ToListAsync(cancellation));
            return new JoinOutcome.Joined(sessions.Begin(context, account.Id, agent), codes);
        },
        cancellation);
}
