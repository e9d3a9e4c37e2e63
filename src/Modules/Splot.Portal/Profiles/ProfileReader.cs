using Splot.Portal.Indexing;
using Splot.Portal.Overviews;
using Splot.Portal.Reading;
using Splot.Portal.Searching;
using Splot.Search.Searching;
using SearchRequest = Splot.Portal.Searching.SearchRequest;
using SearchResult = Splot.Portal.Searching.SearchResult;

namespace Splot.Portal.Profiles;

/// <summary>Reads profiles: one search, the documents of the largest projects, and one document of each of a few organisations for its name.</summary>
internal sealed class ProfileReader(PortalReader reader, OrganisationNames organisations)
{
    private const int FewLargest = 5;
    private const int FewBeneficiaries = 6;

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
        var names = await organisations.FindAsync(most.Select(c => c.Code), cancellation);
        return [.. most.Where(c => names.ContainsKey(c.Code)).Select(c => new BeneficiaryCount(names[c.Code], c.Count))];
    }
}
