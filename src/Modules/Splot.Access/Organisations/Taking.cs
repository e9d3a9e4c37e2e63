using Microsoft.EntityFrameworkCore;
using Splot.Access.Model;
using Splot.Access.Store;
using Splot.Data;

namespace Splot.Access.Organisations;

/// <summary>Takes an organisation for a change: the row is locked, reach and version are looked at, in this order.</summary>
internal static class Taking
{
    private const string LockRow = "SELECT id FROM access_organisation WHERE id = @id FOR UPDATE";

    /// <summary>The organisation with its names and numbers, or why not.</summary>
    public static async Task<(Organisation? Organisation, KeepOutcome? No)> TakeAsync(WriteSession session, Keeper keeper, string id, long version, CancellationToken cancellation)
    {
        // On PostgreSQL others may write at the same time; the version that is compared must still hold at the commit.
        if (session.Store.Engine == Engine.Postgres)
        {
            await using var command = session.Command(LockRow).With("id", id);
            await command.ExecuteScalarAsync(cancellation);
        }

        var found = await session.Context<AccessContext>().Organisations.Include(o => o.Names).Include(o => o.Identifiers).AsSplitQuery().SingleOrDefaultAsync(o => o.Id == id, cancellation);
        return found is null || !keeper.Keeps(found) ? (null, new KeepOutcome.NotThere())
            : found.Version != version ? (null, new KeepOutcome.Superseded())
            : (found, null);
    }

    /// <summary>Numbers that another organisation has.</summary>
    public static async Task<IReadOnlyList<Finding>> TakenNumbersAsync(Session session, string id, CheckedFacts facts, CancellationToken cancellation)
    {
        var lookups = facts.Numbers.Select(n => n.Lookup).ToList();
        if (lookups.Count == 0)
        {
            return [];
        }

        var context = session.Context<AccessContext>();
        var found = await (from number in context.OrganisationIdentifiers
                           join other in context.Organisations on number.OrganisationId equals other.Id
                           where lookups.Contains(number.Lookup) && number.OrganisationId != id
                           orderby number.Lookup
                           select new { number.Kind, number.Value, other.Name }).ToListAsync(cancellation);
        return [.. found.Select(f => new Finding(Fields.OfNumber(f.Kind), "identifier-taken", true, f.Value, f.Name))];
    }
}
