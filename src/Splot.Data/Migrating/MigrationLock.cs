using System.Data.Common;

namespace Splot.Data;

/// <summary>Only one process migrates a store at a time; the others wait.</summary>
internal sealed class MigrationLock : IAsyncDisposable
{
    private const long Number = 0x53504C4F54; // "SPLOT"
    private const string Take = "SELECT pg_advisory_lock(@number)";
    private const string Drop = "SELECT pg_advisory_unlock(@number)";

    private readonly DbConnection? server;
    private readonly FileStream? file;

    private MigrationLock(DbConnection? server, FileStream? file)
    {
        this.server = server;
        this.file = file;
    }

    /// <summary>Waits for the lock: PostgreSQL's own, or a file beside the SQLite file. That file stays, because removing it would let two processes lock two files of one name.</summary>
    public static async Task<MigrationLock> TakeAsync(Store store, DbConnection connection, CancellationToken cancellation)
    {
        if (store.Engine == Engine.Sqlite)
        {
            return new MigrationLock(null, await OpenAsync(store.Target.Location + ".lock", cancellation));
        }

        await connection.ExecuteAsync(null, Take, [("number", Number)], cancellation);
        return new MigrationLock(connection, null);
    }

    private static async Task<FileStream> OpenAsync(string path, CancellationToken cancellation)
    {
        while (true)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (File.Exists(path))
            {
                await Task.Delay(50, cancellation);
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (server is not null)
        {
            await server.ExecuteAsync(null, Drop, [("number", Number)], CancellationToken.None);
        }

        if (file is not null)
        {
            await file.DisposeAsync();
        }
    }
}
