using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Splot.Data.Terminal;

namespace Splot.Portal.BenchSearch;

/// <summary>
/// <c>splot bench pages</c>: pages of results of a Splot that runs, over HTTP, for the questions of <see cref="QueryMix"/>, which are made from
/// what its API tells. Each language's pages take turns.
/// </summary>
internal static class BenchPagesVerb
{
    private const int Concurrency = 4;
    private const int Rounds = 3;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public static Verb Verb { get; } = new(
        "bench pages",
        "URL",
        "Measures the pages of results of a running Splot (start it with --rate-limit 0).",
        [
            new VerbOption("--seconds", "N", "asks one page after the other for so long, instead of once each and then four at a time"),
            new VerbOption("--out", "FILE", "writes the figures as JSON"),
        ],
        RunAsync)
    {
        WithoutStores = true,
    };

    private static async Task<int> RunAsync(VerbCall call, CancellationToken cancellation)
    {
        if (call.Arguments is not [var address] || !Uri.TryCreate(address, UriKind.Absolute, out var site) || site.Scheme is not ("http" or "https"))
        {
            throw new UsageException("Give one address of a running Splot, such as http://localhost:5080.");
        }

        var seconds = 0;
        if (call.Option("--seconds") is { } given && (!int.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out seconds) || seconds < 1))
        {
            throw new UsageException("--seconds is a whole number above zero.");
        }

        using var client = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = site, Timeout = Patience };
        try
        {
            await using var file = call.OutputFile("--out");
            var questions = new PageQuestions(client);
            await call.Progress.WriteLineAsync("Making questions …");
            var pages = await questions.MakeAsync(cancellation);
            await TimesAsync(client, pages, cancellation); // warm
            await call.Progress.WriteLineAsync("Asking …");
            var figures = seconds > 0 ? await LastingAsync(client, pages, TimeSpan.FromSeconds(seconds), cancellation) : await OnceAsync(client, pages, cancellation);
            await call.Answer.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture,
                $"{figures.Pages} pages over {questions.Projects} projects, one at a time: p50 {figures.P50:0.0} ms, p95 {figures.P95:0.0} ms, max {figures.Max:0.0} ms"));
            if (figures.PerSecond is { } rate)
            {
                await call.Answer.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"four at a time: {rate:0} pages/s, p95 {figures.TogetherP95:0.0} ms"));
            }

            if (file is not null)
            {
                await JsonSerializer.SerializeAsync(file.Stream, figures, JsonSerializerOptions.Web, cancellation);
                await file.CompleteAsync(cancellation);
            }

            return ExitCode.Done;
        }
        catch (Exception failure) when (failure is HttpRequestException or JsonException || (failure is TaskCanceledException && !cancellation.IsCancellationRequested))
        {
            await call.Progress.WriteLineAsync($"{site} does not answer as a Splot does: {failure.Message}");
            return ExitCode.Failed;
        }
    }

    private static async Task<PageFigures> OnceAsync(HttpClient client, IReadOnlyList<string> pages, CancellationToken cancellation)
    {
        var alone = await TimesAsync(client, pages, cancellation);
        var many = Enumerable.Repeat(pages, Rounds).SelectMany(p => p).ToList();
        var together = new double[many.Count];
        var watch = Stopwatch.StartNew();
        await Parallel.ForAsync(0, many.Count, new ParallelOptions { MaxDegreeOfParallelism = Concurrency, CancellationToken = cancellation }, async (i, token) => together[i] = await TimeAsync(client, many[i], token));
        return Figures(alone) with { PerSecond = many.Count / watch.Elapsed.TotalSeconds, TogetherP95 = Percentile(together, 0.95) };
    }

    private static async Task<PageFigures> LastingAsync(HttpClient client, IReadOnlyList<string> pages, TimeSpan time, CancellationToken cancellation)
    {
        var (watch, times) = (Stopwatch.StartNew(), new List<double>());
        while (watch.Elapsed < time)
        {
            times.Add(await TimeAsync(client, pages[times.Count % pages.Count], cancellation));
        }

        return Figures(times);
    }

    private static async Task<IReadOnlyList<double>> TimesAsync(HttpClient client, IReadOnlyList<string> pages, CancellationToken cancellation)
    {
        var times = new List<double>(pages.Count);
        foreach (var page in pages)
        {
            times.Add(await TimeAsync(client, page, cancellation));
        }

        return times;
    }

    /// <summary>Milliseconds until the whole page was there.</summary>
    private static async Task<double> TimeAsync(HttpClient client, string page, CancellationToken cancellation)
    {
        var start = Stopwatch.GetTimestamp();
        using var answer = await client.GetAsync(new Uri(page, UriKind.Relative), cancellation);
        answer.EnsureSuccessStatusCode();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    private static PageFigures Figures(IReadOnlyList<double> times) => new(times.Count, Percentile(times, 0.5), Percentile(times, 0.95), times.Max(), null, null);

    private static double Percentile(IReadOnlyList<double> times, double share) => times.Order().ElementAt(Math.Clamp((int)Math.Ceiling(share * times.Count) - 1, 0, times.Count - 1));
}

/// <summary>What was measured; times in milliseconds.</summary>
internal sealed record PageFigures(int Pages, double P50, double P95, double Max, double? PerSecond, double? TogetherP95);
