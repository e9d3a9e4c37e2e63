using System.Globalization;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Splot.Access.Organisations;
using Splot.Data.Terminal;
using Splot.Tables;

namespace Splot.Access.ImportOrganisations;

/// <summary><c>splot import organisations FILE</c>.</summary>
internal static class ImportOrganisationsVerb
{
    public static Verb Verb { get; } = new(
        "import organisations",
        "FILE",
        "Imports a list of organisations (CSV, XLSX, XLS, HTML table, JSON); known ones are found by their numbers and brought up to date.",
        [
            new VerbOption("--mapping", "FILE", "JSON file that says how the list's columns are read"),
            new VerbOption("--kind", "CODE", "kind of rows that name none, such as municipality"),
            new VerbOption("--country", "CODE", "country of rows that name none; PL by default"),
            new VerbOption("--encoding", "NAME", "encoding of a text file, such as windows-1250"),
            new VerbOption("--dates", "ORDER", "dmy, mdy or ymd"),
            new VerbOption("--dry-run", null, "only looks and reports; stores nothing"),
            new VerbOption("--report", "FILE", "writes the full report as JSON"),
        ],
        RunAsync);

    private const int MostIssues = 20;

    private static async Task<int> RunAsync(VerbCall call, CancellationToken cancellation)
    {
        var file = call.InputFile();
        var (mapping, wrong) = call.Option("--mapping") is { } path ? Mapping.Parse(await File.ReadAllTextAsync(NamedFiles.Existing(path), cancellation)) : (new Mapping(), null);
        if ((wrong ?? Problem(call)) is { } problem)
        {
            throw new UsageException(problem);
        }

        // Begun first: a report that cannot be written must be known before anything is stored.
        await using var reportFile = call.OutputFile("--report");
        var settings = new ImportSettings
        {
            File = Path.GetFileName(file),
            Mapping = mapping! with { Encoding = call.Option("--encoding") ?? mapping!.Encoding, Dates = call.Option("--dates") ?? mapping!.Dates },
            Kind = call.Option("--kind") is { } kind ? Words.KindOf(kind) : null,
            Country = call.Option("--country")?.ToUpperInvariant() ?? "PL",
            DryRun = call.Option("--dry-run") is not null,
        };
        var report = await call.Services.GetRequiredService<ImportOrganisationsHandler>()
            .HandleAsync(() => TableFile.Open(file, settings.Options, cancellation), settings, Keeper.Terminal("import organisations"), cancellation);
        if (reportFile is not null)
        {
            await reportFile.Stream.WriteAsync(Encoding.UTF8.GetBytes(report.ToJson()), cancellation);
            await reportFile.CompleteAsync(cancellation);
        }

        await WriteAsync(report.IsRefused ? call.Progress : call.Answer, report);
        return report.IsRefused ? ExitCode.Refused : ExitCode.Done;
    }

    private static string? Problem(VerbCall call)
    {
        if (call.Option("--kind") is { } kind && Words.KindOf(kind) is null)
        {
            return $"--kind must be one of {string.Join(", ", Model.OrganisationKind.All)}.";
        }

        if (call.Option("--country") is { } country && (country.Length != 2 || !country.All(char.IsAsciiLetter)))
        {
            return "--country must be a two-letter ISO code such as PL.";
        }

        return call.Option("--dates") is { } dates && dates is not ("dmy" or "mdy" or "ymd") ? "--dates must be dmy, mdy or ymd." : null;
    }

    private static async Task WriteAsync(TextWriter writer, ImportReport report)
    {
        await writer.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{report.Outcome}: {report.File}, {report.Rows} rows, {report.Accepted} accepted, {report.Rejected} rejected, {report.Warnings} warnings; {report.Added} added, {report.Changed} changed, {report.Unchanged} unchanged"));
        var issues = report.Issues.Where(i => i.Severity == "error" || i.Row is null).ToList();
        foreach (var issue in issues.Take(MostIssues))
        {
            var where = issue.Row is { } row ? string.Create(CultureInfo.InvariantCulture, $" row {row}") : "";
            await writer.WriteLineAsync($"{issue.Severity}{where}{(issue.Column is { } column ? $" [{column}]" : "")}: {issue.Message} ({issue.Code})");
        }

        if (issues.Count > MostIssues)
        {
            await writer.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"and {issues.Count - MostIssues} more, which --report FILE tells"));
        }
    }
}
