using Splot.Portal.Atlas;
using Splot.Portal.Labels;
using Splot.Ui;

namespace Splot.Portal.Overviews;

/// <summary>
/// What the whole store holds, counted once after each change: figures of the home page, choices of the filters, classes of the maps.
/// Multi-valued codes count once for each value.
/// </summary>
public sealed class Overview
{
    private MapScale? scale;

    public required long Sequence { get; init; }

    public required Names Names { get; init; }

    public LabelBook Labels => Names.Labels;

    public PlaceBook Places => Names.Places;

    public long Projects { get; init; }

    public long Demo { get; init; }

    public decimal EuEur { get; init; }

    public long Running { get; init; }

    /// <summary>The day up to which <see cref="Recent"/> looks back a month.</summary>
    public DateOnly Day { get; init; }

    /// <summary>When this was counted.</summary>
    public DateTimeOffset CountedAt { get; init; }

    /// <summary>Projects that are new or were changed since <see cref="RecentSince"/>.</summary>
    public long Recent { get; init; }

    /// <summary>The first day of what counts as recent.</summary>
    public DateOnly RecentSince { get; init; }

    /// <summary>Projects and their money by region code, the levels of countries to NUTS 3; a project counts in each region that it lies in.</summary>
    public IReadOnlyDictionary<string, CodeSum> Regions { get; init; } = new Dictionary<string, CodeSum>(StringComparer.Ordinal);

    /// <summary>By the year in which projects start, the earliest first; those without a start are left out.</summary>
    public IReadOnlyList<CodeSum> Years { get; init; } = [];

    /// <summary>Codes in use with their counts, the commonest first.</summary>
    public IReadOnlyList<CodeSum> Funds { get; init; } = [];

    public IReadOnlyList<CodeSum> Programmes { get; init; } = [];

    public IReadOnlyList<CodeSum> Themes { get; init; } = [];

    /// <summary>The classes of the regions on the maps of countries: money per inhabitant, where all inhabitants are known.</summary>
    public MapScale Scale => scale ??= new MapScale(Tiles.Select(Value));

    /// <summary>What the maps of countries show.</summary>
    public MapMeasure Measure => Tiles.All(c => Places.Find(c.Code)?.Population is > 0) ? MapMeasure.PerInhabitant : MapMeasure.Projects;

    /// <summary>The class of a region on the maps, 1 to 5; 0 without projects.</summary>
    public int ClassOf(string region) => Scale.ClassOf(MapMeasures.Value(Measure, FiguresOf(region)));

    /// <summary>What a region has; zero for regions without a project.</summary>
    public PlaceFigures FiguresOf(string region) => new(region, Places.Find(region)?.Population, Regions.GetValueOrDefault(region).Count, Regions.GetValueOrDefault(region).EuEur);

    private static IEnumerable<TileCell> Tiles => TileGrid.Poland.Cells.Concat(TileGrid.Bulgaria.Cells);

    private long Value(TileCell cell) => MapMeasures.Value(Measure, FiguresOf(cell.Code));
}
