namespace Splot.Persons.Model;

/// <summary>What a data subject asked for (GDPR Arts. 15–18, 21), and what became of it. Instants are Unix milliseconds.</summary>
internal sealed class RequestRow
{
    public required string Id { get; set; }

    public required string PersonId { get; set; }

    /// <summary>Whose record it was when the request came.</summary>
    public required string OrganisationId { get; set; }

    /// <summary>One of <see cref="RequestKind"/>.</summary>
    public required string Kind { get; set; }

    /// <summary>Code of the purpose that is objected to; null for other kinds, and where it is not one of the organisation's purposes.</summary>
    public string? Purpose { get; set; }

    public DateOnly ReceivedOn { get; set; }

    /// <summary>The last day for the answer, once extended the later one.</summary>
    public DateOnly DueOn { get; set; }

    public DateOnly? ExtendedOn { get; set; }

    /// <summary>What was asked for, in the words of who received it, sealed with the person's key.</summary>
    public byte[]? Asked { get; set; }

    public long RecordedAt { get; set; }

    public required string RecordedBy { get; set; }

    /// <summary>Whether it was granted; null while it is open.</summary>
    public bool? Granted { get; set; }

    public DateOnly? AnsweredOn { get; set; }

    public string? AnsweredBy { get; set; }

    /// <summary>What the person was told, sealed with the person's key.</summary>
    public byte[]? Answer { get; set; }
}

/// <summary>Kinds of requests.</summary>
internal static class RequestKind
{
    public const string Access = "access";
    public const string Rectification = "rectification";
    public const string Restriction = "restriction";
    public const string Objection = "objection";
    public const string Erasure = "erasure";

    public static IReadOnlyList<string> All { get; } = [Access, Rectification, Erasure, Restriction, Objection];
}
