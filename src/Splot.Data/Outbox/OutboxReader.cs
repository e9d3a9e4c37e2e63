using System.Data.Common;

namespace Splot.Data;

/// <summary>What a look into the outbox found.</summary>
/// <param name="Position">The position that the entries are counted from.</param>
/// <param name="Entries">The next entries, in order.</param>
/// <param name="HeldBack">True when there are no entries to give, but some that wait for an older transaction to end.</param>
internal sealed record OutboxReading(ConsumerPosition Position, IReadOnlyList<Delivery> Entries, bool HeldBack);

/// <summary>
/// Reads the entries after a position. On PostgreSQL sequence numbers become visible in any order, so they are read by windows of
/// transactions that have all ended: from the ceiling of the last window up to the oldest transaction still open. Within a window
/// the order is that of the sequence, which for one aggregate is the order of commit, because writers of one aggregate take turns
/// from the number to the commit (see <see cref="OutboxEntry"/>).
/// </summary>
internal static class OutboxReader
{
    private const string SelectSqlite = "SELECT sequence, name, payload FROM data_outbox WHERE sequence > @last ORDER BY sequence LIMIT @limit";

    private const string SelectPostgres = """
        SELECT sequence, name, payload FROM data_outbox
        WHERE transaction_id >= @floor AND transaction_id < @ceiling AND sequence > @last ORDER BY sequence LIMIT @limit
        """;

    // Transactions of other databases of the server have numbers of the same row, but cannot write here: those that are seen to belong
    // to another database hold nobody back. Locks carry the lower half of a number only.
    private const string SelectEnded = """
        SELECT COALESCE(MIN(number), pg_snapshot_xmax(pg_current_snapshot())::text::bigint), pg_snapshot_xmax(pg_current_snapshot())::text::bigint
        FROM (SELECT number::text::bigint AS number FROM pg_snapshot_xip(pg_current_snapshot()) AS number) AS unfinished
        WHERE NOT EXISTS (
            SELECT 1 FROM pg_locks l JOIN pg_stat_activity a ON a.pid = l.pid
            WHERE l.locktype = 'transactionid' AND l.granted AND l.mode = 'ExclusiveLock' AND l.transactionid::text::bigint = number % 4294967296
                AND a.datid <> (SELECT oid FROM pg_database WHERE datname = current_database()))
        """;

    private const string SelectLater = "SELECT EXISTS (SELECT 1 FROM data_outbox WHERE transaction_id >= @ceiling)";

    // A store that was restored into another server carries transaction numbers that this server has yet to reach.
    private const string ForgetNumbers = "UPDATE data_outbox SET transaction_id = 0 WHERE transaction_id >= pg_snapshot_xmax(pg_current_snapshot())::text::bigint";
    private const string BeginAgain = "UPDATE data_consumer SET window_floor = 0, window_ceiling = 0, last_sequence = 0, lease_owner = NULL, lease_until = NULL";

    /// <summary>The next entries, in a new window where the old one is exhausted; null when the position comes from another server.</summary>
    public static async Task<OutboxReading?> ReadAsync(Session session, ConsumerPosition position, int limit, CancellationToken cancellation)
    {
        if (session.Store.Engine == Engine.Sqlite)
        {
            return new OutboxReading(position, await SelectAsync(session, position, limit, cancellation), HeldBack: false);
        }

        var (ended, begun) = await EndedAsync(session, cancellation);
        if (begun < position.Ceiling)
        {
            return null;
        }

        var entries = await SelectAsync(session, position, limit, cancellation);
        if (entries.Count == 0 && ended > position.Ceiling)
        {
            position = position with { Floor = position.Ceiling, Ceiling = ended, LastSequence = 0 };
            entries = await SelectAsync(session, position, limit, cancellation);
        }

        return new OutboxReading(position, entries, entries.Count == 0 && await HasLaterAsync(session, position, cancellation));
    }

    /// <summary>Lets every consumer begin again at the oldest entry kept: doubles do no harm, a loss would.</summary>
    public static async Task BeginAgainAsync(WriteSession session, CancellationToken cancellation)
    {
        await session.ExecuteAsync(ForgetNumbers, [], cancellation);
        await session.ExecuteAsync(BeginAgain, [], cancellation);
    }

    /// <summary>Below the first number every transaction that could write here has ended; the second has not been given out yet.</summary>
    public static async Task<(long Ended, long Begun)> EndedAsync(Session session, CancellationToken cancellation)
    {
        await using var command = session.Command(SelectEnded);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        await reader.ReadAsync(cancellation);
        return (reader.GetInt64(0), reader.GetInt64(1));
    }

    private static async Task<bool> HasLaterAsync(Session session, ConsumerPosition position, CancellationToken cancellation)
    {
        await using var command = session.Prepare(SelectLater, ("ceiling", position.Ceiling));
        return await command.ExecuteScalarAsync(cancellation) is true;
    }

    private static async Task<IReadOnlyList<Delivery>> SelectAsync(Session session, ConsumerPosition position, int limit, CancellationToken cancellation)
    {
        await using var command = Select(session, position, limit);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var entries = new List<Delivery>();
        while (await reader.ReadAsync(cancellation))
        {
            entries.Add(new Delivery(reader.GetInt64(0), reader.GetString(1), reader.GetString(2)));
        }

        return entries;
    }

    private static DbCommand Select(Session session, ConsumerPosition position, int limit) => session.Store.Engine == Engine.Sqlite
        ? session.Prepare(SelectSqlite, ("last", position.LastSequence), ("limit", limit))
        : session.Prepare(SelectPostgres, ("floor", position.Floor), ("ceiling", position.Ceiling), ("last", position.LastSequence), ("limit", limit));
}
