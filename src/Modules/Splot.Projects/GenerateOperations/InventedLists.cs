namespace Splot.Projects.GenerateOperations;

/// <summary>One invented list of operations: a country in a programming period.</summary>
internal sealed record InventedList
{
    /// <summary>Country and first year of the period, as in the file's name: <c>pl-2021</c>.</summary>
    public required string Key { get; init; }

    /// <summary>ISO 3166 code.</summary>
    public required string Country { get; init; }

    /// <summary>Programming period.</summary>
    public required string Period { get; init; }

    /// <summary>Language of the list.</summary>
    public required string Language { get; init; }

    /// <summary>Share of all operations, in hundredths.</summary>
    public required int Share { get; init; }

    /// <summary>Share of summaries that come in English, in hundredths.</summary>
    public required int English { get; init; }

    /// <summary>Currency before <see cref="EuroFrom"/>.</summary>
    public required string Currency { get; init; }

    /// <summary>Operations that start on this day or later are in euro.</summary>
    public DateOnly EuroFrom { get; init; } = DateOnly.MaxValue;

    /// <summary>Amount in minor units around which totals lie.</summary>
    public required long Median { get; init; }

    /// <summary>First year in which operations start.</summary>
    public required int FirstYear { get; init; }

    /// <summary>Last day on which an operation ends.</summary>
    public required DateOnly Last { get; init; }

    /// <summary>Regions of the country.</summary>
    public required InventedRegions Regions { get; init; }

    /// <summary>Bodies of the country.</summary>
    public required InventedNames Names { get; init; }

    /// <summary>Programmes; the national one comes first.</summary>
    public required IReadOnlyList<InventedProgramme> Programmes { get; init; }

    /// <summary>True in the period that runs.</summary>
    public bool IsCurrent => Period == "2021-2027";
}

/// <summary>
/// The invented lists. Shares and English parts together make summaries that are 40 % Polish, 45 % English and 15 % Bulgarian.
/// </summary>
internal static class InventedLists
{
    /// <summary>Poland 2021-2027.</summary>
    public static InventedList Poland { get; } = new()
    {
        Key = "pl-2021",
        Country = "PL",
        Period = "2021-2027",
        Language = "pl",
        Share = 45,
        English = 33,
        Currency = "PLN",
        Median = 140_000_000,
        FirstYear = 2021,
        Last = new DateOnly(2028, 12, 31),
        Regions = InventedRegions.Poland,
        Names = InventedNames.Poland,
        Programmes = InventedProgrammes.Poland,
    };

    /// <summary>Bulgaria 2021-2027.</summary>
    public static InventedList Bulgaria { get; } = new()
    {
        Key = "bg-2021",
        Country = "BG",
        Period = "2021-2027",
        Language = "bg",
        Share = 14,
        English = 25,
        Currency = "BGN",
        Median = 45_000_000,
        EuroFrom = new DateOnly(2026, 1, 1),
        FirstYear = 2021,
        Last = new DateOnly(2028, 12, 31),
        Regions = InventedRegions.Bulgaria,
        Names = InventedNames.Bulgaria,
        Programmes = InventedProgrammes.Bulgaria,
    };

    /// <summary>All lists, in the order in which they are written.</summary>
    public static IReadOnlyList<InventedList> All { get; } =
    [
        Poland,
        Poland with
        {
            Key = "pl-2014",
            Period = "2014-2020",
            Share = 15,
            FirstYear = 2014,
            Last = new DateOnly(2023, 12, 31),
            Programmes = InventedProgrammes.Poland2014,
        },
        Bulgaria,
        Bulgaria with
        {
            Key = "bg-2014",
            Period = "2014-2020",
            Share = 6,
            EuroFrom = DateOnly.MaxValue,
            FirstYear = 2014,
            Last = new DateOnly(2023, 12, 31),
            Programmes = InventedProgrammes.Bulgaria2014,
        },
        new()
        {
            Key = "ie-2021",
            Country = "IE",
            Period = "2021-2027",
            Language = "en",
            Share = 20,
            English = 100,
            Currency = "EUR",
            Median = 30_000_000,
            FirstYear = 2021,
            Last = new DateOnly(2028, 12, 31),
            Regions = InventedRegions.Ireland,
            Names = InventedNames.Ireland,
            Programmes = InventedProgrammes.Ireland,
        },
    ];

    /// <summary>How many of <paramref name="operations"/> each list gets; the first one takes what is left over.</summary>
    public static IReadOnlyList<int> Divide(int operations)
    {
        var parts = All.Select(list => (int)((long)operations * list.Share / 100)).ToArray();
        parts[0] += operations - parts.Sum();
        return parts;
    }
}
