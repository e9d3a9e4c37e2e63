using System.Text.Json;
using Splot.Contracts.Projects;
using Splot.Data;
using Splot.Portal.Indexing;
using Splot.Portal.Overviews;
using Splot.Portal.Reading;
using Splot.Portal.Searching;
using Splot.Search.Searching;
using SearchRequest = Splot.Portal.Searching.SearchRequest;
using SearchResult = Splot.Portal.Searching.SearchResult;

namespace Splot.Portal.Profiles;

/// <summary>Reads profiles: one search, the documents of the largest projects, and one document of each of a few organisations for its name.</summary>
internal sealed class ProfileReader(PortalReader reader, PublicStore store)
{
    private const int FewLargest = 5;
    private const int FewBeneficiaries = 6;

    private const string Named = """
        SELECT o.beneficiary, j.json FROM portal_operation o JOIN portal_document j ON j.key = o.key WHERE o.key IN
        """;

    private const string NamedSqlite = Named + " (SELECT MIN(key) FROM portal_operation WHERE beneficiary IN (SELECT value FROM json_each(@ids)) AND withdrawn_at IS NULL GROUP BY beneficiary)";
    private const string NamedPostgres = Named + " (SELECT MIN(key) FROM portal_operation WHERE beneficiary = ANY(@ids) AND withdrawn_at IS NULL GROUP BY beneficiary)";

    /// <summary>The facets of every profile.</summary>
    private static readonly FacetRequest[] Always =
    [
        new(IndexColumns.Beneficiary, Most: FewBeneficiaries + 1), new(IndexColumns.Status, WithSums: true), new(IndexColumns.Year, WithSums: true),
        new(IndexColumns.Fund, WithSums: true), new(IndexColumns.Theme, WithSums: true),
    ];

    /// <summary>The profile of a search's whole result; null while the index is being built.</summary>
    /// <param name="request">The search.</param>
    /// <param name="more">Further facets; all must be asked for with sums.</param>
    /// <param name="overview">The present overview.</param>
    /// <param name="cancellation">Ends the reading.</param>
    public async Task<Profile?> ReadAsync(SearchRequest request, IReadOnlyList<FacetRequest> more, Overview overview, CancellationToken cancellation)
    {
        FacetRequest[] facets = [.. Always, .. more];
        var answer = await reader.SearchAsync(request with { Sort = SearchSort.EuDescending, Limit = FewLargest, After = null }, facets, cancellation);
        if (answer is not SearchAnswer.Given { Result: var result })
        {
            return null;
        }

        var sums = facets.Zip(result.Facets).Skip(1).ToDictionary(
            f => (f.First.Column, f.First.Column == IndexColumns.Region && f.First.Under is null ? f.First.Level : 0),
            f => CodeSum.Of(f.Second));
        return new Profile(request, overview, result.Totals, result.Hits, sums, await BeneficiariesAsync(result, cancellation), reader.Today);
    }

    private async Task<IReadOnlyList<BeneficiaryCount>> BeneficiariesAsync(SearchResult result, CancellationToken cancellation)
    {
        var most = result.Facets[0].Counts.Where(c => c.Code != SearchRequest.None).Take(FewBeneficiaries).ToList();
        var names = most.Count == 0 ? [] : await store.ReadAsync(session => NamesAsync(session, [.. most.Select(c => c.Code)], cancellation), cancellation);
        return [.. most.Where(c => names.ContainsKey(c.Code)).Select(c => new BeneficiaryCount(names[c.Code], c.Count))];
    }

    private static async Task<Dictionary<string, PartyDocument>> NamesAsync(Session session, string[] ids, CancellationToken cancellation)
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
