using Splot.Data;

namespace Splot.Projects.Editions;

/// <summary>Removes the rows of editions that were superseded or abandoned, in short transactions.</summary>
internal sealed class EditionCleanup(MainStore store, TimeProvider clock)
{
    private const string Abandon = "UPDATE projects_edition SET state = 'abandoned' WHERE state = 'writing' AND lease_until < @before";

    private const string Due = """
        SELECT id, from_key, to_key FROM projects_edition WHERE state IN ('superseded', 'abandoned') AND from_key > 0 ORDER BY id
        """;

    private const string DeleteSlices = "DELETE FROM projects_slice WHERE operation_key BETWEEN @from AND @to AND operation_key IN (SELECT key FROM projects_operation WHERE key BETWEEN @from AND @to AND edition_id = @edition)";
    private const string DeleteLocations = "DELETE FROM projects_location WHERE operation_key BETWEEN @from AND @to AND operation_key IN (SELECT key FROM projects_operation WHERE key BETWEEN @from AND @to AND edition_id = @edition)";
    private const string DeleteParts = "DELETE FROM projects_part WHERE operation_key BETWEEN @from AND @to AND operation_key IN (SELECT key FROM projects_operation WHERE key BETWEEN @from AND @to AND edition_id = @edition)";
    private const string DeleteOperations = "DELETE FROM projects_operation WHERE key BETWEEN @from AND @to AND edition_id = @edition";
    private const string DeleteChanges = "DELETE FROM projects_change WHERE edition_id IN (SELECT id FROM projects_edition WHERE id = @edition AND state = 'abandoned')";
    private const string Done = "UPDATE projects_edition SET from_key = 0, to_key = 0 WHERE id = @edition";

    private const int Run = 1000;

    /// <summary>How long an interrupted import may wait to be taken up again.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromDays(1);

    /// <summary>Removes what is due; returns the number of editions.</summary>
    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        var before = (clock.GetUtcNow() - Patience).ToUnixTimeMilliseconds();
        await store.WriteAsync(async session => await session.Command(Abandon).With("before", before).ExecuteNonQueryAsync(cancellation), cancellation);
        var due = await store.ReadAsync(session => DueAsync(session, cancellation), cancellation);
        foreach (var (edition, from, to) in due)
        {
            for (var key = from; key <= to; key += Run)
            {
                var last = Math.Min(to, key + Run - 1);
                await store.WriteAsync(session => DeleteAsync(session, edition, key, last, cancellation), cancellation);
            }

            await store.WriteAsync(
                async session =>
                {
                    await session.Command(DeleteChanges).With("edition", edition).ExecuteNonQueryAsync(cancellation);
                    await session.Command(Done).With("edition", edition).ExecuteNonQueryAsync(cancellation);
                },
                cancellation);
        }

        return due.Count;
    }

    private static async Task DeleteAsync(WriteSession session, long edition, long from, long to, CancellationToken cancellation)
    {
        foreach (var sql in (string[])[DeleteSlices, DeleteLocations, DeleteParts, DeleteOperations])
        {
            await using var command = session.Command(sql).With("edition", edition).With("from", from).With("to", to);
            await command.ExecuteNonQueryAsync(cancellation);
        }
    }

    private static async Task<List<(long Edition, long From, long To)>> DueAsync(Session session, CancellationToken cancellation)
    {
        var due = new List<(long, long, long)>();
        await using var command = session.Command(Due);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            due.Add((reader.GetInt64(0), reader.GetInt64(1), reader.GetInt64(2)));
        }

        return due;
    }
}
