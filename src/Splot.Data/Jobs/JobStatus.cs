namespace Splot.Data;

/// <summary>Where a job stands.</summary>
public enum JobState
{
    /// <summary>Not begun, interrupted, or waiting for another attempt.</summary>
    Waiting,

    /// <summary>A process works on it.</summary>
    Running,

    /// <summary>Done.</summary>
    Done,

    /// <summary>Given up after too many attempts; asking for it again begins anew, from the last checkpoint.</summary>
    Failed,
}

/// <summary>A job as others see it.</summary>
public sealed record JobStatus
{
    /// <summary>Number.</summary>
    public required long Id { get; init; }

    /// <summary>Kind.</summary>
    public required string Kind { get; init; }

    /// <summary>Name within the kind.</summary>
    public required string Name { get; init; }

    /// <summary>State.</summary>
    public required JobState State { get; init; }

    /// <summary>Steps done.</summary>
    public required long Done { get; init; }

    /// <summary>Steps in all, where known.</summary>
    public long? Total { get; init; }

    /// <summary>What is going on or went wrong.</summary>
    public string? Message { get; init; }

    /// <summary>Attempts since the last checkpoint.</summary>
    public required int Attempts { get; init; }

    /// <summary>When it was asked for.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it is due.</summary>
    public required DateTimeOffset DueAt { get; init; }

    /// <summary>When it ended (a daily job: the last time).</summary>
    public DateTimeOffset? FinishedAt { get; init; }
}
