namespace Splot.Persons.Model;

/// <summary>
/// Why an organisation processes data of persons, and on which legal basis, from a day on; with a source, changeable without a release. States of one
/// purpose do not overlap.
/// </summary>
internal sealed class PurposeRow
{
    public required string Id { get; set; }

    /// <summary>The controller.</summary>
    public required string OrganisationId { get; set; }

    public required string Code { get; set; }

    public DateOnly ValidFrom { get; set; }

    public DateOnly? ValidTo { get; set; }

    /// <summary>What it is called, in the organisation's language.</summary>
    public required string Name { get; set; }

    /// <summary>GDPR article and letter, one of <see cref="KeepPurposes.LegalBases"/>: 6-1-a, 6-1-c, 9-2-b …</summary>
    public required string LegalBasis { get; set; }

    public required string Source { get; set; }
}

/// <summary>One version of an organisation's information clause in one language, as it is handed out. Never changed.</summary>
internal sealed class ClauseRow
{
    /// <summary>The controller.</summary>
    public required string OrganisationId { get; set; }

    public required string Code { get; set; }

    public long Version { get; set; }

    public required string Language { get; set; }

    public required string Title { get; set; }

    public required string Text { get; set; }

    public long MadeAt { get; set; }

    public required string MadeBy { get; set; }
}

/// <summary>A person was given an information clause of the organisation whose record it is.</summary>
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
