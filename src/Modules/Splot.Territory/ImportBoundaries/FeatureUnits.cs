using Splot.Contracts.Territory;

namespace Splot.Territory.ImportBoundaries;

/// <summary>Finds the unit that a feature draws: by a code among its properties, else by a name that only one unit bears.</summary>
internal static class FeatureUnits
{
    // Property → country that its codes belong to; null where the code tells itself.
    private static readonly (string Property, string? Country)[] Codes =
    [
        ("terc", "PL"), ("JPT_KOD_JE", "PL"), ("teryt", "PL"), ("ekatte", "BG"), ("obshtina", "BG"), ("nuts_id", null), ("nuts_code", null), ("nuts", null),
        ("lau_id", null), ("lau_code", null), ("gisco_id", null), ("code", null), ("id", null),
    ];

    private static readonly (string Property, UnitKind? Kind)[] Names =
        [("JPT_NAZWA_", null), ("lau_name", UnitKind.Lau), ("nuts_name", null), ("name_latn", null), ("name", null)];

    /// <summary>The unit of today, or null.</summary>
    public static TerritorialUnit? Find(ITerritory territory, GeoFeature feature, string? country)
    {
        foreach (var (property, register) in Codes)
        {
            if (feature.Properties.TryGetValue(property, out var code) && territory.Find(code, register ?? country) is { } unit)
            {
                return territory.Current(unit);
            }
        }

        foreach (var (property, kind) in Names)
        {
            if (feature.Properties.TryGetValue(property, out var name) && territory.Match(name, country, kind) is [{ Complete: true, Unit: { } unit }])
            {
                return unit;
            }
        }

        return null;
    }
}
