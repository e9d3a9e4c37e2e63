using System.Data.Common;
using System.Text.Json;
using Npgsql;
using Splot.Contracts;

namespace Splot.Data;

/// <summary>An event on its way into the outbox.</summary>
internal sealed record OutboxEntry(string Name, string Aggregate, string Payload)
{
    private const string InsertSqlite = "INSERT INTO data_outbox (transaction_id, name, aggregate, payload, written_at) VALUES (0, @name, @aggregate, @payload, @at)";

    // The transaction's own number is kept beside the sequence: a consumer reads only below the oldest transaction still open.
    private const string InsertPostgres = "INSERT INTO data_outbox (transaction_id, name, aggregate, payload, written_at) VALUES (pg_current_xact_id()::text::bigint, @name, @aggregate, @payload, @at)";

    // From taking a sequence number to the commit the transaction is alone with its aggregates, so that for each of them the order of
    // numbers is the order of commits. Always taken in one order, and last in a transaction, so that two never wait for each other.
    private const string LockAggregates = """
        SELECT pg_advisory_xact_lock(20558, number)
        FROM (SELECT DISTINCT hashtext(name) AS number FROM unnest(@aggregates) AS name ORDER BY number) AS locks
        """;

    public static OutboxEntry Of<TEvent>(TEvent message)
        where TEvent : IEvent => new(TEvent.Name, message.Aggregate, JsonSerializer.Serialize(message, JsonSerializerOptions.Web));

    /// <summary>Writes the entries in the session's transaction, on SQLite.</summary>
    public static async Task AppendAsync(WriteSession session, IReadOnlyList<OutboxEntry> entries, TimeProvider clock, CancellationToken cancellation)
    {
        await using var command = session.Command(InsertSqlite);
        var name = Add(command, "name");
        var aggregate = Add(command, "aggregate");
        var payload = Add(command, "payload");
        Add(command, "at").Value = clock.GetUtcNow().ToUnixTimeMilliseconds();
        foreach (var entry in entries)
        {
            (name.Value, aggregate.Value, payload.Value) = (entry.Name, entry.Aggregate, entry.Payload);
            await command.ExecuteNonQueryAsync(cancellation);
        }
    }

    /// <summary>Adds the locks and the entries to what goes to PostgreSQL at once; nothing but the commit may follow.</summary>
    public static void AddTo(NpgsqlBatch batch, IReadOnlyList<OutboxEntry> entries, TimeProvider clock)
    {
        if (entries.Count == 0)
        {
            return;
        }

        batch.BatchCommands.Add(new NpgsqlBatchCommand(LockAggregates) { Parameters = { new NpgsqlParameter<string[]>("aggregates", [.. entries.Select(e => e.Aggregate)]) } });
        foreach (var entry in entries)
        {
            batch.BatchCommands.Add(new NpgsqlBatchCommand(InsertPostgres)
            {
                Parameters =
                {
                    new NpgsqlParameter<string>("name", entry.Name),
                    new NpgsqlParameter<string>("aggregate", entry.Aggregate),
                    new NpgsqlParameter<string>("payload", entry.Payload),
                    new NpgsqlParameter<long>("at", clock.GetUtcNow().ToUnixTimeMilliseconds()),
                },
            });
        }
    }

    private static DbParameter Add(DbCommand command, string name)
    {
        var parameter = command.CreateParameter();
        parameter.ParameterName = name;
        command.Parameters.Add(parameter);
        return parameter;
    }
}
