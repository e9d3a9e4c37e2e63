using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Splot.Contracts.Desk;
using Splot.Data;
using Splot.Desk.Model;
using Splot.Desk.Store;

namespace Splot.Desk.Drafts;

/// <summary>Keeps forms that were begun, sealed with the installation's master key and bound to draft and account.</summary>
internal sealed class KeptDrafts(MainStore store, KeyRing keys, TimeProvider clock) : IDrafts
{
    /// <summary>The most drafts that an account may keep; beyond it the oldest goes.</summary>
    public const int Most = 100;

    /// <summary>The most forms that may wait for a proof.</summary>
    public const int MostSent = 20;

    private const string ByKey = "SELECT substr(content, 1, 9), COUNT(*) FROM desk_draft GROUP BY substr(content, 1, 9)";

    /// <summary>For <c>splot keys status</c>: drafts are not sealed anew, since they go after a month.</summary>
    public static SealedHolding Holding { get; } = new("drafts", ByKey);

    private static readonly TimeSpan ClaimLasts = TimeSpan.FromMinutes(1);

    public async Task<Draft?> FindAsync(string account, string form, string id, CancellationToken cancellation)
    {
        await keys.ReadyAsync(cancellation);
        var oldest = Oldest(form == IDrafts.SentForm);
        var row = await store.ReadAsync(
            session => session.Context<DeskContext>().Drafts.AsNoTracking().SingleOrDefaultAsync(d => d.Id == id && d.AccountId == account && d.Form == form && d.SavedAt > oldest, cancellation),
            cancellation);
        return row is null ? null : new Draft(
            row.Id,
            JsonSerializer.Deserialize<Dictionary<string, IReadOnlyList<string>>>(keys.Open(row.Content, Context(row.Id, account)))!,
            DateTimeOffset.FromUnixTimeMilliseconds(row.SavedAt));
    }

    public async Task<string> SaveAsync(string account, string form, string path, IReadOnlyDictionary<string, IReadOnlyList<string>> values, string? id, CancellationToken cancellation)
    {
        await keys.ReadyAsync(cancellation);
        var (now, content) = (clock.GetUtcNow(), JsonSerializer.SerializeToUtf8Bytes(values));
        return await store.WriteAsync(
            async session =>
            {
                var drafts = session.Context<DeskContext>().Drafts;
                var row = id is null ? null : await drafts.SingleOrDefaultAsync(d => d.Id == id && d.AccountId == account && d.Form == form, cancellation);
                if (row is null)
                {
                    var (alike, most) = form == IDrafts.SentForm ? (drafts.Where(d => d.Form == IDrafts.SentForm), MostSent) : (drafts.Where(d => d.Form != IDrafts.SentForm), Most);
                    drafts.RemoveRange(await alike.Where(d => d.AccountId == account).OrderByDescending(d => d.SavedAt).Skip(most - 1).ToListAsync(cancellation));
                    row = new DraftRow { Id = id ?? Guid.CreateVersion7(now).ToString("N"), AccountId = account, Form = form, Path = path, Content = [] };
                    drafts.Add(row);
                }

                (row.Content, row.SavedAt, row.ClaimedUntil) = (keys.Seal(content, Context(row.Id, account)), now.ToUnixTimeMilliseconds(), null);
                return row.Id;
            },
            cancellation);
    }

    public async Task<bool> ClaimAsync(string account, string id, CancellationToken cancellation)
    {
        var (now, until) = (clock.GetUtcNow().ToUnixTimeMilliseconds(), (clock.GetUtcNow() + ClaimLasts).ToUnixTimeMilliseconds());
        return await store.WriteAsync(
            session => session.Context<DeskContext>().Drafts.Where(d => d.Id == id && d.AccountId == account && (d.ClaimedUntil == null || d.ClaimedUntil < now))
                .ExecuteUpdateAsync(d => d.SetProperty(x => x.ClaimedUntil, until), cancellation),
            cancellation) == 1;
    }

    public Task ReleaseAsync(string account, string id, CancellationToken cancellation) => store.WriteAsync(
        session => session.Context<DeskContext>().Drafts.Where(d => d.Id == id && d.AccountId == account).ExecuteUpdateAsync(d => d.SetProperty(x => x.ClaimedUntil, (long?)null), cancellation),
        cancellation);

    public Task DropAsync(string account, string id, CancellationToken cancellation) => store.WriteAsync(
        session => session.Context<DeskContext>().Drafts.Where(d => d.Id == id && d.AccountId == account).ExecuteDeleteAsync(cancellation),
        cancellation);

    /// <summary>The drafts of an account, the newest first, without what was typed and without what waits for a proof.</summary>
    public async Task<IReadOnlyList<KeptDraft>> OfAsync(string account, CancellationToken cancellation)
    {
        var oldest = Oldest(sent: false);
        return await store.ReadAsync(
            session => session.Context<DeskContext>().Drafts.AsNoTracking().Where(d => d.AccountId == account && d.SavedAt > oldest && d.Form != IDrafts.SentForm).OrderByDescending(d => d.SavedAt).ThenBy(d => d.Id)
                .Select(d => new KeptDraft(d.Id, d.Form, d.Path, DateTimeOffset.FromUnixTimeMilliseconds(d.SavedAt))).ToListAsync(cancellation),
            cancellation);
    }

    /// <summary>Removes drafts that nobody went on with.</summary>
    public Task<int> RemoveOldAsync(CancellationToken cancellation)
    {
        var (oldest, oldestSent) = (Oldest(sent: false), Oldest(sent: true));
        return store.WriteAsync(
            session => session.Context<DeskContext>().Drafts.Where(d => d.SavedAt <= oldest || (d.Form == IDrafts.SentForm && d.SavedAt <= oldestSent)).ExecuteDeleteAsync(cancellation), cancellation);
    }

    private long Oldest(bool sent) => (clock.GetUtcNow() - (sent ? IDrafts.SentLasts : IDrafts.Lasts)).ToUnixTimeMilliseconds();

    private static string Context(string draft, string account) => "desk_draft.content " + draft + " " + account;
}

/// <summary>A form that somebody has begun, without what was typed.</summary>
/// <param name="Id">The draft.</param>
/// <param name="Form">Key of the form.</param>
/// <param name="Path">The form's address, without language.</param>
/// <param name="SavedAt">When it was last kept.</param>
public sealed record KeptDraft(string Id, string Form, string Path, DateTimeOffset SavedAt);
