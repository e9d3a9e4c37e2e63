using Microsoft.EntityFrameworkCore;
using Splot.Data;
using Splot.Territory.Model;
using Splot.Territory.Tables;

namespace Splot.Territory.Store;

/// <summary>Reads the whole territory: it is small (some eleven thousand units) and always needed as a whole.</summary>
internal static class TerritoryReader
{
    public static async Task<TerritoryFacts> ReadAsync(Session session, CancellationToken cancellation)
    {
        var context = session.Context<TerritoryContext>();
        var facts = new TerritoryFacts();
        facts.Units.AddRange(await ReadUnitsAsync(context, cancellation));
        facts.Relations.AddRange(await context.Relations.AsNoTracking().ToListAsync(cancellation));
        facts.Lists.AddRange(await context.Lists.AsNoTracking().ToListAsync(cancellation));
        facts.Codes.AddRange(await context.Codes.AsNoTracking().ToListAsync(cancellation));
        facts.Mappings.AddRange(await context.Mappings.AsNoTracking().ToListAsync(cancellation));
        facts.Rates.AddRange(await context.Rates.AsNoTracking().ToListAsync(cancellation));
        return facts;
    }

    /// <summary>The greatest version of all loads; 0 where nothing was loaded.</summary>
    public static async Task<long> VersionAsync(Session session, CancellationToken cancellation) =>
        await session.Context<TerritoryContext>().Loads.MaxAsync(l => (long?)l.Version, cancellation) ?? 0;

    // Three plain queries put together here: a join would repeat each unit once for every pair of name and alias.
    private static async Task<List<UnitRow>> ReadUnitsAsync(TerritoryContext context, CancellationToken cancellation)
    {
        var units = await context.Units.AsNoTracking().ToListAsync(cancellation);
        var byKey = units.ToDictionary(u => (u.Code, u.ValidFrom));
        foreach (var name in await context.Set<UnitNameRow>().AsNoTracking().OrderBy(n => n.Code).ThenBy(n => n.Place).ToListAsync(cancellation))
        {
            byKey[(name.Code, name.ValidFrom)].Names.Add(name);
        }

        foreach (var alias in await context.Set<UnitAliasRow>().AsNoTracking().OrderBy(a => a.Code).ThenBy(a => a.Alias).ToListAsync(cancellation))
        {
            byKey[(alias.Code, alias.ValidFrom)].Aliases.Add(alias);
        }

        return units;
    }
}
