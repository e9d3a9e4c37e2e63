using System.Data.Common;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Splot.Data;
using Splot.Portal.Indexing;
using Splot.Portal.Model;
using Splot.Portal.Overviews;
using Splot.Search.Searching;
using Asked = Splot.Search.Searching.SearchRequest;
using Found = Splot.Search.Searching.SearchResult;

namespace Splot.Portal.Searching;

/// <summary>Finds operations. Pages, API, feeds and exports ask here, so what one hides, none shows.</summary>
internal sealed class ProjectSearch(PublicStore store, PortalIndex index, OverviewReader overviews, TimeProvider clock)
{
    private const int Batch = 200;
    private const string Columns = "SELECT o.key, o.id, o.status, o.start_day, o.end_day, o.person_name, o.person_name_until, j.json FROM portal_operation o JOIN portal_document j ON j.key = o.key WHERE o.withdrawn_at IS NULL AND ";
    private const string ByKeysSqlite = Columns + "o.key IN (SELECT value FROM json_each(@keys))";
    private const string ByKeysPostgres = Columns + "o.key = ANY(@keys)";

    private DateOnly Today => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);

    /// <summary>
    /// Totals of the whole result, the facets asked for, and one page of it; one statement. What was withdrawn within the last second may
    /// be counted still, but is not shown.
    /// </summary>
    public async Task<SearchAnswer> FindAsync(SearchRequest request, IReadOnlyList<FacetRequest> facets, CancellationToken cancellation)
    {
        var regions = facets.Where(f => f.Column == IndexColumns.Region).ToList();
        FacetRequest[] own = [new FacetRequest(IndexColumns.Mark), .. regions.Count > 0 ? [new FacetRequest(IndexColumns.Region, WithSums: regions.Exists(f => f.WithSums))] : Array.Empty<FacetRequest>()];
        var understood = await UnderstandAsync(request, cancellation);
        var outcome = await index.Search.SearchAsync(IndexRequests.Of(request, understood, [.. own, .. facets]), cancellation);
        if (outcome is not SearchOutcome.Answered { Result: var found })
        {
            return Refused(outcome);
        }

        var documents = found.Keys.Count == 0 ? [] : await store.ReadAsync(session => ReadBatchAsync(session, [.. found.Keys], cancellation), cancellation);
        var before = request.After?.Position ?? 0;
        return new SearchAnswer.Given(new SearchResult(
            Totals(found),
            [.. found.Keys.Where(documents.ContainsKey).Select(key => documents[key])],
            found.Next is { } next ? new Cursor(before + found.Keys.Count, next).Write() : null,
            before + 1)
        {
            Facets = [.. found.Facets.Skip(found.Facets.Count - facets.Count).Select((f, i) => f.Column == IndexColumns.Region && facets[i].Under is null ? WithUnplaced(f, found.Facets[1]) : f)],
            Understood = understood,
        });
    }

    /// <summary>For each search one operation that it finds, null where it finds none; one statement for all.</summary>
    public async Task<IReadOnlyList<PublicOperation?>> OneOfEachAsync(IReadOnlyList<SearchRequest> requests, CancellationToken cancellation)
    {
        var keys = new List<long?>();
        foreach (var request in requests)
        {
            var asked = IndexRequests.Of(request, await UnderstandAsync(request, cancellation), []) with { Limit = 1 };
            keys.Add(await index.Search.SearchAsync(asked, cancellation) is SearchOutcome.Answered { Result.Keys: [var key, ..] } ? key : null);
        }

        long[] known = [.. keys.OfType<long>().Distinct()];
        var documents = known.Length == 0 ? [] : await store.ReadAsync(session => ReadBatchAsync(session, known, cancellation), cancellation);
        return [.. keys.Select(key => key is { } k ? documents.GetValueOrDefault(k) : null)];
    }

    /// <summary>
    /// The whole result in order, as it was when it was opened: nothing comes twice and nothing is missed because something changed
    /// meanwhile. Documents are read in batches; what is withdrawn meanwhile is left out.
    /// </summary>
    public async IAsyncEnumerable<PublicOperation> AllAsync(SearchRequest request, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var outcome = await index.Search.StreamAsync(IndexRequests.Of(request, await UnderstandAsync(request, cancellation), []), cancellation);
        if (outcome is not SearchOutcome.Opened { Hits: var hits })
        {
            throw new IOException("The search index went away before a result was written out.");
        }

        using (hits)
        {
            foreach (var batch in hits.Chunk(Batch))
            {
                var documents = await store.ReadAsync(session => ReadBatchAsync(session, batch, cancellation), cancellation);
                foreach (var key in batch)
                {
                    if (documents.TryGetValue(key, out var operation))
                    {
                        yield return operation;
                    }
                }
            }
        }
    }

    private async ValueTask<Understanding?> UnderstandAsync(SearchRequest request, CancellationToken cancellation) =>
        request.Words is null ? null : Understanding.Of(request, index.Schema, (await overviews.ReadAsync(cancellation)).Labels);

    private static SearchAnswer Refused(SearchOutcome outcome) => outcome switch
    {
        SearchOutcome.BadAfter => new SearchAnswer.Refused(new Refusal("after", RefusalReason.NotACursor)),
        SearchOutcome.TooBroad => new SearchAnswer.Refused(new Refusal("q", RefusalReason.TooBroad)),
        _ => new SearchAnswer.NotReady(),
    };

    /// <summary>The counts of regions, with the operations that have no place finer than their country.</summary>
    private static Facet WithUnplaced(Facet facet, Facet top)
    {
        var places = facet.Counts.Where(c => c.Code is not (IndexColumns.Unplaced or Asked.None));
        var unplaced = top.Counts.Where(c => c.Code is IndexColumns.Unplaced or Asked.None).ToList();
        return facet with
        {
            Counts = unplaced.Count == 0
                ? [.. places]
                : [.. places.Append(new FacetCount(Asked.None, unplaced.Sum(c => c.Count), Sums(unplaced))).OrderByDescending(c => c.Count).ThenBy(c => c.Code, StringComparer.Ordinal)],
        };
    }

    private static SearchTotals Totals(Found found)
    {
        long Marked(string mark) => found.Facets[0].Counts.FirstOrDefault(c => c.Code == mark)?.Count ?? 0;
        return new SearchTotals(found.Total, Marked(IndexColumns.Invented), found.Sums[IndexColumns.Budget] / 100m, found.Sums[IndexColumns.Eu] / 100m, Marked(IndexColumns.InEuro));
    }

    private static IReadOnlyList<decimal> Sums(List<FacetCount> counts) => [.. Enumerable.Range(0, counts[0].Sums.Count).Select(i => counts.Sum(c => c.Sums[i]))];

    private async Task<Dictionary<long, PublicOperation>> ReadBatchAsync(Session session, long[] keys, CancellationToken cancellation)
    {
        var sqlite = session.Store.Engine == Engine.Sqlite;
        await using var command = session.Command(sqlite ? ByKeysSqlite : ByKeysPostgres).With("keys", sqlite ? JsonSerializer.Serialize(keys) : keys);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var found = new Dictionary<long, PublicOperation>(keys.Length);
        while (await reader.ReadAsync(cancellation))
        {
            found.Add(reader.GetInt64(0), Read(reader));
        }

        return found;
    }

    private PublicOperation Read(DbDataReader reader) => new(
        reader.GetFieldValue<byte[]>(7), reader.GetString(1), reader.Text(2), reader.Number(3), reader.Number(4), reader.Text(5), reader.Number(6), Today);
}
