namespace Splot.Territory.ImportBoundaries;

/// <summary>Makes an outline light enough to draw: Ramer–Douglas–Peucker on each ring, coarser until few enough points are left.</summary>
internal static class Simplify
{
    /// <summary>Most points that an outline keeps.</summary>
    public const int MostPoints = 400;

    // About 11 metres at the equator: the grid of the stored coordinates.
    private const int Decimals = 4;

    private const double FirstTolerance = 0.0005;

    public static GeoShape Shape(GeoShape shape)
    {
        var rounded = Map(shape, Round);
        var simplified = rounded;
        for (var tolerance = FirstTolerance; simplified.Points > MostPoints; tolerance *= 1.6)
        {
            var limit = tolerance;
            simplified = Map(rounded, ring => Ring(ring, limit));
        }

        return simplified;
    }

    /// <summary>Applies a change to every ring; a hole that vanishes is left out, an island that vanishes goes with its holes, the largest island stays.</summary>
    private static GeoShape Map(GeoShape shape, Func<IReadOnlyList<GeoPoint>, IReadOnlyList<GeoPoint>> change)
    {
        var polygons = new List<IReadOnlyList<IReadOnlyList<GeoPoint>>>();
        foreach (var polygon in shape.Polygons)
        {
            var rings = polygon.Select(change).ToList();
            if (rings[0].Count >= 4)
            {
                polygons.Add([rings[0], .. rings.Skip(1).Where(r => r.Count >= 4)]);
            }
        }

        return new GeoShape(polygons.Count > 0 ? polygons : [[Box(shape.Polygons.MaxBy(p => Math.Abs(Area(p[0])))![0])]]);
    }

    private static IReadOnlyList<GeoPoint> Round(IReadOnlyList<GeoPoint> ring)
    {
        var rounded = new List<GeoPoint>(ring.Count);
        foreach (var point in ring)
        {
            var next = new GeoPoint(Math.Round(point.Lon, Decimals), Math.Round(point.Lat, Decimals));
            if (rounded.Count == 0 || rounded[^1] != next)
            {
                rounded.Add(next);
            }
        }

        return rounded;
    }

    private static IReadOnlyList<GeoPoint> Ring(IReadOnlyList<GeoPoint> ring, double tolerance)
    {
        if (ring.Count < 5)
        {
            return ring;
        }

        // A ring has no ends: it is cut at its first point and the one farthest from it.
        var far = Enumerable.Range(1, ring.Count - 2).MaxBy(i => Square(ring[0], ring[i]));
        var keep = new bool[ring.Count];
        keep[0] = keep[far] = keep[^1] = true;
        Keep(ring, 0, far, tolerance, keep);
        Keep(ring, far, ring.Count - 1, tolerance, keep);
        return [.. ring.Where((_, i) => keep[i])];
    }

    private static void Keep(IReadOnlyList<GeoPoint> ring, int first, int last, double tolerance, bool[] keep)
    {
        var work = new Stack<(int First, int Last)>();
        work.Push((first, last));
        while (work.TryPop(out var part))
        {
            var (farthest, distance) = (0, 0d);
            for (var i = part.First + 1; i < part.Last; i++)
            {
                var found = Distance(ring[i], ring[part.First], ring[part.Last]);
                (farthest, distance) = found > distance ? (i, found) : (farthest, distance);
            }

            if (distance > tolerance)
            {
                keep[farthest] = true;
                work.Push((part.First, farthest));
                work.Push((farthest, part.Last));
            }
        }
    }

    private static double Distance(GeoPoint point, GeoPoint from, GeoPoint to)
    {
        var (dx, dy) = (to.Lon - from.Lon, to.Lat - from.Lat);
        var length = (dx * dx) + (dy * dy);
        var along = length == 0 ? 0 : Math.Clamp((((point.Lon - from.Lon) * dx) + ((point.Lat - from.Lat) * dy)) / length, 0, 1);
        return Math.Sqrt(Square(point, new GeoPoint(from.Lon + (along * dx), from.Lat + (along * dy))));
    }

    private static double Square(GeoPoint a, GeoPoint b) => ((a.Lon - b.Lon) * (a.Lon - b.Lon)) + ((a.Lat - b.Lat) * (a.Lat - b.Lat));

    private static double Area(IReadOnlyList<GeoPoint> ring)
    {
        var doubled = 0d;
        for (var i = 1; i < ring.Count; i++)
        {
            doubled += (ring[i - 1].Lon * ring[i].Lat) - (ring[i].Lon * ring[i - 1].Lat);
        }

        return doubled / 2;
    }

    /// <summary>What is smaller than the grid is drawn as one cell of it.</summary>
    private static IReadOnlyList<GeoPoint> Box(IReadOnlyList<GeoPoint> ring)
    {
        const double cell = 0.0001;
        var (west, south) = (Math.Round(ring.Min(p => p.Lon), Decimals), Math.Round(ring.Min(p => p.Lat), Decimals));
        var (east, north) = (Math.Max(Math.Round(ring.Max(p => p.Lon), Decimals), west + cell), Math.Max(Math.Round(ring.Max(p => p.Lat), Decimals), south + cell));
        return [new(west, south), new(east, south), new(east, north), new(west, north), new(west, south)];
    }
}
