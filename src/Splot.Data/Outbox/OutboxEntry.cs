using System.Data.Common;
using System.Text.Json;
using Splot.Contracts;

namespace Splot.Data;

/// <summary>An event on its way into the outbox.</summary>
internal sealed record OutboxEntry(string Name, string Aggregate, string Payload)
{
    // The transaction's own number is kept beside the sequence: a consumer reads only below the oldest transaction still open.
    private const string InsertSqlite = "INSERT INTO data_outbox (transaction_id, name, aggregate, payload, written_at) VALUES (0, @name, @aggregate, @payload, @at)";
    private const string InsertPostgres = "INSERT INTO data_outbox (transaction_id, name, aggregate, payload, written_at) VALUES (pg_current_xact_id()::text::bigint, @name, @aggregate, @payload, @at)";

    public static OutboxEntry Of<TEvent>(TEvent message)
        where TEvent : IEvent => new(TEvent.Name, message.Aggregate, JsonSerializer.Serialize(message, JsonSerializerOptions.Web));

    public static async Task AppendAsync(WriteSession session, IEnumerable<OutboxEntry> entries, TimeProvider clock, CancellationToken cancellation)
    {
        await using var command = session.Command(session.Store.Engine == Engine.Sqlite ? InsertSqlite : InsertPostgres);
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

    private static DbParameter Add(DbCommand command, string name)
    {
        var parameter = command.CreateParameter();
        parameter.ParameterName = name;
        command.Parameters.Add(parameter);
        return parameter;
    }
}
