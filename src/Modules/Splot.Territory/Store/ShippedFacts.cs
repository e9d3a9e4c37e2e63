using Microsoft.EntityFrameworkCore;
using Splot.Data;
using Splot.Territory.LookUp;
using Splot.Territory.Tables;
using AnyStore = Splot.Data.Store;

namespace Splot.Territory.Store;

/// <summary>
/// Keeps the store's facts those of the program: after each migration the shipped tables are loaded if they are not the ones that are
/// there. What people imported stays and goes before shipped rows with the same key.
/// </summary>
internal sealed class ShippedFacts(CurrentEdition edition, TimeProvider clock) : IStoreFiller
{
    public const string LoadName = "splot";

    public StoreRole Role => StoreRole.Main;

    public async Task FillAsync(AnyStore store, CancellationToken cancellation)
    {
        if (await store.ReadAsync(session => HeldAsync(session, cancellation), cancellation) != TerritoryFacts.ShippedChecksum())
        {
            var (facts, checksum) = TerritoryFacts.Shipped();
            await store.WriteAsync(session => LoadAsync(session, facts, checksum, cancellation), cancellation);
        }

        await edition.RefreshAsync(cancellation);
    }

    private static Task<string?> HeldAsync(Session session, CancellationToken cancellation) =>
        session.Context<TerritoryContext>().Loads.Where(l => l.Name == LoadName).Select(l => l.Checksum).FirstOrDefaultAsync(cancellation);

    private async Task LoadAsync(WriteSession session, TerritoryFacts facts, string checksum, CancellationToken cancellation)
    {
        await TerritoryWriter.BeginAsync(session, cancellation);
        var held = await HeldAsync(session, cancellation);
        if (held == checksum)
        {
            return; // another process was quicker
        }

        if (held is not null)
        {
            await TerritoryWriter.RemoveAsync(session, Origins.Shipped, cancellation);
            await LeaveOutHeldAsync(session, facts, cancellation);
        }

        TerritoryWriter.Insert(session, facts);
        await TerritoryWriter.FinishAsync(session, LoadName, checksum, clock, cancellation);
    }

    /// <summary>After the shipped rows are gone, what is held was imported.</summary>
    private static async Task LeaveOutHeldAsync(WriteSession session, TerritoryFacts facts, CancellationToken cancellation)
    {
        var held = await TerritoryReader.ReadAsync(session, cancellation);
        var units = held.Units.Select(u => (u.Code, u.ValidFrom)).ToHashSet();
        var relations = held.Relations.Select(r => (r.Predecessor, r.Successor, r.HappenedOn)).ToHashSet();
        var lists = held.Lists.Select(l => l.List).ToHashSet();
        var codes = held.Codes.Select(c => (c.List, c.Code, c.ValidFrom)).ToHashSet();
        var mappings = held.Mappings.Select(m => (m.List, m.Code, m.Target, m.ValidFrom)).ToHashSet();
        var rates = held.Rates.Select(r => (r.Currency, r.ValidFrom, r.Kind)).ToHashSet();
        facts.Units.RemoveAll(u => units.Contains((u.Code, u.ValidFrom)));
        facts.Relations.RemoveAll(r => relations.Contains((r.Predecessor, r.Successor, r.HappenedOn)));
        facts.Lists.RemoveAll(l => lists.Contains(l.List));
        facts.Codes.RemoveAll(c => codes.Contains((c.List, c.Code, c.ValidFrom)));
        facts.Mappings.RemoveAll(m => mappings.Contains((m.List, m.Code, m.Target, m.ValidFrom)));
        facts.Rates.RemoveAll(r => rates.Contains((r.Currency, r.ValidFrom, r.Kind)));
        UnitPaths.Set(facts.Units, held.Units);
    }
}
