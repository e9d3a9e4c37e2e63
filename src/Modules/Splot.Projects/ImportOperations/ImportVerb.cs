using System.Globalization;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Splot.Data;
using Splot.Data.Terminal;
using Splot.Kernel;
using Splot.Tables;

namespace Splot.Projects.ImportOperations;

/// <summary><c>splot import operations FILE</c>.</summary>
internal static class ImportVerb
{
    public static Verb Verb { get; } = new(
        "import operations",
        "FILE",
        "Imports a list of operations (CSV, XLSX, XLS, HTML table, JSON) and publishes it.",
        [
            new VerbOption("--profile", "NAME", "auto (default), splot, kohesio, itb, pl-2021, pl-2014 or custom"),
            new VerbOption("--mapping", "FILE", "JSON file that says how the list's columns are read"),
            new VerbOption("--country", "CODE", "country of rows that name none, such as PL"),
            new VerbOption("--currency", "CODE", "currency of amounts that name none, such as PLN"),
            new VerbOption("--language", "CODE", "language of the list, such as pl"),
            new VerbOption("--encoding", "NAME", "encoding of a text file, such as windows-1250"),
            new VerbOption("--dates", "ORDER", "dmy, mdy or ymd"),
            new VerbOption("--decimal", "MARK", "comma or point"),
            new VerbOption("--list", "NAME", "name of the list; profile and country by default"),
            new VerbOption("--edition", "DATE", "date of the edition, yyyy-mm-dd; today by default"),
            new VerbOption("--publish", "yes|no", "no stores the list without showing it; yes by default"),
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
        var report = await HandleAsync(call, Settings(call, file, mapping!), cancellation);
        if (reportFile is not null)
        {
            await reportFile.Stream.WriteAsync(Encoding.UTF8.GetBytes(report.ToJson()), cancellation);
            await reportFile.CompleteAsync(cancellation);
        }

        // An earlier call may have been stopped between storing and publishing.
        if (report.Outcome is "done" or "unchanged")
        {
            await call.Progress.WriteLineAsync("Publishing …");
            await call.Services.GetRequiredService<OutboxPump>().DrainAsync(cancellation);
            await call.Services.GetRequiredService<Editions.EditionCleanup>().RunAsync(cancellation);
        }

        await WriteSummaryAsync(call, report);
        return report.Outcome == "refused" ? ExitCode.Refused : ExitCode.Done;
    }

    private static async Task<ImportReport> HandleAsync(VerbCall call, ImportSettings settings, CancellationToken cancellation)
    {
        var progress = ProgressLine.On(call.Progress, call.Services.GetRequiredService<TimeProvider>());
        try
        {
            return await call.Services.GetRequiredService<ImportOperationsHandler>().HandleAsync(settings, p => progress.Show(Words(p)), cancellation);
        }
        finally
        {
            progress.End();
        }
    }

    private static string? Problem(VerbCall call)
    {
        if (call.Option("--profile") is { } profile && profile != "auto" && ListProfile.Find(profile) is null)
        {
            return $"--profile must be auto, {string.Join(", ", ListProfile.All.Select(p => p.Name))}.";
        }

        if (call.Option("--currency") is { } currency && !Currency.TryParse(currency, out _))
        {
            return "--currency must be an ISO 4217 code such as PLN.";
        }

        if (call.Option("--country") is { } country && (country.Length != 2 || !country.All(char.IsAsciiLetter)))
        {
            return "--country must be a two-letter ISO code such as PL.";
        }

        if (call.Option("--language") is { } language && !(language.Length >= 2 && language.Split('-')[0].Length == 2 && language.Split('-')[0].All(char.IsAsciiLetter)))
        {
            return "--language must be a two-letter ISO code such as pl.";
        }

        return Chosen(call, "--dates", "dmy", "mdy", "ymd")
            ?? Chosen(call, "--decimal", "comma", "point")
            ?? Chosen(call, "--publish", "yes", "no")
            ?? (call.Option("--edition") is { } edition && !TryDate(edition, out _) ? "--edition must be a date written yyyy-mm-dd." : null);
    }

    private static string? Chosen(VerbCall call, string option, params string[] values) =>
        call.Option(option) is { } value && !values.Contains(value, StringComparer.Ordinal) ? $"{option} must be {string.Join(" or ", values)}." : null;

    private static ImportSettings Settings(VerbCall call, string file, Mapping mapping) => new()
    {
        File = file,
        Mapping = mapping,
        Profile = call.Option("--profile") ?? "auto",
        Country = call.Option("--country")?.ToUpperInvariant(),
        Currency = call.Option("--currency")?.ToUpperInvariant(),
        Language = call.Option("--language")?.ToLowerInvariant(),
        Encoding = call.Option("--encoding"),
        Dates = call.Option("--dates") switch { "dmy" => DateOrder.DayMonthYear, "mdy" => DateOrder.MonthDayYear, "ymd" => DateOrder.YearMonthDay, _ => null },
        Decimal = call.Option("--decimal") switch { "comma" => DecimalMark.Comma, "point" => DecimalMark.Point, _ => null },
        List = call.Option("--list"),
        Edition = call.Option("--edition") is { } edition && TryDate(edition, out var date) ? date : null,
        Publish = call.Option("--publish") != "no",
        DryRun = call.Option("--dry-run") is not null,
    };

    private static bool TryDate(string text, out DateOnly date) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out date);

    private static string Words(ImportProgress progress) => progress.Total is { } total
        ? string.Create(CultureInfo.InvariantCulture, $"{(progress.Step == "store" ? "Stored" : "Looked at")} {progress.Done:N0} of {total:N0} rows")
        : "Looking at the whole file …";

    private static async Task WriteSummaryAsync(VerbCall call, ImportReport report)
    {
        var answer = report.Outcome == "refused" ? call.Progress : call.Answer;
        await answer.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{report.Outcome}: {report.File}{(report.List is { } list ? $", list '{list}'" : "")}, {report.Rows} rows, {report.Accepted} accepted, {report.Rejected} rejected, {report.Warnings} warnings"));
        foreach (var (currency, sum) in report.Totals)
        {
            await answer.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"total {sum.Total:0.00} {currency}{(sum.Eu is { } eu ? $", of which EU {eu:0.00} {currency}" : "")}"));
        }

        if (report.Difference is { } difference)
        {
            await answer.WriteLineAsync(string.Join(", ", difference.Select(d => string.Create(CultureInfo.InvariantCulture, $"{d.Key} {d.Value}"))));
        }

        if (report.UnusedColumns.Count > 0)
        {
            await answer.WriteLineAsync($"columns not used: {string.Join(", ", report.UnusedColumns)} (name them in a mapping file to use them)");
        }

        await WriteIssuesAsync(answer, report);
    }

    /// <summary>What concerns the whole list and the rows that were left out; the rest is for the report.</summary>
    private static async Task WriteIssuesAsync(TextWriter writer, ImportReport report)
    {
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
