namespace Splot.Data;

/// <summary>A seal with its entry, where that is there.</summary>
internal sealed record SealedEntry(AuditSealRow Seal, AuditRow? Entry);

/// <summary>Reads the chain in pages, so that any length of it fits into memory.</summary>
internal static class AuditChain
{
    private const int Page = 2000;

    private const string Select = $"""
        SELECT s.number, s.entry_id, s.sealed_at, s.hash, {AuditTable.Columns} FROM data_audit_seal s LEFT JOIN data_audit e ON e.id = s.entry_id
        WHERE s.number > @after ORDER BY s.number LIMIT @limit
        """;

    // Behind where the sealer has been, an entry without a seal was never seen by it.
    private const string StrangerSqlite = "SELECT MIN(id) FROM data_audit e WHERE id <= @last AND NOT EXISTS (SELECT 1 FROM data_audit_seal s WHERE s.entry_id = e.id)";
    private const string StrangerPostgres = "SELECT MIN(id) FROM data_audit e WHERE transaction_id < @floor AND NOT EXISTS (SELECT 1 FROM data_audit_seal s WHERE s.entry_id = e.id)";

    /// <summary>Seals after a place, in order, with their entries.</summary>
    public static async IAsyncEnumerable<SealedEntry> ReadAsync(Session session, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        var after = long.MinValue;
        while (true)
        {
            var page = new List<SealedEntry>(Page);
            await using (var command = session.Prepare(Select, ("after", after), ("limit", Page)))
            {
                await using var reader = await command.ExecuteReaderAsync(cancellation);
                while (await reader.ReadAsync(cancellation))
                {
                    var seal = new AuditSealRow { Number = reader.GetInt64(0), EntryId = reader.GetInt64(1), SealedAt = reader.GetInt64(2), Hash = reader.GetFieldValue<byte[]>(3) };
                    page.Add(new SealedEntry(seal, AuditTable.Read(reader, 4)));
                }
            }

            foreach (var entry in page)
            {
                yield return entry;
            }

            if (page.Count < Page)
            {
                yield break;
            }

            after = page[^1].Seal.Number;
        }
    }

    /// <summary>The first entry that the sealer must have passed without seeing it; null where there is none.</summary>
    public static async Task<long?> StrangerAsync(Session session, AuditHead head, CancellationToken cancellation)
    {
        await using var command = session.Store.Engine == Engine.Sqlite
            ? session.Prepare(StrangerSqlite, ("last", head.LastId))
            : session.Prepare(StrangerPostgres, ("floor", head.TransactionFloor));
        return await command.ExecuteScalarAsync(cancellation) is long id ? id : null;
    }
}
