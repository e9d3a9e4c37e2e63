using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Microsoft.Extensions.DependencyInjection;
using Splot.Data;
using Splot.Data.Terminal;
using Splot.Portal.Indexing;
using Splot.Search.Documents;
using Splot.Search.Searching;

namespace Splot.Portal.BenchSearch;

/// <summary>One run of the benchmark over a filled store.</summary>
internal sealed class SearchRun(VerbCall call, IReadOnlyList<string> engines)
{
    private const int Every = 4;
    private const int Concurrency = 4;
    private const int Rounds = 3;
    private const int TitlesTaken = 20_000;
    private const double BroadShare = 0.05;
    private const double NarrowShare = 0.0005;

    private readonly PortalIndex index = call.Services.GetRequiredService<PortalIndex>();
    private readonly DateOnly today = DateOnly.FromDateTime(call.Services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime);
    private readonly IndexDocuments documents = new(call.Services.GetRequiredService<PublicStore>(), call.Services.GetRequiredService<PortalIndex>().Schema);

    public async Task<SearchFigures> MeasureAsync(CancellationToken cancellation)
    {
        await call.Progress.WriteLineAsync("Building the index …");
        var (build, buildMemory) = await BuildAsync(cancellation);
        var queries = new QueryMix(QueryMix.Frequent(index), await TitlesAsync(cancellation)).Make();
        await call.Progress.WriteLineAsync("Asking the index …");
        var requests = queries.Select(q => q.Request with { After = After(q) }).ToList();
        requests.ForEach(r => Answer(r)); // warm
        GC.Collect(2, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var memory = PrivateMemory.WatchAsync(stop.Token);
        var own = Own(requests, build);
        var perSecond = await ThroughputAsync(requests, cancellation);
        await stop.CancelAsync();
        var others = new List<Timings>();
        await foreach (var other in OthersAsync(queries, cancellation))
        {
            others.Add(other);
        }

        var status = index.Search.Status;
        return new SearchFigures(
            RuntimeInformation.OSDescription,
            Environment.ProcessorCount,
            status.Documents,
            status.FileBytes / 1048576.0,
            await memory / 1048576.0,
            buildMemory / 1048576.0,
            perSecond,
            Group(own, "broad", total => total >= BroadShare * status.Documents),
            Group(own, "narrow", total => total <= NarrowShare * status.Documents),
            [Figures(own, null, queries), .. others.Select(o => Figures(o, own, queries))]);
    }

    private static GroupFigures Group(Timings own, string name, Predicate<long> belongs)
    {
        var questions = own.Totals.Where(t => belongs(t.Value)).Select(t => t.Key).ToList();
        return new GroupFigures(name, questions.Count, questions.Count == 0 ? null : own.Percentile(0.5, questions));
    }

    private static EngineFigures Figures(Timings engine, Timings? own, IReadOnlyList<BenchQuery> queries)
    {
        var compared = own is null ? [] : engine.Totals.Where(t => t.Value >= 0 && !queries[t.Key].HasPhrase).ToList();
        return new EngineFigures(
            engine.Engine,
            engine.BuildSeconds,
            engine.Percentile(0.5),
            engine.Percentile(0.95),
            engine.Percentile(1),
            engine.Milliseconds.Count,
            engine.Totals.Values.Count(t => t < 0),
            compared.Count,
            compared.Count(t => own!.Totals[t.Key] != t.Value),
            own is null ? null : engine.Percentile(0.5) / own.Percentile(0.5, engine.Milliseconds.Keys),
            own is null ? null : engine.Percentile(0.95) / own.Percentile(0.95, engine.Milliseconds.Keys));
    }

    private async Task<(double Seconds, double Memory)> BuildAsync(CancellationToken cancellation)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var memory = PrivateMemory.WatchAsync(stop.Token);
        GC.Collect(2, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        var watch = Stopwatch.StartNew();
        await call.Services.GetRequiredService<IndexFollower>().RebuildAsync(null, cancellation);
        var took = watch.Elapsed.TotalSeconds;
        await stop.CancelAsync();
        return (took, await memory);
    }

    private async Task<IReadOnlyList<IReadOnlyList<string>>> TitlesAsync(CancellationToken cancellation)
    {
        var step = Math.Max(1, index.Search.Status.Documents / TitlesTaken);
        var titles = new List<IReadOnlyList<string>>();
        var number = 0L;
        await foreach (var document in documents.AllAsync(today, cancellation))
        {
            if (number++ % step == 0 && document.Texts.Where(t => t.Role == TextRole.Title).Select(t => t.Content).FirstOrDefault() is { } title)
            {
                titles.Add(QueryMix.WordsOf(PortalIndex.Analyzer, title));
            }
        }

        return titles;
    }

    /// <summary>The key behind which a page far down begins.</summary>
    private string? After(BenchQuery query) => query.Skip == 0 ? null : Answer(query.Request with { Limit = Math.Min(query.Skip, 10_000), Facets = [] }).Next;

    private SearchResult Answer(SearchRequest request) => index.Search.Search(request) is SearchOutcome.Answered { Result: var result }
        ? result
        : throw new InvalidOperationException("The index cannot be asked.");

    private Timings Own(IReadOnlyList<SearchRequest> requests, double build)
    {
        var (times, totals) = (new Dictionary<int, double>(), new Dictionary<int, long>());
        for (var i = 0; i < requests.Count; i++)
        {
            var watch = Stopwatch.GetTimestamp();
            totals[i] = Answer(requests[i]).Total;
            times[i] = Stopwatch.GetElapsedTime(watch).TotalMilliseconds;
        }

        return new Timings("own", build, times, totals);
    }

    private async Task<double> ThroughputAsync(IReadOnlyList<SearchRequest> requests, CancellationToken cancellation)
    {
        var all = Enumerable.Repeat(requests, Rounds).SelectMany(r => r).ToList();
        var watch = Stopwatch.StartNew();
        await Parallel.ForEachAsync(all, new ParallelOptions { MaxDegreeOfParallelism = Concurrency, CancellationToken = cancellation }, async (request, token) => await index.Search.SearchAsync(request, token));
        return all.Count / watch.Elapsed.TotalSeconds;
    }

    private async IAsyncEnumerable<Timings> OthersAsync(IReadOnlyList<BenchQuery> queries, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var folder = Directory.CreateTempSubdirectory("splot-bench-");
        try
        {
            foreach (var name in engines.Where(e => e != "own"))
            {
                await using SqlEngine engine = name == "sqlite"
                    ? new SqliteEngine(PortalIndex.Analyzer, Path.Combine(folder.FullName, "yardstick.db"))
                    : new PostgresEngine(PortalIndex.Analyzer, call.Option("--postgres")!);
                await call.Progress.WriteLineAsync("Building " + engine.Name + " …");
                var build = await engine.BuildAsync(RowsAsync(cancellation), cancellation);
                await call.Progress.WriteLineAsync("Asking " + engine.Name + " …");
                var (times, totals) = (new Dictionary<int, double>(), new Dictionary<int, long>());
                for (var i = 0; i < queries.Count; i += Every)
                {
                    var (total, took) = await engine.AskAsync(queries[i], cancellation);
                    (times[i], totals[i]) = (took.TotalMilliseconds, total);
                }

                yield return new Timings(engine.Name, build.TotalSeconds, times, totals);
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private async IAsyncEnumerable<YardstickRow> RowsAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        var rows = new YardstickRows(index.Schema, PortalIndex.Analyzer);
        await foreach (var document in documents.AllAsync(today, cancellation))
        {
            yield return rows.Of(document);
        }
    }
}
