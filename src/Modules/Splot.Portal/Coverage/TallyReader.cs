using System.Data.Common;
using System.Diagnostics;
using Splot.Data;
using Splot.Portal.Indexing;
using Splot.Portal.Model;

namespace Splot.Portal.Coverage;

/// <summary>
/// Gives the present tally: two statements after a change, none otherwise. Counting takes the store a while where it is large, so it is
/// done again only after a pause of twenty times its length; until then readers get the one before.
/// </summary>
internal sealed class TallyReader(PublicStore store, PortalIndex index, TimeProvider clock) : IDisposable
{
    private const int PauseInLengths = 20;
    private const string Last = "SELECT sequence, at FROM portal_change ORDER BY sequence DESC LIMIT 1";

    private const string Groups = """
        SELECT list, country, period, programmes, filled, findings, COUNT(*), SUM(CASE WHEN demo = 1 THEN 1 ELSE 0 END), MAX(change), MAX(updated_at), MAX(edition),
            SUM(CASE WHEN status IS NULL AND start_day > @today THEN 1 ELSE 0 END),
            SUM(CASE WHEN status IS NULL AND end_day < @today THEN 1 ELSE 0 END),
            SUM(CASE WHEN person_name IS NOT NULL AND person_name_until >= @today THEN 1 ELSE 0 END)
        FROM portal_operation WHERE withdrawn_at IS NULL
        GROUP BY list, country, period, programmes, filled, findings
        """;

    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(1);

    private readonly SemaphoreSlim turn = new(1, 1);
    private Tally? present;
    private DateTimeOffset again;

    public async Task<Tally> ReadAsync(CancellationToken cancellation)
    {
        if (Fresh() is { } known)
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
            if (Fresh() is { } counted)
            {
                return counted;
            }

            var began = Stopwatch.GetTimestamp();
            present = await store.ReadAsync(session => CountAsync(session, cancellation), cancellation);
            var pause = Stopwatch.GetElapsedTime(began) * PauseInLengths;
            again = clock.GetUtcNow() + (pause > Rest ? pause : Rest);
            return present;
        }
        finally
        {
            turn.Release();
        }
    }

    public void Dispose() => turn.Dispose();

    private DateOnly Today => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);

    private Tally? Fresh() => present is { } known && known.Day == Today && (clock.GetUtcNow() < again || known.Sequence >= index.Search.Status.Sequence) ? known : null;

    private async Task<Tally> CountAsync(Session session, CancellationToken cancellation)
    {
        var (sequence, at) = (0L, DateTimeOffset.UnixEpoch);
        await using (var last = session.Command(Last))
        {
            await using var row = await last.ExecuteReaderAsync(cancellation);
            if (await row.ReadAsync(cancellation))
            {
                (sequence, at) = (row.GetInt64(0), DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(1)));
            }
        }

        var today = Today;
        var rows = new List<TallyRow>();
        await using var command = session.Command(Groups).With("today", (long)today.DayNumber);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            rows.Add(Read(reader));
        }

        return new Tally(sequence, at, today, rows);
    }

    private static TallyRow Read(DbDataReader row) => new(
        row.Text(0), row.Text(1), row.Text(2), row.GetString(3).Split(Codes.Bar, StringSplitOptions.RemoveEmptyEntries), row.Number(4) ?? 0, row.Number(5) ?? 0, row.GetInt64(6))
    {
        Demo = row.GetInt64(7),
        Change = row.GetInt64(8),
        Updated = DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(9)),
        Edition = row.Number(10) is { } day ? DateOnly.FromDayNumber((int)day) : null,
        Today = (row.GetInt64(11), row.GetInt64(12), row.GetInt64(13)),
    };
}
