using System.Data.Common;
using Npgsql;
using Splot.Contracts;

namespace Splot.Data;

/// <summary>A session whose changes, outbox entries and audit entries commit together or not at all.</summary>
public sealed class WriteSession : Session, ITransaction
{
    private readonly List<OutboxEntry> pending = [];
    private readonly List<AuditEntry> recorded = [];
    private readonly SqliteWriter.Turn? turn;

    internal WriteSession(Store store, DbConnection connection, DbTransaction transaction, SqliteWriter.Turn? turn)
        : base(store, connection, transaction) => this.turn = turn;

    /// <summary>The session that a command of another module works in.</summary>
    /// <exception cref="ArgumentException">The transaction is not the floor's.</exception>
    public static WriteSession Of(ITransaction transaction) =>
        transaction as WriteSession ?? throw new ArgumentException("Only the floor's own write sessions are transactions.", nameof(transaction));

    /// <summary>
    /// Tells other modules of <paramref name="message"/>: written to the outbox in this transaction when it commits, delivered at
    /// least once after it. Only the main store has an outbox.
    /// </summary>
    public void Publish<TEvent>(TEvent message)
        where TEvent : IEvent => pending.Add(OutboxEntry.Of(message));

    /// <summary>
    /// Records what the session does: written to the audit in this transaction when it commits, with the time of that. When it cannot be
    /// written, nothing of the session is kept. Only the main store has an audit.
    /// </summary>
    /// <exception cref="ArgumentException">The entry cannot be one; see <see cref="AuditEntry"/>.</exception>
    public void Record(AuditEntry entry)
    {
        if (Store.Target.Role != StoreRole.Main)
        {
            throw new InvalidOperationException("Only the main store has an audit.");
        }

        AuditEntry.Validate(entry);
        recorded.Add(entry);
    }

    /// <summary>Saves every context's changes without committing, so that generated keys are known.</summary>
    public Task SaveAsync(CancellationToken cancellation) => SaveContextsAsync(cancellation);

    internal async Task CommitAsync(TimeProvider clock, CancellationToken cancellation)
    {
        await SaveContextsAsync(cancellation);
        await AppendAsync(Store.ForgetsAudit ? [] : recorded, pending, clock, cancellation);
        await Transaction.CommitAsync(cancellation);
    }

    /// <summary>Writes audit entries, then outbox entries, whose locks are held from there to the commit: on PostgreSQL on one way to the server.</summary>
    internal async Task AppendAsync(IReadOnlyList<AuditEntry> audit, IReadOnlyList<OutboxEntry> outbox, TimeProvider clock, CancellationToken cancellation)
    {
        if (audit.Count + outbox.Count == 0)
        {
            return;
        }

        if (Connection is NpgsqlConnection server)
        {
            await using var batch = new NpgsqlBatch(server, (NpgsqlTransaction)Transaction);
            AuditTable.AddTo(batch, audit, clock);
            OutboxEntry.AddTo(batch, outbox, clock);
            await batch.PrepareAsync(cancellation); // the server keeps the plans for later sessions of this connection
            await batch.ExecuteNonQueryAsync(cancellation);
            return;
        }

        if (audit.Count > 0)
        {
            await AuditTable.AppendAsync(this, audit, clock, cancellation);
        }

        if (outbox.Count > 0)
        {
            await OutboxEntry.AppendAsync(this, outbox, clock, cancellation);
        }
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
