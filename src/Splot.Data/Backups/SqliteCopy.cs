using Microsoft.Data.Sqlite;

namespace Splot.Data;

/// <summary>Complete copies of SQLite files, made while others read and write.</summary>
internal static class SqliteCopy
{
    private const string Check = "PRAGMA quick_check(1)";
    private const string OneFile = "PRAGMA journal_mode = DELETE";

    /// <summary>Copies a store in one step, as it is at one moment; an unfinished file of that name is replaced.</summary>
    public static void Make(string from, string to)
    {
        File.Delete(to);
        using var source = new SqliteConnection(SqliteSetup.ConnectionString(from));
        using var target = new SqliteConnection(Alone(to));
        source.Open();
        target.Open();
        source.BackupDatabase(target);
    }

    /// <summary>Opens a copy that nobody else knows of, without a log beside it.</summary>
    public static async Task<SqliteConnection> OpenAsync(string path, CancellationToken cancellation)
    {
        var connection = new SqliteConnection(Alone(path));
        try
        {
            await connection.OpenAsync(cancellation);
            Collations.AddTo(connection);
            await connection.ExecuteAsync(null, OneFile, [], cancellation);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    /// <summary>True when SQLite finds nothing wrong with the file.</summary>
    public static async Task<bool> IsSoundAsync(string path, CancellationToken cancellation)
    {
        try
        {
            await using var connection = await OpenAsync(path, cancellation);
            await using var command = connection.Prepare(null, Check, []);
            return await command.ExecuteScalarAsync(cancellation) is "ok";
        }
        catch (SqliteException)
        {
            return false;
        }
    }

    /// <summary>True when another connection has the file open: only an only one may change the kind of its journal.</summary>
    public static async Task<bool> IsInUseAsync(string path, CancellationToken cancellation)
    {
        await using var connection = new SqliteConnection(Alone(path));
        try
        {
            await connection.OpenAsync(cancellation);
            await using var command = connection.Prepare(null, OneFile, []);
            return await command.ExecuteScalarAsync(cancellation) is not "delete";
        }
        catch (SqliteException failure)
        {
            return failure.SqliteErrorCode == SqliteBusy;
        }
    }

    private const int SqliteBusy = 5;

    private static string Alone(string path) => new SqliteConnectionStringBuilder { DataSource = path, Pooling = false, DefaultTimeout = 1 }.ToString();
}
