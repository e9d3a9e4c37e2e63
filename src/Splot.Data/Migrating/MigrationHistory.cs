using System.Data.Common;
using System.Globalization;

namespace Splot.Data;

/// <summary>What was applied to a store, as its table data_migration tells.</summary>
internal sealed class MigrationHistory
{
    /// <summary>
    /// Gives every text column that has no collation of its own the order of code points: a PostgreSQL database may have been made with
    /// any default, and lists must come in the same order on both engines.
    /// </summary>
    public const string CompareByCodePoints = """
        DO $$
        DECLARE changed record;
        BEGIN
            FOR changed IN
                SELECT c.relname AS name, string_agg(format('ALTER COLUMN %I TYPE %s COLLATE "C"', a.attname, format_type(a.atttypid, a.atttypmod)), ', ') AS columns
                FROM pg_attribute a
                JOIN pg_class c ON c.oid = a.attrelid
                WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind IN ('r', 'p') AND a.attnum > 0 AND NOT a.attisdropped
                    AND a.attcollation = 'pg_catalog."default"'::regcollation
                GROUP BY c.relname
            LOOP
                EXECUTE format('ALTER TABLE %I %s', changed.name, changed.columns);
            END LOOP;
        END $$
        """;

    private const string CreateMain = "CREATE SCHEMA IF NOT EXISTS main";
    private const string CreatePublic = "CREATE SCHEMA IF NOT EXISTS public_store";
    private const string CreateCollations = """
        CREATE COLLATION IF NOT EXISTS pl (provider = icu, locale = 'pl-PL');
        CREATE COLLATION IF NOT EXISTS bg (provider = icu, locale = 'bg-BG');
        CREATE COLLATION IF NOT EXISTS en (provider = icu, locale = 'en-GB');
        """;

    private const string CreateTable = """
        CREATE TABLE IF NOT EXISTS data_migration (
            module TEXT NOT NULL, number INTEGER NOT NULL, name TEXT NOT NULL, checksum TEXT NOT NULL, applied_at BIGINT NOT NULL,
            PRIMARY KEY (module, number))
        """;

    private const string ExistsSqlite = "SELECT COUNT(*) FROM sqlite_schema WHERE type = 'table' AND name = 'data_migration'";
    private const string ExistsPostgres = "SELECT COUNT(*) FROM pg_tables WHERE schemaname = current_schema() AND tablename = 'data_migration'";
    private const string Select = "SELECT module, number, checksum FROM data_migration";
    private const string Insert = "INSERT INTO data_migration (module, number, name, checksum, applied_at) VALUES (@module, @number, @name, @checksum, @at)";

    private readonly Dictionary<(string Module, int Number), string> checksums = [];

    /// <summary>What was applied.</summary>
    public IEnumerable<BackedUpMigration> Applied => checksums.Select(c => new BackedUpMigration(c.Key.Module, c.Key.Number, c.Value)).OrderBy(m => m.Module, StringComparer.Ordinal).ThenBy(m => m.Number);

    /// <summary>True when nothing was applied yet.</summary>
    public bool IsEmpty => checksums.Count == 0;

    /// <summary>Makes what migrations need before the first of them: schema, collations, the history's own table.</summary>
    public static async Task PrepareAsync(Store store, DbConnection connection, CancellationToken cancellation)
    {
        if (store.Engine == Engine.Postgres)
        {
            await connection.ExecuteAsync(null, store.Target.Role == StoreRole.Main ? CreateMain : CreatePublic, [], cancellation);
            await connection.ExecuteAsync(null, CreateCollations, [], cancellation);
        }

        await connection.ExecuteAsync(null, CreateTable, [], cancellation);
    }

    /// <summary>The history that a backup tells.</summary>
    public static MigrationHistory Of(IEnumerable<BackedUpMigration> applied)
    {
        var history = new MigrationHistory();
        foreach (var migration in applied)
        {
            history.checksums[(migration.Module, migration.Number)] = migration.Checksum;
        }

        return history;
    }

    /// <summary>Reads the history; an empty one where there is none.</summary>
    public static async Task<MigrationHistory> ReadAsync(Store store, DbConnection connection, CancellationToken cancellation)
    {
        var history = new MigrationHistory();
        await using var exists = connection.Prepare(null, store.Engine == Engine.Sqlite ? ExistsSqlite : ExistsPostgres, []);
        if (Convert.ToInt64(await exists.ExecuteScalarAsync(cancellation), CultureInfo.InvariantCulture) == 0)
        {
            return history;
        }

        await using var command = connection.Prepare(null, Select, []);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            history.checksums[(reader.GetString(0), reader.GetInt32(1))] = reader.GetString(2);
        }

        return history;
    }

    /// <summary>The migrations of a module that were not applied. Throws where history and module contradict each other.</summary>
    public IEnumerable<Migration> Missing(ModuleSchema schema, IReadOnlyList<Migration> migrations)
    {
        var last = checksums.Keys.Where(k => k.Module == schema.Module).Select(k => k.Number).DefaultIfEmpty().Max();
        if (last > migrations.Count)
        {
            throw new MigrationException($"This store was made by a newer version of Splot (migration {last} of {schema.Module}; this version knows {migrations.Count}). Use that version, or restore a backup.");
        }

        foreach (var migration in migrations)
        {
            if (!checksums.TryGetValue((migration.Module, migration.Number), out var known))
            {
                yield return migration;
            }
            else if (known != migration.Checksum)
            {
                throw new MigrationException($"Migration {migration.Number} of {migration.Module} was applied with another text. Use the version of Splot that made this store, or restore a backup.");
            }
        }
    }

    /// <summary>Records a migration in the transaction that applied it.</summary>
    public static Task AddAsync(DbConnection connection, DbTransaction transaction, Migration migration, TimeProvider clock, CancellationToken cancellation) =>
        connection.ExecuteAsync(
            transaction,
            Insert,
            [("module", migration.Module), ("number", migration.Number), ("name", migration.Name), ("checksum", migration.Checksum), ("at", clock.GetUtcNow().ToUnixTimeMilliseconds())],
            cancellation);
}
