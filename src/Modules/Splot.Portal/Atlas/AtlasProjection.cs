using System.Globalization;
using Splot.Contracts.Territory;
using Splot.Data;

namespace Splot.Portal.Atlas;

/// <summary>
/// Keeps places, their outlines and the figures of code lists in the public store, so that a process that serves the portal alone has them too. With
/// nothing new nothing is written.
/// </summary>
internal sealed class AtlasProjection(PublicStore store, TimeProvider clock)
{
    private const decimal DegreeParts = 10_000m;

    private static readonly Mirror<PlaceEntry> Places = new(
        "SELECT code, kind, country, parent, path, last_day, population, lat, lon FROM portal_place",
        r => new PlaceEntry(r.GetString(0), r.GetString(1), r.GetString(2), r.Text(3), r.GetString(4), r.Number(5), r.Number(6), r.Number(7), r.Number(8)),
        "DELETE FROM portal_place WHERE code = @code",
        p => [("code", p.Code)],
        BulkTable.Of("portal_place", "code", "kind", "country", "parent", "path", "last_day", "population", "lat", "lon"),
        Write);

    private static readonly Mirror<OutlineEntry> Outlines = new(
        "SELECT code, geometry FROM portal_outline",
        r => new OutlineEntry(r.GetString(0), r.GetString(1)),
        "DELETE FROM portal_outline WHERE code = @code",
        o => [("code", o.Code)],
        BulkTable.Of("portal_outline", "code", "geometry"),
        Write);

    private static readonly Mirror<ValueEntry> Values = new(
        "SELECT list, code, first_day, last_day, value, source FROM portal_value",
        r => new ValueEntry(r.GetString(0), r.GetString(1), r.GetInt64(2), r.Number(3), r.GetString(4), r.GetString(5)),
        "DELETE FROM portal_value WHERE list = @list AND code = @code AND first_day = @first",
        v => [("list", v.List), ("code", v.Code), ("first", v.First)],
        BulkTable.Of("portal_value", "list", "code", "first_day", "last_day", "value", "source"),
        Write);

    /// <summary>Brings everything in line and returns how many rows were written or removed.</summary>
    public async Task<long> RunAsync(IReferenceData lists, ITerritory territory, IBoundaries? boundaries, CancellationToken cancellation) =>
        await Places.BringInLineAsync(store, WantedPlaces(territory), clock, cancellation)
        + await Outlines.BringInLineAsync(store, await WantedOutlinesAsync(territory, boundaries, cancellation), clock, cancellation)
        + await Values.BringInLineAsync(store, WantedValues(lists), clock, cancellation);

    // What a code means today goes before what it meant once.
    private static IEnumerable<PlaceEntry> WantedPlaces(ITerritory territory) =>
        from unit in territory.Units.GroupBy(u => u.Code, StringComparer.Ordinal).Select(g => g.LastOrDefault(u => u.IsCurrent) ?? g.Last())
        select new PlaceEntry(unit.Code, unit.Kind.Word(), unit.Country, unit.Parent, unit.Path, unit.ValidTo?.DayNumber, unit.Population, Parts(unit.Lat), Parts(unit.Lon));

    private static async Task<IEnumerable<OutlineEntry>> WantedOutlinesAsync(ITerritory territory, IBoundaries? boundaries, CancellationToken cancellation) => boundaries is null
        ? []
        : (await boundaries.FindAsync([.. territory.Units.Select(u => u.Code).Distinct(StringComparer.Ordinal)], cancellation)).Select(b => new OutlineEntry(b.Code, b.Geometry));

    private static IEnumerable<ValueEntry> WantedValues(IReferenceData lists) =>
        from list in lists.Lists
        from value in lists.Values(list.Code)
        let figure = value.Value?.ToString(CultureInfo.InvariantCulture)
        where figure is not null
        select new ValueEntry(list.Code, value.Code, value.ValidFrom?.DayNumber ?? 0, value.ValidTo?.DayNumber, figure, value.Source);

    private static long? Parts(decimal? degrees) => degrees is { } d ? decimal.ToInt64(decimal.Round(d * DegreeParts)) : null;

    private static void Write(BulkInsert table, PlaceEntry place)
    {
        table.Set(0, place.Code);
        table.Set(1, place.Kind);
        table.Set(2, place.Country);
        table.Set(3, place.Parent);
        table.Set(4, place.Path);
        table.Set(5, place.LastDay);
        table.Set(6, place.Population);
        table.Set(7, place.Lat);
        table.Set(8, place.Lon);
    }

    private static void Write(BulkInsert table, OutlineEntry outline)
    {
        table.Set(0, outline.Code);
        table.Set(1, outline.Geometry);
    }

    private static void Write(BulkInsert table, ValueEntry figure)
    {
        table.Set(0, figure.List);
        table.Set(1, figure.Code);
        table.Set(2, figure.First);
        table.Set(3, figure.Last);
        table.Set(4, figure.Value);
        table.Set(5, figure.Source);
    }

    private sealed record PlaceEntry(string Code, string Kind, string Country, string? Parent, string Path, long? LastDay, long? Population, long? Lat, long? Lon);

    private sealed record OutlineEntry(string Code, string Geometry);

    private sealed record ValueEntry(string List, string Code, long First, long? Last, string Value, string Source);
}
