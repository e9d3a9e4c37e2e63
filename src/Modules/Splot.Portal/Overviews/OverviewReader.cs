using System.Globalization;
using Splot.Data;
using Splot.Portal.Labels;

namespace Splot.Portal.Overviews;

/// <summary>
/// Gives the present overview. It is counted anew at most once a minute, and only after the store has changed; until the new one is
/// ready, readers get the one before.
/// </summary>
internal sealed class OverviewReader(PublicStore store, TimeProvider clock) : IDisposable
{
    private const string Last = "SELECT COALESCE(MAX(sequence), 0) FROM portal_change";
    private const string LabelRows = "SELECT kind, code, language, text, tag FROM portal_label";
    private const string Beneficiaries = "SELECT COUNT(DISTINCT beneficiary) FROM portal_operation WHERE withdrawn_at IS NULL";
    private const string Groups = """
        SELECT country, period, theme, funds, programmes, regions, COUNT(*), SUM(demo), SUM(eu_eur)
        FROM portal_operation WHERE withdrawn_at IS NULL
        GROUP BY country, period, theme, funds, programmes, regions
        """;

    private static readonly TimeSpan Rest = TimeSpan.FromMinutes(1);

    private readonly SemaphoreSlim turn = new(1, 1);
    private Overview? present;
    private DateTimeOffset counted;

    /// <summary>The overview; one statement where nothing has changed or the last count is fresh.</summary>
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
            if (present is null || clock.GetUtcNow() - counted >= Rest)
            {
                present = await store.ReadAsync(session => CountAsync(session, cancellation), cancellation);
                counted = clock.GetUtcNow();
            }

            return present;
        }
        finally
        {
            turn.Release();
        }
    }

    public void Dispose() => turn.Dispose();

    private async Task<Overview> CountAsync(Session session, CancellationToken cancellation)
    {
        var sequence = await NumberAsync(session, Last, cancellation);
        if (present is { } known && known.Sequence == sequence)
        {
            return known;
        }

        var count = new Tally();
        await using (var command = session.Command(Groups))
        {
            await using var reader = await command.ExecuteReaderAsync(cancellation);
            while (await reader.ReadAsync(cancellation))
            {
                count.Add(reader);
            }
        }

        return count.Finish(sequence, await ReadLabelsAsync(session, cancellation), await NumberAsync(session, Beneficiaries, cancellation));
    }

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
