using Microsoft.Extensions.Logging;
using Splot.Contracts.Projects;
using Splot.Data;
using Splot.Portal.Atlas;
using Splot.Portal.Counting;
using Splot.Portal.Indexing;
using Splot.Search.Searching;

namespace Splot.Portal.Overviews;

/// <summary>Gives the present overview, counted anew only after the index or the day has changed.</summary>
internal sealed class OverviewReader
{
    private const int Recently = 30;
    private const int RegionLevels = 4;

    private static readonly string[] Summed = [IndexColumns.Fund, IndexColumns.Programme, IndexColumns.Theme, IndexColumns.Year];

    private static readonly SearchRequest Everything = new()
    {
        Limit = 0,
        Facets =
        [
            new FacetRequest(IndexColumns.Mark), new FacetRequest(IndexColumns.Status), .. Summed.Select(c => new FacetRequest(c, WithSums: true)),
            .. Enumerable.Range(1, RegionLevels).Select(level => new FacetRequest(IndexColumns.Region, level, WithSums: true)),
        ],
    };

    private readonly PublicStore store;
    private readonly PortalIndex index;
    private readonly TimeProvider clock;
    private readonly Counted<Overview> overview;
    private readonly NamesReader names = new();

    public OverviewReader(PublicStore store, PortalIndex index, TimeProvider clock, ILogger<OverviewReader> log)
    {
        (this.store, this.index, this.clock) = (store, index, clock);
        overview = new Counted<Overview>(
            () => CountAsync(CancellationToken.None),
            known => known.Day == Today,
            known => known.Sequence == index.Search.Status.Sequence,
            clock,
            log);
    }

    private DateOnly Today => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);

    /// <summary>The overview; no statement where nothing has changed or the last count is fresh.</summary>
    public Task<Overview> ReadAsync(CancellationToken cancellation) => overview.ReadAsync(cancellation);

    private async Task<Overview> CountAsync(CancellationToken cancellation)
    {
        var (day, since) = (Today, Today.AddDays(-Recently));
        if (await index.Search.SearchAsync(Everything, cancellation) is not SearchOutcome.Answered { Result: var found }
            || await index.Search.SearchAsync(ChangedSince(since), cancellation) is not SearchOutcome.Answered { Result: var changed })
        {
            return new Overview { Sequence = -1, Names = await ReadNamesAsync(cancellation) };
        }

        return new Overview
        {
            Sequence = found.Sequence,
            Names = await ReadNamesAsync(cancellation), // after the counts: names that come in between belong to a later change, which is counted again
            Day = day,
            CountedAt = clock.GetUtcNow(),
            RecentSince = since,
            Recent = changed.Total,
            Projects = found.Total,
            Demo = found.Facets[0].Counts.FirstOrDefault(c => c.Code == IndexColumns.Invented)?.Count ?? 0,
            EuEur = found.Sums[IndexColumns.Eu] / 100m,
            Running = found.Facets[1].Counts.FirstOrDefault(c => c.Code == OperationStatus.Running)?.Count ?? 0,
            Funds = Sums(found, 2),
            Programmes = Sums(found, 3),
            Themes = Sums(found, 4),
            Years = [.. Sums(found, 5).OrderBy(y => y.Code, StringComparer.Ordinal)],
            Regions = found.Facets.Skip(2 + Summed.Length).SelectMany(CodeSum.Of).Where(c => c.Code is not (IndexColumns.Unplaced or SearchRequest.None))
                .GroupBy(c => c.Code, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.MaxBy(c => c.Count), StringComparer.Ordinal),
        };
    }

    private Task<Names> ReadNamesAsync(CancellationToken cancellation) => store.ReadAsync(session => names.ReadAsync(session, cancellation), cancellation);

    private static SearchRequest ChangedSince(DateOnly day) => new()
    {
        Limit = 0,
        Ranges = [new RangeFilter(IndexColumns.Updated, new DateTimeOffset(day, TimeOnly.MinValue, TimeSpan.Zero).ToUnixTimeMilliseconds(), null)],
    };

    private static IReadOnlyList<CodeSum> Sums(SearchResult found, int facet) => [.. CodeSum.Of(found.Facets[facet]).Where(c => c.Code != SearchRequest.None)];
}
