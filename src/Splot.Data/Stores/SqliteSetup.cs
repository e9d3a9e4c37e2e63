using Microsoft.Data.Sqlite;

namespace Splot.Data;

/// <summary>What an SQLite connection is opened for.</summary>
internal enum SqliteUse
{
    /// <summary>A write session, or something of its own kind such as migrating.</summary>
    Writing,

    /// <summary>A read session: a statement that would change something fails, as in a read-only transaction of PostgreSQL.</summary>
    Reading,
}

/// <summary>Opens SQLite connections the one way the house uses them.</summary>
internal static class SqliteSetup
{
    // WAL: readers never wait for the writer. NORMAL: a commit survives the process; a power cut may lose the last commits but never
    // tears the file. case_sensitive_like: as on PostgreSQL. The limit cuts a log that bulk work left behind at the next checkpoint.
    // secure_delete: what is deleted, such as a name whose time is over, is overwritten in the file too.
    private const string Pragmas = """
        PRAGMA busy_timeout = 10000;
        PRAGMA journal_mode = WAL;
        PRAGMA synchronous = NORMAL;
        PRAGMA foreign_keys = ON;
        PRAGMA case_sensitive_like = ON;
        PRAGMA temp_store = MEMORY;
        PRAGMA cache_size = -16000;
        PRAGMA journal_size_limit = 67108864;
        PRAGMA secure_delete = ON;
        """;

    private const string Writing = "PRAGMA query_only = OFF";
    private const string Reading = "PRAGMA query_only = ON";

    public static string ConnectionString(string path) =>
        new SqliteConnectionStringBuilder { DataSource = path, Mode = SqliteOpenMode.ReadWriteCreate, Pooling = true, DefaultTimeout = 30 }.ToString();

    public static async Task<SqliteConnection> OpenAsync(string path, SqliteUse use, CancellationToken cancellation)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var connection = new SqliteConnection(ConnectionString(path));
        try
        {
            await connection.OpenAsync(cancellation);
            Collations.AddTo(connection);
            await using var command = connection.CreateCommand();
            command.CommandText = Pragmas;
            await command.ExecuteNonQueryAsync(cancellation);
            command.CommandText = use == SqliteUse.Reading ? Reading : Writing;
            await command.ExecuteNonQueryAsync(cancellation);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }
}
