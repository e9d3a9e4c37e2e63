namespace Splot.Contracts.Access;

/// <summary>
/// The records that somebody may touch with one act: the union of what each of their roles covers. An empty reach covers nothing. Lists turn it into
/// a condition, single records ask <see cref="Covers"/>; both must say the same.
/// </summary>
public sealed record Reach
{
    /// <summary>Covers nothing.</summary>
    public static Reach Nothing { get; } = new();

    /// <summary>Covers everything.</summary>
    public bool Everything { get; init; }

    /// <summary>Accounts whose records are covered: one's own, and those of absent people one stands in for.</summary>
    public IReadOnlySet<string> Keepers { get; init; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>Units whose records are covered.</summary>
    public IReadOnlySet<string> Units { get; init; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>Organisations whose records are covered, whatever the unit.</summary>
    public IReadOnlySet<string> Organisations { get; init; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>Paths of territory (/PL/PL8/PL81/) whose organisations' records are covered.</summary>
    public IReadOnlySet<string> Territories { get; init; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>Operations whose records are covered.</summary>
    public IReadOnlySet<string> Operations { get; init; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>True where nothing at all is covered.</summary>
    public bool IsEmpty => !Everything && Keepers.Count + Units.Count + Organisations.Count + Territories.Count + Operations.Count == 0;

    /// <summary>Whether a record that stands there is covered.</summary>
    public bool Covers(RecordPlace place) =>
        Everything
        || (place.Keeper is { } keeper && Keepers.Contains(keeper))
        || (place.Unit is { } unit && Units.Contains(unit))
        || (place.Organisation is { } organisation && Organisations.Contains(organisation))
        || (place.Territory is { } path && Territories.Any(t => path.StartsWith(t, StringComparison.Ordinal)))
        || place.Operations.Any(Operations.Contains);
}

/// <summary>Where a record stands: whose it is.</summary>
/// <param name="Organisation">The organisation that it belongs to.</param>
/// <param name="Unit">The unit within it.</param>
/// <param name="Keeper">The account that keeps it.</param>
/// <param name="Territory">The organisation's place, as a path of codes with slashes around each.</param>
public sealed record RecordPlace(string? Organisation, string? Unit = null, string? Keeper = null, string? Territory = null)
{
    /// <summary>Operations that it belongs to.</summary>
    public IReadOnlyList<string> Operations { get; init; } = [];
}
