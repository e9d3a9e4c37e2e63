using Microsoft.EntityFrameworkCore;
using Splot.Contracts.Territory;
using Splot.Data;
using Splot.Territory.Model;
using Splot.Territory.Tables;

namespace Splot.Territory.Store;

/// <summary>Changes the stored territory within a session; every change begins with <see cref="BeginAsync"/> and ends with <see cref="FinishAsync"/>.</summary>
internal static class TerritoryWriter
{
    private const string TakeTurn = "LOCK TABLE territory_load IN EXCLUSIVE MODE";

    // Names and aliases go with their unit (ON DELETE CASCADE).
    private const string DeleteUnit = "DELETE FROM territory_unit WHERE code = @code AND valid_from = @from";

    /// <summary>
    /// Begins a change: one process at a time changes the territory, the next waits for its commit. On SQLite the write session itself
    /// sees to that.
    /// </summary>
    public static async Task BeginAsync(WriteSession session, CancellationToken cancellation)
    {
        if (session.Store.Engine == Engine.Postgres)
        {
            await using var command = session.Command(TakeTurn);
            await command.ExecuteNonQueryAsync(cancellation);
        }
    }

    /// <summary>Takes away every row that came from <paramref name="origin"/>.</summary>
    public static async Task RemoveAsync(Session session, string origin, CancellationToken cancellation)
    {
        var context = session.Context<TerritoryContext>();
        await context.Units.Where(r => r.Origin == origin).ExecuteDeleteAsync(cancellation);
        await context.Relations.Where(r => r.Origin == origin).ExecuteDeleteAsync(cancellation);
        await context.Lists.Where(r => r.Origin == origin).ExecuteDeleteAsync(cancellation);
        await context.Codes.Where(r => r.Origin == origin).ExecuteDeleteAsync(cancellation);
        await context.Mappings.Where(r => r.Origin == origin).ExecuteDeleteAsync(cancellation);
        await context.Rates.Where(r => r.Origin == origin).ExecuteDeleteAsync(cancellation);
    }

    /// <summary>Writes all rows; none may be there yet.</summary>
    public static void Insert(Session session, TerritoryFacts facts)
    {
        TerritoryTables.Insert(session, facts.Units);
        TerritoryTables.Insert(session, facts.Relations);
        TerritoryTables.Insert(session, facts.Lists);
        TerritoryTables.Insert(session, facts.Codes);
        TerritoryTables.Insert(session, facts.Mappings);
        TerritoryTables.Insert(session, facts.Rates);
    }

    /// <summary>Writes rows in place of those with the same keys.</summary>
    public static async Task PutAsync(Session session, TerritoryFacts facts, CancellationToken cancellation)
    {
        await DeleteUnitsAsync(session, facts.Units, cancellation);
        TerritoryTables.Insert(session, facts.Units);
        var context = session.Context<TerritoryContext>();
        await PutAsync(context, facts.Relations, r => [r.Predecessor, r.Successor, r.HappenedOn], cancellation);
        await PutAsync(context, facts.Lists, l => [l.List], cancellation);
        await PutAsync(context, facts.Codes, c => [c.List, c.Code, c.ValidFrom], cancellation);
        await PutAsync(context, facts.Mappings, m => [m.List, m.Code, m.Target, m.ValidFrom], cancellation);
        await PutAsync(context, facts.Rates, r => [r.Currency, r.ValidFrom, r.Kind], cancellation);
    }

    /// <summary>Notes what was loaded, gives the territory its next version and tells the house.</summary>
    public static async Task<long> FinishAsync(WriteSession session, string name, string checksum, TimeProvider clock, CancellationToken cancellation)
    {
        var context = session.Context<TerritoryContext>();
        var version = await TerritoryReader.VersionAsync(session, cancellation) + 1;
        var load = await context.Loads.FindAsync([name], cancellation);
        if (load is null)
        {
            load = new LoadRow { Name = name, Checksum = checksum };
            context.Loads.Add(load);
        }

        load.Checksum = checksum;
        load.Version = version;
        load.LoadedAt = clock.GetUtcNow().ToUnixTimeMilliseconds();
        session.Publish(new TerritoryChanged(version));
        return version;
    }

    private static async Task PutAsync<TRow>(TerritoryContext context, IEnumerable<TRow> rows, Func<TRow, object[]> key, CancellationToken cancellation)
        where TRow : class
    {
        foreach (var row in rows)
        {
            if (await context.FindAsync<TRow>(key(row), cancellation) is { } held)
            {
                context.Entry(held).CurrentValues.SetValues(row);
            }
            else
            {
                context.Add(row);
            }
        }
    }

    private static async Task DeleteUnitsAsync(Session session, IReadOnlyCollection<UnitRow> units, CancellationToken cancellation)
    {
        await using var command = session.Command(DeleteUnit);
        var code = command.CreateParameter();
        var from = command.CreateParameter();
        (code.ParameterName, from.ParameterName) = ("code", "from");
        command.Parameters.Add(code);
        command.Parameters.Add(from);
        foreach (var unit in units)
        {
            (code.Value, from.Value) = (unit.Code, unit.ValidFrom);
            await command.ExecuteNonQueryAsync(cancellation);
        }
    }
}
