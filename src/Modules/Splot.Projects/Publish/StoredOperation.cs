using Splot.Contracts.Projects;

namespace Splot.Projects.Publish;

/// <summary>A row of an operation with all that belongs to it, as stored.</summary>
internal sealed record StoredOperation(OperationDocument Document)
{
    public required long Key { get; init; }

    public required string EditionState { get; init; }

    public required bool EditionPublished { get; init; }

    /// <summary>True where the newest edition of the list no longer names the operation.</summary>
    public required bool Disappeared { get; init; }

    /// <summary>True where a current edition of another list names the operation too.</summary>
    public required bool HasSiblings { get; init; }

    /// <summary>A person's decision to show (true) or withdraw (false); null where nobody decided.</summary>
    public bool? Decision { get; init; }

    public string? DecisionReason { get; init; }

    public string? PersonName { get; init; }

    public DateOnly? PersonNameUntil { get; init; }

    public required DateOnly FirstPublishedOn { get; init; }

    public string? Raw { get; init; }
}
