namespace Splot.Data;

/// <summary>
/// How far a consumer has come. Entries of transactions below the floor are done; of those from the floor up to (not including) the
/// ceiling the ones up to the last sequence are. On SQLite, where entries become visible in the order of their sequence, there is
/// one window for ever: every entry has the transaction 0.
/// </summary>
internal sealed record ConsumerPosition(long Floor, long Ceiling, long LastSequence, int Failures, long? NextAttemptAt)
{
    private const string Create = """
        INSERT INTO data_consumer (name, window_floor, window_ceiling, last_sequence, failures) VALUES (@name, 0, @ceiling, 0, 0)
        ON CONFLICT (name) DO NOTHING
        """;

    private const string Select = "SELECT window_floor, window_ceiling, last_sequence, failures, next_attempt_at FROM data_consumer WHERE name = @name";

    private const string TakeLease = """
        UPDATE data_consumer SET lease_owner = @owner, lease_until = @until
        WHERE name = @name AND (lease_owner IS NULL OR lease_until <= @now)
        """;

    private const string RenewLease = "UPDATE data_consumer SET lease_until = @until WHERE name = @name AND lease_owner = @owner";
    private const string DropLease = "UPDATE data_consumer SET lease_owner = NULL, lease_until = NULL WHERE name = @name AND lease_owner = @owner";

    private const string Update = """
        UPDATE data_consumer SET window_floor = @floor, window_ceiling = @ceiling, last_sequence = @last, failures = @failures, last_error = @error, next_attempt_at = @next
        WHERE name = @name AND lease_owner = @owner
        """;

    /// <summary>Makes the consumer's row where it has none: a new consumer begins at the oldest entry kept.</summary>
    public static Task CreateAsync(WriteSession session, string name, CancellationToken cancellation) =>
        session.ExecuteAsync(Create, [("name", name), ("ceiling", session.Store.Engine == Engine.Sqlite ? 1L : 0L)], cancellation);

    /// <summary>Reads a position, or null for a consumer that never ran.</summary>
    public static async Task<ConsumerPosition?> ReadAsync(Session session, string name, CancellationToken cancellation)
    {
        await using var command = session.Prepare(Select, ("name", name));
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        return await reader.ReadAsync(cancellation)
            ? new ConsumerPosition(reader.GetInt64(0), reader.GetInt64(1), reader.GetInt64(2), reader.GetInt32(3), await reader.IsDBNullAsync(4, cancellation) ? null : reader.GetInt64(4))
            : null;
    }

    /// <summary>Takes the right to run the consumer; false when another has it.</summary>
    public static async Task<bool> TakeLeaseAsync(WriteSession session, string name, string owner, DateTimeOffset now, DateTimeOffset until, CancellationToken cancellation) =>
        await session.ExecuteAsync(TakeLease, [("name", name), ("owner", owner), ("now", now.ToUnixTimeMilliseconds()), ("until", until.ToUnixTimeMilliseconds())], cancellation) == 1;

    /// <summary>Prolongs it; false when it was lost.</summary>
    public static async Task<bool> RenewLeaseAsync(WriteSession session, string name, string owner, DateTimeOffset until, CancellationToken cancellation) =>
        await session.ExecuteAsync(RenewLease, [("name", name), ("owner", owner), ("until", until.ToUnixTimeMilliseconds())], cancellation) == 1;

    /// <summary>Gives it back.</summary>
    public static Task DropLeaseAsync(WriteSession session, string name, string owner, CancellationToken cancellation) =>
        session.ExecuteAsync(DropLease, [("name", name), ("owner", owner)], cancellation);

    /// <summary>Saves the position; false when the lease was lost, and with it the right to say where the consumer is.</summary>
    public async Task<bool> SaveAsync(WriteSession session, string name, string owner, string? error, CancellationToken cancellation) =>
        await session.ExecuteAsync(
            Update,
            [
                ("name", name), ("owner", owner), ("floor", Floor), ("ceiling", Ceiling), ("last", LastSequence),
                ("failures", Failures), ("error", error), ("next", NextAttemptAt),
            ],
            cancellation) == 1;
}
