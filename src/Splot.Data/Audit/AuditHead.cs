namespace Splot.Data;

/// <summary>Where the chain ends, how far entries are sealed, and who seals.</summary>
internal sealed record AuditHead(long Number, byte[] Hash, long TransactionFloor, long LastId, string? LeaseOwner, long LeaseUntil)
{
    private const string Select = "SELECT number, hash, transaction_floor, last_id, lease_owner, lease_until FROM data_audit_head WHERE name = 'head'";

    private const string Create = """
        INSERT INTO data_audit_head (name, number, hash, transaction_floor, last_id) VALUES ('head', 0, @hash, 0, 0) ON CONFLICT (name) DO NOTHING
        """;

    // Only from where the sealer looked, and only while nobody else holds the lease: whoever comes second changes nothing.
    private const string Move = """
        UPDATE data_audit_head SET number = @number, hash = @hash, transaction_floor = @floor, last_id = @last, lease_owner = @owner, lease_until = @until
        WHERE name = 'head' AND number = @expected AND (lease_owner IS NULL OR lease_owner = @owner OR lease_until <= @now)
        """;

    private const string DropLease = "UPDATE data_audit_head SET lease_owner = NULL, lease_until = NULL WHERE name = 'head' AND lease_owner = @owner";

    public static AuditHead Beginning { get; } = new(0, AuditHash.Beginning, 0, 0, null, 0);

    /// <summary>True where another process may still be sealing.</summary>
    public bool IsHeldByAnother(string owner, DateTimeOffset now) => LeaseOwner is not null && LeaseOwner != owner && LeaseUntil > now.ToUnixTimeMilliseconds();

    public static async Task<AuditHead> ReadAsync(Session session, CancellationToken cancellation)
    {
        await using var command = session.Command(Select);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        return await reader.ReadAsync(cancellation)
            ? new AuditHead(reader.GetInt64(0), reader.GetFieldValue<byte[]>(1), reader.GetInt64(2), reader.GetInt64(3), reader.Text(4), reader.Number(5) ?? 0)
            : Beginning;
    }

    /// <summary>Moves the head on from <paramref name="expected"/> and takes or renews the lease; false when another process was there.</summary>
    public async Task<bool> SaveAsync(WriteSession session, long expected, DateTimeOffset now, CancellationToken cancellation)
    {
        if (expected == 0)
        {
            await session.ExecuteAsync(Create, [("hash", AuditHash.Beginning)], cancellation);
        }

        return await session.ExecuteAsync(
            Move,
            [
                ("number", Number), ("hash", Hash), ("floor", TransactionFloor), ("last", LastId), ("owner", LeaseOwner), ("until", LeaseUntil),
                ("expected", expected), ("now", now.ToUnixTimeMilliseconds()),
            ],
            cancellation) == 1;
    }

    /// <summary>Lets another process go on at once.</summary>
    public static Task DropLeaseAsync(WriteSession session, string owner, CancellationToken cancellation) => session.ExecuteAsync(DropLease, [("owner", owner)], cancellation);
}
