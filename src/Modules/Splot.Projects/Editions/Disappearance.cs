using Splot.Data;
using Splot.Projects.Model;

namespace Splot.Projects.Editions;

/// <summary>
/// What the former edition names and the new one does not is carried over as a marked row, so that the new edition alone tells the
/// whole state of its list.
/// </summary>
internal static class Disappearance
{
    private const int Run = 500;

    private const string Find = """
        SELECT o.key FROM projects_operation o JOIN projects_edition e ON e.id = o.edition_id
        WHERE e.list_id = @list AND e.state = 'current' AND e.id <> @edition AND o.key > @after
            AND NOT EXISTS (SELECT 1 FROM projects_operation n WHERE n.operation_id = o.operation_id AND n.edition_id = @edition)
        ORDER BY o.key LIMIT 500
        """;

    private const string Copy = """
        INSERT INTO projects_operation (key, edition_id, operation_id, row_number, local_id, code_key, disappeared, first_published_on, demo,
            original_language, title, start_on, end_on, country, natural_person, updated_at)
        SELECT @key, @edition, operation_id, NULL, local_id, code_key, @yes, first_published_on, demo,
            original_language, title, start_on, end_on, country, natural_person, @now
        FROM projects_operation WHERE key = @from
        """;

    private const string WasThere = "SELECT disappeared FROM projects_operation WHERE key = @from";

    /// <summary>Carries the rows over in short transactions.</summary>
    public static async Task WriteAsync(MainStore store, TimeProvider clock, Edition edition, Func<WriteSession, int, CancellationToken, Task<long>> takeKeys, CancellationToken cancellation)
    {
        for (var after = 0L; ;)
        {
            var keys = await store.ReadAsync(session => FindAsync(session, edition, after, cancellation), cancellation);
            if (keys.Count == 0)
            {
                return;
            }

            await store.WriteAsync(
                async session =>
                {
                    var key = await takeKeys(session, keys.Count, cancellation);
                    foreach (var from in keys)
                    {
                        edition.Withdrawn += await CopyAsync(session, edition, from, key++, clock.GetUtcNow().ToUnixTimeMilliseconds(), cancellation) ? 1 : 0;
                    }

                    await EditionRows.ProgressAsync(session, edition, clock, cancellation);
                },
                cancellation);
            after = keys[^1];
            if (keys.Count < Run)
            {
                return;
            }
        }
    }

    private static async Task<List<long>> FindAsync(Session session, Edition edition, long after, CancellationToken cancellation)
    {
        var keys = new List<long>();
        await using var command = session.Command(Find).With("list", edition.ListId).With("edition", edition.Id).With("after", after);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            keys.Add(reader.GetInt64(0));
        }

        return keys;
    }

    private static async Task<bool> CopyAsync(WriteSession session, Edition edition, long from, long key, long now, CancellationToken cancellation)
    {
        await using var command = session.Command(Copy).With("key", key).With("edition", edition.Id).With("from", from).With("now", now).With("yes", true);
        await command.ExecuteNonQueryAsync(cancellation);
        await using var before = session.Command(WasThere).With("from", from);
        return !Convert.ToBoolean(await before.ExecuteScalarAsync(cancellation), System.Globalization.CultureInfo.InvariantCulture);
    }
}
