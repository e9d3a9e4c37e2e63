using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Splot.Contracts.Hosting;
using Splot.Data;
using Splot.Desk.Store;

namespace Splot.Desk.Mail;

/// <summary>
/// Sends what is due and deletes it. A letter that was not taken is tried again after a minute, then after twice as long each time, at most an hour, until it has lost
/// its sense; one that never will be taken is given up at once. Either way nothing of its content stays. A process that dies between sending and deleting makes
/// another send it a second time: that is better than never.
/// </summary>
internal sealed class MailSender(MainStore store, KeyRing keys, IDelivery delivery, TimeProvider clock, ILogger<MailSender> log) : ICatchUp
{
    private const int Batch = 20;
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan FirstPause = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromHours(1);
    private static readonly TimeSpan FailuresKept = TimeSpan.FromDays(30);

    public Task CatchUpAsync(CancellationToken cancellation) => SendDueAsync(cancellation);

    /// <summary>Sends every letter that is due; returns how many were looked at.</summary>
    public async Task<int> SendDueAsync(CancellationToken cancellation)
    {
        var seen = 0;
        while (await DueAsync(cancellation) is { Count: > 0 } due)
        {
            await keys.ReadyAsync(cancellation);
            foreach (var (id, dueAt) in due)
            {
                if (await ClaimAsync(id, dueAt, cancellation) is { } claimed)
                {
                    await SendAsync(id, claimed, cancellation);
                }

                seen++;
            }

            await ForgetAsync(cancellation);
        }

        return seen;
    }

    private async Task<IReadOnlyList<(string Id, long DueAt)>> DueAsync(CancellationToken cancellation)
    {
        var now = clock.GetUtcNow().ToUnixTimeMilliseconds();
        var due = await store.ReadAsync(
            session => session.Context<DeskContext>().Letters.AsNoTracking().Where(l => l.FailedAt == null && l.DueAt <= now)
                .OrderBy(l => l.DueAt).ThenBy(l => l.Id).Take(Batch).Select(l => new { l.Id, l.DueAt }).ToListAsync(cancellation),
            cancellation);
        return [.. due.Select(d => (d.Id, d.DueAt))];
    }

    /// <summary>Takes the letter for this process; null where another was faster.</summary>
    private Task<Claimed?> ClaimAsync(string id, long dueAt, CancellationToken cancellation) => store.WriteAsync(
        async session =>
        {
            var (letters, until) = (session.Context<DeskContext>().Letters, (clock.GetUtcNow() + Lease).ToUnixTimeMilliseconds());
            var mine = await letters.Where(l => l.Id == id && l.DueAt == dueAt && l.FailedAt == null)
                .ExecuteUpdateAsync(l => l.SetProperty(x => x.DueAt, until).SetProperty(x => x.Attempts, x => x.Attempts + 1), cancellation);
            return mine == 0 ? null : await letters.AsNoTracking().Where(l => l.Id == id).Select(l => new Claimed(l.Content!, l.Attempts, l.EndsAt)).SingleAsync(cancellation);
        },
        cancellation);

    private async Task SendAsync(string id, Claimed claimed, CancellationToken cancellation)
    {
        try
        {
            if (claimed.EndsAt <= clock.GetUtcNow().ToUnixTimeMilliseconds())
            {
                throw new DeliveryException("The letter lost its sense before the mail server took it.", forGood: true);
            }

            await delivery.SendAsync(id, MailQueue.Open(keys, id, claimed.Content), cancellation);
            await store.WriteAsync(session => session.Context<DeskContext>().Letters.Where(l => l.Id == id).ExecuteDeleteAsync(cancellation), cancellation);
        }
        catch (DeliveryException refused)
        {
            log.LogWarning(refused, "A letter was not taken (attempt {Attempt})", claimed.Attempts);
            await (refused.ForGood ? GiveUpAsync(id, refused.Message, cancellation) : AgainAsync(id, claimed, refused.Message, cancellation));
        }
        catch (SealException damaged)
        {
            log.LogError(damaged, "A letter could not be opened");
            await GiveUpAsync(id, "The letter could not be opened: its key is gone, or it was changed.", cancellation);
        }
    }

    private Task AgainAsync(string id, Claimed claimed, string problem, CancellationToken cancellation)
    {
        var pause = TimeSpan.FromTicks(Math.Min(FirstPause.Ticks << Math.Min(claimed.Attempts - 1, 16), LongestPause.Ticks));
        var due = (clock.GetUtcNow() + pause).ToUnixTimeMilliseconds();
        return store.WriteAsync(
            session => session.Context<DeskContext>().Letters.Where(l => l.Id == id).ExecuteUpdateAsync(l => l.SetProperty(x => x.DueAt, due).SetProperty(x => x.Problem, problem), cancellation),
            cancellation);
    }

    private Task GiveUpAsync(string id, string problem, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow().ToUnixTimeMilliseconds();
        return store.WriteAsync(
            session => session.Context<DeskContext>().Letters.Where(l => l.Id == id)
                .ExecuteUpdateAsync(l => l.SetProperty(x => x.FailedAt, now).SetProperty(x => x.Problem, problem).SetProperty(x => x.Content, (byte[]?)null), cancellation),
            cancellation);
    }

    private Task ForgetAsync(CancellationToken cancellation)
    {
        var before = (clock.GetUtcNow() - FailuresKept).ToUnixTimeMilliseconds();
        return store.WriteAsync(session => session.Context<DeskContext>().Letters.Where(l => l.FailedAt < before).ExecuteDeleteAsync(cancellation), cancellation);
    }

    private sealed record Claimed(byte[] Content, int Attempts, long EndsAt);
}
