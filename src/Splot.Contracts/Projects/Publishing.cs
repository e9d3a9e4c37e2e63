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

    /// <summary>True where another key brings the same document: it is that of the operation's row in a newer edition or another list.</summary>
    public bool OfAnotherKey { get; init; }

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

/// <summary>Reasons of withdrawal. A person's reason is free text; the one that follows from a list has a form that pages translate.</summary>
/// <param name="Text">A person's words; null where the operation vanished from its list.</param>
/// <param name="List">The list that no longer names the operation.</param>
/// <param name="Edition">Date of that list's edition.</param>
public sealed record WithdrawnReason(string? Text, string? List, DateOnly? Edition)
{
    private const string Prefix = "disappeared:";

    /// <summary>The stored form of "the newest edition of its list no longer names it".</summary>
    public static string Disappeared(SourceDocument source) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Prefix}{source.Edition:yyyy-MM-dd}:{source.List}");

    /// <summary>Reads the stored form; any other text is a person's words.</summary>
    public static WithdrawnReason Parse(string? stored)
    {
        if (stored is not null
            && stored.StartsWith(Prefix, StringComparison.Ordinal)
            && stored.Length > Prefix.Length + 11
            && DateOnly.TryParseExact(stored.AsSpan(Prefix.Length, 10), "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.None, out var edition))
        {
            return new WithdrawnReason(null, stored[(Prefix.Length + 11)..], edition);
        }

        return new WithdrawnReason(stored, null, null);
    }
}

/// <summary>The status that people read.</summary>
public static class OperationStatus
{
    /// <summary>Not begun.</summary>
    public const string Planned = "planned";

    /// <summary>Under way.</summary>
    public const string Running = "running";

    /// <summary>Over.</summary>
    public const string Finished = "finished";

    /// <summary>Over before its time.</summary>
    public const string EndedEarly = "ended-early";

    /// <summary>Given up before it began.</summary>
    public const string Withdrawn = "withdrawn";

    /// <summary>All codes, in order.</summary>
    public static IReadOnlyList<string> All { get; } = [Planned, Running, Finished, EndedEarly, Withdrawn];

    /// <summary>
    /// The published status where there is one; otherwise what follows from the dates on <paramref name="today"/>; null where the dates
    /// leave it open. The last day itself still counts as running.
    /// </summary>
    public static string? On(DateOnly today, string? published, DateOnly? start, DateOnly? end) => published ?? (start, end) switch
    {
        (_, { } last) when last < today => Finished,
        ({ } first, _) when first > today => Planned,
        ({ }, _) => Running,
        _ => null,
    };
}
