using System.Collections.Frozen;
using Splot.Contracts.Territory;
using Splot.Portal.Words;
using Splot.Ui;

namespace Splot.Portal.Atlas;

/// <summary>All places, as they stood when the book was read. Codes are compared without regard to case.</summary>
public sealed class PlaceBook
{
    private readonly FrozenDictionary<string, Place> byCode;
    private readonly ILookup<string, Place> byParent;

    public PlaceBook(IEnumerable<Place> places)
    {
        byCode = places.GroupBy(p => p.Code.ToUpperInvariant(), StringComparer.Ordinal).ToFrozenDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);
        byParent = byCode.Values.Where(p => p is { Parent: not null, IsCurrent: true }).OrderBy(p => p.Code, StringComparer.Ordinal).ToLookup(p => p.Parent!, StringComparer.Ordinal);
    }

    /// <summary>Every place, in no order.</summary>
    public IEnumerable<Place> All => byCode.Values;

    /// <summary>The place with a code; null where there is none.</summary>
    public Place? Find(string? code) => code is null ? null : byCode.GetValueOrDefault(code.ToUpperInvariant());

    /// <summary>The places of today directly below, by code.</summary>
    public IReadOnlyList<Place> Children(Place place) => [.. byParent[place.Code]];

    /// <summary>The place and those around it, country first.</summary>
    public IReadOnlyList<Place> Line(Place place)
    {
        var line = new List<Place> { place };
        while (line[^1].Parent is { } parent && Find(parent) is { } around && line.Count < 10)
        {
            line.Add(around);
        }

        line.Reverse();
        return line;
    }

    /// <summary>
    /// The places that a reader looks for inside: the tiles of a country, the powiats of a voivodeship (which NUTS 3 regions would only
    /// come between), else what lies directly below. Empty where there is nothing, or only one thing that is the same.
    /// </summary>
    public IReadOnlyList<Place> Below(Place place)
    {
        IReadOnlyList<Place> below = place.Kind switch
        {
            UnitKind.Country when Places.Grid(place.Country) is { } grid => [.. grid.Cells.Select(c => Find(c.Code)).OfType<Place>()],
            _ when place.Country == "PL" && IsTile(place) => Powiats(place),
            _ => Children(place),
        };
        return below.Count > 1 ? below : [];
    }

    /// <summary>True for the regions that stand on a country's tile map: voivodeships, oblasti.</summary>
    public static bool IsTile(Place place) => Places.Grid(place.Country)?.ByCode.ContainsKey(place.Code) == true;

    /// <summary>The tile that the place lies in or is; null outside them.</summary>
    public Place? TileOf(Place place) => Line(place).FirstOrDefault(IsTile);

    /// <summary>The tile of a place on its country's map; null where it has none.</summary>
    public static TileCell? Tile(Place place) => Places.Grid(place.Country)?.ByCode.GetValueOrDefault(place.Code);

    private List<Place> Powiats(Place region) =>
        [.. Children(region).SelectMany(c => c.Kind == UnitKind.Powiat ? [c] : c.Kind < UnitKind.Powiat ? Powiats(c) : []).OrderBy(p => p.Code, StringComparer.Ordinal)];
}
