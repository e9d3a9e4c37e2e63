using System.Data;
using System.Data.Common;
using System.Runtime.CompilerServices;
using Npgsql;

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

    // SQLite has one connection for writing, and planning this statement would take as long as running it.
    private static readonly ConditionalWeakTable<DbConnection, DbCommand> Planned = new();

    private static readonly AuditEntry Example = new() { Kind = AuditKind.Change, Act = "", Actor = AuditActor.Nobody };

    /// <summary>Writes the entries in the session's transaction, on SQLite.</summary>
    public static async Task AppendAsync(WriteSession session, IReadOnlyList<AuditEntry> entries, TimeProvider clock, CancellationToken cancellation)
    {
        var command = Planned.GetValue(session.Connection, Plan);
        command.Transaction = session.Transaction;
        foreach (var entry in entries)
        {
            var place = 0;
            foreach (var (_, _, value) in Fields(entry, clock))
            {
                command.Parameters[place++].Value = value ?? DBNull.Value;
            }

            await command.ExecuteNonQueryAsync(cancellation);
        }
    }

    /// <summary>Adds the entries to what goes to PostgreSQL at once.</summary>
    public static void AddTo(NpgsqlBatch batch, IReadOnlyList<AuditEntry> entries, TimeProvider clock)
    {
        foreach (var entry in entries)
        {
            var command = new NpgsqlBatchCommand(InsertPostgres);
            foreach (var (name, type, value) in Fields(entry, clock))
            {
                command.Parameters.Add(new NpgsqlParameter(name, type) { Value = value ?? DBNull.Value });
            }

            batch.BatchCommands.Add(command);
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

    private static DbCommand Plan(DbConnection connection)
    {
        var command = connection.CreateCommand();
        command.CommandText = InsertSqlite;
        foreach (var (name, _, _) in Fields(Example, TimeProvider.System))
        {
            command.With(name, null);
        }

        return command;
    }

    private static IEnumerable<(string Name, DbType Type, object? Value)> Fields(AuditEntry entry, TimeProvider clock) =>
    [
        ("at", DbType.Int64, clock.GetUtcNow().ToUnixTimeMilliseconds()),
        ("kind", DbType.String, entry.KindCode),
        ("act", DbType.String, entry.Act),
        ("actor_kind", DbType.String, entry.Actor.Kind),
        ("actor", DbType.String, entry.Actor.Name),
        ("on_behalf_of", DbType.String, entry.OnBehalfOf),
        ("subject_kind", DbType.String, entry.SubjectKind),
        ("subject_id", DbType.String, entry.SubjectId),
        ("organisation", DbType.String, entry.Organisation),
        ("reason", DbType.String, entry.Reason),
        ("before", DbType.String, entry.Before),
        ("after", DbType.String, entry.After),
        ("person", DbType.String, entry.Person),
        ("personal_before", DbType.Binary, entry.PersonalBefore),
        ("personal_after", DbType.Binary, entry.PersonalAfter),
    ];
}
