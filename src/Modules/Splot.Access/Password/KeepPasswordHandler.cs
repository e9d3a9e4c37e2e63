using Microsoft.EntityFrameworkCore;
using Splot.Access.Callers;
using Splot.Access.Letters;
using Splot.Access.Links;
using Splot.Access.Model;
using Splot.Access.Signing;
using Splot.Access.Store;
using Splot.Contracts.Desk;
using Splot.Data;

namespace Splot.Access.Password;

/// <summary>Expected outcomes of changing one's own password.</summary>
internal abstract record ChangePasswordOutcome
{
    public sealed record Changed : ChangePasswordOutcome;

    /// <summary>The present password is another, or the account is locked.</summary>
    public sealed record Wrong : ChangePasswordOutcome;

    /// <summary>The new password cannot be had.</summary>
    public sealed record Unfit(PasswordProblem Problem) : ChangePasswordOutcome;
}

/// <summary>Changes the caller's own password, app and recovery codes. The owner gets a letter each time; whoever is signed in elsewhere is signed out by a new password.</summary>
internal sealed class KeepPasswordHandler(
    MainStore store, Passwords passwords, AppSecrets secrets, Sessions sessions, AccessLinks links, AccessLetters letters, IMail mail, Caller caller, TimeProvider clock)
{
    public Task<Account> FindAsync(CancellationToken cancellation) => store.ReadAsync(
        session => session.Context<AccessContext>().Accounts.AsNoTracking().SingleAsync(a => a.Id == caller.Account!.Id, cancellation),
        cancellation);

    /// <summary>Both passwords are worked on outside the transaction: hashing takes a tenth of a second on purpose.</summary>
    public async Task<ChangePasswordOutcome> ChangeAsync(string present, string wanted, CancellationToken cancellation)
    {
        await mail.ReadyAsync(cancellation);
        var known = await FindAsync(cancellation);
        if (passwords.ProblemOf(wanted, known.Email, known.Name) is var problem and not PasswordProblem.None)
        {
            return new ChangePasswordOutcome.Unfit(problem);
        }

        var right = Passwords.IsOf(known, present);
        var hash = passwords.Hash(wanted);
        return await store.WriteAsync<ChangePasswordOutcome>(
            async session =>
            {
                var (account, now) = (await AccountAsync(session, cancellation), clock.GetUtcNow());
                if (account.IsLockedAt(now) || account.PasswordHash != known.PasswordHash)
                {
                    return new ChangePasswordOutcome.Wrong();
                }

                if (!right)
                {
                    account.Fail(now);
                    session.Record(AccessAudit.Refused(account.Id, "own-password"));
                    return new ChangePasswordOutcome.Wrong();
                }

                (account.PasswordHash, account.Failures, account.LockedUntil) = (hash, 0, null);
                await sessions.EndAsync(session, account.Id, null, caller.SessionId, cancellation);
                await links.TakeBackAsync(session, AccountLink.For(LinkPurpose.Reset, account.Id), cancellation);
                session.Record(AccessAudit.PasswordChanged(account.Id));
                await mail.QueueAsync(session, letters.Changed(account, () => Letters.Text.WhatPassword, now), cancellation);
                return new ChangePasswordOutcome.Changed();
            },
            cancellation);
    }

    /// <summary>New recovery codes in place of the old ones; told this once.</summary>
    public async Task<IReadOnlyList<string>> RenewCodesAsync(CancellationToken cancellation)
    {
        await mail.ReadyAsync(cancellation);
        return await store.WriteAsync(
            async session =>
            {
                var (context, account) = (session.Context<AccessContext>(), await AccountAsync(session, cancellation));
                session.Record(AccessAudit.CodesRenewed(account.Id));
                await mail.QueueAsync(session, letters.Changed(account, () => Letters.Text.WhatCodes, clock.GetUtcNow()), cancellation);
                return RecoveryCodes.Renew(context, account.Id, await context.RecoveryCodes.Where(r => r.AccountId == account.Id).ToListAsync(cancellation));
            },
            cancellation);
    }

    /// <summary>Puts another app in place of the old one, whose codes stop; false where the code is not the new app's.</summary>
    public async Task<bool> RenewAppAsync(string secret, string code, CancellationToken cancellation)
    {
        await mail.ReadyAsync(cancellation);
        return await store.WriteAsync(
            async session =>
            {
                var now = clock.GetUtcNow();
                if (Totp.Check(secret, code, 0, now) is not { } step)
                {
                    return false;
                }

                var account = await AccountAsync(session, cancellation);
                (account.TotpSecret, account.TotpStep) = (secrets.Seal(secret), step);
                session.Record(AccessAudit.AppRenewed(account.Id));
                await mail.QueueAsync(session, letters.Changed(account, () => Letters.Text.WhatApp, now), cancellation);
                return true;
            },
            cancellation);
    }

    private Task<Account> AccountAsync(WriteSession session, CancellationToken cancellation) => session.Context<AccessContext>().Accounts.SingleAsync(a => a.Id == caller.Account!.Id, cancellation);
}
