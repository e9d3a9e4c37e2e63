using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace Splot.Data;

/// <summary>
/// One connection to a store for the length of one piece of work, in one transaction. Every DbContext, statement and (in a write
/// session) outbox entry made through it shares both. A session serves one caller at a time.
/// </summary>
public class Session : IAsyncDisposable
{
    private readonly List<DbContext> contexts = [];

    internal Session(Store store, DbConnection connection, DbTransaction transaction)
    {
        Store = store;
        Connection = connection;
        Transaction = transaction;
    }

    /// <summary>The store that the session works on.</summary>
    public Store Store { get; }

    /// <summary>The open connection.</summary>
    public DbConnection Connection { get; }

    /// <summary>The transaction: one snapshot in a read session, all or nothing in a write session.</summary>
    public DbTransaction Transaction { get; }

    /// <summary>The session's context of type <typeparamref name="TContext"/>, made at first use; its changes join the session's transaction.</summary>
    public TContext Context<TContext>()
        where TContext : DbContext
    {
        if (contexts.OfType<TContext>().FirstOrDefault() is { } known)
        {
            return known;
        }

        var context = ContextFactory<TContext>.Create(Store, Connection);
        context.Database.UseTransaction(Transaction);
        contexts.Add(context);
        return context;
    }

    /// <summary>A command on the session's connection and transaction. <paramref name="sql"/> is a constant; values go in as parameters.</summary>
    public DbCommand Command(string sql)
    {
        var command = Connection.CreateCommand();
        command.CommandText = sql;
        command.Transaction = Transaction;
        return command;
    }

    /// <summary>Saves the pending changes of every context of the session.</summary>
    protected async Task SaveContextsAsync(CancellationToken cancellation)
    {
        foreach (var context in contexts)
        {
            await context.SaveChangesAsync(cancellation);
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        foreach (var context in contexts)
        {
            await context.DisposeAsync();
        }

        await CloseAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>Rolls back what was not committed and lets the connection go.</summary>
    private protected virtual async ValueTask CloseAsync()
    {
        await Transaction.DisposeAsync();
        await Connection.DisposeAsync();
    }
}
