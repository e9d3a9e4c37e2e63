namespace Splot.Portal.ExportProjects;

/// <summary>A form in which projects are written out.</summary>
/// <param name="Extension">Ending of the address and of the file.</param>
/// <param name="MediaType">Content type.</param>
/// <param name="Name">What people call it.</param>
internal sealed record ExportFormat(string Extension, string MediaType, string Name)
{
    public static ExportFormat Csv { get; } = new("csv", "text/csv; charset=utf-8", "CSV");

    public static ExportFormat Xlsx { get; } = new("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "XLSX");

    public static ExportFormat Ndjson { get; } = new("ndjson", "application/x-ndjson; charset=utf-8", "NDJSON");

    /// <summary>RFC 7946.</summary>
    public static ExportFormat GeoJson { get; } = new("geojson", "application/geo+json", "GeoJSON");

    public static IReadOnlyList<ExportFormat> All { get; } = [Csv, Xlsx, Ndjson, GeoJson];
}
