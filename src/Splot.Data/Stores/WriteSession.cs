using System.Data.Common;
using Splot.Contracts;

namespace Splot.Data;

/// <summary>A session whose changes, outbox entries (and, once there is one, audit entries) commit together or not at all.</summary>
public sealed class WriteSession : Session
{
    private readonly List<OutboxEntry> pending = [];
    private readonly SqliteWriter.Turn? turn;

    internal WriteSession(Store store, DbConnection connection, DbTransaction transaction, SqliteWriter.Turn? turn)
        : base(store, connection, transaction) => this.turn = turn;

    /// <summary>
    /// Tells other modules of <paramref name="message"/>: written to the outbox in this transaction when it commits, delivered at
    /// least once after it. Only the main store has an outbox.
    /// </summary>
    public void Publish<TEvent>(TEvent message)
        where TEvent : IEvent => pending.Add(OutboxEntry.Of(message));

    /// <summary>Saves every context's changes without committing, so that generated keys are known.</summary>
    public Task SaveAsync(CancellationToken cancellation) => SaveContextsAsync(cancellation);

    internal async Task CommitAsync(TimeProvider clock, CancellationToken cancellation)
    {
        await SaveContextsAsync(cancellation);
        if (pending.Count > 0)
        {
            await OutboxEntry.AppendAsync(this, pending, clock, cancellation);
        }

        await Transaction.CommitAsync(cancellation);
    }

    private protected override async ValueTask CloseAsync()
    {
        if (turn is null)
        {
            await base.CloseAsync();
        }
        else
        {
            await turn.DisposeAsync();
        }
    }
}
