using System.Data.Common;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Splot.Data;
using Splot.Portal.Model;

namespace Splot.Portal.Searching;

/// <summary>Finds operations. Pages, API, feeds and exports ask here, so what one hides, none shows.</summary>
internal sealed class ProjectSearch(PublicStore store, TimeProvider clock)
{
    private const int Batch = 200;
    private const string Columns = "SELECT o.key, o.id, o.status, o.start_day, o.end_day, o.person_name, o.person_name_until, j.json FROM portal_operation o JOIN portal_document j ON j.key = o.key WHERE o.withdrawn_at IS NULL AND ";
    private const string ByKeysSqlite = Columns + "o.key IN (SELECT value FROM json_each(@keys))";
    private const string ByKeysPostgres = Columns + "o.key = ANY(@keys)";

    private DateOnly Today => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);

    /// <summary>Totals of the whole result and one page of it; two statements.</summary>
    public async Task<SearchResult> FindAsync(Session session, SearchRequest request, CancellationToken cancellation)
    {
        var sql = new SearchSql(request, session.Store.Engine, Today);
        var totals = await ReadTotalsAsync(sql.Totals(session), cancellation);
        await using var command = sql.Page(session);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var hits = new List<PublicOperation>(request.Limit);
        Cursor? last = null;
        Cursor? next = null;
        while (await reader.ReadAsync(cancellation))
        {
            if (hits.Count == request.Limit)
            {
                next = last;
                break;
            }

            hits.Add(Read(reader, 4, 10));
            last = new Cursor(Whole(reader, 1), Whole(reader, 2), Whole(reader, 3), hits[^1].Id, (request.After?.Position ?? 0) + hits.Count);
        }

        return new SearchResult(totals, hits, next?.Write(request.Sort, request.Words), (request.After?.Position ?? 0) + 1);
    }

    /// <summary>The whole result in order, in batches; memory grows by eight bytes a row only. What is withdrawn meanwhile is left out.</summary>
    public async IAsyncEnumerable<PublicOperation> AllAsync(SearchRequest request, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var keys = await store.ReadAsync(session => ReadKeysAsync(new SearchSql(request, store.Engine, Today).Keys(session), cancellation), cancellation);
        foreach (var batch in keys.Chunk(Batch))
        {
            var found = await store.ReadAsync(session => ReadBatchAsync(session, batch, cancellation), cancellation);
            foreach (var key in batch)
            {
                if (found.TryGetValue(key, out var operation))
                {
                    yield return operation;
                }
            }
        }
    }

    private async Task<Dictionary<long, PublicOperation>> ReadBatchAsync(Session session, long[] keys, CancellationToken cancellation)
    {
        var sqlite = session.Store.Engine == Engine.Sqlite;
        await using var command = session.Command(sqlite ? ByKeysSqlite : ByKeysPostgres).With("keys", sqlite ? JsonSerializer.Serialize(keys) : keys);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var found = new Dictionary<long, PublicOperation>(keys.Length);
        while (await reader.ReadAsync(cancellation))
        {
            found.Add(reader.GetInt64(0), Read(reader, 1, 7));
        }

        return found;
    }

    // Id, status, days, name and until stand beside each other from one column on.
    private PublicOperation Read(DbDataReader reader, int first, int document) => new(
        reader.GetFieldValue<byte[]>(document),
        reader.GetString(first),
        reader.Text(first + 1),
        reader.Number(first + 2),
        reader.Number(first + 3),
        reader.Text(first + 4),
        reader.Number(first + 5),
        Today);

    private static async Task<SearchTotals> ReadTotalsAsync(DbCommand command, CancellationToken cancellation)
    {
        await using (command)
        {
            await using var reader = await command.ExecuteReaderAsync(cancellation);
            await reader.ReadAsync(cancellation);
            return new SearchTotals(Whole(reader, 0), Whole(reader, 1), Whole(reader, 2) / 100m, Whole(reader, 3) / 100m, Whole(reader, 4));
        }
    }

    private static async Task<List<long>> ReadKeysAsync(DbCommand command, CancellationToken cancellation)
    {
        await using (command)
        {
            await using var reader = await command.ExecuteReaderAsync(cancellation);
            var keys = new List<long>();
            while (await reader.ReadAsync(cancellation))
            {
                keys.Add(reader.GetInt64(0));
            }

            return keys;
        }
    }

    // PostgreSQL counts and sums in other types than SQLite.
    private static long Whole(DbDataReader reader, int column) => Convert.ToInt64(reader.GetValue(column), CultureInfo.InvariantCulture);
}

/// <summary>Counts and sums over a whole result.</summary>
/// <param name="Total">Operations.</param>
/// <param name="Demo">Invented ones among them.</param>
/// <param name="BudgetEur">Sum of total costs in euro.</param>
/// <param name="EuEur">Sum of Union contributions in euro.</param>
/// <param name="InEuro">Operations whose total cost is known in euro.</param>
public sealed record SearchTotals(long Total, long Demo, decimal BudgetEur, decimal EuEur, long InEuro);

/// <summary>One page of a result.</summary>
/// <param name="Totals">Of the whole result.</param>
/// <param name="Hits">The page.</param>
/// <param name="Next">Value of <c>after</c> for the next page; null on the last.</param>
/// <param name="First">Position of the first hit in the whole result, from 1.</param>
public sealed record SearchResult(SearchTotals Totals, IReadOnlyList<PublicOperation> Hits, string? Next, long First);
