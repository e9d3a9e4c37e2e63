namespace Splot.Contracts.Territory;

/// <summary>
/// Countries, regions, municipalities and settlements through time. Answers come from memory, at once and from any thread; when the
/// territory changes, the next questions are answered from the new one (<see cref="Version"/> tells). Nothing is ever guessed: what
/// fits several units fits none.
/// </summary>
public interface ITerritory
{
    /// <summary>Grows with every change of the territory; kept with results that must follow such a change.</summary>
    long Version { get; }

    /// <summary>
    /// The unit with a code of any register and version: NUTS, TERC (2, 4, 6 or 7 digits, parts of mixed gminas included), LAU as
    /// Eurostat writes it, EKATTE, number or letters of an oblast or obshtina, ISO code of a country. Case and blanks around do not
    /// matter. A code that is dated twice gives the state that lasts, else the latest.
    /// </summary>
    /// <param name="code">The code; null and blank give null.</param>
    /// <param name="country">ISO code; needed for short codes that two countries use (TERC 0201, obshtina 0201). Without it such codes give null.</param>
    TerritorialUnit? Find(string? code, string? country = null);

    /// <summary>The state of <paramref name="code"/> on a day, or null.</summary>
    TerritorialUnit? FindOn(string code, DateOnly day);

    /// <summary>
    /// The unit that today stands for the territory of <paramref name="unit"/>: itself while it lasts, else the end of a chain of
    /// <see cref="UnitChange.Recode"/>, <see cref="UnitChange.TypeChange"/> and <see cref="UnitChange.Merge"/>; itself where it was split or redrawn.
    /// </summary>
    TerritorialUnit Current(TerritorialUnit unit);

    /// <summary>Units directly below, by code; those of today, or those of <paramref name="on"/>.</summary>
    IReadOnlyList<TerritorialUnit> Children(string code, DateOnly? on = null);

    /// <summary>The unit and those around it, country first.</summary>
    IReadOnlyList<TerritorialUnit> Line(TerritorialUnit unit);

    /// <summary>What became of a code and what it came from, oldest first.</summary>
    IReadOnlyList<UnitRelation> Relations(string code);

    /// <summary>
    /// The places that a list's location text names. Understands codes, <c>WOJ.: X, POW.: Y, GM.: Z | …</c>, <c>Cały Kraj</c>, names in any held
    /// language with words such as powiat, gmina, област, община, гр., с., and rows of such names from wide to narrow or back. Parts between
    /// bars are places of their own. Each place appears once; parts that fit nothing come back with no unit.
    /// </summary>
    /// <param name="text">The text as published.</param>
    /// <param name="country">ISO code of the country that names are looked for in; null for all.</param>
    /// <param name="kind">What the column holds, where it says so (a NUTS 3 label is not a powiat of the same name).</param>
    IReadOnlyList<PlaceMatch> Match(string? text, string? country = null, UnitKind? kind = null);

    /// <summary>Every state of every unit, by code and date.</summary>
    IReadOnlyList<TerritorialUnit> Units { get; }
}

/// <summary>What one part of a location text says.</summary>
/// <param name="Text">The part as published, without blanks around it.</param>
/// <param name="Unit">The smallest unit that is certain, as it is today; null where none is.</param>
/// <param name="Complete">True where nothing of the text was left over; false where, say, the powiat is known and the gmina is not.</param>
public sealed record PlaceMatch(string Text, TerritorialUnit? Unit, bool Complete)
{
    /// <summary>How exact the place is: settlement, municipality, county, region or country; null without a unit.</summary>
    public string? Precision => Unit?.Kind.Precision();
}

/// <summary>Outlines of units, once <c>splot import boundaries</c> has loaded some; until then there are none and maps draw tiles.</summary>
public interface IBoundaries
{
    /// <summary>The outlines of the given units, in the order of their codes; units without one are left out.</summary>
    Task<IReadOnlyList<UnitBoundary>> FindAsync(IReadOnlyCollection<string> codes, CancellationToken cancellation);

    /// <summary>The outlines of the units directly below <paramref name="parent"/>, in the order of their codes.</summary>
    Task<IReadOnlyList<UnitBoundary>> ChildrenAsync(string parent, CancellationToken cancellation);
}

/// <summary>A simplified outline: for drawing, not for measuring.</summary>
/// <param name="Code">The unit.</param>
/// <param name="Geometry">GeoJSON geometry (Polygon or MultiPolygon), WGS 84, longitude first, four decimals.</param>
/// <param name="West">Smallest longitude.</param>
/// <param name="South">Smallest latitude.</param>
/// <param name="East">Greatest longitude.</param>
/// <param name="North">Greatest latitude.</param>
public sealed record UnitBoundary(string Code, string Geometry, double West, double South, double East, double North);

/// <summary>Units, relations, code lists, rates or outlines were imported or replaced.</summary>
/// <param name="Version">The new <see cref="ITerritory.Version"/>.</param>
public sealed record TerritoryChanged(long Version) : IEvent
{
    /// <inheritdoc/>
    public static string Name => "territory.changed";

    /// <inheritdoc/>
    public string Aggregate => "territory";
}
