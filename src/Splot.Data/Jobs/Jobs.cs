using System.Text.Json;

namespace Splot.Data;

/// <summary>Asking for long work, and asking after it.</summary>
public sealed class Jobs(MainStore main, TimeProvider clock)
{
    /// <summary>
    /// Asks for a job in the caller's transaction and returns its number. The name is unique within the kind: a job that waits or has
    /// ended is asked for again (with the same arguments an interrupted or failed one goes on from its checkpoint), one that is
    /// running is left to finish.
    /// </summary>
    /// <param name="session">A session of the main store.</param>
    /// <param name="kind">Names the handler.</param>
    /// <param name="name">Name within the kind.</param>
    /// <param name="arguments">Arguments, kept as JSON; nothing personal.</param>
    /// <param name="due">When to begin; null for at once.</param>
    /// <param name="cancellation">Cancels.</param>
    public Task<long> EnqueueAsync<TArguments>(WriteSession session, string kind, string name, TArguments arguments, DateTimeOffset? due, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        return JobTable.EnqueueAsync(session, kind, name, JsonSerializer.Serialize(arguments, JsonSerializerOptions.Web), now, due ?? now, cancellation);
    }

    /// <summary>The job, or null when there is none of that name.</summary>
    public Task<JobStatus?> FindAsync(string kind, string name, CancellationToken cancellation) =>
        main.ReadAsync(session => JobTable.FindAsync(session, kind, name, cancellation), cancellation);

    /// <summary>The latest jobs of a kind, newest first.</summary>
    public Task<IReadOnlyList<JobStatus>> ListAsync(string kind, int limit, CancellationToken cancellation) =>
        main.ReadAsync(session => JobTable.ListAsync(session, kind, limit, cancellation), cancellation);
}
