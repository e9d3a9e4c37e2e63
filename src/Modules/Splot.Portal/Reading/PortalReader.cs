using Splot.Contracts.Projects;
using Splot.Data;
using Splot.Portal.Searching;

namespace Splot.Portal.Reading;

/// <summary>What pages, API and feeds read: each question is one session with a known number of statements.</summary>
internal sealed class PortalReader(PublicStore store, ProjectSearch search, TimeProvider clock)
{
    /// <summary>Changes shown on the project's own page; its history has them all.</summary>
    public const int FewChanges = 5;

    private const int MostChanges = 1_000;

    public DateOnly Today => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);

    /// <summary>A page of results; two statements.</summary>
    public Task<SearchResult> SearchAsync(SearchRequest request, CancellationToken cancellation) =>
        store.ReadAsync(session => search.FindAsync(session, request, cancellation), cancellation);

    /// <summary>An operation; one statement.</summary>
    public Task<ProjectLookup> FindAsync(string id, CancellationToken cancellation) =>
        store.ReadAsync(session => ProjectLookup.FindAsync(session, id, Today, cancellation), cancellation);

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

    /// <summary>A beneficiary with a page of its operations; two statements. Null where no public operation names it.</summary>
    public Task<BeneficiaryResult?> BeneficiaryAsync(string id, SearchRequest request, CancellationToken cancellation)
    {
        if (!CodeParameter.PublicId().IsMatch(id))
        {
            return Task.FromResult<BeneficiaryResult?>(null);
        }

        var own = request with { Codes = new Dictionary<CodeParameter, IReadOnlyList<string>>(request.Codes) { [CodeParameter.Beneficiary] = [id] } };
        return store.ReadAsync<BeneficiaryResult?>(
            async session =>
            {
                var result = await search.FindAsync(session, own, cancellation);
                return result.Hits.Select(h => h.Document.Beneficiary).FirstOrDefault(b => b?.Id == id) is { } party ? new BeneficiaryResult(party, own, result) : null;
            },
            cancellation);
    }
}

/// <summary>A beneficiary and a page of its operations.</summary>
public sealed record BeneficiaryResult(PartyDocument Party, SearchRequest Request, SearchResult Result);
