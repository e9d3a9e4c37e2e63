namespace Splot.Contracts.Projects;

/// <summary>
/// A run of operations whose public form may have changed: published, changed or withdrawn. Carries keys only; who reacts asks
/// <see cref="IPublishedOperations"/>. One event stands for a whole batch of an import.
/// </summary>
/// <param name="FromKey">First internal key of the run.</param>
/// <param name="ToKey">Last internal key of the run (inclusive).</param>
public sealed record OperationsChanged(long FromKey, long ToKey) : IEvent
{
    /// <inheritdoc/>
    public static string Name => "projects.operations-changed";

    /// <inheritdoc/>
    public string Aggregate => "operations";
}

/// <summary>What the projects module publishes. The projection asks it, in batches.</summary>
public interface IPublishedOperations
{
    /// <summary>
    /// The public form of the operations with internal keys in the range, in the order of their keys. An operation that is no
    /// longer (or not yet) public comes as a removal. Streams: memory does not grow with the range.
    /// </summary>
    IAsyncEnumerable<PublishedOperation> ReadAsync(long fromKey, long toKey, CancellationToken cancellation);

    /// <summary>First and last internal key in use, for a complete projection; null when there is nothing.</summary>
    Task<(long From, long To)?> KeyRangeAsync(CancellationToken cancellation);

    /// <summary>History of one operation's public fields, newest first.</summary>
    Task<IReadOnlyList<PublicChange>> HistoryAsync(string operationId, CancellationToken cancellation);
}

/// <summary>One operation as the public store shall hold it.</summary>
public sealed record PublishedOperation
{
    /// <summary>Public id.</summary>
    public required string Id { get; init; }

    /// <summary>Grows with every publication of the operation; a projection never goes back to a smaller one.</summary>
    public required long Publication { get; init; }

    /// <summary>The document; null when the operation is not public any more.</summary>
    public OperationDocument? Document { get; init; }

    /// <summary>Reason of withdrawal, where the operation was public and is not any more.</summary>
    public string? WithdrawnReason { get; init; }

    /// <summary>Name of a beneficiary who is a natural person, and until when it may be shown (CPR Art. 49(3)).</summary>
    public string? PersonName { get; init; }

    /// <summary>The last day on which <see cref="PersonName"/> may be shown.</summary>
    public DateOnly? PersonNameUntil { get; init; }

    /// <summary>Public changes that came with this publication; empty for a first one.</summary>
    public IReadOnlyList<PublicChange> Changes { get; init; } = [];
}

/// <summary>One changed field, as the public may see it.</summary>
/// <param name="At">Instant (UTC).</param>
/// <param name="Field">Path of the field in the document, such as budget.amount.</param>
/// <param name="Old">Old value as JSON text or plain text; null when there was none.</param>
/// <param name="New">New value; null when it was removed.</param>
/// <param name="Source">The publishing body or list that the new value comes from.</param>
public sealed record PublicChange(DateTimeOffset At, string Field, string? Old, string? New, string Source);
