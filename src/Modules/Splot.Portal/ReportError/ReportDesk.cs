using Splot.Data;

namespace Splot.Portal.ReportError;

/// <summary>A report as the staff read it.</summary>
internal sealed record Report(long Number, DateTimeOffset At, string Kind, string? About, string Text, string Language, DateOnly LastDay);

/// <summary>Reads and removes reports; removes by itself those whose last day is over.</summary>
internal sealed class ReportDesk(MainStore store, TimeProvider clock) : IJobHandler
{
    /// <summary>The daily job's kind.</summary>
    public const string JobKind = "portal.remove-reports";

    private const string Select = "SELECT number, at, kind, about, text, language, last_day FROM portal_report WHERE number > @after ORDER BY number LIMIT @limit";
    private const string Delete = "DELETE FROM portal_report WHERE number = @number";
    private const string DeleteOld = "DELETE FROM portal_report WHERE last_day < @today";

    string IJobHandler.Kind => JobKind;

    Task IJobHandler.RunAsync(JobContext job, CancellationToken cancellation) => RemoveOldAsync(cancellation);

    /// <summary>Reports after a number, the oldest first.</summary>
    public Task<IReadOnlyList<Report>> ListAsync(long after, int limit, CancellationToken cancellation) => store.ReadAsync<IReadOnlyList<Report>>(
        async session =>
        {
            await using var command = session.Command(Select).With("after", after).With("limit", limit);
            await using var row = await command.ExecuteReaderAsync(cancellation);
            var found = new List<Report>();
            while (await row.ReadAsync(cancellation))
            {
                found.Add(new Report(
                    row.GetInt64(0), DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(1)), row.GetString(2), row.Text(3), row.GetString(4), row.GetString(5), DateOnly.FromDayNumber((int)row.GetInt64(6))));
            }

            return found;
        },
        cancellation);

    /// <summary>Removes a report that was dealt with; false where there is none of that number.</summary>
    public Task<bool> RemoveAsync(long number, CancellationToken cancellation) => store.WriteAsync(
        async session =>
        {
            await using var command = session.Command(Delete).With("number", number);
            return await command.ExecuteNonQueryAsync(cancellation) > 0;
        },
        cancellation);

    /// <summary>Removes what is due by the clock's date (UTC) and returns how many reports that were.</summary>
    public Task<int> RemoveOldAsync(CancellationToken cancellation) => store.WriteAsync(
        async session =>
        {
            await using var command = session.Command(DeleteOld).With("today", (long)DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime).DayNumber);
            return await command.ExecuteNonQueryAsync(cancellation);
        },
        cancellation);
}
