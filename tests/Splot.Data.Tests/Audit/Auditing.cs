using Microsoft.Extensions.DependencyInjection;
using Splot.Testing;

namespace Splot.Data.Tests.Audit;

/// <summary>Short forms for tests of the audit.</summary>
internal static class Auditing
{
    private const string SqliteTriggers = """
        DROP TRIGGER data_audit_not_changed; DROP TRIGGER data_audit_kept; DROP TRIGGER data_audit_seal_not_changed; DROP TRIGGER data_audit_seal_kept;
        """;

    private const string PostgresTriggers = "ALTER TABLE data_audit DISABLE TRIGGER USER; ALTER TABLE data_audit_seal DISABLE TRIGGER USER";

    public static AuditEntry Entry(string act) => new() { Kind = AuditKind.Change, Act = act, Actor = AuditActor.Account("7") };

    /// <summary>An entry with a value in every column.</summary>
    public static AuditEntry FullEntry(string act) => new()
    {
        Kind = AuditKind.Read,
        Act = act,
        Actor = AuditActor.Account("7"),
        OnBehalfOf = "8",
        SubjectKind = "persons.person",
        SubjectId = "12",
        Organisation = "3",
        Reason = "Zażalenie № 5",
        Before = """{"state":"draft"}""",
        After = """{"state":"sent"}""",
        Person = "12",
        PersonalBefore = [1, 2, 3],
        PersonalAfter = [],
    };

    /// <summary>Records entries, each in a transaction of its own.</summary>
    public static async Task RecordAsync(this TestStore stores, params string[] acts)
    {
        foreach (var act in acts)
        {
            await stores.RecordAsync(FullEntry(act));
        }
    }

    public static Task RecordAsync(this TestStore stores, AuditEntry entry) => stores.Main.WriteAsync(
        session =>
        {
            session.Record(entry);
            return Task.CompletedTask;
        },
        CancellationToken.None);

    public static Task<long> SealAsync(this TestStore stores) => stores.Get<AuditSealer>().RunAsync(CancellationToken.None);

    public static Task<long> SealAsync(this IServiceProvider process) => process.GetRequiredService<AuditSealer>().RunAsync(CancellationToken.None);

    public static Task<AuditVerification> VerifyAsync(this TestStore stores) => stores.Get<AuditCheck>().RunAsync(null, CancellationToken.None);

    /// <summary>The acts in the order of the chain.</summary>
    public static async Task<IReadOnlyList<string>> ChainAsync(this TestStore stores)
    {
        await using var session = await stores.Main.OpenReadAsync(CancellationToken.None);
        var acts = new List<string>();
        await foreach (var entry in AuditChain.ReadAsync(session, CancellationToken.None))
        {
            acts.Add(entry.Entry!.Act);
        }

        return acts;
    }

    /// <summary>A database owner at work: no trigger stops the statements.</summary>
    public static async Task TamperAsync(this TestStore stores, params string[] statements)
    {
        await using var connection = await stores.Main.OpenAsync(CancellationToken.None);
        await using (var command = connection.CreateCommand())
        {
            command.CommandText = "SELECT COUNT(*) FROM sqlite_schema WHERE type = 'trigger' AND name LIKE 'data\\_audit%' ESCAPE '\\'";
            if (stores.Engine == Engine.Postgres || await command.ExecuteScalarAsync() is > 0L)
            {
                await connection.ExecuteAsync(null, stores.Engine == Engine.Sqlite ? SqliteTriggers : PostgresTriggers, [], CancellationToken.None);
            }
        }

        foreach (var statement in statements)
        {
            await connection.ExecuteAsync(null, statement, [], CancellationToken.None);
        }
    }
}
