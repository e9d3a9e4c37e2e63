using Splot.Portal.Atlas;
using Splot.Portal.FindProjects;
using Splot.Portal.Labels;
using Splot.Portal.Model;
using Splot.Portal.Overviews;
using Splot.Portal.Searching;
using Splot.Search.Searching;
using Splot.Ui;
using Facet = Splot.Search.Searching.Facet;
using SearchRequest = Splot.Portal.Searching.SearchRequest;

namespace Splot.Portal.SeeMap;

/// <summary>A map with its name.</summary>
/// <param name="Name">The place that the map is of.</param>
/// <param name="Map">The places on it.</param>
public sealed record NamedMap(Label Name, PlaceMap Map);

/// <summary>The hits of a search on maps: of all countries, or of what lies in the region asked for.</summary>
/// <param name="Find">The search with its filters; its result is null where the address could not be read.</param>
/// <param name="Around">The region that the map is of; null for the maps of countries.</param>
/// <param name="Measure">What the maps show.</param>
/// <param name="Maps">The maps.</param>
/// <param name="Unplaced">Hits that name no region.</param>
public sealed record MapModel(FindProjectsModel Find, Place? Around, MapMeasure Measure, IReadOnlyList<NamedMap> Maps, long Unplaced)
{
    public const string Path = "/map";

    private static readonly (string Country, TileGrid Grid)[] Countries = [("PL", TileGrid.Poland), ("BG", TileGrid.Bulgaria)];

    /// <summary>The search's own region, and the region that its map is of: itself, or where nothing lies in it the one around it.</summary>
    public static (Place? Own, Place? Around) PlaceOf(SearchRequest request, PlaceBook places)
    {
        var own = request.Wanted(CodeParameter.Region) is [var one] ? places.Find(one) : null;
        var around = own is null ? null : places.Line(own).Reverse().FirstOrDefault(p => places.Below(p).Count > 0);
        return (own, around);
    }

    /// <summary>Hits in the region asked for that name no place as exact as those on its map.</summary>
    public long Vaguer { get; init; }

    /// <summary>The same search within the places on the map; null where the map is of countries, or of more than what was asked for.</summary>
    public static SearchRequest? Finer(SearchRequest request, PlaceBook places)
    {
        var (own, around) = PlaceOf(request, places);
        return own is null || own.Code != around?.Code || own.Kind == Contracts.Territory.UnitKind.Country
            ? null
            : request with
            {
                Limit = 1,
                After = null,
                Codes = new Dictionary<CodeParameter, IReadOnlyList<string>>(request.Codes) { [CodeParameter.Region] = [.. places.Below(own).Select(p => Codes.Form(p.Code))] },
            };
    }

    /// <summary>The facets that the maps need.</summary>
    public static IReadOnlyList<FacetRequest> FacetsOf(Place? around, PlaceBook places)
    {
        var levels = around is null ? [2, 3, 4] : places.Below(around).Select(b => b.Level).Distinct();
        return [.. levels.Select(level => new FacetRequest(CodeParameter.Region.Name, level, WithSums: true))];
    }

    /// <summary>The places that the maps show.</summary>
    public static IReadOnlyList<Place> PlacesOf(Place? around, PlaceBook places) => around is not null
        ? places.Below(around)
        : [.. Countries.SelectMany(c => c.Grid.Cells).Select(c => places.Find(c.Code)).OfType<Place>()];

    /// <summary>Puts the model together.</summary>
    /// <param name="find">The search with its result.</param>
    /// <param name="measure">What to show.</param>
    /// <param name="facets">The counts by region, in the order of <see cref="FacetsOf"/>.</param>
    /// <param name="outlines">Known outlines by code.</param>
    /// <param name="href">Makes an address in the reader's language.</param>
    public static MapModel Of(FindProjectsModel find, MapMeasure measure, IEnumerable<Facet> facets, IReadOnlyDictionary<string, string> outlines, Func<string, string> href)
    {
        var overview = find.Overview;
        var (own, around) = PlaceOf(find.Request, overview.Places);
        var sums = facets.SelectMany(CodeSum.Of).GroupBy(s => s.Code, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.MaxBy(s => s.Count), StringComparer.Ordinal);

        PlaceMap Map(IEnumerable<Place> places, TileGrid? grid) => new([.. places.Select(Mapped)], measure, outlines, grid);

        MappedPlace Mapped(Place place)
        {
            var inside = find.Request.With(CodeParameter.Region, Codes.Form(place.Code));
            var sum = sums.GetValueOrDefault(place.Code);
            return new MappedPlace(
                place, PlaceNames.Of(place, overview.Labels), new PlaceFigures(place.Code, place.Population, sum.Count, sum.EuEur), href(find.Here(inside)), href(FindProjectsModel.Address(inside)), place.Code == own?.Code);
        }

        IReadOnlyList<NamedMap> maps = around is not null
            ? [new NamedMap(PlaceNames.Of(around, overview.Labels), Map(overview.Places.Below(around), around.Kind == Contracts.Territory.UnitKind.Country ? Words.Places.Grid(around.Country) : null))]
            : [
                .. Countries.Where(c => find.Request.Wanted(CodeParameter.Country).Count == 0 || find.Request.Wanted(CodeParameter.Country).Contains(c.Country))
                    .Select(c => new NamedMap(overview.Labels.Of(LabelKind.Country, c.Country), Map(c.Grid.Cells.Select(t => overview.Places.Find(t.Code)).OfType<Place>(), c.Grid)))
                    .Where(m => m.Map.Places.Count > 0),
            ];
        return new MapModel(find, around, measure, maps, sums.GetValueOrDefault(SearchRequest.None).Count);
    }
}
