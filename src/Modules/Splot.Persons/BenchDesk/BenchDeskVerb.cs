using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Splot.Data;
using Splot.Data.Terminal;

namespace Splot.Persons.BenchDesk;

/// <summary>
/// <c>splot bench desk</c>: what the audit adds to a command of people at their desks. A person is corrected with the audit and without it, in turns, in
/// stores that are made for it and removed again.
/// </summary>
internal static class BenchDeskVerb
{
    private const int DefaultSize = 1_000;
    private const int DefaultPeople = 20_000;

    public static Verb Verb { get; } = new(
        "bench desk",
        "",
        "Measures what the audit adds to correcting a person, in stores of its own.",
        [
            new VerbOption("--size", "N", "corrections with the audit, and as many without it; 1000 by default"),
            new VerbOption("--people", "N", "people to invent; 20000 by default"),
            new VerbOption("--engines", "LIST", "sqlite, postgres, with a comma between; sqlite by default"),
            new VerbOption("--postgres", "CONNECTION", "a server on which the database splot_bench_desk may be made and dropped"),
            new VerbOption("--out", "FILE", "writes the figures as JSON"),
        ],
        RunAsync)
    { WithoutStores = true };

    private static async Task<int> RunAsync(VerbCall call, CancellationToken cancellation)
    {
        var (size, people) = (Number(call, "--size", DefaultSize), Number(call, "--people", DefaultPeople));
        var engines = (call.Option("--engines") ?? "sqlite").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (engines.Length == 0 || engines.Any(e => e is not ("sqlite" or "postgres")))
        {
            throw new UsageException("--engines are sqlite and postgres, with a comma between.");
        }

        if (engines.Contains("postgres") && call.Option("--postgres") is null)
        {
            throw new UsageException("Give --postgres: a server on which the database splot_bench_desk may be made and dropped.");
        }

        await using var file = call.OutputFile("--out");
        var audit = call.Services.GetService<AuditSwitch>() ?? throw new RequirementException("The audit can be measured from the terminal only.");
        var measured = new List<DeskFigures>();
        foreach (var engine in engines.Distinct(StringComparer.Ordinal))
        {
            await call.Progress.WriteLineAsync($"Measuring on {engine} …");
            await using var store = await MeasuringStore.CreateAsync(call.Services.GetRequiredService<SplotOptions>(), engine == "postgres" ? call.Option("--postgres") : null, cancellation);
            measured.Add(await new DeskRun(store.Services, audit).MeasureAsync(size, people, cancellation));
        }

        var figures = new DeskReport(RuntimeInformation.OSDescription, Environment.ProcessorCount, measured);
        await WriteAsync(call, figures);
        if (file is not null)
        {
            await JsonSerializer.SerializeAsync(file.Stream, figures, JsonSerializerOptions.Web, cancellation);
            await file.CompleteAsync(cancellation);
        }

        return ExitCode.Done;
    }

    private static async Task WriteAsync(VerbCall call, DeskReport report)
    {
        await call.Answer.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{report.Machine}, {report.Cores} cores"));
        foreach (var f in report.Engines)
        {
            await call.Answer.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture,
                $"{f.Engine}: correcting one of {f.People} people, {f.Commands} times each way in turns: with the audit p50 {f.With.P50:0.000} ms, p95 {f.With.P95:0.000} ms; without it p50 {f.Without.P50:0.000} ms, p95 {f.Without.P95:0.000} ms; ratio {f.Ratio:0.000}"));
        }
    }

    private static int Number(VerbCall call, string option, int otherwise) => call.Option(option) is not { } text ? otherwise
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number
        : throw new UsageException(option + " is a whole number above zero.");
}

/// <summary>What was measured.</summary>
internal sealed record DeskReport(string Machine, int Cores, IReadOnlyList<DeskFigures> Engines);

/// <summary>What was measured on one engine; the ratio is that of the medians.</summary>
internal sealed record DeskFigures(string Engine, int People, int Commands, DeskTimes With, DeskTimes Without, double Ratio);

/// <summary>Milliseconds.</summary>
internal sealed record DeskTimes(double P50, double P95)
{
    public static DeskTimes Of(List<double> times)
    {
        times.Sort();
        return new DeskTimes(At(times, 0.5), At(times, 0.95));
    }

    private static double At(List<double> sorted, double share) => sorted[Math.Clamp((int)Math.Ceiling(share * sorted.Count) - 1, 0, sorted.Count - 1)];
}
