namespace Splot.Data;

/// <summary>
/// Does one kind of long work. It may be interrupted at any point and begun again, here or in another process, from its last
/// checkpoint: what it does between two checkpoints must bear being done twice, or be written in one transaction with the checkpoint.
/// </summary>
public interface IJobHandler
{
    /// <summary>Stable name of the kind: module.what-it-does.</summary>
    string Kind { get; }

    /// <summary>Works until done. Throwing means "again later", from the last checkpoint.</summary>
    Task RunAsync(JobContext job, CancellationToken cancellation);
}

/// <summary>A job that comes round every day.</summary>
/// <param name="Kind">Names the handler.</param>
/// <param name="At">Time of day in the process's time zone; in the night when the clocks go forward, an hour that is left out counts as the next.</param>
public sealed record DailyJob(string Kind, TimeOnly At)
{
    /// <summary>The next time that it is due after <paramref name="now"/>.</summary>
    public DateTimeOffset Next(DateTimeOffset now, TimeZoneInfo zone)
    {
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, zone).DateTime);
        var next = Instant(today, zone);
        return next > now ? next : Instant(today.AddDays(1), zone);
    }

    private DateTimeOffset Instant(DateOnly day, TimeZoneInfo zone)
    {
        var local = day.ToDateTime(At);
        while (zone.IsInvalidTime(local))
        {
            local = local.AddMinutes(30);
        }

        return new DateTimeOffset(local, zone.GetUtcOffset(local)).ToUniversalTime();
    }
}

/// <summary>How jobs are run.</summary>
public sealed record JobOptions
{
    /// <summary>Pause between looks for a job that is due.</summary>
    public TimeSpan Poll { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>How long a process may be silent before another takes its job over.</summary>
    public TimeSpan Lease { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Wait after a first failure; it doubles with every further one.</summary>
    public TimeSpan FirstRetry { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>The longest wait between attempts.</summary>
    public TimeSpan LongestRetry { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>Attempts without a new checkpoint after which a job has failed. A crash counts as an attempt.</summary>
    public int Attempts { get; init; } = 5;

    /// <summary>Jobs that a process works on at once.</summary>
    public int Parallel { get; init; } = 2;

    /// <summary>How long finished jobs can be looked up.</summary>
    public TimeSpan Keep { get; init; } = TimeSpan.FromDays(90);
}
