using Splot.Contracts.Territory;
using Splot.Portal.Labels;

namespace Splot.Portal.Atlas;

/// <summary>Names of places and of what they are.</summary>
internal static class PlaceNames
{
    /// <summary>The name; a Polish county whose name is an adjective stands with its word: powiat lubelski.</summary>
    public static Label Of(Place place, LabelBook labels)
    {
        var label = labels.Of(LabelKind.Region, place.Code);
        return place.Kind == UnitKind.Powiat && label.Text.Length > 0 && char.IsLower(label.Text[0]) ? label with { Text = "powiat " + label.Text } : label;
    }

    /// <summary>What the place is.</summary>
    public static string Kind(Place place) => place switch
    {
        { Kind: UnitKind.Country } => Text.KindCountry,
        { Country: "PL" } when PlaceBook.IsTile(place) => Text.KindVoivodeship,
        { Country: "BG" } when PlaceBook.IsTile(place) => Text.KindOblast,
        { Kind: UnitKind.Nuts1 } => Text.KindNuts("1"),
        { Kind: UnitKind.Nuts2 } => Text.KindNuts("2"),
        { Kind: UnitKind.Nuts3 } => Text.KindNuts("3"),
        { Kind: UnitKind.Powiat } => Text.KindPowiat,
        { Kind: UnitKind.Lau, Country: "PL" } => Text.KindGmina,
        { Kind: UnitKind.Lau, Country: "BG" } => Text.KindObshtina,
        { Kind: UnitKind.Lau } => Text.KindMunicipality,
        _ => Text.KindSettlement,
    };

    /// <summary>What lies below the place, in the plural.</summary>
    public static string Below(IReadOnlyList<Place> below) => below[0] switch
    {
        { Country: "PL" } tile when PlaceBook.IsTile(tile) => Text.Voivodeships,
        { Country: "BG" } tile when PlaceBook.IsTile(tile) => Text.Oblasti,
        { Kind: UnitKind.Powiat } => Text.Powiats,
        { Kind: UnitKind.Lau, Country: "PL" } => Text.Gminas,
        { Kind: UnitKind.Lau } => Text.Municipalities,
        { Kind: UnitKind.Settlement } => Text.Settlements,
        _ => Text.Regions,
    };
}
