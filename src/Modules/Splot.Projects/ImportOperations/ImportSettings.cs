using Splot.Tables;

namespace Splot.Projects.ImportOperations;

/// <summary>What whoever imports a list says of it.</summary>
internal sealed record ImportSettings
{
    public required string File { get; init; }

    /// <summary>auto, splot, kohesio, itb, pl-2021, pl-2014 or custom.</summary>
    public string Profile { get; init; } = "auto";

    public Mapping Mapping { get; init; } = new();

    public string? Country { get; init; }

    public string? Currency { get; init; }

    public string? Language { get; init; }

    public string? Encoding { get; init; }

    public DateOrder? Dates { get; init; }

    public DecimalMark? Decimal { get; init; }

    public string? List { get; init; }

    public DateOnly? Edition { get; init; }

    public bool Publish { get; init; } = true;

    public bool DryRun { get; init; }
}
