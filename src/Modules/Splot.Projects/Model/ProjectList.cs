namespace Splot.Projects.Model;

/// <summary>A list of operations that somebody publishes; it comes in editions.</summary>
internal sealed class ProjectList
{
    public long Id { get; set; }

    /// <summary>Unique name, shown to the public as the source.</summary>
    public required string Name { get; set; }

    public string? Publisher { get; set; }

    public string? Url { get; set; }

    public string? Country { get; set; }

    /// <summary>Import profile; preset for lists that are loaded from a preset.</summary>
    public required string Profile { get; set; }

    /// <summary>True for a list of invented operations or a demo preset.</summary>
    public bool Demo { get; set; }

    public List<Edition> Editions { get; } = [];
}

/// <summary>What has become of an edition.</summary>
internal static class EditionState
{
    /// <summary>Its rows are being written; nobody sees them.</summary>
    public const string Writing = "writing";

    /// <summary>Its rows are the list's.</summary>
    public const string Current = "current";

    /// <summary>A newer edition replaced it; its rows may be removed.</summary>
    public const string Superseded = "superseded";

    /// <summary>It was interrupted or refused; its rows are being removed.</summary>
    public const string Abandoned = "abandoned";
}

/// <summary>One edition of a list: a file that was read.</summary>
internal sealed class Edition
{
    public long Id { get; set; }

    public long ListId { get; set; }

    /// <summary>Date of the edition, given by who imports it.</summary>
    public DateOnly Date { get; set; }

    /// <summary>SHA-256 of the file and of the settings that decide how it is read.</summary>
    public required string Checksum { get; set; }

    public required string FileName { get; set; }

    public required string State { get; set; }

    /// <summary>False where the rows were stored without publishing them.</summary>
    public bool Published { get; set; }

    public long Accepted { get; set; }

    public long Rejected { get; set; }

    public long Warnings { get; set; }

    public long Added { get; set; }

    public long Changed { get; set; }

    public long Unchanged { get; set; }

    public long Withdrawn { get; set; }

    /// <summary>Last row of the file whose batch is committed; a resumed import goes on behind it.</summary>
    public long LastRow { get; set; }

    /// <summary>First internal operation key of the edition; 0 before the first batch.</summary>
    public long FromKey { get; set; }

    /// <summary>Last internal operation key of the edition.</summary>
    public long ToKey { get; set; }

    public long StartedAt { get; set; }

    public long? CurrentAt { get; set; }

    public string? LeaseOwner { get; set; }

    public long? LeaseUntil { get; set; }
}
