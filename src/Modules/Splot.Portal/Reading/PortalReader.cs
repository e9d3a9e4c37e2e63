using Splot.Contracts.Projects;
using Splot.Data;
using Splot.Portal.Model;
using Splot.Portal.Searching;
using Splot.Search.Searching;
using SearchRequest = Splot.Portal.Searching.SearchRequest;
using SearchResult = Splot.Portal.Searching.SearchResult;

namespace Splot.Portal.Reading;

/// <summary>What pages, API and feeds read: each question is one session with a known number of statements.</summary>
internal sealed class PortalReader(PublicStore store, ProjectSearch search, TimeProvider clock)
{
    /// <summary>Changes shown on the project's own page; its history has them all.</summary>
    public const int FewChanges = 5;

    private const int MostChanges = 1_000;

    public DateOnly Today => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);

    /// <summary>A page of results with the facets asked for; one statement.</summary>
    public Task<SearchAnswer> SearchAsync(SearchRequest request, IReadOnlyList<FacetRequest> facets, CancellationToken cancellation) => search.FindAsync(request, facets, cancellation);

    /// <summary>One operation of each search; one statement for all.</summary>
    public Task<IReadOnlyList<PublicOperation?>> OneOfEachAsync(IReadOnlyList<SearchRequest> requests, CancellationToken cancellation) => search.OneOfEachAsync(requests, cancellation);

    /// <summary>An operation; one statement.</summary>
    public Task<ProjectLookup> FindAsync(string id, CancellationToken cancellation) =>
        store.ReadAsync(session => ProjectLookup.FindAsync(session, id, Today, cancellation), cancellation);

    /// <summary>Operations by their ids, in no order; what is unknown or withdrawn is left out. One statement.</summary>
    public Task<IReadOnlyList<PublicOperation>> FindAllAsync(IReadOnlyCollection<string> ids, CancellationToken cancellation) =>
        store.ReadAsync(session => ProjectLookup.FindAllAsync(session, ids, Today, cancellation), cancellation);

    /// <summary>An operation with its latest changes, or with all; two statements.</summary>
    public Task<(ProjectLookup Lookup, IReadOnlyList<FieldChange> Changes)> FindWithHistoryAsync(string id, bool all, CancellationToken cancellation) => store.ReadAsync<(ProjectLookup, IReadOnlyList<FieldChange>)>(
        async session =>
        {
            var lookup = await ProjectLookup.FindAsync(session, id, Today, cancellation);
            return lookup is ProjectLookup.Found found
                ? (lookup, await ProjectLookup.HistoryAsync(session, found.Key, all ? MostChanges : FewChanges + 1, cancellation))
                : (lookup, []);
        },
        cancellation);

    /// <summary>The search for a beneficiary's operations; null where the id cannot be one.</summary>
    public static SearchRequest? OfBeneficiary(string id, SearchRequest request) => CodeParameter.PublicId().IsMatch(id)
        ? request with { Codes = new Dictionary<CodeParameter, IReadOnlyList<string>>(request.Codes) { [CodeParameter.Beneficiary] = [id] } }
        : null;

    /// <summary>The beneficiary whose operations these are; null where no public operation names it.</summary>
    public static BeneficiaryResult? Beneficiary(string id, SearchRequest own, SearchResult result) =>
        result.Hits.Select(h => h.Document.Beneficiary).FirstOrDefault(b => b?.Id == id) is { } party ? new BeneficiaryResult(party, own, result) : null;
}

/// <summary>A beneficiary and a page of its operations.</summary>
public sealed record BeneficiaryResult(PartyDocument Party, SearchRequest Request, SearchResult Result);
