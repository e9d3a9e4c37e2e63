namespace Splot.Projects.GenerateOperations;

/// <summary>
/// The figures of one invented operation, before anything is written about it. One object is filled again for every row, so that a list
/// of any length costs no memory. Amounts are minor units.
/// </summary>
internal sealed class InventedOperation
{
    public const int MostPartners = 3;

    /// <summary>Running number in its list, from 1.</summary>
    public int Number { get; set; }

    public InventedTopic Topic { get; set; } = InventedTopics.All[0];

    public InventedRegion Region { get; set; } = InventedRegions.Poland.All[0];

    /// <summary>A second place; null for nearly all.</summary>
    public InventedRegion? OtherRegion { get; set; }

    public InventedProgramme Programme { get; set; } = InventedProgrammes.Poland[0];

    public string Fund { get; set; } = "";

    /// <summary>A second fund; null for nearly all.</summary>
    public string? OtherFund { get; set; }

    public DateOnly Start { get; set; }

    public DateOnly End { get; set; }

    public DateOnly? ActualEnd { get; set; }

    public bool EndedEarly { get; set; }

    public string Currency { get; set; } = "";

    public long Total { get; set; }

    public long Eu { get; set; }

    /// <summary>What neither the Union nor the beneficiary pays: total − Union − own.</summary>
    public long National { get; set; }

    public long Own { get; set; }

    /// <summary>Rate of co-financing in hundredths of a percent.</summary>
    public int Rate { get; set; }

    /// <summary>Number of the beneficiary, for <see cref="InventedNames.Body"/>.</summary>
    public int Beneficiary { get; set; }

    /// <summary>Number of the person, for <see cref="InventedNames.Person"/>; null for a body.</summary>
    public int? Person { get; set; }

    public int PartnerCount { get; set; }

    public int[] Partners { get; } = new int[MostPartners];

    public int? Contractor { get; set; }

    /// <summary>Number of the call within its programme.</summary>
    public int Call { get; set; }
}
