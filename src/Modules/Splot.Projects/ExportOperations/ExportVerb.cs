using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Splot.Contracts.Projects;
using Splot.Data.Terminal;
using Splot.Tables;

namespace Splot.Projects.ExportOperations;

/// <summary><c>splot export operations</c>.</summary>
internal static class ExportVerb
{
    public static Verb Verb { get; } = new(
        "export operations",
        "",
        "Writes the public operations: ndjson and json with every field, csv and xlsx in the splot profile, itb in the 33-column template.",
        [
            new VerbOption("--format", "NAME", "csv, xlsx, ndjson, json or itb; by default the ending of --out, else ndjson"),
            new VerbOption("--country", "CODE", "only operations in this country, such as PL"),
            new VerbOption("--period", "YEARS", "only operations of this programming period, such as 2021-2027"),
            new VerbOption("--list", "NAME", "only operations that this list carries"),
            new VerbOption("--out", "FILE", "the file; standard output by default"),
            new VerbOption("--report", "FILE", "with itb: writes what the template's rules find, as JSON"),
        ],
        RunAsync);

    private static readonly JsonSerializerOptions Indented = new(OperationJson.Options) { WriteIndented = true };

    private static async Task<int> RunAsync(VerbCall call, CancellationToken cancellation)
    {
        var format = Format(call);
        var selection = Selection(call);
        if (call.Option("--report") is not null && format != ExportFormat.Itb)
        {
            throw new UsageException("--report goes with --format itb: it holds what the template's rules find.");
        }

        var operations = call.Services.GetRequiredService<ExportedOperations>();
        if (selection.List is { } list && await operations.ListsAsync(cancellation) is var lists && !lists.Contains(list, StringComparer.Ordinal))
        {
            await call.Progress.WriteLineAsync(lists.Count == 0 ? $"There is no list '{list}'; the registry holds none." : $"There is no list '{list}'. Lists: {string.Join(", ", lists)}.");
            return ExitCode.Refused;
        }

        await using var file = call.OutputFile("--out");
        await using var report = call.OutputFile("--report");
        var outcome = await WriteAsync(call, format, selection, file?.Stream ?? call.Output, cancellation);
        if (outcome is not ExportOutcome.Written written)
        {
            await call.Progress.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"A workbook holds {((ExportOutcome.TooMany)outcome).Most} operations at the most, and there are more: take --format csv, or part them by --country, --period or --list."));
            return ExitCode.Refused;
        }

        await CompleteAsync(written, file, report, cancellation);
        await call.Progress.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{written.Operations} operations."));
        return ExitCode.Done;
    }

    private static async Task<ExportOutcome> WriteAsync(VerbCall call, ExportFormat format, ExportSelection selection, Stream target, CancellationToken cancellation)
    {
        var progress = ProgressLine.On(call.Progress, call.Services.GetRequiredService<TimeProvider>());
        try
        {
            return await call.Services.GetRequiredService<OperationExport>().WriteAsync(
                format, selection, target, XlsxTableWriter.MaxRows - 1, count => progress.Show(string.Create(CultureInfo.InvariantCulture, $"Wrote {count:N0} operations")), cancellation);
        }
        finally
        {
            progress.End();
        }
    }

    private static async Task CompleteAsync(ExportOutcome.Written written, OutputFile? file, OutputFile? report, CancellationToken cancellation)
    {
        if (file is not null)
        {
            await file.CompleteAsync(cancellation);
        }

        if (report is not null)
        {
            var found = new JsonObject { ["operations"] = written.Operations, ["validation"] = written.Validation!.DeepClone() };
            await JsonSerializer.SerializeAsync(report.Stream, found, Indented, cancellation);
            await report.CompleteAsync(cancellation);
        }
    }

    private static ExportFormat Format(VerbCall call)
    {
        var ending = Path.GetExtension(call.Option("--out"))?.TrimStart('.').ToLowerInvariant();
        return call.Option("--format") switch
        {
            "csv" => ExportFormat.Csv,
            "xlsx" => ExportFormat.Xlsx,
            "ndjson" => ExportFormat.Ndjson,
            "json" => ExportFormat.Json,
            "itb" => ExportFormat.Itb,
            null => ending switch { "csv" => ExportFormat.Csv, "xlsx" => ExportFormat.Xlsx, "json" => ExportFormat.Json, _ => ExportFormat.Ndjson },
            _ => throw new UsageException("--format must be csv, xlsx, ndjson, json or itb."),
        };
    }

    private static ExportSelection Selection(VerbCall call)
    {
        if (call.Option("--country") is { } country && (country.Length != 2 || !country.All(char.IsAsciiLetter)))
        {
            throw new UsageException("--country must be a two-letter ISO code such as PL.");
        }

        if (call.Option("--period") is { } period && !(period.Length == 9 && period[4] == '-' && period.Remove(4, 1).All(char.IsAsciiDigit)))
        {
            throw new UsageException("--period must be two years such as 2021-2027.");
        }

        return new ExportSelection(call.Option("--country")?.ToUpperInvariant(), call.Option("--period"), call.Option("--list"));
    }
}
