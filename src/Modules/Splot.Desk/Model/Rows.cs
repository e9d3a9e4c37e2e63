namespace Splot.Desk.Model;

/// <summary>A list as an account wants to see it again. Instants are Unix milliseconds.</summary>
internal sealed class ViewRow
{
    public required string Id { get; set; }

    public required string AccountId { get; set; }

    /// <summary>Key of the list.</summary>
    public required string List { get; set; }

    public required string Name { get; set; }

    public required string Query { get; set; }

    public long CreatedAt { get; set; }
}

/// <summary>A form that an account has begun; what was typed is sealed.</summary>
internal sealed class DraftRow
{
    public required string Id { get; set; }

    public required string AccountId { get; set; }

    /// <summary>Key of the form.</summary>
    public required string Form { get; set; }

    /// <summary>The form's address, without language.</summary>
    public required string Path { get; set; }

    public required byte[] Content { get; set; }

    public long SavedAt { get; set; }

    /// <summary>Until when it is being sent; null while it is not.</summary>
    public long? ClaimedUntil { get; set; }
}
