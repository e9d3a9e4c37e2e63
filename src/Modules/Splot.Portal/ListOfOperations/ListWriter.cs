using System.Text.Json;
using Splot.Contracts.Projects;
using Splot.Portal.Model;
using Splot.Portal.OpenData;
using Splot.Tables;
using Splot.Ui;

namespace Splot.Portal.ListOfOperations;

/// <summary>Writes the list of operations as CSV and as JSON, row by row.</summary>
internal static class ListWriter
{
    /// <summary>Names the profile and its version.</summary>
    public const string Profile = "splot-art49-2021-2027/1";

    private const int FlushAt = 1 << 15;

    public static async Task WriteCsvAsync(IAsyncEnumerable<PublicOperation> operations, SiteOptions site, Stream target, CancellationToken cancellation)
    {
        await using var table = new CsvTableWriter(target, [.. ListColumn.All.Select(c => new OutputColumn(c.Name))]);
        await foreach (var operation in operations.WithCancellation(cancellation))
        {
            foreach (var column in ListColumn.All)
            {
                table.Text(column.Cell(operation, site));
            }

            await table.EndRowAsync(cancellation);
        }

        await table.CompleteAsync(cancellation);
    }

    public static async Task WriteJsonAsync(DataState state, IAsyncEnumerable<PublicOperation> operations, SiteOptions site, Stream target, CancellationToken cancellation)
    {
        await using var json = new Utf8JsonWriter(target, new JsonWriterOptions { Encoder = OperationJson.Options.Encoder });
        json.WriteStartObject();
        Head(json, state);
        json.WriteStartArray("operations");
        await foreach (var operation in operations.WithCancellation(cancellation))
        {
            json.WriteStartObject();
            foreach (var column in ListColumn.All)
            {
                json.WriteString(column.Name, column.Cell(operation, site));
            }

            json.WriteEndObject();
            if (json.BytesPending >= FlushAt)
            {
                await json.FlushAsync(cancellation);
            }
        }

        json.WriteEndArray();
        json.WriteEndObject();
        await json.FlushAsync(cancellation);
    }

    /// <summary>What a list or its report is about.</summary>
    internal static void Head(Utf8JsonWriter json, DataState state)
    {
        json.WriteString("profile", Profile);
        json.WriteString("country", state.Group.Country);
        json.WriteString("period", state.Group.Period);
        json.WriteStartArray("lists");
        foreach (var (list, edition) in state.Lists)
        {
            json.WriteStartObject();
            json.WriteString("list", list);
            json.WriteString("edition", edition.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
