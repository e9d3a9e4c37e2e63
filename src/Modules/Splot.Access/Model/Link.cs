namespace Splot.Access.Model;

/// <summary>A link that stands for one purpose and one subject, for a time; only the digest of its secret is kept. Instants are Unix milliseconds.</summary>
internal sealed class Link
{
    public required string Id { get; set; }

    /// <summary>Digest of the secret; unique.</summary>
    public required string Hash { get; set; }

    /// <summary>What it is for: one of <see cref="LinkPurpose"/>, or a code of another module.</summary>
    public required string Purpose { get; set; }

    /// <summary>Kind and id of what it opens, such as an account.</summary>
    public required string SubjectKind { get; set; }

    public required string SubjectId { get; set; }

    /// <summary>Whom it was given to, as an address or in words; null where the subject says it.</summary>
    public string? Recipient { get; set; }

    /// <summary>It is used up by its first use.</summary>
    public bool Once { get; set; }

    public long CreatedAt { get; set; }

    /// <summary>Account that made it; null where the terminal or the recipient's own request did.</summary>
    public string? CreatedBy { get; set; }

    public long EndsAt { get; set; }

    public long Uses { get; set; }

    /// <summary>The last use.</summary>
    public long? UsedAt { get; set; }

    public long? RevokedAt { get; set; }
}

/// <summary>What this module's own links are for.</summary>
internal static class LinkPurpose
{
    public const string Invitation = "invitation";
    public const string Reset = "reset";
}
