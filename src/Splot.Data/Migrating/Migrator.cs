using System.Data.Common;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;

namespace Splot.Data;

/// <summary>Brings a store's schema up to date: every module's migrations in order, under a lock, SQLite backed up before each.</summary>
public sealed class Migrator(IEnumerable<ModuleSchema> schemas, TimeProvider clock, ILogger<Migrator> log)
{
    private const long LockNumber = 0x53504C4F54; // "SPLOT"
    private const string TakeLock = "SELECT pg_advisory_lock(@number)";
    private const string DropLock = "SELECT pg_advisory_unlock(@number)";
    private const string Applied = "SELECT checksum FROM data_migration WHERE module = @module AND number = @number";
    private const string Record = "INSERT INTO data_migration (module, number, name, checksum, applied_at) VALUES (@module, @number, @name, @checksum, @at)";
    private const string CreateCollations = """
        CREATE COLLATION IF NOT EXISTS pl (provider = icu, locale = 'pl-PL');
        CREATE COLLATION IF NOT EXISTS bg (provider = icu, locale = 'bg-BG');
        CREATE COLLATION IF NOT EXISTS en (provider = icu, locale = 'en-GB');
        """;

    private const string CreateHistory = """
        CREATE TABLE IF NOT EXISTS data_migration (
            module TEXT NOT NULL, number INTEGER NOT NULL, name TEXT NOT NULL, checksum TEXT NOT NULL, applied_at BIGINT NOT NULL,
            PRIMARY KEY (module, number))
        """;

    /// <summary>
    /// Applies what is missing and returns how many migrations that were. Throws <see cref="MigrationException"/> when an applied
    /// migration no longer reads as it did, or when one fails (that one leaves nothing behind).
    /// </summary>
    public async Task<int> MigrateAsync(Store store, CancellationToken cancellation)
    {
        await using var connection = await store.OpenAsync(cancellation);
        await using var turn = await LockAsync(store, connection, cancellation);
        await ExecuteAsync(connection, null, CreateHistory, [], cancellation);
        var applied = 0;
        foreach (var migration in schemas.Where(s => s.Role == store.Target.Role).SelectMany(s => s.Migrations(store.Engine)))
        {
            applied += await ApplyAsync(store, connection, migration, cancellation) ? 1 : 0;
        }

        return applied;
    }

    private async Task<bool> ApplyAsync(Store store, DbConnection connection, Migration migration, CancellationToken cancellation)
    {
        var checksum = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(migration.Sql.ReplaceLineEndings("\n"))));
        if (await ScalarAsync(connection, Applied, [("module", migration.Module), ("number", migration.Number)], cancellation) is string known)
        {
            return known == checksum
                ? false
                : throw new MigrationException($"Migration {migration.Number} of {migration.Module} was applied with another text. Use the version of Splot that made this store, or restore a backup.");
        }

        if (store.Engine == Engine.Sqlite)
        {
            Backup(store, migration);
        }

        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        try
        {
            await ExecuteAsync(connection, transaction, migration.Sql, [], cancellation);
            await ExecuteAsync(
                connection,
                transaction,
                Record,
                [("module", migration.Module), ("number", migration.Number), ("name", migration.Name), ("checksum", checksum), ("at", clock.GetUtcNow().ToUnixTimeMilliseconds())],
                cancellation);
            await transaction.CommitAsync(cancellation);
        }
        catch (DbException failure)
        {
            throw new MigrationException($"Migration {migration.Number} ({migration.Name}) of {migration.Module} failed: {failure.Message} Nothing of it was kept.", failure);
        }

        log.LogInformation("Migrated {Module} to {Number} ({Name}) in the {Role} store", migration.Module, migration.Number, migration.Name, store.Target.Role);
        return true;
    }

    /// <summary>A file that has tables worth keeping is copied beside itself before it is changed.</summary>
    private void Backup(Store store, Migration migration)
    {
        if (migration.Number == 1)
        {
            return; // the module has no tables yet
        }

        var folder = Path.Combine(Path.GetDirectoryName(store.Target.Location)!, "backups");
        Directory.CreateDirectory(folder);
        var stamp = clock.GetUtcNow().ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture);
        var name = string.Create(CultureInfo.InvariantCulture, $"{Path.GetFileNameWithoutExtension(store.Target.Location)}-{stamp}-before-{migration.Module}-{migration.Number:0000}.db");
        using var from = new SqliteConnection(SqliteSetup.ConnectionString(store.Target.Location));
        using var to = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Path.Combine(folder, name), Pooling = false }.ToString());
        from.Open();
        to.Open();
        from.BackupDatabase(to);
    }

    private static async Task<IAsyncDisposable> LockAsync(Store store, DbConnection connection, CancellationToken cancellation)
    {
        if (store.Engine == Engine.Sqlite)
        {
            return await LockFileAsync(store.Target.Location + ".lock", cancellation);
        }

        await ExecuteAsync(connection, null, TakeLock, [("number", LockNumber)], cancellation);
        var turn = new ServerLock(connection);
        await ExecuteAsync(connection, null, store.Target.Role == StoreRole.Main ? "CREATE SCHEMA IF NOT EXISTS main" : "CREATE SCHEMA IF NOT EXISTS public_store", [], cancellation);
        await ExecuteAsync(connection, null, CreateCollations, [], cancellation);
        return turn;
    }

    /// <summary>The advisory lock of a PostgreSQL database; the connection goes back to its pool, so it must be given back by hand.</summary>
    private sealed class ServerLock(DbConnection connection) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync() => await ExecuteAsync(connection, null, DropLock, [("number", LockNumber)], CancellationToken.None);
    }

    /// <summary>Two processes must not migrate one SQLite file at once: the second waits for the first's lock file. The file
    /// stays, because removing it would let two processes lock two files of one name.</summary>
    private static async Task<FileStream> LockFileAsync(string path, CancellationToken cancellation)
    {
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (attempt < 600)
            {
                await Task.Delay(100, cancellation);
            }
        }
    }

    private static async Task ExecuteAsync(DbConnection connection, DbTransaction? transaction, string sql, (string Name, object Value)[] values, CancellationToken cancellation)
    {
        await using var command = Prepare(connection, transaction, sql, values);
        await command.ExecuteNonQueryAsync(cancellation);
    }

    private static async Task<object?> ScalarAsync(DbConnection connection, string sql, (string Name, object Value)[] values, CancellationToken cancellation)
    {
        await using var command = Prepare(connection, null, sql, values);
        return await command.ExecuteScalarAsync(cancellation);
    }

    private static DbCommand Prepare(DbConnection connection, DbTransaction? transaction, string sql, (string Name, object Value)[] values)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        command.Transaction = transaction;
        foreach (var (name, value) in values)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, value);
            command.Parameters.Add(parameter);
        }

        return command;
    }
}

/// <summary>The schema of a store cannot be brought up to date; the message says why in plain words.</summary>
public sealed class MigrationException(string message, Exception? inner = null) : Exception(message, inner);
