using System.Data.Common;
using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using Splot.Data;

namespace Splot.Testing;

/// <summary>
/// Brings a module's part of a store to each of its earlier states, fills every table, migrates to the last state, and looks whether
/// the rows are still there, by their primary keys.
/// </summary>
public static class UpgradeCheck
{
    private const int RowsPerTable = 3;

    /// <summary>
    /// What was lost, one line each; empty when nothing was. <paramref name="renamed"/> names, for a table that was renamed or split,
    /// the table that holds its rows now; for one that was given up on purpose, nothing.
    /// </summary>
    public static async Task<IReadOnlyList<string>> LossesAsync(Engine engine, ModuleSchema schema, IReadOnlyDictionary<string, string>? renamed = null)
    {
        var losses = new List<string>();
        var last = schema.Migrations(engine).Count;
        for (var state = 1; state < last; state++)
        {
            await using var stores = await TestStore.CreateEmptyAsync(engine);
            Store store = schema.Role == StoreRole.Main ? stores.Main : stores.Public;
            await MigrateAsync(store, schema with { UpTo = state });
            var before = await FillAsync(store);
            await MigrateAsync(store, schema);
            await using var connection = await store.OpenAsync(CancellationToken.None);
            foreach (var (table, keys) in before)
            {
                var now = renamed?.GetValueOrDefault(table.Name, table.Name) ?? table.Name;
                if (now.Length > 0 && await LossAsync(engine, connection, table, keys, now) is { } loss)
                {
                    losses.Add($"from migration {state} to {last}: {loss}");
                }
            }
        }

        return losses;
    }

    private static Task MigrateAsync(Store store, ModuleSchema schema) =>
        new Migrator([schema], [], TimeProvider.System, NullLogger<Migrator>.Instance).MigrateAsync(store, CancellationToken.None);

    /// <summary>
    /// The value of a column depends on its type and the number of the row only, so row 2 of one table points to row 2 of another.
    /// Tables are filled in rounds, because one may have to wait for another that it points to.
    /// </summary>
    private static async Task<List<(TableShape Table, HashSet<string> Keys)>> FillAsync(Store store)
    {
        await using var connection = await store.OpenAsync(CancellationToken.None);
        var tables = await TableShape.ReadAsync(store.Engine, connection);
        var waiting = (from table in tables from row in Enumerable.Range(1, RowsPerTable) select (Table: table, Row: row)).ToList();
        var refusals = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var round = 0; round <= tables.Count && waiting.Count > 0; round++)
        {
            var left = new List<(TableShape Table, int Row)>();
            foreach (var (table, row) in waiting)
            {
                try
                {
                    await table.InsertAsync(store.Engine, connection, row, optional: round < tables.Count);
                }
                catch (DbException refusal)
                {
                    refusals[table.Name] = refusal.Message;
                    left.Add((table, row));
                }
            }

            waiting = left;
        }

        var filled = new List<(TableShape, HashSet<string>)>();
        foreach (var table in tables)
        {
            var keys = await KeysAsync(store.Engine, connection, table, table.Name);
            filled.Add(keys.Count > 0 ? (table, keys) : throw new InvalidOperationException($"{table.Name} cannot be filled: {refusals[table.Name]}"));
        }

        return filled;
    }

    private static async Task<string?> LossAsync(Engine engine, DbConnection connection, TableShape before, HashSet<string> keys, string now)
    {
        var after = (await TableShape.ReadAsync(engine, connection)).FirstOrDefault(t => t.Name == now);
        if (after is null)
        {
            return $"{before.Name} is gone";
        }

        var found = await KeysAsync(engine, connection, after, now);
        var same = before.Key.SequenceEqual(after.Key, StringComparer.Ordinal);
        var lost = same ? keys.Count(k => !found.Contains(k)) : keys.Count - found.Count;
        return lost > 0 ? string.Create(CultureInfo.InvariantCulture, $"{before.Name} lost {lost} of {keys.Count} rows") : null;
    }

    private static async Task<HashSet<string>> KeysAsync(Engine engine, DbConnection connection, TableShape shape, string table)
    {
        await using var command = connection.Prepare(null, shape.SelectKeys(engine, table), []);
        await using var reader = await command.ExecuteReaderAsync();
        var keys = new HashSet<string>(StringComparer.Ordinal);
        while (await reader.ReadAsync())
        {
            keys.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(i => Convert.ToString(reader.GetValue(i), CultureInfo.InvariantCulture))));
        }

        return keys;
    }
}
