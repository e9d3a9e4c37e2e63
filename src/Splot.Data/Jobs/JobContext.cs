using System.Text.Json;

namespace Splot.Data;

/// <summary>A job as its handler sees it.</summary>
public sealed class JobContext
{
    private static readonly TimeSpan ReportPause = TimeSpan.FromSeconds(1);

    private readonly MainStore main;
    private readonly TimeProvider clock;
    private readonly ClaimedJob job;
    private DateTimeOffset reportedAt = DateTimeOffset.MinValue;

    internal JobContext(MainStore main, TimeProvider clock, ClaimedJob job)
    {
        this.main = main;
        this.clock = clock;
        this.job = job;
        Checkpoint = job.Checkpoint;
        Done = job.Done;
        Total = job.Total;
    }

    /// <summary>Name of the job within its kind.</summary>
    public string Name => job.Name;

    /// <summary>What the handler saved last, in this run or an earlier one; null at the first begin.</summary>
    public string? Checkpoint { get; private set; }

    /// <summary>Steps done, as last told.</summary>
    public long Done { get; private set; }

    /// <summary>Steps in all, as last told.</summary>
    public long? Total { get; private set; }

    /// <summary>The last message; when the job is done it stays with it.</summary>
    public string? Message { get; private set; }

    /// <summary>The arguments that the job was asked for with.</summary>
    public TArguments Read<TArguments>() =>
        JsonSerializer.Deserialize<TArguments>(job.Arguments, JsonSerializerOptions.Web) ?? throw new JsonException($"Job {job.Kind} {job.Name} has no arguments.");

    /// <summary>The checkpoint read as JSON, or the default where there is none.</summary>
    public TCheckpoint? ReadCheckpoint<TCheckpoint>() => Checkpoint is null ? default : JsonSerializer.Deserialize<TCheckpoint>(Checkpoint, JsonSerializerOptions.Web);

    /// <summary>Tells how far the work is; cheap to call often, since it is written at most once a second.</summary>
    public async Task ReportAsync(long done, long? total, string? message, CancellationToken cancellation)
    {
        (Done, Total, Message) = (done, total, message);
        var now = clock.GetUtcNow();
        if (now - reportedAt < ReportPause)
        {
            return;
        }

        reportedAt = now;
        Mine(await main.WriteAsync(session => JobTable.ReportAsync(session, job, done, total, message, cancellation), cancellation));
    }

    /// <summary>
    /// Saves, in the transaction of <paramref name="session"/> (a session of the main store), from where to go on. Throws
    /// <see cref="JobLostException"/>, and so rolls that transaction back, when another process has taken the job over meanwhile.
    /// </summary>
    public async Task CheckpointAsync<TCheckpoint>(WriteSession session, TCheckpoint checkpoint, long done, long? total, string? message, CancellationToken cancellation)
    {
        var text = JsonSerializer.Serialize(checkpoint, JsonSerializerOptions.Web);
        Mine(await JobTable.CheckpointAsync(session, job, text, done, total, message, cancellation));
        (Checkpoint, Done, Total, Message) = (text, done, total, message);
    }

    /// <summary>Saves from where to go on in a transaction of its own, for work that leaves no rows in the main store.</summary>
    public Task CheckpointAsync<TCheckpoint>(TCheckpoint checkpoint, long done, long? total, string? message, CancellationToken cancellation) =>
        main.WriteAsync(session => CheckpointAsync(session, checkpoint, done, total, message, cancellation), cancellation);

    private void Mine(bool still)
    {
        if (!still)
        {
            throw new JobLostException($"Job {job.Kind} {job.Name} was taken over by another process.");
        }
    }
}

/// <summary>This process was silent for so long that another one took its job over; what it had not committed is void.</summary>
public sealed class JobLostException(string message) : Exception(message);
