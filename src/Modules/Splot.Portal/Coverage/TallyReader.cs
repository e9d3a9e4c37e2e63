using System.Data.Common;
using Microsoft.Extensions.Logging;
using Splot.Data;
using Splot.Portal.Counting;
using Splot.Portal.Indexing;
using Splot.Portal.Model;

namespace Splot.Portal.Coverage;

/// <summary>Gives the present tally: two statements after a change, none otherwise.</summary>
internal sealed class TallyReader
{
    private const string Last = "SELECT sequence, at FROM portal_change ORDER BY sequence DESC LIMIT 1";

    private const string Groups = """
        SELECT list, country, period, programmes, filled, findings, COUNT(*), SUM(CASE WHEN demo = 1 THEN 1 ELSE 0 END), MAX(change), MAX(updated_at), MAX(edition),
            SUM(CASE WHEN status IS NULL AND start_day > @today THEN 1 ELSE 0 END),
            SUM(CASE WHEN status IS NULL AND end_day < @today THEN 1 ELSE 0 END),
            SUM(CASE WHEN person_name IS NOT NULL AND person_name_until >= @today THEN 1 ELSE 0 END)
        FROM portal_operation WHERE withdrawn_at IS NULL
        GROUP BY list, country, period, programmes, filled, findings
        """;

    private readonly TimeProvider clock;

    public TallyReader(PublicStore store, PortalIndex index, TimeProvider clock, ILogger<TallyReader> log)
    {
        this.clock = clock;
        Tally = new Counted<Tally>(
            () => store.ReadAsync(session => CountAsync(session, CancellationToken.None), CancellationToken.None),
            tally => tally.Day == Today,
            tally => tally.Sequence >= index.Search.Status.Sequence,
            clock,
            log);
    }

    /// <summary>The tally, counted behind its readers where that takes long.</summary>
    public Counted<Tally> Tally { get; }

    private DateOnly Today => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);

    public Task<Tally> ReadAsync(CancellationToken cancellation) => Tally.ReadAsync(cancellation);

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
