using Microsoft.Data.Sqlite;

namespace Splot.Data;

/// <summary>
/// The one write connection of a process to an SQLite file. Who wants to write waits for a turn, in the order of asking, then for
/// other processes, and then has the connection alone until the turn is given back.
/// </summary>
internal sealed class SqliteWriter(string path) : IAsyncDisposable
{
    private readonly SemaphoreSlim turns = new(1, 1);
    private readonly Turnstile turnstile = new(path + ".turn");
    private SqliteConnection? connection;

    /// <summary>The connection in a transaction that holds SQLite's write lock already: nothing in the middle of the work can find the file busy.</summary>
    public async Task<Turn> BeginAsync(CancellationToken cancellation)
    {
        await turns.WaitAsync(cancellation);
        try
        {
            connection ??= await SqliteSetup.OpenAsync(path, SqliteUse.Writing, cancellation);
            using var passage = await turnstile.EnterAsync(cancellation);
            return new Turn(this, connection, connection.BeginTransaction(deferred: false));
        }
        catch
        {
            await ForgetAsync();
            turns.Release();
            throw;
        }
    }

    /// <summary>Runs something that must not meet a writer of this process.</summary>
    public async Task<T> AloneAsync<T>(Func<Task<T>> work, CancellationToken cancellation)
    {
        await turns.WaitAsync(cancellation);
        try
        {
            return await work();
        }
        finally
        {
            turns.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await turns.WaitAsync();
        await ForgetAsync();
        turns.Dispose();
    }

    private async Task ForgetAsync()
    {
        if (connection is not null)
        {
            await connection.DisposeAsync();
            connection = null;
        }
    }

    /// <summary>A writer's turn; giving it back keeps the connection for the next one.</summary>
    internal sealed class Turn(SqliteWriter writer, SqliteConnection connection, SqliteTransaction transaction) : IAsyncDisposable
    {
        private bool over;

        public SqliteConnection Connection => connection;

        public SqliteTransaction Transaction => transaction;

        public async ValueTask DisposeAsync()
        {
            if (over)
            {
                return;
            }

            over = true;
            try
            {
                await transaction.DisposeAsync();
            }
            catch (SqliteException)
            {
                // A connection that cannot even roll back is given up; the file rolls back when it closes.
                await writer.ForgetAsync();
            }
            finally
            {
                writer.turns.Release();
            }
        }
    }
}
