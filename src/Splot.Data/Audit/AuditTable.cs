using System.Data;
using System.Data.Common;

namespace Splot.Data;

/// <summary>Writing and reading entries.</summary>
internal static class AuditTable
{
    /// <summary>The columns in the order in which <see cref="Read"/> takes them.</summary>
    public const string Columns = """
        e.id, e.transaction_id, e.at, e.kind, e.act, e.actor_kind, e.actor, e.on_behalf_of, e.subject_kind, e.subject_id, e.organisation, e.reason,
        e.before, e.after, e.person, e.personal_before, e.personal_after
        """;

    private const string Values = """
        @at, @kind, @act, @actor_kind, @actor, @on_behalf_of, @subject_kind, @subject_id, @organisation, @reason, @before, @after, @person, @personal_before, @personal_after)
        """;

    private const string Into = """
        INSERT INTO data_audit (transaction_id, at, kind, act, actor_kind, actor, on_behalf_of, subject_kind, subject_id, organisation, reason,
            before, after, person, personal_before, personal_after)
        VALUES (
        """;

    private const string InsertSqlite = $"{Into} 0, {Values}";
    private const string InsertPostgres = $"{Into} pg_current_xact_id()::text::bigint, {Values}";

    /// <summary>Writes the entries in the session's transaction.</summary>
    public static async Task AppendAsync(WriteSession session, IReadOnlyList<AuditEntry> entries, TimeProvider clock, CancellationToken cancellation)
    {
        var postgres = session.Store.Engine == Engine.Postgres;
        await using var command = session.Command(postgres ? InsertPostgres : InsertSqlite);
        var now = clock.GetUtcNow().ToUnixTimeMilliseconds();
        foreach (var entry in entries)
        {
            command.Parameters.Clear();
            Add(command, DbType.Int64, "at", now);
            Add(command, DbType.String, "kind", entry.KindCode);
            Add(command, DbType.String, "act", entry.Act);
            Add(command, DbType.String, "actor_kind", entry.Actor.Kind);
            Add(command, DbType.String, "actor", entry.Actor.Name);
            Add(command, DbType.String, "on_behalf_of", entry.OnBehalfOf);
            Add(command, DbType.String, "subject_kind", entry.SubjectKind);
            Add(command, DbType.String, "subject_id", entry.SubjectId);
            Add(command, DbType.String, "organisation", entry.Organisation);
            Add(command, DbType.String, "reason", entry.Reason);
            Add(command, DbType.String, "before", entry.Before);
            Add(command, DbType.String, "after", entry.After);
            Add(command, DbType.String, "person", entry.Person);
            Add(command, DbType.Binary, "personal_before", entry.PersonalBefore);
            Add(command, DbType.Binary, "personal_after", entry.PersonalAfter);
            if (postgres)
            {
                // Kept by the connection, also for later sessions: the server plans it once.
                await command.PrepareAsync(cancellation);
            }

            await command.ExecuteNonQueryAsync(cancellation);
        }
    }

    /// <summary>Reads an entry whose columns begin at <paramref name="first"/>; null where a join found none.</summary>
    public static AuditRow? Read(DbDataReader row, int first) => row.IsDBNull(first) ? null : new AuditRow
    {
        Id = row.GetInt64(first),
        TransactionId = row.GetInt64(first + 1),
        At = row.GetInt64(first + 2),
        Kind = row.GetString(first + 3),
        Act = row.GetString(first + 4),
        ActorKind = row.GetString(first + 5),
        Actor = row.Text(first + 6),
        OnBehalfOf = row.Text(first + 7),
        SubjectKind = row.Text(first + 8),
        SubjectId = row.Text(first + 9),
        Organisation = row.Text(first + 10),
        Reason = row.Text(first + 11),
        Before = row.Text(first + 12),
        After = row.Text(first + 13),
        Person = row.Text(first + 14),
        PersonalBefore = row.IsDBNull(first + 15) ? null : row.GetFieldValue<byte[]>(first + 15),
        PersonalAfter = row.IsDBNull(first + 16) ? null : row.GetFieldValue<byte[]>(first + 16),
    };

    private static void Add(DbCommand command, DbType type, string name, object? value)
    {
        var parameter = command.CreateParameter();
        (parameter.DbType, parameter.ParameterName, parameter.Value) = (type, name, value ?? DBNull.Value);
        command.Parameters.Add(parameter);
    }
}
