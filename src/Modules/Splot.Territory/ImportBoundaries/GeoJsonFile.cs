using System.Globalization;
using System.Text;
using System.Text.Json;
using Splot.Territory.Tables;

namespace Splot.Territory.ImportBoundaries;

/// <summary>A feature: its properties as texts, and its outline.</summary>
internal sealed record GeoFeature(int Number, IReadOnlyDictionary<string, string> Properties, GeoShape Shape);

/// <summary>Reads and writes GeoJSON (RFC 7946): a collection of polygons in WGS 84, longitude first.</summary>
internal static class GeoJsonFile
{
    /// <exception cref="BadTableException">The bytes are no such collection; the message says which feature is wrong and why.</exception>
    public static IReadOnlyList<GeoFeature> Read(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            using var document = JsonDocument.Parse(WithoutMark(bytes), new JsonDocumentOptions { MaxDepth = 32 });
            var root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object || Word(root, "type") != "FeatureCollection"
                || !root.TryGetProperty("features", out var features) || features.ValueKind != JsonValueKind.Array)
            {
                throw new BadTableException(Text.NoCollection);
            }

            return [.. features.EnumerateArray().Select((feature, place) => Feature(feature, place + 1))];
        }
        catch (JsonException broken)
        {
            throw new BadTableException(Text.NoJson(Number((broken.LineNumber ?? 0) + 1), Number((broken.BytePositionInLine ?? 0) + 1)));
        }
        catch (InvalidOperationException)
        {
            // The parser looks into strings only when they are read: bytes that are no UTF-8, half a surrogate pair.
            throw new BadTableException(Text.BrokenText);
        }
    }

    /// <summary>The outline as a GeoJSON geometry.</summary>
    public static string Write(GeoShape shape)
    {
        var text = new StringBuilder(shape.Points * 18);
        var single = shape.Polygons.Count == 1;
        text.Append(single ? """{"type":"Polygon","coordinates":""" : """{"type":"MultiPolygon","coordinates":[""");
        for (var i = 0; i < shape.Polygons.Count; i++)
        {
            text.Append(i == 0 ? "" : ",");
            WritePolygon(text, shape.Polygons[i]);
        }

        return text.Append(single ? "}" : "]}").ToString();
    }

    private static void WritePolygon(StringBuilder text, IReadOnlyList<IReadOnlyList<GeoPoint>> polygon)
    {
        text.Append('[');
        for (var r = 0; r < polygon.Count; r++)
        {
            text.Append(r == 0 ? "[" : ",[");
            for (var i = 0; i < polygon[r].Count; i++)
            {
                text.Append(CultureInfo.InvariantCulture, $"{(i == 0 ? "" : ",")}[{polygon[r][i].Lon:0.####},{polygon[r][i].Lat:0.####}]");
            }

            text.Append(']');
        }

        text.Append(']');
    }

    private static GeoFeature Feature(JsonElement feature, int number)
    {
        if (feature.ValueKind != JsonValueKind.Object || !feature.TryGetProperty("geometry", out var geometry) || geometry.ValueKind != JsonValueKind.Object)
        {
            throw Bad(number, Text.NoGeometry);
        }

        if (!geometry.TryGetProperty("coordinates", out var coordinates) || coordinates.ValueKind != JsonValueKind.Array)
        {
            throw Bad(number, Text.NoGeometry);
        }

        var polygons = Word(geometry, "type") switch
        {
            "Polygon" => [Polygon(coordinates, number)],
            "MultiPolygon" => coordinates.EnumerateArray().Select(p => Polygon(p, number)).ToList(),
            _ => throw Bad(number, Text.NoPolygon),
        };
        return polygons.Count == 0 ? throw Bad(number, Text.NoPolygon) : new GeoFeature(number, Properties(feature), new GeoShape(polygons));
    }

    private static IReadOnlyList<IReadOnlyList<GeoPoint>> Polygon(JsonElement rings, int number)
    {
        if (rings.ValueKind != JsonValueKind.Array || rings.GetArrayLength() == 0)
        {
            throw Bad(number, Text.NoPolygon);
        }

        return [.. rings.EnumerateArray().Select(ring => Ring(ring, number))];
    }

    private static IReadOnlyList<GeoPoint> Ring(JsonElement ring, int number)
    {
        if (ring.ValueKind != JsonValueKind.Array || ring.GetArrayLength() < 4)
        {
            throw Bad(number, Text.ShortRing);
        }

        var points = ring.EnumerateArray().Select(p => Point(p, number)).ToList();
        return points[0] == points[^1] ? points : throw Bad(number, Text.OpenRing);
    }

    private static GeoPoint Point(JsonElement point, int number)
    {
        if (point.ValueKind != JsonValueKind.Array || point.GetArrayLength() < 2
            || point[0].ValueKind != JsonValueKind.Number || point[1].ValueKind != JsonValueKind.Number
            || !point[0].TryGetDouble(out var lon) || !point[1].TryGetDouble(out var lat))
        {
            throw Bad(number, Text.NoPoint);
        }

        // Metres of a national grid instead of degrees are the usual mistake.
        return Math.Abs(lon) <= 180 && Math.Abs(lat) <= 90 ? new GeoPoint(lon, lat) : throw Bad(number, Text.NotDegrees);
    }

    private static Dictionary<string, string> Properties(JsonElement feature)
    {
        var found = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        if (feature.TryGetProperty("id", out var id) && id.ValueKind is JsonValueKind.String or JsonValueKind.Number)
        {
            found["id"] = id.ToString();
        }

        if (feature.TryGetProperty("properties", out var properties) && properties.ValueKind == JsonValueKind.Object)
        {
            foreach (var property in properties.EnumerateObject().Where(p => p.Value.ValueKind is JsonValueKind.String or JsonValueKind.Number))
            {
                found[property.Name] = property.Value.ToString().Trim();
            }
        }

        return found;
    }

    private static ReadOnlyMemory<byte> WithoutMark(ReadOnlyMemory<byte> bytes) => bytes.Span.StartsWith("\uFEFF"u8) ? bytes[3..] : bytes;

    private static string? Word(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static BadTableException Bad(int number, string problem) => new(Text.BadFeature(Number(number), problem));
}
