using System.Globalization;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Splot.Contracts.Projects;
using Splot.Data.Terminal;
using Splot.Tables;

namespace Splot.Projects.ExportOperations;

/// <summary><c>splot export operations --format csv|xlsx|ndjson --out FILE</c>: everything public, streamed.</summary>
internal static class ExportVerb
{
    public static Verb Verb { get; } = new(
        "export operations",
        "",
        "Writes every public operation to a file: csv or xlsx in the splot profile, or ndjson with every field.",
        [
            new VerbOption("--format", "FORMAT", "csv (default), xlsx or ndjson"),
            new VerbOption("--out", "FILE", "the file; standard output by default (csv and ndjson)"),
        ],
        RunAsync);

    private static async Task<int> RunAsync(VerbCall call, CancellationToken cancellation)
    {
        var format = call.Option("--format") ?? "csv";
        if (format is not ("csv" or "xlsx" or "ndjson") || call.Arguments.Count > 0)
        {
            await call.Progress.WriteLineAsync("--format must be csv, xlsx or ndjson.");
            return ExitCode.Usage;
        }

        if (format == "xlsx" && call.Option("--out") is null)
        {
            await call.Progress.WriteLineAsync("Give --out: a workbook cannot be written to the terminal.");
            return ExitCode.Usage;
        }

        var published = call.Services.GetRequiredService<IPublishedOperations>();
        await using var stream = call.Option("--out") is { } path ? File.Create(path) : Console.OpenStandardOutput();
        var count = format == "ndjson"
            ? await WriteJsonAsync(published, stream, cancellation)
            : await WriteTableAsync(published, stream, format, cancellation);
        await call.Progress.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{count} operations."));
        return ExitCode.Done;
    }

    private static async Task<long> WriteJsonAsync(IPublishedOperations published, Stream stream, CancellationToken cancellation)
    {
        var count = 0L;
        await using var writer = new StreamWriter(stream, new UTF8Encoding(false));
        await foreach (var document in DocumentsAsync(published, cancellation))
        {
            await writer.WriteLineAsync(OperationJson.Write(document));
            count++;
        }

        return count;
    }

    private static async Task<long> WriteTableAsync(IPublishedOperations published, Stream stream, string format, CancellationToken cancellation)
    {
        var count = 0L;
        await using var table = format == "csv" ? SplotProfile.Csv(stream) : SplotProfile.Xlsx(stream);
        await foreach (var document in DocumentsAsync(published, cancellation))
        {
            SplotProfile.Write(table, document);
            count++;
        }

        return count;
    }

    /// <summary>Each public operation once, a natural person's name left out.</summary>
    private static async IAsyncEnumerable<OperationDocument> DocumentsAsync(IPublishedOperations published, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        if (await published.KeyRangeAsync(cancellation) is not { } range)
        {
            yield break;
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var operation in published.ReadAsync(range.From, range.To, cancellation))
        {
            if (operation.Document is { } document && seen.Add(document.Id))
            {
                yield return document;
            }
        }
    }
}
