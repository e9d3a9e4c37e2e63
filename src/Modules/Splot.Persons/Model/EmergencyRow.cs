namespace Splot.Persons.Model;

/// <summary>Somebody opened a record of another unit in an emergency. Instants are Unix milliseconds. It stays when the person is erased; the reason can then no longer be read.</summary>
internal sealed class EmergencyRow
{
    public required string Id { get; set; }

    public required string PersonId { get; set; }

    public required string AccountId { get; set; }

    /// <summary>Whose the record was.</summary>
    public required string OrganisationId { get; set; }

    public string? UnitId { get; set; }

    /// <summary>The unit of whoever opened it.</summary>
    public string? ByUnitId { get; set; }

    /// <summary>Why, in their words, sealed with the person's key.</summary>
    public required byte[] Reason { get; set; }

    public long BeginsAt { get; set; }

    public long EndsAt { get; set; }

    /// <summary>When the supervisors were written to.</summary>
    public long? ToldAt { get; set; }

    public long? AcknowledgedAt { get; set; }

    public string? AcknowledgedBy { get; set; }

    public long? EndedAt { get; set; }

    public string? EndedBy { get; set; }
}

/// <summary>A person belongs to an operation.</summary>
internal sealed class PersonOperationRow
{
    public required string PersonId { get; set; }

    public required string OperationId { get; set; }
}
