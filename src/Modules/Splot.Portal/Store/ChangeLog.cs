using System.Globalization;
using Splot.Data;

namespace Splot.Portal.Store;

/// <summary>The public store's own record of writes.</summary>
internal static class ChangeLog
{
    private const long LockNumber = 0x504F5254; // "PORT"
    private const string Append = "INSERT INTO portal_change (kind, operation_id, operation_key, count, at) VALUES (@kind, @id, @key, @count, @at) RETURNING sequence";

    /// <summary>
    /// Writers of the public store take turns, so that sequences become visible in their order: who has seen number 7 will never find
    /// a 6 afterwards. SQLite has one writer anyway.
    /// </summary>
    public static async Task LockAsync(Session session, CancellationToken cancellation)
    {
        if (session.Store.Engine == Engine.Postgres)
        {
            await using var command = session.Command("SELECT pg_advisory_xact_lock(@number)").With("number", LockNumber);
            await command.ExecuteNonQueryAsync(cancellation);
        }
    }

    /// <summary>Adds an entry and returns its sequence.</summary>
    public static async Task<long> AppendAsync(Session session, string kind, string? operationId, long? operationKey, long count, TimeProvider clock, CancellationToken cancellation)
    {
        await using var command = session.Command(Append)
            .With("kind", kind).With("id", operationId).With("key", operationKey).With("count", count).With("at", clock.GetUtcNow().ToUnixTimeMilliseconds());
        return Convert.ToInt64(await command.ExecuteScalarAsync(cancellation), CultureInfo.InvariantCulture);
    }

    /// <summary>The last sequence; 0 in an empty store.</summary>
    public static async Task<long> LastAsync(Session session, CancellationToken cancellation)
    {
        await using var command = session.Command("SELECT COALESCE(MAX(sequence), 0) FROM portal_change");
        return Convert.ToInt64(await command.ExecuteScalarAsync(cancellation), CultureInfo.InvariantCulture);
    }
}
