using System.Data;
using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Splot.Data;

/// <summary>
/// A database of Splot. Reads open their own connections; on SQLite all writes of a process take turns on one connection at a time,
/// on PostgreSQL each has its own. See <see cref="MainStore"/> and <see cref="PublicStore"/>.
/// </summary>
public abstract class Store : IAsyncDisposable
{
    private readonly TimeProvider clock;
    private readonly WriteQueue? queue;
    private readonly NpgsqlDataSource? postgres;

    /// <summary>Opens nothing yet.</summary>
    protected Store(StoreTarget target, TimeProvider clock)
    {
        Target = target;
        this.clock = clock;
        if (target.Engine == Engine.Sqlite)
        {
            queue = new WriteQueue();
        }
        else
        {
            var settings = new NpgsqlConnectionStringBuilder(target.Location) { SearchPath = target.Schema };
            postgres = NpgsqlDataSource.Create(settings);
        }
    }

    /// <summary>Where the store is.</summary>
    public StoreTarget Target { get; }

    /// <summary>The engine.</summary>
    public Engine Engine => Target.Engine;

    /// <summary>Opens a session for reading. On PostgreSQL all its statements see one snapshot (repeatable read).</summary>
    public async Task<Session> OpenReadAsync(CancellationToken cancellation)
    {
        var connection = await OpenAsync(cancellation);
        if (Engine == Engine.Sqlite)
        {
            return new Session(this, connection, null);
        }

        return new Session(this, connection, await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellation));
    }

    /// <summary>Runs <paramref name="work"/> in a session for reading.</summary>
    public async Task<T> ReadAsync<T>(Func<Session, Task<T>> work, CancellationToken cancellation)
    {
        await using var session = await OpenReadAsync(cancellation);
        return await work(session);
    }

    /// <summary>
    /// Runs <paramref name="work"/> in one transaction and commits it. An exception rolls everything back. On SQLite the caller waits
    /// for its turn, so work must be short: no waiting for people, files or other machines inside.
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

    /// <summary>Opens a connection with everything set that the house relies on (WAL, foreign keys, busy time-out, collations; search path).</summary>
    public async Task<DbConnection> OpenAsync(CancellationToken cancellation) =>
        Engine == Engine.Sqlite
            ? await SqliteSetup.OpenAsync(Target.Location, cancellation)
            : await postgres!.OpenConnectionAsync(cancellation);

    /// <summary>Moves the write-ahead log into the SQLite file and cuts it; call after bulk work. Does nothing on PostgreSQL.</summary>
    public async Task CheckpointAsync(CancellationToken cancellation)
    {
        if (Engine != Engine.Sqlite)
        {
            return;
        }

        using var turn = await queue!.WaitAsync(cancellation);
        await using var connection = (SqliteConnection)await OpenAsync(cancellation);
        await using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
        await command.ExecuteNonQueryAsync(cancellation);
    }

    private async Task<WriteSession> OpenWriteAsync(CancellationToken cancellation)
    {
        if (Engine == Engine.Postgres)
        {
            var connection = await OpenAsync(cancellation);
            return new WriteSession(this, connection, await connection.BeginTransactionAsync(cancellation), null);
        }

        var turn = await queue!.WaitAsync(cancellation);
        try
        {
            var connection = (SqliteConnection)await OpenAsync(cancellation);
            // BEGIN IMMEDIATE: the wait for another process happens here, under the busy time-out, never in the middle of the work.
            return new WriteSession(this, connection, connection.BeginTransaction(deferred: false), turn);
        }
        catch
        {
            turn.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (postgres is not null)
        {
            await postgres.DisposeAsync();
        }

        if (Engine == Engine.Sqlite)
        {
            queue!.Dispose();
            using var connection = new SqliteConnection(SqliteSetup.ConnectionString(Target.Location));
            SqliteConnection.ClearPool(connection);
        }

        GC.SuppressFinalize(this);
    }
}

/// <summary>The working store: every module's tables, outbox, jobs.</summary>
public sealed class MainStore(StoreTarget target, TimeProvider clock) : Store(target, clock);

/// <summary>The public read model.</summary>
public sealed class PublicStore(StoreTarget target, TimeProvider clock) : Store(target, clock);
