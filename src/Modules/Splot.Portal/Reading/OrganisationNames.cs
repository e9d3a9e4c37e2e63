using System.Text.Json;
using Splot.Contracts.Projects;
using Splot.Data;

namespace Splot.Portal.Reading;

/// <summary>Reads what beneficiaries are called: their ids alone tell readers nothing.</summary>
internal sealed class OrganisationNames(PublicStore store)
{
    private const string Named = """
        SELECT o.beneficiary, j.json FROM portal_operation o JOIN portal_document j ON j.key = o.key WHERE o.key IN
        """;

    private const string NamedSqlite = Named + " (SELECT MIN(key) FROM portal_operation WHERE beneficiary IN (SELECT value FROM json_each(@ids)) AND withdrawn_at IS NULL GROUP BY beneficiary)";
    private const string NamedPostgres = Named + " (SELECT MIN(key) FROM portal_operation WHERE beneficiary = ANY(@ids) AND withdrawn_at IS NULL GROUP BY beneficiary)";

    /// <summary>The organisations with the given ids as one of their operations names them; natural persons and unknown ones are left out. One statement, none without ids.</summary>
    public Task<IReadOnlyDictionary<string, PartyDocument>> FindAsync(IEnumerable<string> ids, CancellationToken cancellation)
    {
        string[] wanted = [.. ids.Distinct(StringComparer.Ordinal)];
        return wanted.Length == 0
            ? Task.FromResult<IReadOnlyDictionary<string, PartyDocument>>(new Dictionary<string, PartyDocument>(StringComparer.Ordinal))
            : store.ReadAsync(session => FindAsync(session, wanted, cancellation), cancellation);
    }

    private static async Task<IReadOnlyDictionary<string, PartyDocument>> FindAsync(Session session, string[] ids, CancellationToken cancellation)
    {
        var sqlite = session.Store.Engine == Engine.Sqlite;
        await using var command = session.Command(sqlite ? NamedSqlite : NamedPostgres).With("ids", sqlite ? JsonSerializer.Serialize(ids) : ids);
        await using var rows = await command.ExecuteReaderAsync(cancellation);
        var names = new Dictionary<string, PartyDocument>(StringComparer.Ordinal);
        while (await rows.ReadAsync(cancellation))
        {
            if (JsonSerializer.Deserialize<OperationDocument>(rows.GetFieldValue<byte[]>(1), OperationJson.Options)?.Beneficiary is { Name: not null } party)
            {
                names[rows.GetString(0)] = party;
            }
        }

        return names;
    }
}
