using System.Runtime.InteropServices;

namespace Splot.Territory.ImportBoundaries;

/// <summary>A point: longitude and latitude in degrees.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct GeoPoint(double Lon, double Lat);

/// <summary>An outline: polygons of rings, the first ring of each its outside. Rings are closed (the last point repeats the first).</summary>
internal sealed record GeoShape(IReadOnlyList<IReadOnlyList<IReadOnlyList<GeoPoint>>> Polygons)
{
    public int Points => Polygons.Sum(p => p.Sum(r => r.Count));

    public double West => All.Min(p => p.Lon);

    public double East => All.Max(p => p.Lon);

    public double South => All.Min(p => p.Lat);

    public double North => All.Max(p => p.Lat);

    private IEnumerable<GeoPoint> All => Polygons.SelectMany(p => p[0]);
}
