using Splot.Portal.Labels;
using Splot.Portal.Overviews;
using Splot.Portal.Words;
using Splot.Ui;

namespace Splot.Portal.Atlas;

/// <summary>A place on a map and in the table beside it.</summary>
/// <param name="Place">The place.</param>
/// <param name="Name">Its name.</param>
/// <param name="Figures">What it has.</param>
/// <param name="Href">Where its tile and name lead.</param>
/// <param name="ListHref">The list of its projects.</param>
/// <param name="Selected">The place that the page is about.</param>
public sealed record MappedPlace(Place Place, Label Name, PlaceFigures Figures, string Href, string ListHref, bool Selected = false);

/// <summary>Places to be drawn together: as outlines where all but a few have one, else as tiles where it is known how they lie, else not at all.</summary>
public sealed class PlaceMap
{
    // A map with holes is worse than tiles.
    private const decimal EnoughOutlines = 0.9m;

    private readonly MapScale scale;

    public PlaceMap(IReadOnlyList<MappedPlace> places, MapMeasure measure, IReadOnlyDictionary<string, string> outlines, TileGrid? grid = null, MapScale? scale = null)
    {
        Places = places;
        Measure = measure;
        this.scale = scale ?? new MapScale(places.Select(Value));
        var drawn = places.Where(p => outlines.ContainsKey(p.Place.Code)).ToList();
        Drawing = drawn.Count > 0 && drawn.Count >= places.Count * EnoughOutlines ? ShapeDrawing.Of(drawn.Select(p => KeyValuePair.Create(p.Place.Code, outlines[p.Place.Code]))) : null;
        Grid = grid ?? (Drawing is null && places.All(p => p.Place is { Lat: not null, Lon: not null })
            ? TileLayout.Of([.. places.Select(p => new TilePlace(p.Place.Code, p.Name.Text.StartsWith("powiat ", StringComparison.Ordinal) ? p.Name.Text[7..] : p.Name.Text, p.Place.Lat!.Value, p.Place.Lon!.Value))])
            : null);
        IsLaidByRule = grid is null && Grid is not null;
    }

    public IReadOnlyList<MappedPlace> Places { get; }

    public MapMeasure Measure { get; }

    /// <summary>The outlines on one sheet; null where they are not known.</summary>
    public ShapeDrawing? Drawing { get; }

    /// <summary>Where the tiles lie; null where it is not known.</summary>
    public TileGrid? Grid { get; }

    /// <summary>True where a rule laid the tiles: neighbours may not touch.</summary>
    public bool IsLaidByRule { get; }

    /// <summary>The places as tiles, with name and value in words.</summary>
    public IReadOnlyList<MapTile> Tiles => [.. Places.Select(Tile)];

    /// <summary>What the colours mean.</summary>
    public IReadOnlyList<MapClass> Legend => [.. scale.Ranges.Select(r => new MapClass(r.Class, Range(r.From, r.To)))];

    /// <summary>True where any place has a known number of inhabitants.</summary>
    public bool HasPopulation => Places.Any(p => p.Figures.PerInhabitant is not null);

    /// <summary>The class of a place, 1 to 5; 0 without a value.</summary>
    public int ClassOf(MappedPlace place) => scale.ClassOf(Value(place));

    private long Value(MappedPlace place) => MapMeasures.Value(Measure, place.Figures);

    private MapTile Tile(MappedPlace place)
    {
        var value = Value(place);
        return new MapTile(
            place.Place.Code,
            place.Name.Text + ": " + Text.ProjectsIn(place.Figures.Projects) + (Measure == MapMeasure.Projects ? null : ", " + (place.Figures.IsUnpaid ? MoneyWords.NotPublished : MapMeasures.Words(Measure, value))),
            ClassOf(place),
            value > 0 ? MapMeasures.Tile(Measure, value) : place.Figures.Projects > 0 ? "–" : "0",
            place.Href,
            place.Selected,
            place.Name.Lang);
    }

    private string Range(long from, long to) => from == to ? MapMeasures.Words(Measure, from) : MapMeasures.Words(Measure, from) + " – " + MapMeasures.Words(Measure, to);
}
