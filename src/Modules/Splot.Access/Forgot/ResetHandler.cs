using Microsoft.EntityFrameworkCore;
using Splot.Access.Letters;
using Splot.Access.Links;
using Splot.Access.Model;
using Splot.Access.Signing;
using Splot.Access.Store;
using Splot.Contracts.Access;
using Splot.Contracts.Desk;
using Splot.Data;

namespace Splot.Access.Forgot;

/// <summary>Expected outcomes of choosing a new password by a link.</summary>
internal abstract record ResetOutcome
{
    public sealed record Done : ResetOutcome;

    /// <summary>The link is unknown, used, taken back or too old.</summary>
    public sealed record NoLink : ResetOutcome;

    public sealed record Unfit(PasswordProblem Problem) : ResetOutcome;

    /// <summary>The code is neither the app's nor a recovery code, or the account is locked.</summary>
    public sealed record WrongCode : ResetOutcome;
}

/// <summary>
/// Chooses a new password by the link from a letter and a code: who reads somebody's mail alone has no account by that. All sessions end, and all other such links.
/// </summary>
internal sealed class ResetHandler(MainStore store, Passwords passwords, CodeCheck codes, Sessions sessions, AccessLinks links, AccessLetters letters, IMail mail, TimeProvider clock)
{
    private static readonly LinkScope Scope = AccountLink.For(LinkPurpose.Reset);

    /// <summary>Whose password it would be; null where the link is not good any more.</summary>
    public Task<Account?> FindAsync(string token, CancellationToken cancellation) => store.ReadAsync(session => AccountAsync(session, token, cancellation), cancellation);

    public async Task<ResetOutcome> HandleAsync(string token, string password, string code, CancellationToken cancellation)
    {
        if (await FindAsync(token, cancellation) is not { } known)
        {
            return new ResetOutcome.NoLink();
        }

        if (passwords.ProblemOf(password, known.Email, known.Name) is var problem and not PasswordProblem.None)
        {
            return new ResetOutcome.Unfit(problem);
        }

        await mail.ReadyAsync(cancellation);
        var hash = passwords.Hash(password);
        return await store.WriteAsync(session => ResetAsync(session, token, hash, code, cancellation), cancellation);
    }

    private async Task<ResetOutcome> ResetAsync(WriteSession session, string token, string hash, string code, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        if (await AccountAsync(session, token, cancellation) is not { } account)
        {
            return new ResetOutcome.NoLink();
        }

        if (account.IsLockedAt(now))
        {
            return new ResetOutcome.WrongCode();
        }

        if (!await codes.IsRightAsync(session.Context<AccessContext>(), account, code, cancellation))
        {
            account.Fail(now);
            session.Record(AccessAudit.Refused(account.Id, "reset"));
            return new ResetOutcome.WrongCode();
        }

        if (await links.TakeAsync(session, token, Scope, cancellation) is not { } link)
        {
            return new ResetOutcome.NoLink();
        }

        (account.PasswordHash, account.Failures, account.LockedUntil) = (hash, 0, null);
        await sessions.EndAsync(session, account.Id, null, null, cancellation);
        await links.TakeBackAsync(session, AccountLink.For(LinkPurpose.Reset, account.Id), cancellation);
        session.Record(AccessAudit.PasswordReset(account.Id, link.Id));
        await mail.QueueAsync(session, letters.Changed(account, () => Letters.Text.WhatPassword, now), cancellation);
        return new ResetOutcome.Done();
    }

    private async Task<Account?> AccountAsync(Session session, string token, CancellationToken cancellation) =>
        await links.FindAsync(session, token, Scope, cancellation) is { } link
            ? await session.Context<AccessContext>().Accounts.SingleOrDefaultAsync(a => a.Id == link.SubjectId && a.DisabledAt == null, cancellation)
            : null;
}
