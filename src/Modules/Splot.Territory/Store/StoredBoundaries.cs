using Microsoft.EntityFrameworkCore;
using Splot.Contracts.Territory;
using Splot.Data;
using Splot.Territory.Model;

namespace Splot.Territory.Store;

/// <summary>Outlines from the main store.</summary>
internal sealed class StoredBoundaries(MainStore store, ITerritory territory) : IBoundaries
{
    public async Task<IReadOnlyList<UnitBoundary>> FindAsync(IReadOnlyCollection<string> codes, CancellationToken cancellation)
    {
        await using var session = await store.OpenReadAsync(cancellation);
        var rows = new List<BoundaryRow>(codes.Count);
        foreach (var part in codes.Distinct().Chunk(500))
        {
            rows.AddRange(await session.Context<TerritoryContext>().Boundaries.AsNoTracking().Where(b => part.Contains(b.Code)).ToListAsync(cancellation));
        }

        return [.. rows.OrderBy(b => b.Code, StringComparer.Ordinal).Select(b => new UnitBoundary(b.Code, b.Geometry, b.West, b.South, b.East, b.North))];
    }

    public Task<IReadOnlyList<UnitBoundary>> ChildrenAsync(string parent, CancellationToken cancellation) =>
        FindAsync([.. territory.Children(parent).Select(u => u.Code)], cancellation);
}
