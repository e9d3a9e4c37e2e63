using Microsoft.EntityFrameworkCore;
using Splot.Access.Model;
using Splot.Access.Store;
using Splot.Contracts.Access;
using Splot.Data;

namespace Splot.Access.Organisations;

/// <summary>Answers what other modules ask of organisations.</summary>
internal sealed class StoredOrganisations(MainStore store, TimeProvider clock) : IOrganisations
{
    // Codes between slashes, compared by code points: what starts with a path that ends in a slash lies below the same path that ends in the character after it.
    private const string Within = "SELECT id FROM access_organisation WHERE place_path >= @path AND place_path < @end";

    public async Task<IReadOnlySet<string>> WithinAsync(IReadOnlyCollection<string> territoryPaths, CancellationToken cancellation)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        if (territoryPaths.Count == 0)
        {
            return found;
        }

        return await store.ReadAsync(
            async session =>
            {
                foreach (var path in territoryPaths)
                {
                    await using var command = session.Command(Within).With("path", path).With("end", path.TrimEnd('/') + "0");
                    await using var reader = await command.ExecuteReaderAsync(cancellation);
                    while (await reader.ReadAsync(cancellation))
                    {
                        found.Add(reader.GetString(0));
                    }
                }

                return found;
            },
            cancellation);
    }

    public Task<IReadOnlyDictionary<string, OrganisationName>> NamesAsync(IReadOnlyCollection<string> ids, CancellationToken cancellation) =>
        NamesAsync(ids, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime), cancellation);

    public async Task<IReadOnlyDictionary<string, OrganisationName>> NamesAsync(IReadOnlyCollection<string> ids, DateOnly on, CancellationToken cancellation)
    {
        if (ids.Count == 0)
        {
            return new Dictionary<string, OrganisationName>(StringComparer.Ordinal);
        }

        return await store.ReadAsync(
            async session =>
            {
                var found = await session.Context<AccessContext>().Organisations.AsNoTracking().Include(o => o.Names).Where(o => ids.Contains(o.Id)).ToListAsync(cancellation);
                return found.ToDictionary(o => o.Id, o => new OrganisationName(o.Id, o.NameOn(on.DayNumber), o.Kind, o.Country, Days.Of(o.ToDay)), StringComparer.Ordinal);
            },
            cancellation);
    }

    public async Task<IReadOnlySet<string>> StandingAsync(IReadOnlyCollection<string> ids, DateOnly on, CancellationToken cancellation)
    {
        if (ids.Count == 0)
        {
            return new HashSet<string>(StringComparer.Ordinal);
        }

        long day = on.DayNumber;
        var found = await store.ReadAsync(
            session => session.Context<AccessContext>().Organisations.Where(o => ids.Contains(o.Id) && o.FromDay <= day && (o.ToDay == null || o.ToDay >= day)).Select(o => o.Id).ToListAsync(cancellation),
            cancellation);
        return found.ToHashSet(StringComparer.Ordinal);
    }

    public async Task<IReadOnlyList<OrganisationUnit>> UnitsAsync(IReadOnlyCollection<string> organisations, DateOnly? on, CancellationToken cancellation)
    {
        if (organisations.Count == 0)
        {
            return [];
        }

        var found = await store.ReadAsync(
            session =>
            {
                var context = session.Context<AccessContext>();
                return (from unit in context.Units
                        join organisation in context.Organisations on unit.OrganisationId equals organisation.Id
                        where organisations.Contains(unit.OrganisationId)
                        orderby unit.OrganisationId, unit.Name, unit.Id
                        select new { Unit = unit, Ends = organisation.ToDay }).AsNoTracking().ToListAsync(cancellation);
            },
            cancellation);
        return
        [
            .. found.Select(f => (f.Unit, Last: f.Ends < (f.Unit.ToDay ?? long.MaxValue) ? f.Ends : f.Unit.ToDay))
                .Where(f => on is not { } day || (f.Unit.FromDay <= day.DayNumber && !(f.Last < day.DayNumber)))
                .Select(f => new OrganisationUnit(f.Unit.Id, f.Unit.OrganisationId, f.Unit.Kind, f.Unit.Name, Days.From(f.Unit.FromDay), Days.Of(f.Last))),
        ];
    }
}
