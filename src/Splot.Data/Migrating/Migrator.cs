using System.Data.Common;
using Microsoft.Extensions.Logging;

namespace Splot.Data;

/// <summary>Brings a store's schema up to date: every module's migrations in order, under a lock, SQLite backed up before each.</summary>
public sealed class Migrator(IEnumerable<ModuleSchema> schemas, IEnumerable<IStoreFiller> fillers, TimeProvider clock, ILogger<Migrator> log)
{
    // A table is rebuilt (SQLite) by making a new one, copying, dropping the old and renaming: dropping must not cascade meanwhile.
    private const string SuspendForeignKeys = "PRAGMA foreign_keys = OFF";
    private const string ResumeForeignKeys = "PRAGMA foreign_keys = ON";
    private const string BrokenForeignKeys = "SELECT \"table\", \"parent\" FROM pragma_foreign_key_check LIMIT 1";

    /// <summary>True when nothing is left to apply. Needs no more than the right to read, so the portal's own role may ask.</summary>
    public async Task<bool> IsCurrentAsync(Store store, CancellationToken cancellation)
    {
        if (store.Engine == Engine.Sqlite && !File.Exists(store.Target.Location))
        {
            return false;
        }

        await using var connection = await store.OpenAsync(cancellation);
        var history = await MigrationHistory.ReadAsync(store, connection, cancellation);
        return Pending(store, history).Count == 0;
    }

    /// <summary>
    /// Applies what is missing and returns how many migrations that were. Throws <see cref="MigrationException"/> when an applied
    /// migration no longer reads as it did, when the store was made by a newer version, or when a migration fails (that one leaves
    /// nothing behind, those before it stay). A second migrator waits for the first. Then every <see cref="IStoreFiller"/> of the store runs.
    /// </summary>
    public async Task<int> MigrateAsync(Store store, CancellationToken cancellation)
    {
        var applied = await ApplyPendingAsync(store, cancellation);
        foreach (var filler in fillers.Where(f => f.Role == store.Target.Role))
        {
            await filler.FillAsync(store, cancellation);
        }

        return applied;
    }

    private async Task<int> ApplyPendingAsync(Store store, CancellationToken cancellation)
    {
        await using var connection = await store.OpenAsync(cancellation);
        if (Pending(store, await MigrationHistory.ReadAsync(store, connection, cancellation)).Count == 0)
        {
            return 0;
        }

        await using var turn = await MigrationLock.TakeAsync(store, connection, cancellation);
        await MigrationHistory.PrepareAsync(store, connection, cancellation);
        var history = await MigrationHistory.ReadAsync(store, connection, cancellation);
        var pending = Pending(store, history);
        foreach (var migration in pending)
        {
            if (store.Engine == Engine.Sqlite && !history.IsEmpty)
            {
                SqliteBackup.Make(store, migration, clock);
            }

            await ApplyAsync(store, connection, migration, cancellation);
            log.LogInformation("Migrated {Module} to {Number} ({Name}) in the {Role} store", migration.Module, migration.Number, migration.Name, store.Target.Role);
        }

        return pending.Count;
    }

    private List<Migration> Pending(Store store, MigrationHistory history) =>
        [.. schemas.Where(s => s.Role == store.Target.Role).SelectMany(s => history.Missing(s, s.Migrations(store.Engine)))];

    private async Task ApplyAsync(Store store, DbConnection connection, Migration migration, CancellationToken cancellation)
    {
        if (store.Engine == Engine.Sqlite)
        {
            await connection.ExecuteAsync(null, SuspendForeignKeys, [], cancellation);
        }

        try
        {
            await using var transaction = await connection.BeginTransactionAsync(cancellation);
            await connection.ExecuteAsync(transaction, migration.Sql, [], cancellation);
            await CheckAsync(store, connection, transaction, migration, cancellation);
            await MigrationHistory.AddAsync(connection, transaction, migration, clock, cancellation);
            await transaction.CommitAsync(cancellation);
        }
        catch (DbException failure)
        {
            throw new MigrationException($"Migration {migration.Number} ({migration.Name}) of {migration.Module} failed: {failure.Message.Split('\n')[0].Trim().TrimEnd('.')}. Nothing of it was kept.", failure);
        }
        finally
        {
            if (store.Engine == Engine.Sqlite)
            {
                await connection.ExecuteAsync(null, ResumeForeignKeys, [], CancellationToken.None);
            }
        }
    }

    private static async Task CheckAsync(Store store, DbConnection connection, DbTransaction transaction, Migration migration, CancellationToken cancellation)
    {
        if (store.Engine == Engine.Postgres)
        {
            await connection.ExecuteAsync(transaction, MigrationHistory.CompareByCodePoints, [], cancellation);
            return;
        }

        await using var command = connection.Prepare(transaction, BrokenForeignKeys, []);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        if (await reader.ReadAsync(cancellation))
        {
            throw new MigrationException($"Migration {migration.Number} ({migration.Name}) of {migration.Module} failed: a row of {reader.GetString(0)} points to no row of {reader.GetString(1)}. Nothing of it was kept.");
        }
    }
}

/// <summary>The schema of a store cannot be brought up to date; the message says why in plain words.</summary>
public sealed class MigrationException(string message, Exception? inner = null) : Exception(message, inner);
