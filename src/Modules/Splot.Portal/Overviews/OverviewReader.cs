using System.Data.Common;
using Microsoft.Extensions.Logging;
using Splot.Contracts.Projects;
using Splot.Data;
using Splot.Portal.Atlas;
using Splot.Portal.Indexing;
using Splot.Search.Searching;

namespace Splot.Portal.Overviews;

/// <summary>
/// Gives the present overview. It is counted anew only after the index or the day has changed, and at most a twentieth of the time goes into
/// counting. Who reads meanwhile gets the one before; of a small store the one who began waits for the new one, of a large one nobody does.
/// </summary>
internal sealed class OverviewReader(PublicStore store, PortalIndex index, TimeProvider clock, ILogger<OverviewReader> log) : IDisposable
{
    private const int Recently = 30;
    private const int RegionLevels = 4;
    private const int CountingShare = 20;
    private const int Large = 50_000;

    private static readonly TimeSpan ShortestRest = TimeSpan.FromSeconds(1);
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

    private readonly SemaphoreSlim turn = new(1, 1);
    private readonly NamesReader names = new();
    private Overview? present;
    private DateTimeOffset counted;
    private TimeSpan rest = ShortestRest;

    private DateOnly Today => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);

    /// <summary>The overview; no statement where nothing has changed or the last count is fresh.</summary>
    public async Task<Overview> ReadAsync(CancellationToken cancellation)
    {
        if (present is { } known && clock.GetUtcNow() - counted < rest)
        {
            return known;
        }

        // Who finds somebody counting takes what there is; only the very first readers wait.
        if (!await turn.WaitAsync(present is null ? Timeout.InfiniteTimeSpan : TimeSpan.Zero, cancellation))
        {
            return present!;
        }

        if (present is { Projects: > Large } before)
        {
            _ = Task.Run(CountBehindAsync, CancellationToken.None); // no reader waits for it, so none may end it
            return before;
        }

        try
        {
            return await CountAsync(cancellation);
        }
        finally
        {
            turn.Release();
        }
    }

    public void Dispose() => turn.Dispose();

    /// <summary>Counts with the turn that the caller has taken, and gives it back.</summary>
    private async Task CountBehindAsync()
    {
        try
        {
            await CountAsync(CancellationToken.None);
        }
        catch (Exception failure) when (failure is DbException or IOException)
        {
            log.LogError(failure, "The overview could not be counted; the one before stays.");
            counted = clock.GetUtcNow();
        }
        finally
        {
            turn.Release();
        }
    }

    private async Task<Overview> CountAsync(CancellationToken cancellation)
    {
        if (present is { } known && known.Sequence == index.Search.Status.Sequence && known.Day == Today)
        {
            counted = clock.GetUtcNow();
            return known;
        }

        var started = clock.GetTimestamp();
        var (day, since) = (Today, Today.AddDays(-Recently));
        if (await index.Search.SearchAsync(Everything, cancellation) is not SearchOutcome.Answered { Result: var found }
            || await index.Search.SearchAsync(ChangedSince(since), cancellation) is not SearchOutcome.Answered { Result: var changed })
        {
            return new Overview { Sequence = -1, Names = await ReadNamesAsync(cancellation) };
        }

        present = new Overview
        {
            Sequence = found.Sequence,
            Names = await ReadNamesAsync(cancellation), // after the counts: names that come in between belong to a later change, which is counted again
            Day = day,
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
        counted = clock.GetUtcNow();
        rest = TimeSpan.FromTicks(Math.Max(ShortestRest.Ticks, clock.GetElapsedTime(started).Ticks * CountingShare));
        return present;
    }

    private Task<Names> ReadNamesAsync(CancellationToken cancellation) => store.ReadAsync(session => names.ReadAsync(session, cancellation), cancellation);

    private static SearchRequest ChangedSince(DateOnly day) => new()
    {
        Limit = 0,
        Ranges = [new RangeFilter(IndexColumns.Updated, new DateTimeOffset(day, TimeOnly.MinValue, TimeSpan.Zero).ToUnixTimeMilliseconds(), null)],
    };

    private static IReadOnlyList<CodeSum> Sums(SearchResult found, int facet) => [.. CodeSum.Of(found.Facets[facet]).Where(c => c.Code != SearchRequest.None)];
}
