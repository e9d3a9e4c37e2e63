namespace Splot.Contracts.Persons;

/// <summary>A record that may be of the same human being, told no further than the asker may know.</summary>
public abstract record DuplicateHint
{
    private DuplicateHint()
    {
    }

    /// <summary>A record of the asker's own scope.</summary>
    /// <param name="Person">The record; of merged records the one that stands for them.</param>
    /// <param name="Band">Match or possible.</param>
    /// <param name="Score">From 0.85 to 1.</param>
    /// <param name="Reasons">What speaks for it and against it.</param>
    public sealed record Here(PersonId Person, MatchBand Band, decimal Score, IReadOnlyList<MatchReason> Reasons) : DuplicateHint;

    /// <summary>Another office may know the person. Neither record, score nor reasons are told; giving this answer is logged by who asked.</summary>
    /// <param name="Organisation">Whom to ask.</param>
    /// <param name="Unit">The office within it.</param>
    public sealed record Elsewhere(string Organisation, string? Unit) : DuplicateHint;
}
