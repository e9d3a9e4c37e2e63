using Splot.Contracts.Territory;
using Splot.Portal.Atlas;
using Splot.Portal.Labels;
using Splot.Portal.Model;
using Splot.Portal.Overviews;
using Splot.Portal.Profiles;
using Splot.Portal.Searching;
using Splot.Search.Searching;
using SearchRequest = Splot.Portal.Searching.SearchRequest;

namespace Splot.Portal.ReadRegion;

/// <summary>A region with what its projects come to, the places in it and the regions beside it.</summary>
public sealed record RegionModel(Place Place, Profile Profile, IReadOnlyList<Place> Below, IReadOnlyDictionary<string, string> Outlines)
{
    public Overview Overview => Profile.Overview;

    public PlaceBook Places => Overview.Places;

    public Label Name => PlaceNames.Of(Place, Overview.Labels);

    /// <summary>What the region has.</summary>
    public PlaceFigures Figures => new(Place.Code, Place.Population, Profile.Totals.Total, Profile.Totals.EuEur);

    /// <summary>The places around the region that readers know, country first.</summary>
    public IReadOnlyList<Place> Around => [.. Places.Line(Place).Where(p => p.Code != Place.Code && (p.Kind is UnitKind.Country or UnitKind.Powiat or UnitKind.Lau || PlaceBook.IsTile(p)))];

    /// <summary>The tile that the region is or lies in; null for countries and outside the maps.</summary>
    public Place? Tile => Places.TileOf(Place);

    /// <summary>The facets that tell what lies in the places below.</summary>
    public static IReadOnlyList<FacetRequest> FacetsOf(Place place, IReadOnlyList<Place> below) => below.Count == 0
        ? []
        : below.All(b => b.Parent == place.Code)
            ? [new FacetRequest(CodeParameter.Region.Name, Under: place.Code, WithSums: true)]
            : [.. below.Select(b => b.Level).Distinct().Select(level => new FacetRequest(CodeParameter.Region.Name, level, WithSums: true))];

    /// <summary>The search for everything in a place.</summary>
    public static SearchRequest In(Place place) => new SearchRequest().With(CodeParameter.Region, Codes.Form(place.Code));

    /// <summary>The country's map with the region's tile marked; null where it has none.</summary>
    public PlaceMap? CountryMap(Func<string, string> href)
    {
        if (Tile is not { } tile || Words.Places.Grid(tile.Country) is not { } grid)
        {
            return null;
        }

        return new PlaceMap([.. Peers(tile).Select(p => Mapped(p, Overview.FiguresOf(p.Code), href, p.Code == tile.Code))], Overview.Measure, new Dictionary<string, string>(StringComparer.Ordinal), grid);
    }

    /// <summary>The map of what lies below; its table shows all of it.</summary>
    public PlaceMap BelowMap(Func<string, string> href)
    {
        var sums = Profile.Regions;
        var measure = !Below.Any(p => sums.GetValueOrDefault(p.Code).EuEur > 0m) ? MapMeasure.Projects : Below.All(p => p.Population is > 0) ? MapMeasure.PerInhabitant : MapMeasure.Eu;
        return new PlaceMap(
            [.. Below.Select(p => Mapped(p, new PlaceFigures(p.Code, p.Population, sums.GetValueOrDefault(p.Code).Count, sums.GetValueOrDefault(p.Code).EuEur), href, selected: false))],
            measure,
            Outlines,
            Place.Kind == UnitKind.Country && Outlines.Count == 0 ? Words.Places.Grid(Place.Country) : null);
    }

    /// <summary>The regions of the same country that stand on its map.</summary>
    public IReadOnlyList<Place> Peers(Place tile) => [.. Words.Places.Grid(tile.Country)!.Cells.Select(c => Places.Find(c.Code)).OfType<Place>()];

    /// <summary>The regions that share a border with a region of the country's map.</summary>
    public IReadOnlyList<Place> Neighbours =>
        PlaceBook.IsTile(Place) ? [.. Words.Places.Grid(Place.Country)!.Neighbours(Place.Code).Select(c => Places.Find(c.Code)).OfType<Place>()] : [];

    /// <summary>How the region stands among its peers by money per inhabitant: its place from the top, and their number; null where it cannot be said.</summary>
    public (int Rank, int Of)? Standing
    {
        get
        {
            if (!PlaceBook.IsTile(Place) || Figures.PerInhabitant is not { } own)
            {
                return null;
            }

            var others = Peers(Place).Select(p => Overview.FiguresOf(p.Code).PerInhabitant).OfType<decimal>().ToList();
            return (others.Count(o => o > own) + 1, others.Count);
        }
    }

    /// <summary>Money per inhabitant over all regions of the country together.</summary>
    public decimal? Mean
    {
        get
        {
            var peers = Tile is { } tile ? Peers(tile).Select(p => Overview.FiguresOf(p.Code)).Where(f => f.Population is > 0).ToList() : [];
            return peers.Sum(f => f.Population ?? 0) is > 0 and var heads ? peers.Sum(f => f.EuEur) / heads : null;
        }
    }

    private MappedPlace Mapped(Place place, PlaceFigures figures, Func<string, string> href, bool selected) => new(
        place, PlaceNames.Of(place, Overview.Labels), figures, href("/regions/" + place.Code), href("/projects" + SearchAddress.Query(In(place))), selected);
}
