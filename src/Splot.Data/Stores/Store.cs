using System.Data;
using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Splot.Data;

/// <summary>
/// A database of Splot. Reads open their own connections; on SQLite all writes of a process take turns on its one write connection, on
/// PostgreSQL each has its own. See <see cref="MainStore"/> and <see cref="PublicStore"/>.
/// </summary>
public abstract class Store : IAsyncDisposable
{
    private const int CheckpointAttempts = 10;
    private static readonly TimeSpan CheckpointPause = TimeSpan.FromMilliseconds(100);

    private readonly TimeProvider clock;
    private readonly SqliteWriter? writer;
    private readonly NpgsqlDataSource? postgres;

    /// <summary>Opens nothing yet.</summary>
    protected Store(StoreTarget target, TimeProvider clock)
    {
        Target = target;
        this.clock = clock;
        if (target.Engine == Engine.Sqlite)
        {
            writer = new SqliteWriter(target.Location);
        }
        else
        {
            postgres = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(target.Location) { SearchPath = target.Schema, ApplicationName = "splot" });
        }
    }

    /// <summary>Where the store is.</summary>
    public StoreTarget Target { get; }

    /// <summary>See <see cref="AuditSwitch"/>.</summary>
    internal bool ForgetsAudit { get; set; }

    /// <summary>The engine.</summary>
    public Engine Engine => Target.Engine;

    /// <summary>
    /// Opens a session for reading. All its statements see one snapshot of the store, taken by the first of them; a statement that
    /// would change something fails.
    /// </summary>
    public async Task<Session> OpenReadAsync(CancellationToken cancellation)
    {
        if (Engine == Engine.Sqlite)
        {
            var file = await SqliteSetup.OpenAsync(Target.Location, SqliteUse.Reading, cancellation);
            return new Session(this, file, file.BeginTransaction(deferred: true));
        }

        var connection = await OpenAsync(cancellation);
        var session = new Session(this, connection, await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellation));
        await using var command = session.Command("SET TRANSACTION READ ONLY");
        await command.ExecuteNonQueryAsync(cancellation);
        return session;
    }

    /// <summary>Runs <paramref name="work"/> in a session for reading.</summary>
    public async Task<T> ReadAsync<T>(Func<Session, Task<T>> work, CancellationToken cancellation)
    {
        await using var session = await OpenReadAsync(cancellation);
        return await work(session);
    }

    /// <summary>
    /// Runs <paramref name="work"/> in one transaction and commits it. An exception rolls everything back. On SQLite the caller waits
    /// for its turn, and others for the caller: work must be short, at most a quarter of a second, with no waiting for people, files
    /// or other machines inside, and it must not write to the same store again within (that would wait for itself).
    /// </summary>
    public async Task<T> WriteAsync<T>(Func<WriteSession, Task<T>> work, CancellationToken cancellation)
    {
        await using var session = await OpenWriteAsync(cancellation);
        var result = await work(session);
        await session.CommitAsync(clock, cancellation);
        return result;
    }

    /// <inheritdoc cref="WriteAsync{T}"/>
    public Task WriteAsync(Func<WriteSession, Task> work, CancellationToken cancellation) => WriteAsync(
        async session =>
        {
            await work(session);
            return true;
        },
        cancellation);

    /// <summary>
    /// Opens a connection with everything set that the house relies on (WAL, foreign keys, busy time-out, collations; search path),
    /// outside any queue: for migrating, checking and copying. Sessions are the way for everything else.
    /// </summary>
    public async Task<DbConnection> OpenAsync(CancellationToken cancellation) =>
        Engine == Engine.Sqlite
            ? await SqliteSetup.OpenAsync(Target.Location, SqliteUse.Writing, cancellation)
            : await postgres!.OpenConnectionAsync(cancellation);

    /// <summary>
    /// Moves the write-ahead log into the SQLite file and cuts it to nothing; call after bulk work. False when readers or another
    /// process were in the way for a second (the log is then cut by a later call). Writers wait at most a fifth of a second for it.
    /// Does nothing on PostgreSQL.
    /// </summary>
    public async Task<bool> CheckpointAsync(CancellationToken cancellation)
    {
        for (var attempt = 1; Engine == Engine.Sqlite; attempt++)
        {
            if (await writer!.AloneAsync(() => TryCheckpointAsync(cancellation), cancellation))
            {
                break;
            }

            if (attempt == CheckpointAttempts)
            {
                return false;
            }

            await Task.Delay(CheckpointPause, cancellation);
        }

        return true;
    }

    private async Task<bool> TryCheckpointAsync(CancellationToken cancellation)
    {
        await using var connection = await SqliteSetup.OpenAsync(Target.Location, SqliteUse.Writing, cancellation);
        await using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA busy_timeout = 200";
        await command.ExecuteNonQueryAsync(cancellation);
        command.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
        return await command.ExecuteScalarAsync(cancellation) is 0L;
    }

    private async Task<WriteSession> OpenWriteAsync(CancellationToken cancellation)
    {
        if (Engine == Engine.Sqlite)
        {
            var turn = await writer!.BeginAsync(cancellation);
            return new WriteSession(this, turn.Connection, turn.Transaction, turn);
        }

        var connection = await OpenAsync(cancellation);
        return new WriteSession(this, connection, await connection.BeginTransactionAsync(cancellation), null);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (postgres is not null)
        {
            await postgres.DisposeAsync();
        }

        if (writer is not null)
        {
            await writer.DisposeAsync();
            await using var connection = new SqliteConnection(SqliteSetup.ConnectionString(Target.Location));
            SqliteConnection.ClearPool(connection);
        }

        GC.SuppressFinalize(this);
    }
}

/// <summary>The working store: every module's tables, outbox, audit, jobs.</summary>
public sealed class MainStore(StoreTarget target, TimeProvider clock) : Store(target, clock);

/// <summary>The public read model.</summary>
public sealed class PublicStore(StoreTarget target, TimeProvider clock) : Store(target, clock);
