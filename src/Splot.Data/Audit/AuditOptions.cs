namespace Splot.Data;

/// <summary>How the audit is sealed.</summary>
public sealed record AuditOptions
{
    /// <summary>Pause between looks for entries that are not sealed yet.</summary>
    public TimeSpan Poll { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>How long the process that seals may be silent before another goes on.</summary>
    public TimeSpan Lease { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Entries sealed in one transaction.</summary>
    public int Batch { get; init; } = 1000;

    /// <summary>Age of an unsealed entry from which the process is not ready.</summary>
    public TimeSpan Late { get; init; } = TimeSpan.FromSeconds(30);
}
