using Microsoft.EntityFrameworkCore;
using Splot.Access.Letters;
using Splot.Access.Links;
using Splot.Access.Model;
using Splot.Access.Store;
using Splot.Contracts.Access;
using Splot.Contracts.Desk;
using Splot.Data;

namespace Splot.Access.Forgot;

/// <summary>
/// Mails a link by which a new password can be chosen. Whoever asks learns nothing of who has an account: the answer is the same, and so is nearly all of the work, for a
/// link is made for unknown addresses too, which nobody ever gets.
/// </summary>
internal sealed class ForgotHandler(MainStore store, AccessLinks links, AccessLetters letters, IMail mail, TimeProvider clock)
{
    /// <summary>How long a link is good.</summary>
    public static readonly TimeSpan Lasts = TimeSpan.FromHours(1);

    /// <summary>Letters that an account gets within that time, so that nobody fills somebody's mailbox.</summary>
    public const int MostLetters = 3;

    private const string Nobody = "nobody";

    private static readonly TimeSpan LinksKept = TimeSpan.FromDays(1);

    public async Task HandleAsync(string email, CancellationToken cancellation)
    {
        await mail.ReadyAsync(cancellation);
        await store.WriteAsync(session => AskAsync(session, Account.KeyOf(email), cancellation), cancellation);
    }

    private async Task AskAsync(WriteSession session, string key, CancellationToken cancellation)
    {
        var (context, now) = (session.Context<AccessContext>(), clock.GetUtcNow());
        // Without a password there is none to forget: an invitation leads in.
        var account = await context.Accounts.SingleOrDefaultAsync(a => a.EmailKey == key && a.DisabledAt == null && a.PasswordHash != null, cancellation);
        var subject = account?.Id ?? Nobody;
        var (since, old) = ((now - Lasts).ToUnixTimeMilliseconds(), (now - LinksKept).ToUnixTimeMilliseconds());
        await context.Links.Where(l => l.Purpose == LinkPurpose.Reset && l.EndsAt < old).ExecuteDeleteAsync(cancellation);
        var letterCount = await context.Links.CountAsync(l => l.Purpose == LinkPurpose.Reset && l.SubjectKind == AccountLink.Kind && l.SubjectId == subject && l.CreatedAt > since, cancellation);
        if (account is not null && letterCount >= MostLetters)
        {
            return;
        }

        await links.TakeBackAsync(session, AccountLink.For(LinkPurpose.Reset, subject), cancellation);
        var link = links.Add(session, new LinkOrder(LinkPurpose.Reset, AccountLink.Kind, subject, null, now + Lasts, Once: true, null));
        if (account is not null)
        {
            session.Record(AccessAudit.ResetAsked(account.Id));
            await mail.QueueAsync(session, letters.Reset(account, link), cancellation);
        }
    }
}
