using Microsoft.EntityFrameworkCore;
using Splot.Contracts.Desk;
using Splot.Data;
using Splot.Desk.Model;
using Splot.Desk.Store;

namespace Splot.Desk.Views;

/// <summary>Keeps views of lists; each account sees its own.</summary>
internal sealed class SavedViews(MainStore store, TimeProvider clock) : ISavedViews
{
    /// <summary>The most views that an account may keep of a list.</summary>
    public const int Most = 20;

    public async Task<IReadOnlyList<SavedView>> OfAsync(string account, string list, CancellationToken cancellation) => await store.ReadAsync(
        session => session.Context<DeskContext>().Views.AsNoTracking()
            .Where(v => v.AccountId == account && v.List == list).OrderBy(v => v.Name).Take(Most)
            .Select(v => new SavedView(v.Id, v.Name, v.Query)).ToListAsync(cancellation),
        cancellation);

    /// <summary>Keeps a view; one of the same name is replaced, and beyond <see cref="Most"/> the oldest goes.</summary>
    public Task SaveAsync(string account, string list, string name, string query, CancellationToken cancellation) => store.WriteAsync(
        async session =>
        {
            var (views, now) = (session.Context<DeskContext>().Views, clock.GetUtcNow());
            var kept = await views.Where(v => v.AccountId == account && v.List == list).OrderBy(v => v.CreatedAt).ToListAsync(cancellation);
            if (kept.Find(v => v.Name == name) is { } same)
            {
                same.Query = query;
                return;
            }

            views.RemoveRange(kept.Take(kept.Count - Most + 1));
            views.Add(new ViewRow { Id = Guid.CreateVersion7(now).ToString("N"), AccountId = account, List = list, Name = name, Query = query, CreatedAt = now.ToUnixTimeMilliseconds() });
        },
        cancellation);

    public Task DropAsync(string account, string id, CancellationToken cancellation) => store.WriteAsync(
        session => session.Context<DeskContext>().Views.Where(v => v.AccountId == account && v.Id == id).ExecuteDeleteAsync(cancellation),
        cancellation);
}
