using Microsoft.EntityFrameworkCore;
using Splot.Contracts.Desk;
using Splot.Data;
using Splot.Desk.Model;
using Splot.Desk.Store;

namespace Splot.Desk.Views;

/// <summary>Expected outcomes of keeping a view.</summary>
internal enum SaveOutcome
{
    /// <summary>It is kept.</summary>
    Saved,

    /// <summary>The account keeps as many views as it may; nothing was changed.</summary>
    TooMany,

    /// <summary>That is no key of a list; nothing was changed.</summary>
    NoList,
}

/// <summary>Keeps views of lists; each account sees its own.</summary>
internal sealed class SavedViews(MainStore store, TimeProvider clock) : ISavedViews
{
    /// <summary>The most views that an account may keep of a list.</summary>
    public const int Most = 20;

    /// <summary>The most views that an account may keep of all lists together.</summary>
    public const int MostInAll = 200;

    /// <summary>The longest key of a list.</summary>
    public const int LongestKey = 60;

    /// <summary>Whether a text can be the key of a list: small letters and digits in words with a hyphen between them.</summary>
    public static bool IsKey(string text) =>
        text.Length <= LongestKey && text.Split('-').All(word => word.Length > 0 && word.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c)));

    public async Task<IReadOnlyList<SavedView>> OfAsync(string account, string list, CancellationToken cancellation) => await store.ReadAsync(
        session => session.Context<DeskContext>().Views.AsNoTracking()
            .Where(v => v.AccountId == account && v.List == list).OrderBy(v => v.Name).Take(Most)
            .Select(v => new SavedView(v.Id, v.Name, v.Query)).ToListAsync(cancellation),
        cancellation);

    /// <summary>Keeps a view; one of the same name is replaced, and beyond <see cref="Most"/> the list's oldest goes. Beyond <see cref="MostInAll"/> nothing is kept: which to give up is not ours to choose.</summary>
    public async Task<SaveOutcome> SaveAsync(string account, string list, string name, string query, CancellationToken cancellation) =>
        IsKey(list) ? await store.WriteAsync(session => SaveAsync(session.Context<DeskContext>().Views, account, list, name, query, cancellation), cancellation) : SaveOutcome.NoList;

    public Task DropAsync(string account, string id, CancellationToken cancellation) => store.WriteAsync(
        session => session.Context<DeskContext>().Views.Where(v => v.AccountId == account && v.Id == id).ExecuteDeleteAsync(cancellation),
        cancellation);

    private async Task<SaveOutcome> SaveAsync(DbSet<ViewRow> views, string account, string list, string name, string query, CancellationToken cancellation)
    {
        var kept = await views.Where(v => v.AccountId == account && v.List == list).OrderBy(v => v.CreatedAt).ToListAsync(cancellation);
        if (kept.Find(v => v.Name == name) is { } same)
        {
            same.Query = query;
            return SaveOutcome.Saved;
        }

        if (kept.Count < Most && await views.CountAsync(v => v.AccountId == account, cancellation) >= MostInAll)
        {
            return SaveOutcome.TooMany;
        }

        var now = clock.GetUtcNow();
        views.RemoveRange(kept.Take(kept.Count - Most + 1));
        views.Add(new ViewRow { Id = Guid.CreateVersion7(now).ToString("N"), AccountId = account, List = list, Name = name, Query = query, CreatedAt = now.ToUnixTimeMilliseconds() });
        return SaveOutcome.Saved;
    }
}
