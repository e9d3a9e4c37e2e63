using System.Globalization;
using Splot.Data;
using Splot.Portal.Store;

namespace Splot.Portal.Projection;

/// <summary>
/// Writes a chunk of operations in one short transaction: rows, documents, history and the entry of portal_change that all of
/// them carry. Rows keep their keys for good. Writing the same chunk twice changes nothing the second time.
/// </summary>
internal sealed class OperationWriter(PublicStore store, TimeProvider clock)
{
    private static readonly BulkTable Operations = BulkTable.Of(
        "portal_operation", "key", "id", "publication", "change", "demo", "country", "period", "status", "theme", "beneficiary", "start_day", "end_day", "budget_eur", "eu_eur", "funds", "programmes", "objectives", "fields", "regions", "updated_at", "withdrawn_at", "withdrawn_reason", "person_name", "person_name_until", "list", "edition", "filled", "findings");

    private static readonly BulkTable Documents = BulkTable.Of("portal_document", "key", "json");
    private static readonly BulkTable History = BulkTable.Of("portal_history", "key", "at", "field", "old", "new", "source");

    /// <summary>
    /// Writes what is newer than what the store holds; in a rebuild also what is equal or older, unless it was written after
    /// <paramref name="rebuildSince"/>. Returns the number of operations written.
    /// </summary>
    public Task<int> WriteAsync(IReadOnlyList<ProjectedOperation> chunk, long? rebuildSince, CancellationToken cancellation) => store.WriteAsync(
        async session =>
        {
            await ChangeLog.LockAsync(session, cancellation);
            var known = await KnownOperations.ReadAsync(session, chunk.Select(o => o.Row.Id), cancellation);
            var due = Due(chunk, known, rebuildSince);
            if (due.Count == 0)
            {
                return 0;
            }

            var change = await ChangeLog.AppendAsync(session, ChangeKind.Operations, null, null, due.Count, clock, cancellation);
            await GiveKeysAsync(session, due, known, cancellation);
            await KnownOperations.DeleteAsync(session, due.Where(o => known.ContainsKey(o.Row.Id)).Select(o => o.Row.Key).ToArray(), cancellation);
            Insert(session, due, change);
            return due.Count;
        },
        cancellation);

    private static List<ProjectedOperation> Due(IReadOnlyList<ProjectedOperation> chunk, Dictionary<string, KnownOperation> known, long? rebuildSince)
    {
        var due = new Dictionary<string, ProjectedOperation>(chunk.Count, StringComparer.Ordinal);
        foreach (var operation in chunk)
        {
            var row = operation.Row;
            var held = known.TryGetValue(row.Id, out var k) ? k : null;
            var overtaken = held is not null && held.Publication >= row.Publication && !(rebuildSince is { } since && held.Change <= since);

            // What was never public leaves no trace when it is taken back.
            var nothing = held is null && row is { WithdrawnAt: not null, WithdrawnReason: null };
            if (!overtaken && !nothing && !(due.TryGetValue(row.Id, out var other) && other.Row.Publication >= row.Publication))
            {
                due[row.Id] = operation;
            }
        }

        return [.. due.Values];
    }

    private static async Task GiveKeysAsync(Session session, List<ProjectedOperation> due, Dictionary<string, KnownOperation> known, CancellationToken cancellation)
    {
        await using var command = session.Command("SELECT COALESCE(MAX(key), 0) FROM portal_operation");
        var next = Convert.ToInt64(await command.ExecuteScalarAsync(cancellation), CultureInfo.InvariantCulture);
        foreach (var operation in due)
        {
            operation.Row.Key = known.TryGetValue(operation.Row.Id, out var held) ? held.Key : ++next;
        }
    }

    private static void Insert(Session session, List<ProjectedOperation> due, long change)
    {
        using (var rows = BulkInsert.Into(session, Operations))
        {
            foreach (var operation in due)
            {
                operation.Row.Change = change;
                SetRow(rows, operation.Row);
                rows.NextRow();
            }

            rows.Complete();
        }

        InsertDocuments(session, due);
        InsertHistory(session, due);
    }

    private static void SetRow(BulkInsert rows, OperationRow row)
    {
        rows.Set(0, row.Key);
        rows.Set(1, row.Id);
        rows.Set(2, row.Publication);
        rows.Set(3, row.Change);
        rows.Set(4, row.Demo);
        rows.Set(5, row.Country);
        rows.Set(6, row.Period);
        rows.Set(7, row.Status);
        rows.Set(8, row.Theme);
        rows.Set(9, row.Beneficiary);
        rows.Set(10, row.StartDay);
        rows.Set(11, row.EndDay);
        rows.Set(12, row.BudgetEur);
        rows.Set(13, row.EuEur);
        rows.Set(14, row.Funds);
        rows.Set(15, row.Programmes);
        rows.Set(16, row.Objectives);
        rows.Set(17, row.Fields);
        rows.Set(18, row.Regions);
        rows.Set(19, row.UpdatedAt);
        rows.Set(20, row.WithdrawnAt);
        rows.Set(21, row.WithdrawnReason);
        rows.Set(22, row.PersonName);
        rows.Set(23, row.PersonNameUntil);
        rows.Set(24, row.List);
        rows.Set(25, row.Edition);
        rows.Set(26, row.Filled);
        rows.Set(27, row.Findings);
    }

    private static void InsertDocuments(Session session, List<ProjectedOperation> due)
    {
        using var documents = BulkInsert.Into(session, Documents);
        foreach (var operation in due.Where(o => o.Json is not null))
        {
            documents.Set(0, operation.Row.Key);
            documents.Set(1, operation.Json);
            documents.NextRow();
        }

        documents.Complete();
    }

    private static void InsertHistory(Session session, List<ProjectedOperation> due)
    {
        if (due.TrueForAll(o => o.History.Count == 0))
        {
            return;
        }

        using var history = BulkInsert.Into(session, History);
        foreach (var operation in due)
        {
            foreach (var change in operation.History)
            {
                history.Set(0, operation.Row.Key);
                history.Set(1, change.At.ToUnixTimeMilliseconds());
                history.Set(2, change.Field);
                history.Set(3, change.Old);
                history.Set(4, change.New);
                history.Set(5, change.Source);
                history.NextRow();
            }
        }

        history.Complete();
    }
}
