using System.Text.Json;
using Splot.Contracts.Projects;
using Splot.Data;
using Splot.Portal.ListOfOperations;

namespace Splot.Portal.Coverage;

/// <summary>Measures operations that were written before there were measures, or before a migration that emptied them. Goes once through the store, and finds out with one statement that nothing is to be done.</summary>
internal sealed class MeasureFiller : IStoreFiller
{
    private const string Waiting = """
        SELECT o.key, j.json FROM portal_operation o JOIN portal_document j ON j.key = o.key
        WHERE o.key > @after AND o.filled IS NULL AND o.withdrawn_at IS NULL ORDER BY o.key LIMIT 200
        """;

    private const string Fill = "UPDATE portal_operation SET list = @list, edition = @edition, filled = @filled, findings = @findings WHERE key = @key AND filled IS NULL";

    public StoreRole Role => StoreRole.Public;

    public async Task FillAsync(Data.Store store, CancellationToken cancellation)
    {
        var after = 0L;
        while (await store.ReadAsync(session => ReadAsync(session, after, cancellation), cancellation) is [.., (var last, _)] batch)
        {
            after = last;
            await store.WriteAsync(session => WriteAsync(session, batch, cancellation), cancellation);
        }
    }

    private static async Task<List<(long Key, OperationDocument Document)>> ReadAsync(Session session, long after, CancellationToken cancellation)
    {
        await using var command = session.Command(Waiting).With("after", after);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var batch = new List<(long, OperationDocument)>();
        while (await reader.ReadAsync(cancellation))
        {
            batch.Add((reader.GetInt64(0), JsonSerializer.Deserialize<OperationDocument>(reader.GetFieldValue<byte[]>(1), OperationJson.Options)!));
        }

        return batch;
    }

    private static async Task WriteAsync(WriteSession session, List<(long Key, OperationDocument Document)> batch, CancellationToken cancellation)
    {
        foreach (var (key, document) in batch)
        {
            await using var command = session.Command(Fill)
                .With("key", key)
                .With("list", document.Source?.List)
                .With("edition", (long?)document.Source?.Edition.DayNumber)
                .With("filled", Measure.Filled(document))
                .With("findings", ListRule.Findings(document));
            await command.ExecuteNonQueryAsync(cancellation);
        }
    }
}
