namespace Splot.Data;

/// <summary>
/// Records what is no command: reading a person's data, exports, sign-ins, refusals. The record is written in a short transaction of its own,
/// and who asked gets nothing when it cannot be.
/// </summary>
public sealed class AuditReads(MainStore main)
{
    /// <summary>Reads, records what was read, and only then hands it out.</summary>
    /// <param name="work">Reads in a session for reading.</param>
    /// <param name="entries">What to record of the result; nothing for one that shows nobody's data.</param>
    /// <param name="cancellation">Cancels.</param>
    public async Task<T> ReadAsync<T>(Func<Session, Task<T>> work, Func<T, IReadOnlyCollection<AuditEntry>> entries, CancellationToken cancellation)
    {
        var result = await main.ReadAsync(work, cancellation);
        await RecordAsync(entries(result), cancellation);
        return result;
    }

    /// <summary>Records before something is handed out that does not come from one read session: await it first.</summary>
    public async Task RecordAsync(IReadOnlyCollection<AuditEntry> entries, CancellationToken cancellation)
    {
        if (entries.Count == 0)
        {
            return;
        }

        await main.WriteAsync(
            session =>
            {
                foreach (var entry in entries)
                {
                    session.Record(entry);
                }

                return Task.CompletedTask;
            },
            cancellation);
    }
}
