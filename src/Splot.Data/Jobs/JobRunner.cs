using Microsoft.Extensions.Logging;

namespace Splot.Data;

/// <summary>
/// Runs jobs that are due, each in one process at a time. A job whose process has been silent for the length of a lease is taken over
/// and goes on from its checkpoint.
/// </summary>
public sealed class JobRunner(MainStore main, IEnumerable<IJobHandler> handlers, IEnumerable<DailyJob> daily, TimeProvider clock, JobOptions options, ILogger<JobRunner> log)
{
    /// <summary>The name of a daily job within its kind.</summary>
    public const string DailyName = "daily";

    private readonly Dictionary<string, IJobHandler> handlers = handlers.ToDictionary(h => h.Kind, StringComparer.Ordinal);
    private readonly Dictionary<string, DailyJob> daily = daily.ToDictionary(d => d.Kind, StringComparer.Ordinal);
    private bool dailyEnsured;

    /// <summary>Runs, one after another, every job that is due, and returns how many turns that were.</summary>
    public async Task<int> RunDueAsync(CancellationToken cancellation)
    {
        await EnsureDailyAsync(cancellation);
        var turns = 0;
        while (await ClaimDueAsync(cancellation) is { } job)
        {
            await RunAsync(job, cancellation);
            turns++;
        }

        return turns;
    }

    /// <summary>
    /// Runs a job at once, whether it is due, waits for another attempt or has failed, and returns where it then stands. One that
    /// another process is at, or that is done, is left alone.
    /// </summary>
    public async Task<JobStatus?> RunNowAsync(string kind, string name, CancellationToken cancellation)
    {
        var status = await main.ReadAsync(session => JobTable.FindAsync(session, kind, name, cancellation), cancellation);
        if (status is null || !handlers.ContainsKey(kind))
        {
            return status;
        }

        if (await main.WriteAsync(session => ClaimAsync(session, status.Id, anyway: true, cancellation), cancellation) is { } job)
        {
            await RunAsync(job, cancellation);
        }

        return await main.ReadAsync(session => JobTable.FindAsync(session, kind, name, cancellation), cancellation);
    }

    /// <summary>Sees to it that daily jobs stand in the table; once for each process.</summary>
    internal async Task EnsureDailyAsync(CancellationToken cancellation)
    {
        if (dailyEnsured)
        {
            return;
        }

        var now = clock.GetUtcNow();
        await main.WriteAsync(
            async session =>
            {
                foreach (var job in daily.Values)
                {
                    await JobTable.EnsureDailyAsync(session, job, now, job.Next(now, clock.LocalTimeZone), cancellation);
                }
            },
            cancellation);
        dailyEnsured = true;
    }

    /// <summary>Takes the job that has been due for longest, of those that this process has a handler for.</summary>
    internal async Task<ClaimedJob?> ClaimDueAsync(CancellationToken cancellation)
    {
        var due = await main.ReadAsync(session => JobTable.DueAsync(session, clock.GetUtcNow(), cancellation), cancellation);
        foreach (var (id, kind) in due)
        {
            if (handlers.ContainsKey(kind) && await main.WriteAsync(session => ClaimAsync(session, id, anyway: false, cancellation), cancellation) is { } job)
            {
                return job;
            }
        }

        return null;
    }

    private Task<ClaimedJob?> ClaimAsync(WriteSession session, long id, bool anyway, CancellationToken cancellation) =>
        JobTable.ClaimAsync(session, id, anyway, Guid.NewGuid().ToString("N"), clock.GetUtcNow(), clock.GetUtcNow() + options.Lease, cancellation);

    /// <summary>One turn at a job that this process has taken.</summary>
    internal async Task RunAsync(ClaimedJob job, CancellationToken cancellation)
    {
        var context = new JobContext(main, clock, job);
        await using var lease = new LeaseKeeper(
            options.Lease,
            token => main.WriteAsync(session => JobTable.RenewAsync(session, job, clock.GetUtcNow() + options.Lease, token), token),
            clock,
            log,
            cancellation);
        JobEnd end;
        try
        {
            await handlers[job.Kind].RunAsync(context, lease.Token);
            end = Succeeded(job, context);
        }
        catch (OperationCanceledException) when (lease.Token.IsCancellationRequested)
        {
            // The process stops, or another has the job: this was no attempt. The next one goes on from the checkpoint.
            var attempts = await AttemptsAsync(job) - 1;
            end = new JobEnd("waiting", context.Message, attempts, clock.GetUtcNow(), null, Anew: false, context.Done, context.Total);
        }
        catch (JobLostException lost)
        {
            log.LogWarning(lost, "A job was lost");
            return;
        }
        catch (Exception failure)
        {
            end = Failed(job, context, await AttemptsAsync(job), failure);
        }

        await main.WriteAsync(session => JobTable.EndAsync(session, job, end, CancellationToken.None), CancellationToken.None);
        cancellation.ThrowIfCancellationRequested();
    }

    /// <summary>Attempts as the table counts them: a checkpoint that was committed in this turn began the count again.</summary>
    private async Task<int> AttemptsAsync(ClaimedJob job) =>
        (await main.ReadAsync(session => JobTable.FindAsync(session, job.Kind, job.Name, CancellationToken.None), CancellationToken.None))?.Attempts ?? 0;

    private JobEnd Succeeded(ClaimedJob job, JobContext context)
    {
        var now = clock.GetUtcNow();
        return Again(job, now) is { } next
            ? new JobEnd("waiting", context.Message, 0, next, now, Anew: true, context.Done, context.Total)
            : new JobEnd("done", context.Message, 0, now, now, Anew: true, context.Done, context.Total);
    }

    private JobEnd Failed(ClaimedJob job, JobContext context, int attempts, Exception failure)
    {
        var now = clock.GetUtcNow();
        log.LogError(failure, "Job {Kind} {Name} failed (attempt {Attempt})", job.Kind, job.Name, attempts);
        if (attempts < options.Attempts)
        {
            var next = now + BackOff.After(attempts, options.FirstRetry, options.LongestRetry);
            return new JobEnd("waiting", failure.Message, attempts, next, null, Anew: false, context.Done, context.Total);
        }

        // A daily job is never given up: it has its chance again the next day.
        return Again(job, now) is { } tomorrow
            ? new JobEnd("waiting", failure.Message, 0, tomorrow, now, Anew: true, context.Done, context.Total)
            : new JobEnd("failed", failure.Message, attempts, now, now, Anew: false, context.Done, context.Total);
    }

    private DateTimeOffset? Again(ClaimedJob job, DateTimeOffset now) =>
        job.Name == DailyName && daily.TryGetValue(job.Kind, out var again) ? again.Next(now, clock.LocalTimeZone) : null;
}
