namespace Splot.Access.Model;

/// <summary>A list of organisations that somebody sent to be imported.</summary>
internal sealed class SentList
{
    public required string Id { get; set; }

    public required string AccountId { get; set; }

    public long CreatedAt { get; set; }

    public required string FileName { get; set; }

    /// <summary>Kind of rows that name none.</summary>
    public string? Kind { get; set; }

    public required string Country { get; set; }

    /// <summary>The file; null once it is stored, or refused.</summary>
    public byte[]? Content { get; set; }

    /// <summary>What the last look at it, or the storing, came to: the report as JSON.</summary>
    public required string Report { get; set; }
}
