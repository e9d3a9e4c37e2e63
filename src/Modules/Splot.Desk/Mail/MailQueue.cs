using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Splot.Contracts;
using Splot.Contracts.Desk;
using Splot.Data;
using Splot.Desk.Model;
using Splot.Desk.Store;

namespace Splot.Desk.Mail;

/// <summary>Takes letters in, each sealed with the installation's key and bound to its row.</summary>
internal sealed class MailQueue(MainStore store, KeyRing keys, TimeProvider clock) : IMail
{
    private const string ByKey = "SELECT substr(content, 1, 9), COUNT(*) FROM desk_letter WHERE content IS NOT NULL GROUP BY substr(content, 1, 9)";

    /// <summary>For <c>splot keys status</c>: letters are not sealed anew, since they go within two days.</summary>
    public static SealedHolding Holding { get; } = new("letters", ByKey);

    private static readonly TimeSpan GoodFor = TimeSpan.FromDays(2);

    public ValueTask ReadyAsync(CancellationToken cancellation) => keys.ReadyAsync(cancellation);

    public Task QueueAsync(ITransaction transaction, Letter letter, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var id = Guid.CreateVersion7(now).ToString("N");
        WriteSession.Of(transaction).Context<DeskContext>().Letters.Add(new QueuedLetter
        {
            Id = id,
            Content = keys.Seal(JsonSerializer.SerializeToUtf8Bytes(letter), Place(id)),
            CreatedAt = now.ToUnixTimeMilliseconds(),
            DueAt = now.ToUnixTimeMilliseconds(),
            EndsAt = (letter.GoodUntil ?? now + GoodFor).ToUnixTimeMilliseconds(),
        });
        return Task.CompletedTask;
    }

    public Task<MailState> StateAsync(CancellationToken cancellation) => store.ReadAsync(
        async session =>
        {
            var letters = session.Context<DeskContext>().Letters.AsNoTracking();
            var waiting = letters.Where(l => l.FailedAt == null);
            return new MailState(
                await waiting.LongCountAsync(cancellation),
                await waiting.MinAsync(l => (long?)l.CreatedAt, cancellation) is { } oldest ? DateTimeOffset.FromUnixTimeMilliseconds(oldest) : null,
                await letters.LongCountAsync(l => l.FailedAt != null, cancellation),
                await letters.Where(l => l.Problem != null).OrderByDescending(l => l.DueAt).Select(l => l.Problem).FirstOrDefaultAsync(cancellation));
        },
        cancellation);

    /// <summary>The letter of a row.</summary>
    /// <exception cref="SealException">It was changed, moved, or its key is gone.</exception>
    public static Letter Open(KeyRing keys, string id, byte[] content) => JsonSerializer.Deserialize<Letter>(keys.Open(content, Place(id))) ?? throw new JsonException("There is no letter in the row.");

    private static string Place(string id) => "desk_letter.content/" + id;
}
