using System.Globalization;

namespace Splot.Data;

/// <summary>What a look for unsealed entries found.</summary>
/// <param name="Head">The head at that moment.</param>
/// <param name="Entries">The next entries, in the order in which they are to be sealed.</param>
/// <param name="Floor">PostgreSQL: the transaction below which all are sealed once these are.</param>
internal sealed record AuditLook(AuditHead Head, IReadOnlyList<AuditRow> Entries, long Floor);

/// <summary>
/// Finds entries that are committed and not sealed. On PostgreSQL entries become visible in any order of their ids; whatever a snapshot
/// shows and no seal names is next, so an entry is never behind one that was committed before its transaction began, and nobody waits for
/// a transaction that is still open. The search begins at the oldest transaction that was open at the last look.
/// </summary>
internal static class AuditReader
{
    private const string SelectSqlite = $"""
        SELECT {AuditTable.Columns} FROM data_audit e
        WHERE e.id > @last AND NOT EXISTS (SELECT 1 FROM data_audit_seal s WHERE s.entry_id = e.id) ORDER BY e.id LIMIT @limit
        """;

    // In steps, lest the server walk the whole table in the order of its key.
    private const string SelectPostgres = $"""
        WITH waiting AS MATERIALIZED (
            SELECT id FROM data_audit a WHERE transaction_id >= @floor AND NOT EXISTS (SELECT 1 FROM data_audit_seal s WHERE s.entry_id = a.id)
        ), next AS MATERIALIZED (SELECT id FROM waiting ORDER BY id LIMIT @limit)
        SELECT {AuditTable.Columns} FROM next JOIN data_audit e ON e.id = next.id ORDER BY e.id
        """;

    private const string OldestSqlite = "SELECT MIN(at), COUNT(*) FROM data_audit e WHERE id > @last AND NOT EXISTS (SELECT 1 FROM data_audit_seal s WHERE s.entry_id = e.id)";
    private const string OldestPostgres = "SELECT MIN(at), COUNT(*) FROM data_audit e WHERE transaction_id >= @floor AND NOT EXISTS (SELECT 1 FROM data_audit_seal s WHERE s.entry_id = e.id)";

    /// <summary>Looks for the next entries.</summary>
    public static async Task<AuditLook> LookAsync(Session session, AuditHead head, int limit, CancellationToken cancellation)
    {
        var floor = 0L;
        if (session.Store.Engine == Engine.Postgres)
        {
            var (ended, begun) = await OutboxReader.EndedAsync(session, cancellation);
            floor = ended;

            // Below what was given out already: the store came from another server, whose numbers mean nothing here.
            head = begun < head.TransactionFloor ? head with { TransactionFloor = 0 } : head;
        }

        await using var command = session.Store.Engine == Engine.Sqlite
            ? session.Prepare(SelectSqlite, ("last", head.LastId), ("limit", limit))
            : session.Prepare(SelectPostgres, ("floor", head.TransactionFloor), ("limit", limit));
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var entries = new List<AuditRow>();
        while (await reader.ReadAsync(cancellation))
        {
            entries.Add(AuditTable.Read(reader, 0)!);
        }

        return new AuditLook(head, entries, entries.Count < limit ? floor : head.TransactionFloor);
    }

    /// <summary>How many entries are committed and not sealed, and when the oldest of them was written.</summary>
    public static async Task<(long Count, DateTimeOffset? Oldest)> WaitingAsync(Session session, CancellationToken cancellation)
    {
        var head = await AuditHead.ReadAsync(session, cancellation);
        await using var command = session.Store.Engine == Engine.Sqlite
            ? session.Prepare(OldestSqlite, ("last", head.LastId))
            : session.Prepare(OldestPostgres, ("floor", head.TransactionFloor));
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        await reader.ReadAsync(cancellation);
        var count = Convert.ToInt64(reader.GetValue(1), CultureInfo.InvariantCulture);
        return (count, reader.Number(0) is { } at ? DateTimeOffset.FromUnixTimeMilliseconds(at) : null);
    }
}
