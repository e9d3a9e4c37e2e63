using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Splot.Contracts.Projects;
using Splot.Portal.Model;

namespace Splot.Portal.ExportProjects;

/// <summary>
/// Projects as a FeatureCollection (RFC 7946): longitude before latitude, WGS 84. A feature's geometry holds published coordinates only.
/// Where no list gives any it is null, never the middle of a region: the property <c>geometryBasis</c> says how exact the points are, or
/// <c>none</c>, and <c>locations</c> has the codes of regions for whoever wants to draw those.
/// </summary>
internal static class GeoJson
{
    /// <summary>The property that tells how exact the geometry is.</summary>
    public const string Basis = "geometryBasis";

    /// <summary>Its value where there is no geometry.</summary>
    public const string None = "none";

    public static async Task WriteAsync(IAsyncEnumerable<PublicOperation> operations, IReadOnlyList<string> members, Stream body, CancellationToken cancellation)
    {
        await body.WriteAsync("{\"type\":\"FeatureCollection\",\"features\":["u8.ToArray(), cancellation);
        var buffer = new ArrayBufferWriter<byte>(8192);
        var first = true;
        await foreach (var operation in operations.WithCancellation(cancellation))
        {
            buffer.ResetWrittenCount();
            buffer.Write(first ? "\n"u8 : ",\n"u8);
            first = false;
            Feature(buffer, operation, members);
            await body.WriteAsync(buffer.WrittenMemory, cancellation);
        }

        await body.WriteAsync("\n]}\n"u8.ToArray(), cancellation);
    }

    /// <summary>The points of an operation that a map can show, each once.</summary>
    public static IReadOnlyList<LocationDocument> Points(OperationDocument document) =>
        [.. document.Locations.Where(IsPoint).DistinctBy(l => (l.Lat, l.Lon))];

    /// <summary>True where a place has coordinates that lie on the globe.</summary>
    public static bool IsPoint(LocationDocument place) => place is { Lat: >= -90m and <= 90m, Lon: >= -180m and <= 180m };

    private static void Feature(ArrayBufferWriter<byte> buffer, PublicOperation operation, IReadOnlyList<string> members)
    {
        var points = Points(operation.Document);
        buffer.Write("{\"type\":\"Feature\",\"id\":"u8);
        Text(buffer, operation.Id);
        buffer.Write(",\"geometry\":"u8);
        Geometry(buffer, points);
        buffer.Write(",\"properties\":"u8);

        // The document is an object that is never empty: one more member goes before its closing brace.
        var json = operation.Json(members).Span;
        buffer.Write(json[..json.LastIndexOf((byte)'}')]);
        buffer.Write(",\"geometryBasis\":"u8);
        Text(buffer, points.Count == 0 ? None : points[0].Precision ?? points[0].Kind ?? "point");
        buffer.Write("}}"u8);
    }

    private static void Geometry(ArrayBufferWriter<byte> buffer, IReadOnlyList<LocationDocument> points)
    {
        if (points.Count == 0)
        {
            buffer.Write("null"u8);
            return;
        }

        buffer.Write(points.Count == 1 ? "{\"type\":\"Point\",\"coordinates\":"u8 : "{\"type\":\"MultiPoint\",\"coordinates\":["u8);
        for (var i = 0; i < points.Count; i++)
        {
            Plain(buffer, string.Create(CultureInfo.InvariantCulture, $"{(i == 0 ? "" : ",")}[{points[i].Lon},{points[i].Lat}]"));
        }

        buffer.Write(points.Count == 1 ? "}"u8 : "]}"u8);
    }

    private static void Plain(ArrayBufferWriter<byte> buffer, string text) => buffer.Advance(Encoding.UTF8.GetBytes(text, buffer.GetSpan(Encoding.UTF8.GetMaxByteCount(text.Length))));

    private static void Text(ArrayBufferWriter<byte> buffer, string text) => Plain(buffer, "\"" + JsonEncodedText.Encode(text, OperationJson.Options.Encoder).Value + "\"");
}
