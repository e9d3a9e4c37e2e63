using System.Text.Json;
using Splot.Data;

namespace Splot.Portal.Projection;

/// <summary>What the store already holds of an operation.</summary>
internal sealed record KnownOperation(long Key, long Publication, long Change);

/// <summary>Finds and clears the rows that a chunk replaces.</summary>
internal static class KnownOperations
{
    private const string FindSqlite = "SELECT id, key, publication, change FROM portal_operation WHERE id IN (SELECT value FROM json_each(@ids))";
    private const string FindPostgres = "SELECT id, key, publication, change FROM portal_operation WHERE id = ANY(@ids)";

    private static readonly string[] DeleteSqlite =
    [
        "DELETE FROM portal_operation WHERE key IN (SELECT value FROM json_each(@keys))",
        "DELETE FROM portal_document WHERE key IN (SELECT value FROM json_each(@keys))",
        "DELETE FROM portal_history WHERE key IN (SELECT value FROM json_each(@keys))",
    ];

    private static readonly string[] DeletePostgres =
    [
        "DELETE FROM portal_operation WHERE key = ANY(@keys)",
        "DELETE FROM portal_document WHERE key = ANY(@keys)",
        "DELETE FROM portal_history WHERE key = ANY(@keys)",
    ];

    public static async Task<Dictionary<string, KnownOperation>> ReadAsync(Session session, IEnumerable<string> ids, CancellationToken cancellation)
    {
        var sqlite = session.Store.Engine == Engine.Sqlite;
        var wanted = ids.ToArray();
        await using var command = session.Command(sqlite ? FindSqlite : FindPostgres).With("ids", sqlite ? JsonSerializer.Serialize(wanted) : wanted);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var known = new Dictionary<string, KnownOperation>(StringComparer.Ordinal);
        while (await reader.ReadAsync(cancellation))
        {
            known.Add(reader.GetString(0), new KnownOperation(reader.GetInt64(1), reader.GetInt64(2), reader.GetInt64(3)));
        }

        return known;
    }

    /// <summary>Removes rows, documents and history of the operations with these keys.</summary>
    public static async Task DeleteAsync(Session session, long[] keys, CancellationToken cancellation)
    {
        if (keys.Length == 0)
        {
            return;
        }

        var sqlite = session.Store.Engine == Engine.Sqlite;
        foreach (var statement in sqlite ? DeleteSqlite : DeletePostgres)
        {
            await using var command = session.Command(statement).With("keys", sqlite ? JsonSerializer.Serialize(keys) : keys);
            await command.ExecuteNonQueryAsync(cancellation);
        }
    }
}
