namespace Splot.Persons.Model;

/// <summary>A person's record, without anything that says who it is. Instants are Unix milliseconds. Once erased it has no key and stays as a tombstone.</summary>
internal sealed class PersonRow
{
    public required string Id { get; set; }

    public required string OrganisationId { get; set; }

    public string? UnitId { get; set; }

    public string? KeeperId { get; set; }

    /// <summary>Since when the keeper keeps it; null where it was never handed over.</summary>
    public long? KeptSince { get; set; }

    public bool Restricted { get; set; }

    public long Version { get; set; }

    public long CreatedAt { get; set; }

    public long ChangedAt { get; set; }

    public DateOnly? RetainUntil { get; set; }

    public bool LegalHold { get; set; }

    public long? ErasedAt { get; set; }

    /// <summary>The record that stands for this one since a merge.</summary>
    public string? MergedInto { get; set; }

    /// <summary>Edition of the keys that the person is filed under.</summary>
    public long IndexEdition { get; set; }

    /// <summary>The person's own key, sealed with the master key; null once erased.</summary>
    public byte[]? SealedKey { get; set; }
}

/// <summary>Who the person is, column by column sealed with the person's own key.</summary>
internal sealed class IdentityRow
{
    public required string PersonId { get; set; }

    public byte[]? FirstNames { get; set; }

    public byte[]? Surnames { get; set; }

    public byte[]? BirthDate { get; set; }

    public byte[]? Sex { get; set; }

    public byte[]? Numbers { get; set; }

    public byte[]? Contact { get; set; }
}

/// <summary>An answer about a special category of data: which question was asked is plain, the answer is sealed.</summary>
internal sealed class TraitRow
{
    public required string PersonId { get; set; }

    public required string Trait { get; set; }

    public required byte[] Answer { get; set; }

    public long ChangedAt { get; set; }
}

/// <summary>A keyed digest under which a person is filed.</summary>
internal sealed class IndexRow
{
    public required byte[] Key { get; set; }

    public required string PersonId { get; set; }

    public long Kind { get; set; }
}

/// <summary>An account that may know of a restricted record.</summary>
internal sealed class NamedReaderRow
{
    public required string PersonId { get; set; }

    public required string AccountId { get; set; }
}

/// <summary>A correction, with the sealed state before and after.</summary>
internal sealed class CorrectionRow
{
    public required string Id { get; set; }

    public required string PersonId { get; set; }

    public long CorrectedAt { get; set; }

    public required string CorrectedBy { get; set; }

    public required byte[] Before { get; set; }

    public required byte[] After { get; set; }

    public byte[]? Reason { get; set; }
}

/// <summary>Two records found to be of one human being, and what it takes to part them again.</summary>
internal sealed class MergeRow
{
    public required string Id { get; set; }

    public required string SurvivorId { get; set; }

    public required string AbsorbedId { get; set; }

    public long MergedAt { get; set; }

    public required string MergedBy { get; set; }

    /// <summary>The survivor's version after the merge.</summary>
    public long SurvivorVersion { get; set; }

    /// <summary>What the merge changed, as it was, sealed with the survivor's key.</summary>
    public required byte[] Before { get; set; }

    public long? UndoneAt { get; set; }

    public string? UndoneBy { get; set; }
}

/// <summary>Two records that somebody said are two people: never suggested to each other again. The smaller id stands first.</summary>
internal sealed class DistinctRow
{
    public required string OneId { get; set; }

    public required string OtherId { get; set; }

    public long SaidAt { get; set; }

    public required string SaidBy { get; set; }
}
