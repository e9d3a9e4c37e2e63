using Microsoft.EntityFrameworkCore;
using Splot.Access.Letters;
using Splot.Access.Links;
using Splot.Access.Model;
using Splot.Access.Signing;
using Splot.Access.Store;
using Splot.Contracts.Access;
using Splot.Contracts.Desk;
using Splot.Data;
using Splot.Kernel;

namespace Splot.Access.Invite;

/// <summary>Whom to invite, as what.</summary>
internal sealed record InviteAccount(string Email, string Name, Language Language, Role Role, string? Organisation, string? Unit, string? InvitedBy);

/// <summary>An invitation: who, and the secret of its link, which is told this once.</summary>
internal sealed record Invitation(string Account, string Secret, DateTimeOffset EndsAt);

/// <summary>Makes an account where there is none, gives it a role it does not hold yet, and mails a link by which it can be taken up. An earlier link is taken back.</summary>
internal sealed class InviteHandler(MainStore store, AccessLinks links, AccessLetters letters, IMail mail, TimeProvider clock)
{
    // They have a meaning of their own in the heads of letters.
    private const string NotInAddresses = "<>()[],;:\"\\";

    /// <summary>How long an invitation is good.</summary>
    public static readonly TimeSpan Lasts = TimeSpan.FromDays(7);

    public async Task<Invitation> HandleAsync(InviteAccount command, CancellationToken cancellation)
    {
        await mail.ReadyAsync(cancellation);
        return await store.WriteAsync(session => InviteAsync(session, command, cancellation), cancellation);
    }

    /// <summary>Mails a link to somebody who has an account, and takes an earlier one back. What they may do stays as it is.</summary>
    public async Task<Invitation> SendAsync(WriteSession session, Account account, string? by, CancellationToken cancellation)
    {
        await links.TakeBackAsync(session, AccountLink.For(LinkPurpose.Invitation, account.Id), cancellation);
        var link = links.Add(session, new LinkOrder(LinkPurpose.Invitation, AccountLink.Kind, account.Id, null, clock.GetUtcNow() + Lasts, Once: true, by));
        await mail.QueueAsync(session, letters.Invitation(account, link), cancellation);
        return new Invitation(account.Id, link.Secret, link.Ends);
    }

    /// <summary>Whether somebody has an account with this address already.</summary>
    public Task<bool> IsKnownAsync(string email, CancellationToken cancellation)
    {
        var key = Account.KeyOf(email);
        return store.ReadAsync(session => session.Context<AccessContext>().Accounts.AnyAsync(a => a.EmailKey == key, cancellation), cancellation);
    }

    /// <summary>Whether a text could be an address: one name, and a domain of two labels or more in any script. Only mail to it can say more.</summary>
    public static bool LooksLikeAddress(string email) =>
        email.Length <= 254 && !email.Any(c => char.IsWhiteSpace(c) || char.IsControl(c) || NotInAddresses.Contains(c, StringComparison.Ordinal))
        && email.Split('@') is [{ Length: > 0 }, var domain] && domain.Split('.') is { Length: > 1 } labels && labels.All(l => l.Length > 0);

    private async Task<Invitation> InviteAsync(WriteSession session, InviteAccount command, CancellationToken cancellation)
    {
        var (context, now) = (session.Context<AccessContext>(), clock.GetUtcNow());
        var key = Account.KeyOf(command.Email);
        var account = await context.Accounts.SingleOrDefaultAsync(a => a.EmailKey == key, cancellation);
        if (account is null)
        {
            account = new Account
            {
                Id = Secrets.NewId(now),
                Email = command.Email.Trim(),
                EmailKey = key,
                Name = CleanText.Line(command.Name),
                Language = command.Language.Code(),
                CreatedAt = now.ToUnixTimeMilliseconds(),
            };
            context.Accounts.Add(account);
        }

        await GrantAsync(context, account.Id, command, now, cancellation);
        session.Record(AccessAudit.Invited(command.InvitedBy is { } by ? AuditActor.Account(by) : AuditActor.Terminal("admin invite"), account.Id, command.Role.Code(), command.Organisation));
        return await SendAsync(session, account, command.InvitedBy, cancellation);
    }

    private static async Task GrantAsync(AccessContext context, string account, InviteAccount command, DateTimeOffset now, CancellationToken cancellation)
    {
        var (role, today) = (command.Role.Code(), (long)DateOnly.FromDateTime(now.UtcDateTime).DayNumber);
        if (await context.Grants.AnyAsync(g => g.AccountId == account && g.Role == role && g.OrganisationId == command.Organisation && g.UnitId == command.Unit && (g.ToDay == null || g.ToDay >= today), cancellation))
        {
            return;
        }

        context.Grants.Add(new Grant
        {
            Id = Secrets.NewId(now),
            AccountId = account,
            Role = role,
            OrganisationId = command.Organisation,
            UnitId = command.Unit,
            FromDay = today,
            GrantedBy = command.InvitedBy,
            GrantedAt = now.ToUnixTimeMilliseconds(),
        });
    }
}
