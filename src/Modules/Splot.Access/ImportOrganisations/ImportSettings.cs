using Splot.Tables;

namespace Splot.Access.ImportOrganisations;

/// <summary>What whoever imports a list says of it.</summary>
internal sealed record ImportSettings
{
    /// <summary>Name of the file, for the report.</summary>
    public required string File { get; init; }

    public Mapping Mapping { get; init; } = new();

    /// <summary>Kind of rows that name none.</summary>
    public string? Kind { get; init; }

    /// <summary>Country of rows that name none.</summary>
    public string Country { get; init; } = "PL";

    public bool DryRun { get; init; }

    /// <summary>What a list may cost: the largest country has some thousands of municipalities with some organisations each.</summary>
    public static TableLimits Limits { get; } = new()
    {
        FileBytes = 16 << 20,
        UnpackedBytes = 128 << 20,
        Columns = 500,
        CellCharacters = 20_000,
        RowCharacters = 200_000,
        SharedTextBytes = 32 << 20,
    };

    /// <summary>The most rows.</summary>
    public const int MostRows = 20_000;

    public TableOptions Options => new()
    {
        Encoding = Mapping.Encoding,
        Delimiter = Mapping.Delimiter is [var mark] ? mark : null,
        Sheet = Mapping.Sheet,
        Country = Mapping.Country ?? Country,
        Limits = Limits,
    };
}
