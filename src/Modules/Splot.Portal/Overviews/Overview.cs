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

    public required LabelBook Labels { get; init; }

    public long Projects { get; init; }

    public long Demo { get; init; }

    public decimal EuEur { get; init; }

    public long Beneficiaries { get; init; }

    /// <summary>Projects by region code, every level; a project counts once in each region that it lies in.</summary>
    public IReadOnlyDictionary<string, long> Regions { get; init; } = new Dictionary<string, long>(StringComparer.Ordinal);

    /// <summary>Codes in use with their counts, the commonest first.</summary>
    public IReadOnlyList<CodeCount> Countries { get; init; } = [];

    public IReadOnlyList<CodeCount> Funds { get; init; } = [];

    public IReadOnlyList<CodeCount> Programmes { get; init; } = [];

    public IReadOnlyList<CodeCount> Themes { get; init; } = [];

    public IReadOnlyList<CodeCount> Periods { get; init; } = [];

    /// <summary>The classes of the regions on the maps, by number of projects.</summary>
    public MapScale Scale => scale ??= new MapScale(TileGrid.Poland.Cells.Concat(TileGrid.Bulgaria.Cells).Select(c => Regions.GetValueOrDefault(c.Code)));

    /// <summary>The class of a region on the maps, 1 to 5; 0 without projects.</summary>
    public int ClassOf(string region) => Scale.ClassOf(Regions.GetValueOrDefault(region));
}

/// <summary>A code and how many projects have it.</summary>
public readonly record struct CodeCount(string Code, long Count);
