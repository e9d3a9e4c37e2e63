using Microsoft.EntityFrameworkCore;
using Splot.Access.Store;
using Splot.Contracts.Access;
using Splot.Data;

namespace Splot.Access.Answers;

/// <summary>Answers other modules about organisations and units.</summary>
internal sealed class OrganisationAnswers(MainStore store, TimeProvider clock) : IOrganisations
{
    public async Task<IReadOnlySet<string>> WithinAsync(IReadOnlyCollection<string> territories, CancellationToken cancellation)
    {
        await using var session = await store.OpenReadAsync(cancellation);
        var context = session.Context<AccessContext>();
        var found = new HashSet<string>(StringComparer.Ordinal);
        foreach (var path in territories.Distinct(StringComparer.Ordinal))
        {
            // Everything that begins with the path lies between it and the path with its last letter raised: a range of the index, on both engines.
            var end = path.Length == 0 ? "\uffff" : path[..^1] + (char)(path[^1] + 1);
            found.UnionWith(await context.Organisations.Where(o => o.PlacePath!.CompareTo(path) >= 0 && o.PlacePath!.CompareTo(end) < 0).Select(o => o.Id).ToListAsync(cancellation));
        }

        return found;
    }

    public Task<string?> TerritoryOfAsync(string organisation, CancellationToken cancellation) =>
        store.ReadAsync(session => session.Context<AccessContext>().Organisations.Where(o => o.Id == organisation).Select(o => o.PlacePath).FirstOrDefaultAsync(cancellation), cancellation);

    public async Task<IReadOnlyList<OfficeUnit>> UnitsAsync(IReadOnlyCollection<string> organisations, CancellationToken cancellation)
    {
        var (wanted, today) = (organisations.ToList(), DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime).DayNumber);
        return await store.ReadAsync(
            session => session.Context<AccessContext>().Units.Where(u => wanted.Contains(u.OrganisationId) && u.FromDay <= today && (u.ToDay == null || u.ToDay >= today))
                .OrderBy(u => u.Name).ThenBy(u => u.Id).Select(u => new OfficeUnit(u.Id, u.OrganisationId, u.Name)).ToListAsync(cancellation),
            cancellation);
    }

    public async Task<IReadOnlyDictionary<string, string>> NamesAsync(IReadOnlyCollection<string> ids, CancellationToken cancellation)
    {
        var wanted = ids.Distinct(StringComparer.Ordinal).ToList();
        if (wanted.Count == 0)
        {
            return new Dictionary<string, string>(StringComparer.Ordinal);
        }

        var found = await store.ReadAsync(
            session =>
            {
                var context = session.Context<AccessContext>();
                return context.Organisations.Where(o => wanted.Contains(o.Id)).Select(o => new { o.Id, o.Name })
                    .Concat(context.Units.Where(u => wanted.Contains(u.Id)).Select(u => new { u.Id, u.Name })).ToListAsync(cancellation);
            },
            cancellation);
        return found.DistinctBy(f => f.Id, StringComparer.Ordinal).ToDictionary(f => f.Id, f => f.Name, StringComparer.Ordinal);
    }
}
