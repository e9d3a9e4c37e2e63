namespace Splot.Projects.Model;

/// <summary>A programme that pays for operations.</summary>
internal sealed class Programme
{
    public long Id { get; set; }

    /// <summary>Normalised code, or <c>name:</c> and the folded name with the country where the lists give no code.</summary>
    public required string Lookup { get; set; }

    public string? Code { get; set; }

    public string? Name { get; set; }

    public string? Period { get; set; }

    public string? Country { get; set; }
}

/// <summary>A call or procedure in which operations are selected.</summary>
internal sealed class Call
{
    public long Id { get; set; }

    public required string Lookup { get; set; }

    public string? Code { get; set; }

    public string? Name { get; set; }
}

/// <summary>An organisation that lists name as beneficiary, partner or contractor.</summary>
internal sealed class Organisation
{
    public long Id { get; set; }

    /// <summary>Stable public id.</summary>
    public required string PublicId { get; set; }

    public string? Country { get; set; }

    /// <summary>Name as first published; empty once an editor has said that it is a natural person.</summary>
    public required string Name { get; set; }

    /// <summary>Country and folded name: the exact match of the cautious reconciliation. Of a natural person the digests of its marks.</summary>
    public required string NameKey { get; set; }

    /// <summary>True where neither identifier nor legal form tells that it is no natural person: offered for review, decided by people.</summary>
    public bool ForReview { get; set; }

    /// <summary>What an editor decided: true a natural person, false an organisation; null while nobody did.</summary>
    public bool? DecidedPerson { get; set; }

    public List<OrganisationIdentifier> Identifiers { get; } = [];
}

/// <summary>An identifier of an organisation.</summary>
internal sealed class OrganisationIdentifier
{
    public long OrganisationId { get; set; }

    public required string Kind { get; set; }

    public required string Value { get; set; }

    /// <summary>Kind and normalised value; unique.</summary>
    public required string Lookup { get; set; }
}

/// <summary>
/// A name or an identifier of which an editor has said that it is a natural person's, kept only as a digest, so that a later list
/// cannot show the person as a body.
/// </summary>
internal sealed class PersonMark
{
    public required string NameDigest { get; set; }

    public long MarkedAt { get; set; }
}

/// <summary>A changed field of an operation: when, old, new, source; who is for the desk only.</summary>
internal sealed class FieldChange
{
    public long Id { get; set; }

    public required string OperationId { get; set; }

    /// <summary>The edition that brought the change; it counts once that edition has been current.</summary>
    public long? EditionId { get; set; }

    public long ChangedAt { get; set; }

    public required string Field { get; set; }

    public string? OldValue { get; set; }

    public string? NewValue { get; set; }

    /// <summary>The publishing body or list.</summary>
    public required string Source { get; set; }

    public string? ChangedBy { get; set; }
}

/// <summary>What a person decided about showing an operation.</summary>
internal sealed class PublicationDecision
{
    public required string OperationId { get; set; }

    /// <summary>True: shown although its edition was stored unpublished. False: withdrawn.</summary>
    public bool Shown { get; set; }

    public string? Reason { get; set; }

    public long DecidedAt { get; set; }
}

/// <summary>Everything that may change what the public sees gets the next number; projections are keyed by it.</summary>
internal sealed class PublicationAct
{
    public long Id { get; set; }

    /// <summary>edition, publish, withdraw, person or rebuild.</summary>
    public required string Kind { get; set; }

    public string? Subject { get; set; }

    public long ActedAt { get; set; }
}

/// <summary>Blocks of numbers are handed out here, so that batches know their keys before they are written.</summary>
internal sealed class KeyCounter
{
    public required string Name { get; set; }

    public long Next { get; set; }
}
