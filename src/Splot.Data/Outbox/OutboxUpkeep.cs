using System.Globalization;
using System.Text.Json;

namespace Splot.Data;

/// <summary>How far a consumer is.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Waiting">Entries that it has not passed, those of open transactions left out.</param>
/// <param name="Failures">Failures in a row.</param>
/// <param name="LastError">The last failure in words, or null.</param>
public sealed record ConsumerStatus(string Name, long Waiting, int Failures, string? LastError);

/// <summary>Counting and removing entries.</summary>
internal static class OutboxUpkeep
{
    // A consumer has passed what lies below its window, and in the window what it has handled; on SQLite the window holds everything.
    private const string Waiting = """
        SELECT c.failures, c.last_error, (
            SELECT COUNT(*) FROM data_outbox o
            WHERE NOT (o.transaction_id < c.window_floor OR (o.transaction_id < c.window_ceiling AND o.sequence <= c.last_sequence)))
        FROM data_consumer c WHERE c.name = @name
        """;

    private const string All = "SELECT COUNT(*) FROM data_outbox";

    private const string RemoveSqlite = """
        DELETE FROM data_outbox WHERE written_at < @before AND NOT EXISTS (
            SELECT 1 FROM data_consumer c
            WHERE c.name IN (SELECT value FROM json_each(@names)) AND data_outbox.sequence > c.last_sequence)
        """;

    private const string RemovePostgres = """
        DELETE FROM data_outbox o WHERE o.written_at < @before AND NOT EXISTS (
            SELECT 1 FROM data_consumer c
            WHERE c.name IN (SELECT jsonb_array_elements_text(CAST(@names AS jsonb)))
                AND NOT (o.transaction_id < c.window_floor OR (o.transaction_id < c.window_ceiling AND o.sequence <= c.last_sequence)))
        """;

    /// <summary>Removes entries written before an instant that each of the consumers has passed; returns how many.</summary>
    public static Task<int> RemoveAsync(MainStore main, IEnumerable<IConsumer> consumers, DateTimeOffset before, CancellationToken cancellation) => main.WriteAsync(
        async session =>
        {
            var names = consumers.Select(c => c.Name).ToList();
            foreach (var name in names)
            {
                // A consumer that never ran has passed nothing.
                await ConsumerPosition.CreateAsync(session, name, cancellation);
            }

            return await session.ExecuteAsync(
                session.Store.Engine == Engine.Sqlite ? RemoveSqlite : RemovePostgres,
                [("before", before.ToUnixTimeMilliseconds()), ("names", JsonSerializer.Serialize(names))],
                cancellation);
        },
        cancellation);

    /// <summary>The state of each consumer.</summary>
    public static Task<IReadOnlyList<ConsumerStatus>> StatusAsync(MainStore main, IEnumerable<IConsumer> consumers, CancellationToken cancellation) => main.ReadAsync(
        async session =>
        {
            var found = new List<ConsumerStatus>();
            foreach (var consumer in consumers)
            {
                found.Add(await StatusAsync(session, consumer.Name, cancellation));
            }

            return (IReadOnlyList<ConsumerStatus>)found;
        },
        cancellation);

    private static async Task<ConsumerStatus> StatusAsync(Session session, string name, CancellationToken cancellation)
    {
        await using (var command = session.Prepare(Waiting, ("name", name)))
        {
            await using var reader = await command.ExecuteReaderAsync(cancellation);
            if (await reader.ReadAsync(cancellation))
            {
                return new ConsumerStatus(name, reader.GetInt64(2), reader.GetInt32(0), await reader.IsDBNullAsync(1, cancellation) ? null : reader.GetString(1));
            }
        }

        await using var all = session.Command(All);
        return new ConsumerStatus(name, Convert.ToInt64(await all.ExecuteScalarAsync(cancellation), CultureInfo.InvariantCulture), 0, null);
    }
}
