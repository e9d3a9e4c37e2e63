using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using Splot.Access.Callers;
using Splot.Access.Letters;
using Splot.Access.Model;
using Splot.Access.Signing;
using Splot.Access.Store;
using Splot.Contracts.Desk;
using Splot.Data;

namespace Splot.Access.Passkeys;

/// <summary>A passkey as its owner sees it.</summary>
public sealed record OwnPasskey(string Id, string Name, DateTimeOffset Made, DateTimeOffset? Used);

/// <summary>Expected outcomes of adding a passkey.</summary>
internal enum AddPasskeyOutcome
{
    Added,

    /// <summary>The browser's answer is wrong, came too late or was given before.</summary>
    Refused,

    /// <summary>There are as many as anybody can keep track of.</summary>
    TooMany,
}

/// <summary>Lists, adds, names and removes the caller's passkeys.</summary>
internal sealed class KeepPasskeysHandler(MainStore store, PasskeyCeremony ceremony, AccessLetters letters, IMail mail, Caller caller, TimeProvider clock)
{
    public const int Most = 20;
    public const int LongestName = 60;

    public Task<IReadOnlyList<OwnPasskey>> ListAsync(CancellationToken cancellation) => store.ReadAsync<IReadOnlyList<OwnPasskey>>(
        async session => [.. (await Own(session.Context<AccessContext>()).AsNoTracking().OrderBy(p => p.CreatedAt).ThenBy(p => p.Id).ToListAsync(cancellation)).Select(Shown)],
        cancellation);

    /// <summary>One of the caller's; null where it is not theirs.</summary>
    public Task<OwnPasskey?> FindAsync(string id, CancellationToken cancellation) => store.ReadAsync(
        async session => await Own(session.Context<AccessContext>()).AsNoTracking().SingleOrDefaultAsync(p => p.Id == id, cancellation) is { } found ? Shown(found) : null,
        cancellation);

    public Task<PasskeyQuestion> AskAsync(HttpContext http, CancellationToken cancellation) => store.ReadAsync(
        async session => await ceremony.AskToMakeAsync(session, await AccountAsync(session, cancellation), http),
        cancellation);

    public async Task<AddPasskeyOutcome> AddAsync(string name, string state, string credential, HttpContext http, CancellationToken cancellation)
    {
        await mail.ReadyAsync(cancellation);
        return await store.WriteAsync(session => AddAsync(session, name, state, credential, http, cancellation), cancellation);
    }

    /// <summary>False where it is not the caller's.</summary>
    public Task<bool> RenameAsync(string id, string name, CancellationToken cancellation) => store.WriteAsync(
        async session =>
        {
            if (await Own(session.Context<AccessContext>()).SingleOrDefaultAsync(p => p.Id == id, cancellation) is not { } passkey)
            {
                return false;
            }

            passkey.Name = name;
            session.Record(AccessAudit.PasskeyRenamed(passkey.AccountId, passkey.Id));
            return true;
        },
        cancellation);

    /// <summary>False where it is not the caller's.</summary>
    public async Task<bool> RemoveAsync(string id, CancellationToken cancellation)
    {
        await mail.ReadyAsync(cancellation);
        return await store.WriteAsync(
            async session =>
            {
                var context = session.Context<AccessContext>();
                if (await Own(context).SingleOrDefaultAsync(p => p.Id == id, cancellation) is not { } passkey)
                {
                    return false;
                }

                context.Passkeys.Remove(passkey);
                session.Record(AccessAudit.PasskeyRemoved(passkey.AccountId, passkey.Id));
                await mail.QueueAsync(session, letters.Changed(await AccountAsync(session, cancellation), () => Letters.Text.WhatPasskeyRemoved, clock.GetUtcNow()), cancellation);
                return true;
            },
            cancellation);
    }

    private async Task<AddPasskeyOutcome> AddAsync(WriteSession session, string name, string state, string credential, HttpContext http, CancellationToken cancellation)
    {
        var (context, now) = (session.Context<AccessContext>(), clock.GetUtcNow());
        if (await Own(context).CountAsync(cancellation) >= Most)
        {
            return AddPasskeyOutcome.TooMany;
        }

        var account = await AccountAsync(session, cancellation);
        if (await ceremony.CheckMadeAsync(session, account, state, credential, http, cancellation) is not { } made)
        {
            return AddPasskeyOutcome.Refused;
        }

        var passkey = new Passkey
        {
            Id = Secrets.NewId(now),
            AccountId = account.Id,
            CredentialId = WebEncoders.Base64UrlEncode(made.CredentialId),
            PublicKey = made.PublicKey,
            SignCount = made.SignCount,
            Transports = string.Join(' ', made.Transports ?? []),
            BackupEligible = made.IsBackupEligible,
            BackedUp = made.IsBackedUp,
            Name = name,
            CreatedAt = now.ToUnixTimeMilliseconds(),
        };
        context.Passkeys.Add(passkey);
        session.Record(AccessAudit.PasskeyAdded(account.Id, passkey.Id));
        await mail.QueueAsync(session, letters.Changed(account, () => Letters.Text.WhatPasskeyAdded, now), cancellation);
        return AddPasskeyOutcome.Added;
    }

    private IQueryable<Passkey> Own(AccessContext context) => context.Passkeys.Where(p => p.AccountId == caller.Account!.Id);

    private Task<Account> AccountAsync(Session session, CancellationToken cancellation) => session.Context<AccessContext>().Accounts.SingleAsync(a => a.Id == caller.Account!.Id, cancellation);

    private static OwnPasskey Shown(Passkey passkey) => new(
        passkey.Id, passkey.Name, DateTimeOffset.FromUnixTimeMilliseconds(passkey.CreatedAt), passkey.UsedAt is { } used ? DateTimeOffset.FromUnixTimeMilliseconds(used) : null);
}
