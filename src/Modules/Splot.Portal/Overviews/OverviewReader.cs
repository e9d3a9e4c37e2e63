using System.Globalization;
using Splot.Data;
using Splot.Portal.Indexing;
using Splot.Portal.Labels;
using Splot.Search.Searching;

namespace Splot.Portal.Overviews;

/// <summary>
/// Gives the present overview. It is counted anew at most once a second, and only after the index has changed; until the new one is
/// ready, readers get the one before.
/// </summary>
internal sealed class OverviewReader(PublicStore store, PortalIndex index, TimeProvider clock) : IDisposable
{
    private const string LabelRows = "SELECT kind, code, language, text, tag FROM portal_label";
    private const string Beneficiaries = "SELECT COUNT(DISTINCT beneficiary) FROM portal_operation WHERE withdrawn_at IS NULL";
    private const int RegionLevels = 5;

    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(1);
    private static readonly string[] Counted = [IndexColumns.Country, IndexColumns.Fund, IndexColumns.Programme, IndexColumns.Theme, IndexColumns.Period, IndexColumns.Mark];

    private static readonly SearchRequest Everything = new()
    {
        Limit = 0,
        Facets = [.. Counted.Select(c => new FacetRequest(c)), .. Enumerable.Range(1, RegionLevels).Select(level => new FacetRequest(IndexColumns.Region, level))],
    };

    private readonly SemaphoreSlim turn = new(1, 1);
    private Overview? present;
    private DateTimeOffset counted;

    /// <summary>The overview; no statement where nothing has changed or the last count is fresh.</summary>
    public async Task<Overview> ReadAsync(CancellationToken cancellation)
    {
        if (present is { } known && clock.GetUtcNow() - counted < Rest)
        {
            return known;
        }

        // Who finds somebody counting takes what there is; only the very first readers wait.
        if (!await turn.WaitAsync(present is null ? Timeout.InfiniteTimeSpan : TimeSpan.Zero, cancellation))
        {
            return present!;
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

    private async Task<Overview> CountAsync(CancellationToken cancellation)
    {
        if (present is { } known && known.Sequence == index.Search.Status.Sequence)
        {
            counted = clock.GetUtcNow();
            return known;
        }

        if (await index.Search.SearchAsync(Everything, cancellation) is not SearchOutcome.Answered { Result: var found })
        {
            return new Overview { Sequence = -1, Labels = await store.ReadAsync(session => ReadLabelsAsync(session, cancellation), cancellation) };
        }

        var (labels, beneficiaries) = await store.ReadAsync(async session => (await ReadLabelsAsync(session, cancellation), await NumberAsync(session, Beneficiaries, cancellation)), cancellation);
        present = Overview(found, labels, beneficiaries);
        counted = clock.GetUtcNow();
        return present;
    }

    private static Overview Overview(SearchResult found, LabelBook labels, long beneficiaries) => new()
    {
        Sequence = found.Sequence,
        Labels = labels,
        Projects = found.Total,
        Demo = found.Facets[5].Counts.FirstOrDefault(c => c.Code == IndexColumns.Invented)?.Count ?? 0,
        EuEur = found.Sums[IndexColumns.Eu] / 100m,
        Beneficiaries = beneficiaries,
        Regions = found.Facets.Skip(Counted.Length).SelectMany(f => f.Counts).Where(c => c.Code is not (IndexColumns.Unplaced or SearchRequest.None))
            .GroupBy(c => c.Code, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Max(c => c.Count), StringComparer.Ordinal),
        Countries = Counts(found, 0),
        Funds = Counts(found, 1),
        Programmes = Counts(found, 2),
        Themes = Counts(found, 3),
        Periods = Counts(found, 4),
    };

    private static IReadOnlyList<CodeCount> Counts(SearchResult found, int facet) =>
        [.. found.Facets[facet].Counts.Where(c => c.Code != SearchRequest.None).Select(c => new CodeCount(c.Code, c.Count))];

    private static async Task<LabelBook> ReadLabelsAsync(Session session, CancellationToken cancellation)
    {
        await using var command = session.Command(LabelRows);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var rows = new List<(string, string, string, string, string)>();
        while (await reader.ReadAsync(cancellation))
        {
            rows.Add((reader.GetString(0), reader.GetString(1), reader.GetString(2), reader.GetString(3), reader.GetString(4)));
        }

        return new LabelBook(rows);
    }

    private static async Task<long> NumberAsync(Session session, string sql, CancellationToken cancellation)
    {
        await using var command = session.Command(sql);
        return Convert.ToInt64(await command.ExecuteScalarAsync(cancellation), CultureInfo.InvariantCulture);
    }
}
