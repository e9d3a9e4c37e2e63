namespace Splot.Data;

/// <summary>How the outbox is read.</summary>
public sealed record OutboxOptions
{
    /// <summary>Pause between looks at an outbox that had nothing new.</summary>
    public TimeSpan Poll { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>How long a process may be silent before another takes its consumer over.</summary>
    public TimeSpan Lease { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Wait after a first failure; it doubles with every further one.</summary>
    public TimeSpan FirstRetry { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>The longest wait between attempts.</summary>
    public TimeSpan LongestRetry { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>Entries read at once; the position is saved after them.</summary>
    public int Batch { get; init; } = 100;

    /// <summary>How long draining waits for older transactions to end that hold entries back.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Age after which entries are removed that every consumer has passed.</summary>
    public TimeSpan Keep { get; init; } = TimeSpan.FromDays(7);
}
