using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Splot.Ui;

/// <summary>One outline in a drawing.</summary>
/// <param name="Path">The value of an SVG path's <c>d</c>.</param>
/// <param name="X">Where words may stand: the middle of its largest part.</param>
/// <param name="Y">The same, from the top.</param>
/// <param name="Room">How wide and high the largest part is, the smaller of the two.</param>
public sealed record DrawnShape(string Path, decimal X, decimal Y, decimal Room);

/// <summary>
/// Outlines of degrees laid on a flat sheet: equirectangular, with degrees of longitude as long as they are in the middle of the sheet. Good for one
/// country or less; points nearer than one unit are left out.
/// </summary>
public sealed class ShapeDrawing
{
    private const double Side = 640;
    private const double Margin = 4;

    private ShapeDrawing(decimal width, decimal height, IReadOnlyDictionary<string, DrawnShape> byCode)
    {
        Width = width;
        Height = height;
        ByCode = byCode;
    }

    /// <summary>A sheet without outlines.</summary>
    public static ShapeDrawing Empty { get; } = new(1m, 1m, new Dictionary<string, DrawnShape>(StringComparer.Ordinal));

    /// <summary>The sheet's width in its own units.</summary>
    public decimal Width { get; }

    /// <summary>The sheet's height in its own units.</summary>
    public decimal Height { get; }

    /// <summary>The outlines by code.</summary>
    public IReadOnlyDictionary<string, DrawnShape> ByCode { get; }

    /// <summary>Lays outlines on a sheet whose longer side is 640 units.</summary>
    /// <param name="outlines">Codes with their GeoJSON geometry (Polygon or MultiPolygon), longitude first.</param>
    public static ShapeDrawing Of(IEnumerable<KeyValuePair<string, string>> outlines)
    {
        var shapes = outlines.Select(o => (o.Key, Rings: Rings(o.Value))).Where(o => o.Rings.Count > 0).ToList();
        if (shapes.Count == 0)
        {
            return Empty;
        }

        var all = shapes.SelectMany(s => s.Rings).SelectMany(r => r).ToList();
        var (west, east, south, north) = (all.Min(p => p.Lon), all.Max(p => p.Lon), all.Min(p => p.Lat), all.Max(p => p.Lat));
        var narrow = Math.Cos((south + north) / 2 * Math.PI / 180);
        var scale = (Side - (2 * Margin)) / Math.Max(Math.Max((east - west) * narrow, north - south), 1e-9);
        var sheet = new Sheet(west, north, narrow, scale);
        return new ShapeDrawing(
            Units(((east - west) * narrow * scale) + (2 * Margin)),
            Units(((north - south) * scale) + (2 * Margin)),
            shapes.ToDictionary(s => s.Key, s => sheet.Draw(s.Rings), StringComparer.Ordinal));
    }

    private static decimal Units(double length) => Math.Round((decimal)length, 1);

    // The first ring of each polygon is its outside; holes are rings like any other, the path fills what lies between.
    private static List<List<(double Lon, double Lat)>> Rings(string geometry)
    {
        using var json = JsonDocument.Parse(geometry);
        var coordinates = json.RootElement.GetProperty("coordinates");
        var polygons = json.RootElement.GetProperty("type").GetString() == "Polygon" ? [coordinates] : coordinates.EnumerateArray().ToList();
        return [.. polygons.SelectMany(p => p.EnumerateArray()).Select(r => r.EnumerateArray().Select(p => (p[0].GetDouble(), p[1].GetDouble())).ToList()).Where(r => r.Count >= 4)];
    }

    private sealed record Sheet(double West, double North, double Narrow, double Scale)
    {
        public DrawnShape Draw(List<List<(double Lon, double Lat)>> rings)
        {
            var path = new StringBuilder();
            var largest = (Area: -1d, X: 0d, Y: 0d, Room: 0d);
            foreach (var ring in rings.Select(r => r.Select(At).ToList()))
            {
                Write(path, ring);
                var (left, right, top, bottom) = (ring.Min(p => p.X), ring.Max(p => p.X), ring.Min(p => p.Y), ring.Max(p => p.Y));
                if ((right - left) * (bottom - top) > largest.Area)
                {
                    var (x, y) = Middle(ring);
                    largest = ((right - left) * (bottom - top), x, y, Math.Min(right - left, (bottom - top) * 2));
                }
            }

            return new DrawnShape(path.ToString(), Units(largest.X), Units(largest.Y), Units(largest.Room));
        }

        private (double X, double Y) At((double Lon, double Lat) point) => (Margin + ((point.Lon - West) * Narrow * Scale), Margin + ((North - point.Lat) * Scale));

        // The centre of the area.
        private static (double X, double Y) Middle(List<(double X, double Y)> ring)
        {
            var (area, x, y) = (0d, 0d, 0d);
            for (var i = 1; i < ring.Count; i++)
            {
                var cross = (ring[i - 1].X * ring[i].Y) - (ring[i].X * ring[i - 1].Y);
                area += cross;
                x += (ring[i - 1].X + ring[i].X) * cross;
                y += (ring[i - 1].Y + ring[i].Y) * cross;
            }

            return Math.Abs(area) < 1e-6 ? ring[0] : (x / (3 * area), y / (3 * area));
        }

        // Whole steps from point to point; what is nearer than a unit would not be seen.
        private static void Write(StringBuilder path, List<(double X, double Y)> ring)
        {
            var (x, y) = ((int)Math.Round(ring[0].X * 2), (int)Math.Round(ring[0].Y * 2));
            path.Append(CultureInfo.InvariantCulture, $"M{Half(x)} {Half(y)}l");
            foreach (var (nextX, nextY) in ring.Skip(1).Select(p => ((int)Math.Round(p.X * 2), (int)Math.Round(p.Y * 2))))
            {
                if (Math.Abs(nextX - x) + Math.Abs(nextY - y) >= 3)
                {
                    path.Append(CultureInfo.InvariantCulture, $"{Half(nextX - x)} {Half(nextY - y)} ");
                    (x, y) = (nextX, nextY);
                }
            }

            path.Append("0 0z");
        }

        private static string Half(int halves) => (halves / 2m).ToString("0.#", CultureInfo.InvariantCulture);
    }
}
