using Splot.Kernel;
using Splot.Portal.Words;

namespace Splot.Portal.Atlas;

/// <summary>What a map shows.</summary>
public enum MapMeasure
{
    /// <summary>How many projects there are.</summary>
    Projects,

    /// <summary>How much the Union contributes.</summary>
    Eu,

    /// <summary>How much the Union contributes for each inhabitant of 2019.</summary>
    PerInhabitant,
}

/// <summary>What a place has, as far as a map shows it.</summary>
/// <param name="Code">The place.</param>
/// <param name="Population">Inhabitants; null where unknown.</param>
/// <param name="Projects">Projects in it.</param>
/// <param name="EuEur">Their Union contributions in euro.</param>
public readonly record struct PlaceFigures(string Code, long? Population, long Projects, decimal EuEur)
{
    /// <summary>True where there are projects, but no amount of theirs is published: they have no sum, which is not the same as none.</summary>
    public bool IsUnpaid => Projects > 0 && EuEur == 0m;

    /// <summary>Euro of the Union for each inhabitant; null where inhabitants are unknown or no amount is published.</summary>
    public decimal? PerInhabitant => Population is > 0 and var heads && !IsUnpaid ? EuEur / heads : null;
}

/// <summary>Measures of maps in numbers and in words.</summary>
internal static class MapMeasures
{
    private const decimal Million = 1_000_000m;

    public static IReadOnlyList<MapMeasure> All { get; } = [MapMeasure.Projects, MapMeasure.Eu, MapMeasure.PerInhabitant];

    /// <summary>As it stands in addresses.</summary>
    public static string Code(this MapMeasure measure) => measure switch
    {
        MapMeasure.Projects => "projects",
        MapMeasure.Eu => "eu",
        _ => "per-inhabitant",
    };

    public static MapMeasure? Parse(string? code) => All.Cast<MapMeasure?>().FirstOrDefault(m => m!.Value.Code() == code);

    /// <summary>What is shown, in words.</summary>
    public static string Name(this MapMeasure measure) => measure switch
    {
        MapMeasure.Projects => Text.MeasureProjects,
        MapMeasure.Eu => Text.MeasureEu,
        _ => Text.MeasurePerInhabitant,
    };

    /// <summary>The value by which places are compared: projects or euro cents; 0 where there is none.</summary>
    public static long Value(MapMeasure measure, PlaceFigures figures) => measure switch
    {
        MapMeasure.Projects => figures.Projects,
        MapMeasure.Eu => decimal.ToInt64(decimal.Round(figures.EuEur * 100m)),
        _ => decimal.ToInt64(decimal.Round((figures.PerInhabitant ?? 0m) * 100m)),
    };

    /// <summary>A value as it stands in a legend or a table.</summary>
    public static string Words(MapMeasure measure, long value) => measure switch
    {
        MapMeasure.Projects => Languages.Current.FormatCount(value),
        MapMeasure.Eu => MoneyWords.ShortEuro(value / 100m),
        _ => PerInhabitant(value / 100m),
    };

    /// <summary>A value short enough for a tile: money without its sign, in the unit that the legend names.</summary>
    public static string Tile(MapMeasure measure, long value) => measure == MapMeasure.Eu ? Millions(value / 100m) : Words(measure, value);

    /// <summary>Money for each inhabitant: cents below ten euro, whole euro above.</summary>
    public static string PerInhabitant(decimal euro) => euro < 10m ? MoneyWords.Euro(euro) : Languages.Current.CompactMoney(Money.Eur(euro));

    private static string Millions(decimal euro) => euro == 0m ? "0" : MoneyWords.In(Million, euro, euro >= 10_000_000m ? 0 : 1);
}
