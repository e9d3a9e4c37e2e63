using Splot.Contracts.Territory;

namespace Splot.Portal.Atlas;

/// <summary>A region, municipality or settlement as pages know it. Its name is a label.</summary>
/// <param name="Code">NUTS, TERC, LAU or EKATTE code.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Country">Two-letter ISO code.</param>
/// <param name="Parent">Code of the place around it; null for countries.</param>
/// <param name="Path">Codes from the country to this place, each between slashes.</param>
/// <param name="LastDay">Last day of the place; null while it lasts.</param>
/// <param name="Population">Inhabitants in 2019; null where unknown.</param>
/// <param name="Lat">Latitude of its centre in degrees; null where unknown.</param>
/// <param name="Lon">Longitude of its centre in degrees; null where unknown.</param>
public sealed record Place(string Code, UnitKind Kind, string Country, string? Parent, string Path, DateOnly? LastDay, long? Population, decimal? Lat, decimal? Lon)
{
    /// <summary>The year in which inhabitants were counted.</summary>
    public const int PopulationYear = 2019;

    /// <summary>How many places lie on the path, this one included: the level on which the index counts it.</summary>
    public int Level => Path.Count(c => c == '/') - 1;

    /// <summary>True while it lasts.</summary>
    public bool IsCurrent => LastDay is null;

    /// <summary>True when it is <paramref name="other"/> or lies in it.</summary>
    public bool IsWithin(Place other) => Path.StartsWith(other.Path, StringComparison.Ordinal);
}
