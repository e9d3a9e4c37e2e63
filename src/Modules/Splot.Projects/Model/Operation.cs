namespace Splot.Projects.Model;

/// <summary>
/// An operation as one edition of one list gives it. The operation that people see is, among the rows with the same
/// <see cref="OperationId"/> in current editions, the one of the newest edition.
/// </summary>
internal sealed class Operation
{
    /// <summary>Internal key; grows with every row ever written.</summary>
    public long Key { get; set; }

    public long EditionId { get; set; }

    /// <summary>The stable public id.</summary>
    public required string OperationId { get; set; }

    /// <summary>Row of the file, from 1; null where the source is no table.</summary>
    public long? RowNumber { get; set; }

    /// <summary>The list's own number, exactly as published.</summary>
    public string? LocalId { get; set; }

    /// <summary><see cref="LocalId"/> with homoglyphs, case and spaces normalised, for looking up.</summary>
    public string? CodeKey { get; set; }

    /// <summary>True where the list's newest edition no longer names the operation.</summary>
    public bool Disappeared { get; set; }

    /// <summary>Day on which any list first published the operation; the two years of CPR Art. 49(3) count from it.</summary>
    public DateOnly FirstPublishedOn { get; set; }

    public bool Demo { get; set; }

    public string? OriginalLanguage { get; set; }

    /// <summary>Title by language with its origin, as JSON.</summary>
    public string? Title { get; set; }

    /// <summary>Summary by language with its origin, as JSON.</summary>
    public string? Summary { get; set; }

    /// <summary>Aims by language with their origin, as JSON.</summary>
    public string? Aims { get; set; }

    /// <summary>Achievements by language with their origin, as JSON.</summary>
    public string? Achievements { get; set; }

    public DateOnly? StartOn { get; set; }

    public DateOnly? EndOn { get; set; }

    public DateOnly? ActualEndOn { get; set; }

    /// <summary>Status as published; null where it follows from the dates.</summary>
    public string? Status { get; set; }

    public string? Country { get; set; }

    public string? Theme { get; set; }

    public long? CallId { get; set; }

    /// <summary>Rate as printed, in percent.</summary>
    public decimal? PublishedRate { get; set; }

    public bool? CurrencyVerified { get; set; }

    /// <summary>Units of the slices' currency for one euro; null for euro and where there is no rate.</summary>
    public decimal? Rate { get; set; }

    public string? RateSource { get; set; }

    public DateOnly? RateMonth { get; set; }

    /// <summary>Euro amounts in cents, fixed at import.</summary>
    public long? TotalEur { get; set; }

    public long? EuEur { get; set; }

    public long? NationalEur { get; set; }

    public long? OwnEur { get; set; }

    public long? BeneficiaryId { get; set; }

    public bool NaturalPerson { get; set; }

    /// <summary>The only place of a natural person's name in the main store.</summary>
    public string? PersonName { get; set; }

    /// <summary>Last day on which <see cref="PersonName"/> may be kept.</summary>
    public DateOnly? PersonNameUntil { get; set; }

    /// <summary>Source text of every field that was not taken over unchanged, as JSON by column; never a natural person's name.</summary>
    public string? Raw { get; set; }

    /// <summary>Instant of the last change of the content (Unix milliseconds).</summary>
    public long UpdatedAt { get; set; }
}

/// <summary>Money of an operation from one programme, priority, objective, fund and category of region (CPR Annex XVII preamble).</summary>
internal sealed class FundingSlice
{
    public long OperationKey { get; set; }

    public long Ordinal { get; set; }

    public long? ProgrammeId { get; set; }

    public string? Priority { get; set; }

    public string? PriorityName { get; set; }

    public string? Objective { get; set; }

    public string? ObjectiveName { get; set; }

    public string? Fund { get; set; }

    public string? RegionCategory { get; set; }

    public required string Currency { get; set; }

    /// <summary>Minor units.</summary>
    public long? Total { get; set; }

    public long? Eu { get; set; }

    public long? National { get; set; }

    public long? Own { get; set; }
}

/// <summary>Where an operation takes place.</summary>
internal sealed class OperationLocation
{
    public long OperationKey { get; set; }

    public long Ordinal { get; set; }

    public string? Code { get; set; }

    public string? Name { get; set; }

    public string? Kind { get; set; }

    public decimal? Lat { get; set; }

    public decimal? Lon { get; set; }

    public string? Precision { get; set; }

    /// <summary>Codes from country to place: /PL/PL8/PL81/PL814/.</summary>
    public string? Path { get; set; }
}

/// <summary>A partner, contractor, task, target group, indicator, result, payment, link, contract number or intervention field: the parts that only rich sources give.</summary>
internal sealed class OperationPart
{
    public long OperationKey { get; set; }

    /// <summary>One of <see cref="PartKind"/>.</summary>
    public required string Kind { get; set; }

    public long Ordinal { get; set; }

    public string? Code { get; set; }

    /// <summary>Homoglyph-free form of a contract number or code, for looking up.</summary>
    public string? CodeKey { get; set; }

    public long? OrganisationId { get; set; }

    /// <summary>Amount in minor units: a partner's share, a payment.</summary>
    public long? Amount { get; set; }

    public string? Currency { get; set; }

    public DateOnly? Date { get; set; }

    /// <summary>What else belongs to the part, as JSON.</summary>
    public string? Content { get; set; }
}

/// <summary>Kinds of <see cref="OperationPart"/>.</summary>
internal static class PartKind
{
    public const string Contract = "contract";
    public const string Field = "field";
    public const string Partner = "partner";
    public const string Contractor = "contractor";
    public const string Task = "task";
    public const string TargetGroup = "target-group";
    public const string Indicator = "indicator";
    public const string ExpectedResult = "expected-result";
    public const string Payment = "payment";
    public const string Link = "link";
    public const string SameAs = "same-as";
}
