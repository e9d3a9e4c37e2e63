using System.Data.Common;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Splot.Contracts.Projects;
using Splot.Data;
using Splot.Portal.Model;
using Splot.Search.Documents;

namespace Splot.Portal.Indexing;

/// <summary>What a piece of the public store means for the index.</summary>
/// <param name="Changed">Documents to put in place.</param>
/// <param name="Gone">Keys to take out.</param>
internal sealed record IndexChanges(IReadOnlyList<SearchDocument> Changed, IReadOnlyList<long> Gone);

/// <summary>Reads operations of the public store as documents of the index.</summary>
internal sealed class IndexDocuments(PublicStore store, SearchSchema schema)
{
    private const int Batch = 1_000;

    private const string Columns = """
        SELECT o.key, o.demo, o.country, o.period, o.status, o.theme, o.beneficiary, o.start_day, o.end_day, o.budget_eur, o.eu_eur,
            o.funds, o.programmes, o.objectives, o.fields, o.regions, o.updated_at, j.json
        FROM portal_operation o LEFT JOIN portal_document j ON j.key = o.key

        """;

    private const string Following = Columns + "WHERE o.key > @after AND o.withdrawn_at IS NULL ORDER BY o.key LIMIT @limit";
    private const string Changed = Columns + "WHERE o.change > @from AND o.change <= @to";
    private const string Aged = Columns + "WHERE o.status IS NULL AND o.withdrawn_at IS NULL AND ((o.start_day > @from AND o.start_day <= @to) OR (o.end_day >= @from AND o.end_day < @to))";
    private const string Removed = "SELECT operation_key FROM portal_change WHERE kind = 'removed' AND sequence > @from AND sequence <= @to";

    private readonly int[] codes = [.. new[] { IndexColumns.Fund, IndexColumns.Programme, IndexColumns.Objective, IndexColumns.Field }.Select(schema.Code)];

    /// <summary>All public operations by key, in sessions of a batch each, so that a long reading holds no snapshot.</summary>
    public async IAsyncEnumerable<SearchDocument> AllAsync(DateOnly today, [EnumeratorCancellation] CancellationToken cancellation)
    {
        for (var after = 0L; ;)
        {
            var batch = await store.ReadAsync(session => ReadAsync(session.Command(Following).With("after", after).With("limit", (long)Batch), today, cancellation), cancellation);
            foreach (var document in batch.Changed)
            {
                yield return document;
            }

            if (batch.Changed.Count < Batch)
            {
                yield break;
            }

            after = batch.Changed[^1].Key;
        }
    }

    /// <summary>What was written by the changes after <paramref name="from"/> up to <paramref name="to"/>.</summary>
    public Task<IndexChanges> BetweenAsync(long from, long to, DateOnly today, CancellationToken cancellation) => store.ReadAsync(
        async session =>
        {
            var changes = await ReadAsync(session.Command(Changed).With("from", from).With("to", to), today, cancellation);
            var removed = new List<long>();
            await using var command = session.Command(Removed).With("from", from).With("to", to);
            await using var reader = await command.ExecuteReaderAsync(cancellation);
            while (await reader.ReadAsync(cancellation))
            {
                removed.Add(reader.GetInt64(0));
            }

            return changes with { Gone = [.. changes.Gone, .. removed] };
        },
        cancellation);

    /// <summary>The operations whose dates give them another status on <paramref name="today"/> than on <paramref name="before"/>.</summary>
    public Task<IndexChanges> AgedAsync(DateOnly before, DateOnly today, CancellationToken cancellation) => store.ReadAsync(
        session => ReadAsync(session.Command(Aged).With("from", (long)before.DayNumber).With("to", (long)today.DayNumber), today, cancellation),
        cancellation);

    private async Task<IndexChanges> ReadAsync(DbCommand command, DateOnly today, CancellationToken cancellation)
    {
        await using (command)
        {
            await using var reader = await command.ExecuteReaderAsync(cancellation);
            var (changed, gone) = (new List<SearchDocument>(), new List<long>());
            while (await reader.ReadAsync(cancellation))
            {
                if (reader.IsDBNull(17))
                {
                    gone.Add(reader.GetInt64(0)); // withdrawn: id and reason are all that is left
                }
                else
                {
                    changed.Add(Document(reader, today));
                }
            }

            return new IndexChanges(changed, gone);
        }
    }

    private SearchDocument Document(DbDataReader row, DateOnly today)
    {
        var demo = row.GetInt64(1) != 0;
        var (start, end) = (row.Number(7), row.Number(8));
        var operation = JsonSerializer.Deserialize<OperationDocument>(row.GetFieldValue<byte[]>(17), OperationJson.Options)!;
        var document = new SearchDocument(schema, row.GetInt64(0)) { StandsBack = demo }
            .AddCode(schema.Code(IndexColumns.Country), row.Text(2))
            .AddCode(schema.Code(IndexColumns.Period), row.Text(3))
            .AddCode(schema.Code(IndexColumns.Status), OperationStatus.On(today, row.Text(4), Day(start), Day(end)))
            .AddCode(schema.Code(IndexColumns.Theme), row.Text(5))
            .AddCode(schema.Code(IndexColumns.Beneficiary), row.Text(6))
            .AddCode(schema.Code(IndexColumns.Mark), demo ? IndexColumns.Invented : null)
            .AddCode(schema.Code(IndexColumns.Mark), row.Number(9) is null ? null : IndexColumns.InEuro)
            .AddCode(schema.Code(IndexColumns.Mark), operation.Indicators.Any(i => i.Achieved is not null) ? IndexColumns.Reported : null)
            .AddCode(schema.Code(IndexColumns.Priority), (operation.Priority?.Code ?? operation.Priority?.Name) is { } priority ? Codes.Form(priority) : null)
            .AddCode(schema.Code(IndexColumns.Year), Day(start)?.Year.ToString(CultureInfo.InvariantCulture))
            .AddCode(schema.Code(IndexColumns.Band), Searching.BudgetBand.Of(row.Number(9))?.Code)
            .SetNumber(schema.Number(IndexColumns.Start), start)
            .SetNumber(schema.Number(IndexColumns.End), end)
            .SetNumber(schema.Number(IndexColumns.Budget), row.Number(9))
            .SetNumber(schema.Number(IndexColumns.Eu), row.Number(10))
            .SetNumber(schema.Number(IndexColumns.Updated), row.GetInt64(16))
            .SetNumber(schema.Number(IndexColumns.Standing), IndexColumns.StandingOf(demo, start));
        for (var i = 0; i < codes.Length; i++)
        {
            foreach (var code in row.GetString(11 + i).Split(Codes.Bar, StringSplitOptions.RemoveEmptyEntries))
            {
                document.AddCode(codes[i], code);
            }
        }

        foreach (var place in Regions.Paths(row.GetString(15)))
        {
            document.AddCode(schema.Code(IndexColumns.Region), place);
        }

        DocumentTexts.Add(document, operation);
        return document;
    }

    private static DateOnly? Day(long? number) => number is { } n ? DateOnly.FromDayNumber((int)n) : null;
}
