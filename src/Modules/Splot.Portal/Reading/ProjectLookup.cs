using System.Data.Common;
using System.Text.Json;
using Splot.Data;
using Splot.Portal.Model;
using Splot.Portal.Searching;

namespace Splot.Portal.Reading;

/// <summary>What the store knows of an id.</summary>
internal abstract record ProjectLookup
{
    private const string ById = """
        SELECT o.key, o.id, o.status, o.start_day, o.end_day, o.person_name, o.person_name_until, o.withdrawn_at, o.withdrawn_reason, j.json
        FROM portal_operation o LEFT JOIN portal_document j ON j.key = o.key
        WHERE o.id = @id
        """;

    private const string ByIds = """
        SELECT o.key, o.id, o.status, o.start_day, o.end_day, o.person_name, o.person_name_until, o.withdrawn_at, o.withdrawn_reason, j.json
        FROM portal_operation o JOIN portal_document j ON j.key = o.key
        WHERE o.withdrawn_at IS NULL AND
        """;

    private const string ByIdsSqlite = ByIds + " o.id IN (SELECT value FROM json_each(@ids))";
    private const string ByIdsPostgres = ByIds + " o.id = ANY(@ids)";

    private const string HistoryOf = "SELECT at, field, old, new, source FROM portal_history WHERE key = @key ORDER BY at DESC, number LIMIT @limit";

    private ProjectLookup()
    {
    }

    /// <summary>No operation has ever had the id.</summary>
    public sealed record Unknown : ProjectLookup;

    /// <summary>The operation was public and is not any more.</summary>
    /// <param name="Reason">Why, where a reason was given.</param>
    /// <param name="At">Since when.</param>
    public sealed record Withdrawn(string? Reason, DateTimeOffset At) : ProjectLookup;

    /// <summary>The operation.</summary>
    public sealed record Found(PublicOperation Operation, long Key) : ProjectLookup;

    /// <summary>Looks an id up; one statement. Any text is answered.</summary>
    public static async Task<ProjectLookup> FindAsync(Session session, string id, DateOnly today, CancellationToken cancellation)
    {
        if (!CodeParameter.PublicId().IsMatch(id))
        {
            return new Unknown();
        }

        await using var command = session.Command(ById).With("id", id);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        if (!await reader.ReadAsync(cancellation))
        {
            return new Unknown();
        }

        return reader.Number(7) is { } at
            ? new Withdrawn(reader.Text(8), DateTimeOffset.FromUnixTimeMilliseconds(at))
            : new Found(Read(reader, today), reader.GetInt64(0));
    }

    /// <summary>Looks several ids up; one statement.</summary>
    public static async Task<IReadOnlyList<PublicOperation>> FindAllAsync(Session session, IReadOnlyCollection<string> ids, DateOnly today, CancellationToken cancellation)
    {
        var sqlite = session.Store.Engine == Engine.Sqlite;
        await using var command = session.Command(sqlite ? ByIdsSqlite : ByIdsPostgres).With("ids", sqlite ? JsonSerializer.Serialize(ids) : ids.ToArray());
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var found = new List<PublicOperation>(ids.Count);
        while (await reader.ReadAsync(cancellation))
        {
            found.Add(Read(reader, today));
        }

        return found;
    }

    /// <summary>The latest changes of an operation, newest first.</summary>
    public static async Task<IReadOnlyList<FieldChange>> HistoryAsync(Session session, long key, long limit, CancellationToken cancellation)
    {
        await using var command = session.Command(HistoryOf).With("key", key).With("limit", limit);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var changes = new List<FieldChange>();
        while (await reader.ReadAsync(cancellation))
        {
            changes.Add(new FieldChange(DateTimeOffset.FromUnixTimeMilliseconds(reader.GetInt64(0)), reader.GetString(1), reader.Text(2), reader.Text(3), reader.GetString(4)));
        }

        return changes;
    }

    private static PublicOperation Read(DbDataReader reader, DateOnly today) => new(
        reader.GetFieldValue<byte[]>(9), reader.GetString(1), reader.Text(2), reader.Number(3), reader.Number(4), reader.Text(5), reader.Number(6), today);
}

/// <summary>A changed field, as the public may see it.</summary>
/// <param name="At">When.</param>
/// <param name="Field">Path in the document.</param>
/// <param name="Old">Old value; null where there was none.</param>
/// <param name="New">New value; null where it was removed.</param>
/// <param name="Source">Publishing body or list.</param>
public sealed record FieldChange(DateTimeOffset At, string Field, string? Old, string? New, string Source);
