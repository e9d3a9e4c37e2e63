using System.Text.Json;
using Splot.Data;
using Splot.Projects.Publish;

namespace Splot.Projects.Editions;

/// <summary>Finds what the registry holds now under given ids: the row of the newest current edition.</summary>
internal static class VisibleOperations
{
    private const string Sqlite = """
        SELECT o.operation_id, o.key FROM projects_operation o JOIN projects_edition e ON e.id = o.edition_id AND e.state = 'current'
        WHERE o.operation_id IN (SELECT value FROM json_each(@ids))
        ORDER BY o.operation_id, o.disappeared DESC, e.date, e.id, o.key DESC
        """;

    private const string Postgres = """
        SELECT o.operation_id, o.key FROM projects_operation o JOIN projects_edition e ON e.id = o.edition_id AND e.state = 'current'
        WHERE o.operation_id IN (SELECT json_array_elements_text(@ids::json))
        ORDER BY o.operation_id, o.disappeared DESC, e.date, e.id, o.key DESC
        """;

    /// <summary>Keys that lie closer than this are read in one run.</summary>
    private const long Gap = 200;

    /// <summary>The visible rows by id; ids that nobody knows are absent.</summary>
    public static async Task<Dictionary<string, StoredOperation>> ByIdAsync(Session session, IEnumerable<string> ids, CancellationToken cancellation)
    {
        var keys = new Dictionary<string, long>(StringComparer.Ordinal);
        await using (var command = session.Command(session.Store.Engine == Engine.Sqlite ? Sqlite : Postgres).With("ids", JsonSerializer.Serialize(ids)))
        {
            await using var reader = await command.ExecuteReaderAsync(cancellation);
            while (await reader.ReadAsync(cancellation))
            {
                keys[reader.GetString(0)] = reader.GetInt64(1); // the last one of an id is the one that people see
            }
        }

        var found = new Dictionary<string, StoredOperation>(StringComparer.Ordinal);
        var wanted = keys.Values.ToHashSet();
        foreach (var (from, to) in Runs(wanted.Order()))
        {
            foreach (var row in await OperationReader.ReadAsync(session, from, to, cancellation))
            {
                if (wanted.Contains(row.Key))
                {
                    found[row.Document.Id] = row;
                }
            }
        }

        return found;
    }

    private static IEnumerable<(long From, long To)> Runs(IEnumerable<long> keys)
    {
        (long From, long To)? run = null;
        foreach (var key in keys)
        {
            if (run is { } open && key - open.To <= Gap)
            {
                run = (open.From, key);
                continue;
            }

            if (run is { } done)
            {
                yield return done;
            }

            run = (key, key);
        }

        if (run is { } last)
        {
            yield return last;
        }
    }
}
