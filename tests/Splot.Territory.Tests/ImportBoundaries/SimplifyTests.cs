using Splot.Territory.ImportBoundaries;

namespace Splot.Territory.Tests.ImportBoundaries;

public class SimplifyTests
{
    [Theory]
    [InlineData(100)]
    [InlineData(5_000)]
    public void Shape_OfManyPoints_KeepsAtMostFourHundred(int points) => Assert.InRange(Simplify.Shape(Star(points)).Points, 4, Simplify.MostPoints);

    [Fact]
    public void Shape_Simplified_StaysClosed()
    {
        var ring = Simplify.Shape(Star(5_000)).Polygons[0][0];

        Assert.Equal(ring[0], ring[^1]);
    }

    [Fact]
    public void Shape_Simplified_KeepsItsExtent()
    {
        var (before, after) = (Star(5_000), Simplify.Shape(Star(5_000)));

        Assert.Equal(before.West, after.West, 0.05);
        Assert.Equal(before.North, after.North, 0.05);
    }

    [Fact]
    public void Shape_WithTinyIslands_KeepsTheMainland()
    {
        var island = Square(10, 10, 0.00001);
        var shape = new GeoShape([[Square(20, 50, 1)], [island]]);

        Assert.Single(Simplify.Shape(shape).Polygons);
    }

    [Fact]
    public void Shape_SmallerThanTheGrid_IsStillDrawn() => Assert.Equal(5, Simplify.Shape(new GeoShape([[Square(10, 10, 0.000001)]])).Points);

    private static GeoShape Star(int points) => new([[[
        .. Enumerable.Range(0, points).Select(i => Math.Tau * i / points)
            .Select(angle => (Angle: angle, Radius: 1 + (0.2 * Math.Sin(angle * 37))))
            .Select(p => new GeoPoint(20 + (p.Radius * Math.Cos(p.Angle)), 50 + (p.Radius * Math.Sin(p.Angle))))
            .Append(new GeoPoint(21, 50)),
    ]]]);

    private static IReadOnlyList<GeoPoint> Square(double lon, double lat, double side) =>
        [new(lon, lat), new(lon + side, lat), new(lon + side, lat + side), new(lon, lat + side), new(lon, lat)];
}
