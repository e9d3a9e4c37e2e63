using System.Runtime.CompilerServices;
using Splot.Contracts.Projects;
using Splot.Data;

namespace Splot.Projects.Publish;

/// <summary>
/// What the public may see of the registry. For each operation that the run of keys touches it tells the present truth: the row of
/// the newest current edition, or that the operation is not public any more.
/// </summary>
internal sealed class PublishedOperations(MainStore store, TimeProvider clock) : IPublishedOperations
{
    private const int Run = 500;
    private const string LastAct = "SELECT COALESCE(MAX(id), 0) FROM projects_act";
    private const string Range = "SELECT MIN(key), MAX(key) FROM projects_operation";

    private const string CurrentRows = """
        SELECT o.key
        FROM projects_operation o
        JOIN projects_edition e ON e.id = o.edition_id AND e.state = 'current'
        WHERE o.operation_id = @id
        ORDER BY o.disappeared, e.date DESC, e.id DESC, o.key
        """;

    private const string Changes = """
        SELECT c.changed_at, c.field, c.old_value, c.new_value, c.source
        FROM projects_change c LEFT JOIN projects_edition e ON e.id = c.edition_id
        WHERE c.operation_id = @id AND (c.edition_id IS NULL OR e.state IN ('current', 'superseded'))
        ORDER BY c.id DESC
        """;

    private const string Changed = """
        SELECT DISTINCT c.operation_id FROM projects_change c
        WHERE c.operation_id IN (SELECT o.operation_id FROM projects_operation o WHERE o.key BETWEEN @from AND @to)
        """;

    /// <inheritdoc/>
    public async IAsyncEnumerable<PublishedOperation> ReadAsync(long fromKey, long toKey, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await using var session = await store.OpenReadAsync(cancellation);
        var publication = (long)(await session.Command(LastAct).ExecuteScalarAsync(cancellation))!;
        for (var from = fromKey; from <= toKey; from += Run)
        {
            var to = Math.Min(toKey, from + Run - 1);
            var changed = await ChangedAsync(session, from, to, cancellation);
            foreach (var row in await OperationReader.ReadAsync(session, from, to, cancellation))
            {
                yield return await PublishAsync(session, row, publication, changed, cancellation);
            }
        }
    }

    /// <inheritdoc/>
    public Task<(long From, long To)?> KeyRangeAsync(CancellationToken cancellation) => store.ReadAsync<(long, long)?>(
        async session =>
        {
            await using var command = session.Command(Range);
            await using var reader = await command.ExecuteReaderAsync(cancellation);
            return await reader.ReadAsync(cancellation) && reader.Number(0) is { } from ? (from, reader.GetInt64(1)) : null;
        },
        cancellation);

    /// <inheritdoc/>
    public Task<IReadOnlyList<PublicChange>> HistoryAsync(string operationId, CancellationToken cancellation) => store.ReadAsync(
        session => HistoryAsync(session, operationId, cancellation),
        cancellation);

    private static async Task<IReadOnlyList<PublicChange>> HistoryAsync(Session session, string operationId, CancellationToken cancellation)
    {
        var found = new List<PublicChange>();
        await using var command = session.Command(Changes).With("id", operationId);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            found.Add(new PublicChange(DateTimeOffset.FromUnixTimeMilliseconds(reader.GetInt64(0)), reader.GetString(1), reader.Text(2), reader.Text(3), reader.GetString(4)));
        }

        return found;
    }

    private async Task<PublishedOperation> PublishAsync(Session session, StoredOperation row, long publication, HashSet<string> changed, CancellationToken cancellation)
    {
        IReadOnlyList<SourceDocument> others = [];
        var key = row.Key;
        if (row.HasSiblings || row.EditionState != Model.EditionState.Current)
        {
            var rows = await SameOperationAsync(session, row, cancellation);
            if (rows.Count == 0)
            {
                return Gone(row, publication, null);
            }

            row = rows[0];
            others = [.. rows.Skip(1).Where(r => !r.Disappeared).Select(r => r.Document.Source!)];
        }

        if (row.Decision == false)
        {
            return Gone(row, publication, row.DecisionReason);
        }

        if (row.Disappeared)
        {
            return Gone(row, publication, WithdrawnReason.Disappeared(row.Document.Source!));
        }

        if (!row.EditionPublished && row.Decision != true)
        {
            return Gone(row, publication, null);
        }

        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        var named = row.PersonNameUntil >= today;
        return new PublishedOperation
        {
            Id = row.Document.Id,
            Publication = publication,
            Document = row.Document with { OtherSources = others },
            OfAnotherKey = row.Key != key,
            PersonName = named ? row.PersonName : null,
            PersonNameUntil = named ? row.PersonNameUntil : null,
            Changes = changed.Contains(row.Document.Id) ? Without(row.Document.Beneficiary, await HistoryAsync(session, row.Document.Id, cancellation)) : [],
        };
    }

    /// <summary>What a natural person was called by earlier editions, which did not know better, is no history for the public.</summary>
    private static IReadOnlyList<PublicChange> Without(PartyDocument? beneficiary, IReadOnlyList<PublicChange> changes) =>
        beneficiary is { NaturalPerson: true } ? [.. changes.Where(c => !c.Field.StartsWith("beneficiary", StringComparison.Ordinal))] : changes;

    private static async Task<HashSet<string>> ChangedAsync(Session session, long from, long to, CancellationToken cancellation)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        await using var command = session.Command(Changed).With("from", from).With("to", to);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            found.Add(reader.GetString(0));
        }

        return found;
    }

    private static PublishedOperation Gone(StoredOperation row, long publication, string? reason) =>
        new() { Id = row.Document.Id, Publication = publication, WithdrawnReason = reason };

    private static async Task<List<StoredOperation>> SameOperationAsync(Session session, StoredOperation row, CancellationToken cancellation)
    {
        var keys = new List<long>();
        await using (var command = session.Command(CurrentRows).With("id", row.Document.Id))
        {
            await using var reader = await command.ExecuteReaderAsync(cancellation);
            while (await reader.ReadAsync(cancellation))
            {
                keys.Add(reader.GetInt64(0));
            }
        }

        var rows = new List<StoredOperation>();
        foreach (var key in keys)
        {
            rows.AddRange(key == row.Key ? [row] : await OperationReader.ReadAsync(session, key, key, cancellation));
        }

        return rows;
    }
}
