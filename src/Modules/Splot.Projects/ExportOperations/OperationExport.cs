using System.Text.Json.Nodes;
using Splot.Contracts.Projects;
using Splot.Contracts.Territory;
using Splot.Projects.ImportOperations;
using Splot.Tables;

namespace Splot.Projects.ExportOperations;

/// <summary>Forms that operations are written in.</summary>
internal enum ExportFormat
{
    /// <summary>A JSON document a line, every field.</summary>
    Ndjson,

    /// <summary>A JSON array of documents, every field.</summary>
    Json,

    /// <summary>CSV with the columns of the splot profile.</summary>
    Csv,

    /// <summary>A workbook with the columns of the splot profile.</summary>
    Xlsx,

    /// <summary>CSV with the columns of the 33-column template.</summary>
    Itb,
}

/// <summary>What came of an export.</summary>
internal abstract record ExportOutcome
{
    /// <summary>Everything is written. <paramref name="Validation"/> is what the template's rules find, where they were asked.</summary>
    public sealed record Written(long Operations, JsonObject? Validation) : ExportOutcome;

    /// <summary>A sheet does not hold so many rows.</summary>
    public sealed record TooMany(long Most) : ExportOutcome;
}

/// <summary>Writes operations in one of the forms. CSV has no byte order mark: programs read it; people who want a table take the workbook.</summary>
internal sealed class OperationExport(ExportedOperations operations, IReferenceData reference)
{
    private const int ProgressEvery = 5000;

    private static readonly CsvFormat Plain = new() { Mark = false };

    /// <summary>Writes what is selected to the stream, which stays open.</summary>
    /// <param name="format">The form.</param>
    /// <param name="selection">Which operations.</param>
    /// <param name="target">Where they go.</param>
    /// <param name="mostRows">Rows that a sheet holds, without its header.</param>
    /// <param name="progress">Told now and then how many are written.</param>
    /// <param name="cancellation">Stops between operations.</param>
    public Task<ExportOutcome> WriteAsync(ExportFormat format, ExportSelection selection, Stream target, long mostRows, Action<long> progress, CancellationToken cancellation)
    {
        var documents = CountedAsync(selection, progress, cancellation);
        return format switch
        {
            ExportFormat.Ndjson => WriteJsonAsync(documents, target, "", "\n", "\n", cancellation),
            ExportFormat.Json => WriteJsonAsync(documents, target, "[\n", ",\n", "\n]\n", cancellation),
            ExportFormat.Csv => WriteTableAsync(documents, new CsvTableWriter(target, Outputs, Plain), long.MaxValue, cancellation),
            ExportFormat.Xlsx => WriteTableAsync(documents, new XlsxTableWriter(target, Outputs, "operations"), mostRows, cancellation),
            _ => WriteTemplateAsync(documents, target, cancellation),
        };
    }

    private static IReadOnlyList<OutputColumn> Outputs { get; } = [.. SplotColumn.All.Select(c => c.Output)];

    private async IAsyncEnumerable<OperationDocument> CountedAsync(ExportSelection selection, Action<long> progress, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        var count = 0L;
        await foreach (var document in operations.ReadAsync(selection, cancellation))
        {
            yield return document;
            if (++count % ProgressEvery == 0)
            {
                progress(count);
            }
        }
    }

    private static async Task<ExportOutcome> WriteJsonAsync(IAsyncEnumerable<OperationDocument> documents, Stream target, string before, string between, string after, CancellationToken cancellation)
    {
        var count = 0L;
        await using var writer = new StreamWriter(target, new System.Text.UTF8Encoding(false), leaveOpen: true);
        await writer.WriteAsync(before);
        await foreach (var document in documents)
        {
            await writer.WriteAsync(count++ == 0 ? "" : between);
            await writer.WriteAsync(OperationJson.Write(document).AsMemory(), cancellation);
        }

        await writer.WriteAsync(count == 0 && before.Length == 0 ? "" : after);
        return new ExportOutcome.Written(count, null);
    }

    private static async Task<ExportOutcome> WriteTableAsync(IAsyncEnumerable<OperationDocument> documents, TableWriter table, long most, CancellationToken cancellation)
    {
        await using var writer = table;
        var count = 0L;
        await foreach (var document in documents)
        {
            if (++count > most)
            {
                return new ExportOutcome.TooMany(most);
            }

            foreach (var column in SplotColumn.All)
            {
                column.Write(table, document);
            }

            await table.EndRowAsync(cancellation);
        }

        await table.CompleteAsync(cancellation);
        return new ExportOutcome.Written(count, null);
    }

    private async Task<ExportOutcome> WriteTemplateAsync(IAsyncEnumerable<OperationDocument> documents, Stream target, CancellationToken cancellation)
    {
        var columns = TemplateProjection.Columns(await operations.HoldInventedAsync(cancellation));
        var projection = new TemplateProjection(reference);
        var validation = new TemplateValidation(TemplateProjection.Header(columns));
        await using var table = new CsvTableWriter(target, columns, Plain);
        var count = 0L;
        await foreach (var document in documents)
        {
            var cells = projection.Row(columns, document);
            TemplateProjection.Write(table, cells, document);
            await table.EndRowAsync(cancellation);
            count++;
            validation.Check(count + 1, column => cells[column]); // row 1 is the header
        }

        await table.CompleteAsync(cancellation);
        return new ExportOutcome.Written(count, validation.Result());
    }
}
