namespace Splot.Persons.Model;

/// <summary>Why data of persons are processed, and on which legal basis; dated, with a source, changeable without a release.</summary>
internal sealed class PurposeRow
{
    public required string Code { get; set; }

    public DateOnly ValidFrom { get; set; }

    public DateOnly? ValidTo { get; set; }

    /// <summary>GDPR article and letter: 6-1-a, 6-1-c, 6-1-e, 9-2-b …</summary>
    public required string LegalBasis { get; set; }

    public required string Source { get; set; }
}

/// <summary>One version of an information clause in one language, as it was handed out.</summary>
internal sealed class ClauseRow
{
    public required string Code { get; set; }

    public long Version { get; set; }

    public required string Language { get; set; }

    public required string Text { get; set; }

    public long MadeAt { get; set; }
}

/// <summary>A person was given an information clause.</summary>
internal sealed class InformedRow
{
    public required string Id { get; set; }

    public required string PersonId { get; set; }

    public required string Clause { get; set; }

    public long ClauseVersion { get; set; }

    public required string Language { get; set; }

    public long InformedAt { get; set; }

    public required string InformedBy { get; set; }
}

/// <summary>A consent; withdrawing it does not undo that it was given.</summary>
internal sealed class ConsentRow
{
    public required string Id { get; set; }

    public required string PersonId { get; set; }

    public required string Purpose { get; set; }

    public required string Clause { get; set; }

    public long ClauseVersion { get; set; }

    public DateOnly GivenOn { get; set; }

    public required string RecordedBy { get; set; }

    public DateOnly? WithdrawnOn { get; set; }

    public string? WithdrawalRecordedBy { get; set; }
}
