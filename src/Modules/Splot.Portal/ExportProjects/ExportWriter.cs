using Splot.Portal.Model;
using Splot.Tables;

namespace Splot.Portal.ExportProjects;

/// <summary>Writes projects one after the other, in any format; memory does not grow with their number. Texts are in the current language.</summary>
internal static class ExportWriter
{
    private const int Buffer = 1 << 16;

    /// <summary>Writes all operations with the chosen members (all where none is chosen) to the stream, which stays open.</summary>
    public static async Task WriteAsync(ExportFormat format, IAsyncEnumerable<PublicOperation> operations, IReadOnlyList<string> members, Stream target, CancellationToken cancellation)
    {
        if (format == ExportFormat.Csv || format == ExportFormat.Xlsx)
        {
            await WriteTableAsync(format, operations, members, target, cancellation);
            return;
        }

        await using var body = new BufferedStream(new KeptOpen(target), Buffer);
        if (format == ExportFormat.GeoJson)
        {
            await GeoJson.WriteAsync(operations, members, body, cancellation);
        }
        else
        {
            await WriteLinesAsync(operations, members, body, cancellation);
        }

        await body.FlushAsync(cancellation);
    }

    private static async Task WriteLinesAsync(IAsyncEnumerable<PublicOperation> operations, IReadOnlyList<string> members, Stream body, CancellationToken cancellation)
    {
        var end = "\n"u8.ToArray();
        await foreach (var operation in operations.WithCancellation(cancellation))
        {
            await body.WriteAsync(operation.Json(members), cancellation);
            await body.WriteAsync(end, cancellation);
        }
    }

    private static async Task WriteTableAsync(ExportFormat format, IAsyncEnumerable<PublicOperation> operations, IReadOnlyList<string> members, Stream target, CancellationToken cancellation)
    {
        var columns = ExportColumn.Chosen(members);
        var outputs = columns.Select(c => c.Output).ToList();
        await using TableWriter table = format == ExportFormat.Csv ? new CsvTableWriter(target, outputs) : new XlsxTableWriter(target, outputs, "projects");
        await foreach (var operation in operations.WithCancellation(cancellation))
        {
            foreach (var column in columns)
            {
                column.Write(table, operation);
            }

            await table.EndRowAsync(cancellation);
        }

        await table.CompleteAsync(cancellation);
    }
}
