using System.Globalization;
using Splot.Contracts.Projects;
using Splot.Contracts.Territory;

namespace Splot.Projects.ImportOperations;

/// <summary>Reads where an operation takes place: codes, coordinates, postcodes, names. What fits no place stays as text.</summary>
internal sealed class PlaceReader(ITerritory territory, ListContext list)
{
    private const int MostRemembered = 100_000;

    private readonly Dictionary<(string Text, string? Country, UnitKind? Kind), IReadOnlyList<LocationDocument>> known = [];

    /// <summary>The places of a row; each once, in the order in which the columns give them.</summary>
    public IReadOnlyList<LocationDocument> Read(RowSource row, string? country)
    {
        var found = new List<LocationDocument>();
        foreach (var code in row.Values(Field.LocationCodes).Concat(row.Values(Field.Nuts)))
        {
            Add(found, Code(code, country));
        }

        foreach (var (field, kind) in ((string, UnitKind?)[])[(Field.Location, null), (Field.Municipality, UnitKind.Lau), (Field.Region, null)])
        {
            // A wider column says nothing more where a narrower one was understood.
            if (row.Value(field) is { } text && !found.Exists(l => l.Code is not null))
            {
                foreach (var place in Names(text, country, kind))
                {
                    Add(found, place);
                }
            }
        }

        if (row.Value(Field.Postcode) is { } postcode)
        {
            found.Add(new LocationDocument { Name = postcode, Kind = "postcode", Precision = "postcode" });
        }

        if (Coordinates(row) is { } point)
        {
            var at = found.FindLastIndex(l => l.Code is not null);
            if (found.Count(l => l.Code is not null) == 1)
            {
                found[at] = found[at] with { Lat = point.Lat, Lon = point.Lon, Precision = "point" };
            }
            else
            {
                found.Add(new LocationDocument { Kind = "point", Lat = point.Lat, Lon = point.Lon, Precision = "point" });
            }
        }

        return found;
    }

    private LocationDocument Code(string code, string? country) =>
        territory.Find(code, country) is { } unit ? Of(territory.Current(unit), null) : new LocationDocument { Code = code, Name = code, Kind = "text" };

    private IReadOnlyList<LocationDocument> Names(string text, string? country, UnitKind? kind)
    {
        if (known.TryGetValue((text, country, kind), out var remembered))
        {
            return remembered;
        }

        IReadOnlyList<LocationDocument> places = [.. territory.Match(text, country, kind).Select(m => m.Unit is { } unit ? Of(unit, m.Text) : new LocationDocument { Name = m.Text, Kind = "text" })];
        if (known.Count < MostRemembered)
        {
            known[(text, country, kind)] = places;
        }

        return places;
    }

    private static LocationDocument Of(TerritorialUnit unit, string? published) => new()
    {
        Code = unit.Code,
        Name = published ?? (unit.Names.Count > 0 ? unit.Names[0].Text : unit.Code),
        Kind = unit.Kind.Word(),
        Precision = unit.Kind.Precision(),
        Path = unit.Path,
    };

    private static void Add(List<LocationDocument> found, LocationDocument place)
    {
        if (!found.Exists(l => l.Code == place.Code && l.Name == place.Name))
        {
            found.Add(place);
        }
    }

    private (decimal Lat, decimal Lon)? Coordinates(RowSource row)
    {
        var first = row.Value(Field.Lat);
        var second = row.Value(Field.Lon);
        var field = Field.Lat;
        if (first is null && row.Value(Field.LatLon) is { } pair)
        {
            var parts = pair.Split('|')[0].Replace("POINT", "", StringComparison.OrdinalIgnoreCase).Trim(' ', '(', ')', '[', ']')
                .Split([',', ' ', ';'], StringSplitOptions.RemoveEmptyEntries);
            field = Field.LatLon;
            (first, second) = parts.Length == 2 ? list.LongitudeFirst ? (parts[1], parts[0]) : (parts[0], parts[1]) : ("?", "?");
        }

        if (first is null)
        {
            return null;
        }

        if (Degrees(first, 90) is { } lat && Degrees(second, 180) is { } lon)
        {
            return (lat, lon);
        }

        row.Warn(field, "coordinates-unreadable", "These are no coordinates in decimal degrees; the field stays empty.");
        return null;
    }

    private static decimal? Degrees(string? text, decimal most) =>
        decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) && Math.Abs(value) <= most
            ? Math.Round(value, 6)
            : null;
}
