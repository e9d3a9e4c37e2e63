using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Splot.Data;
using Splot.Data.Terminal;

namespace Splot.Portal.BenchSearch;

/// <summary>
/// <c>splot bench search</c>: the same two hundred questions to the index, to SQLite and to PostgreSQL over the operations of the public store,
/// which is filled with invented ones where it is empty. The others are asked every fourth question, one at a time.
/// </summary>
internal static class BenchSearchVerb
{
    private const int DefaultSize = 2_000_000;
    private const string Any = "SELECT COUNT(*) FROM (SELECT 1 FROM portal_operation LIMIT 1) o";

    public static Verb Verb { get; } = new(
        "bench search",
        "",
        "Measures searches in the index against SQLite and PostgreSQL over the same operations.",
        [
            new VerbOption("--size", "N", "operations to invent where the store is empty; 2000000 by default"),
            new VerbOption("--engines", "LIST", "own, sqlite, postgres, with commas between; own,sqlite by default"),
            new VerbOption("--postgres", "CONNECTION", "a database in which the schema splot_bench may be made and dropped"),
            new VerbOption("--out", "FILE", "writes the figures as JSON"),
        ],
        RunAsync);

    private static async Task<int> RunAsync(VerbCall call, CancellationToken cancellation)
    {
        var engines = (call.Option("--engines") ?? "own,sqlite").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (!int.TryParse(call.Option("--size") ?? DefaultSize.ToString(CultureInfo.InvariantCulture), NumberStyles.None, CultureInfo.InvariantCulture, out var size) || size < 1
            || engines.Any(e => e is not ("own" or "sqlite" or "postgres")))
        {
            throw new UsageException("--size is a whole number above zero; --engines are own, sqlite and postgres, with commas between.");
        }

        if (engines.Contains("postgres") && call.Option("--postgres") is null)
        {
            throw new UsageException("Give --postgres: a database in which the schema splot_bench may be made and dropped.");
        }

        var store = call.Services.GetRequiredService<PublicStore>();
        var filled = await store.ReadAsync(async session => Convert.ToInt64(await session.Command(Any).ExecuteScalarAsync(cancellation), CultureInfo.InvariantCulture), cancellation);
        if (filled == 0 && await FillAsync(call, size, cancellation) is var code and not ExitCode.Done)
        {
            return code;
        }

        await using var file = call.OutputFile("--out");
        var figures = await new SearchRun(call, engines).MeasureAsync(cancellation);
        await WriteAsync(call, figures);
        if (file is not null)
        {
            await JsonSerializer.SerializeAsync(file.Stream, figures, JsonSerializerOptions.Web, cancellation);
            await file.CompleteAsync(cancellation);
        }

        return ExitCode.Done;
    }

    /// <summary>Invents operations and imports them, by the verbs that do that for everybody.</summary>
    private static async Task<int> FillAsync(VerbCall call, int size, CancellationToken cancellation)
    {
        var verbs = call.Services.GetServices<Verb>().ToDictionary(v => v.Name, StringComparer.Ordinal);
        var folder = Directory.CreateTempSubdirectory("splot-bench-");
        try
        {
            await call.Progress.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"Inventing {size:N0} operations …"));
            var options = new Dictionary<string, string>(StringComparer.Ordinal) { ["--operations"] = size.ToString(CultureInfo.InvariantCulture), ["--out"] = folder.FullName };
            var code = await verbs["generate"].RunAsync(call with { Arguments = [], Options = options, Answer = TextWriter.Null }, cancellation);
            foreach (var list in folder.GetFiles("*.csv").Select(f => f.FullName).Order(StringComparer.Ordinal))
            {
                if (code == ExitCode.Done)
                {
                    await call.Progress.WriteLineAsync("Importing " + Path.GetFileName(list) + " …");
                    var how = new Dictionary<string, string>(StringComparer.Ordinal) { ["--list"] = Path.GetFileNameWithoutExtension(list) };
                    code = await verbs["import operations"].RunAsync(call with { Arguments = [list], Options = how, Answer = TextWriter.Null }, cancellation);
                }
            }

            return code;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task WriteAsync(VerbCall call, SearchFigures f)
    {
        await call.Answer.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{f.Operations} operations, {f.Machine}, {f.Cores} cores"));
        foreach (var engine in f.Engines)
        {
            await call.Answer.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture,
                $"{engine.Engine}: build {engine.BuildSeconds:0} s; p50 {engine.P50:0.0} ms; p95 {engine.P95:0.0} ms; max {engine.Max:0.0} ms; {engine.Questions} questions, {engine.Stopped} stopped, {engine.Different} totals differ of {engine.Compared}"));
        }

        await call.Answer.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"own at concurrency 4: {f.PerSecond:0} searches/s; private memory {f.PrivateMiB:0} MiB searching, {f.BuildPrivateMiB:0} MiB building; index files {f.IndexMiB:0} MiB"));
        await call.Answer.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"own by hits: {f.Broad.Questions} broad questions (a twentieth of all or more) p50 {f.Broad.P50:0.00} ms; {f.Narrow.Questions} narrow ones (one in two thousand or fewer) p50 {f.Narrow.P50:0.00} ms"));
        foreach (var engine in f.Engines.Where(e => e.RatioP50 is not null))
        {
            await call.Answer.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"own is {engine.RatioP50:0.0} times as fast as {engine.Engine} at p50 and {engine.RatioP95:0.0} times at p95, on the same questions"));
        }
    }
}

/// <summary>What was measured.</summary>
internal sealed record SearchFigures(
    string Machine, int Cores, long Operations, double IndexMiB, double PrivateMiB, double BuildPrivateMiB, double PerSecond,
    GroupFigures Broad, GroupFigures Narrow, IReadOnlyList<EngineFigures> Engines);

/// <summary>The index's median over the questions that find many or few of the operations; none, where no question does.</summary>
internal sealed record GroupFigures(string Group, int Questions, double? P50);

/// <summary>What was measured of one engine; the ratios say how many times as fast the index was on the questions that both answered.</summary>
internal sealed record EngineFigures(
    string Engine, double BuildSeconds, double P50, double P95, double Max, int Questions, int Stopped, int Compared, int Different, double? RatioP50, double? RatioP95);
