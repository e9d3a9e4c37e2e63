using System.Data.Common;
using Splot.Data;
using Splot.Portal.Indexing;
using Splot.Portal.Model;

namespace Splot.Portal.Coverage;

/// <summary>
/// Gives the present tally: two statements after a change, none otherwise. Counting reads every row of a large store, so no request does it:
/// it goes on behind the readers, who meanwhile get the tally before, and begins again only after a pause of twenty times its length. Where it
/// takes no time worth speaking of, readers wait for it; so do the very first ones.
/// </summary>
internal sealed class TallyReader(PublicStore store, PortalIndex index, TimeProvider clock)
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

    private readonly Lock gate = new();
    private Task<Tally>? counting;
    private Tally? present;
    private DateTimeOffset again;
    private bool isLong;

    /// <summary>How long a count may have taken for readers to wait for the next one.</summary>
    public TimeSpan WorthWaiting { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>The count that goes on, or the last one.</summary>
    public Task Counting => counting ?? Task.CompletedTask;

    public Task<Tally> ReadAsync(CancellationToken cancellation)
    {
        lock (gate)
        {
            if (Fresh() is { } known)
            {
                return Task.FromResult(known);
            }

            // Who comes after a count that failed waits for the next one, and learns of it when that fails too.
            var failed = counting is { IsFaulted: true };
            if (counting is null or { IsCompleted: true })
            {
                counting = Task.Run(CountAsync, CancellationToken.None); // many may wait for it, so none may end it
            }

            return isLong && !failed && present is { } before ? Task.FromResult(before) : counting.WaitAsync(cancellation);
        }
    }

    private DateOnly Today => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);

    private Tally? Fresh() => present is { } known && known.Day == Today && (clock.GetUtcNow() < again || known.Sequence >= index.Search.Status.Sequence) ? known : null;

    private async Task<Tally> CountAsync()
    {
        var began = clock.GetTimestamp();
        var tally = await store.ReadAsync(session => CountAsync(session, CancellationToken.None), CancellationToken.None);
        var length = clock.GetElapsedTime(began);
        lock (gate)
        {
            (present, isLong) = (tally, length > WorthWaiting);
            again = clock.GetUtcNow() + (length * PauseInLengths > Rest ? length * PauseInLengths : Rest);
        }

        return tally;
    }

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
