using System.Diagnostics;
using System.Globalization;
using Splot.Benchmarks.Corpus;
using Splot.Benchmarks.Measuring;
using Splot.Search.Live;
using Splot.Search.Searching;
using Splot.Search.Text;
using Splot.Search.Words;

namespace Splot.Benchmarks;

/// <summary>Builds an index over invented operations and measures the mix of searches.</summary>
internal sealed class SearchBenchmark(int documents, string folder, bool keep)
{
    private readonly SyntheticOperations operations = new(WordSource.Load());

    public async Task RunAsync()
    {
        Say($"{documents} operations, {Environment.ProcessorCount} processors, {System.Runtime.InteropServices.RuntimeInformation.FrameworkDescription}");
        using var index = SearchIndex.Open(folder, SyntheticOperations.Schema, new Analyzer(Lexicon.Load()));
        if (!keep || index.Status.Documents != documents)
        {
            await BuildAsync(index);
        }

        Say($"files {index.Status.FileBytes / 1e6:F0} MB: {string.Join(", ", Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Select(f => new FileInfo(f)).Where(f => f.Length > 100_000).Select(f => string.Create(CultureInfo.InvariantCulture, $"{f.Name} {f.Length / 1e6:F0}")))}");
        Heap("after building");
        GC.Collect();
        Heap("after a collection");
        using var memory = new PrivateMemory();
        var mix = new MixedQueries(operations.Languages).All().Select(q => OnItsPage(index, q)).ToList();
        Describe(index, mix);
        Measure(index, "mix", mix);
        Measure(index, "phrases, prefixes, NOT", [.. MixedQueries.Special(operations, documents).Select(q => q.Request)]);
        await ThroughputAsync(index, mix, 4);
        Heap("after searching");
        Say($"private memory while serving: at most {memory.Most / 1e6:F0} MB");
    }

    private static void Say(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));

    private static void Heap(string when)
    {
        var info = GC.GetGCMemoryInfo();
        Say($"{when}: private {PrivateMemory.Now / 1e6:F0} MB, managed {GC.GetTotalMemory(false) / 1e6:F0} MB, committed {info.TotalCommittedBytes / 1e6:F0} MB, gen0 {info.GenerationInfo[0].SizeAfterBytes / 1e6:F0}, gen2 {info.GenerationInfo[2].SizeAfterBytes / 1e6:F0}, large {info.GenerationInfo[3].SizeAfterBytes / 1e6:F0}, pinned {info.GenerationInfo[4].SizeAfterBytes / 1e6:F0}; collections {GC.CollectionCount(0)} {GC.CollectionCount(1)} {GC.CollectionCount(2)}, paused {GC.GetTotalPauseDuration().TotalSeconds:F1} s");
    }

    private static SearchResult Answer(SearchIndex index, SearchRequest request) => ((SearchOutcome.Answered)index.Search(request)).Result;

    private async Task BuildAsync(SearchIndex index)
    {
        using var memory = new PrivateMemory();
        var clock = Stopwatch.StartNew();
        var before = Environment.CpuUsage.TotalTime;
        await index.RebuildAsync(operations.Documents(documents).ToAsyncEnumerable(), 1);
        Say($"built in {clock.Elapsed.TotalSeconds:F1} s ({(Environment.CpuUsage.TotalTime - before).TotalSeconds:F1} s of processors), private memory at most {memory.Most / 1e6:F0} MB");
    }

    private static SearchRequest OnItsPage(SearchIndex index, MixedQuery query)
    {
        var request = query.Request;
        for (var page = 0; page < query.Page && Answer(index, request).Next is { } next; page++)
        {
            request = request with { After = next };
        }

        return request;
    }

    private static void Describe(SearchIndex index, List<SearchRequest> mix)
    {
        var totals = mix.Select(r => Answer(index, r).Total).Order().ToList();
        Say($"{mix.Count} searches: {mix.Count(r => r.Text is null)} without text, {mix.Count(r => r.After is not null)} deep pages, {totals.Count(t => t > index.Status.Documents / 20)} with more than a twentieth of all as hits, {totals.Count(t => t == 0)} without, median {totals[totals.Count / 2]}");
    }

    private static void Measure(SearchIndex index, string name, List<SearchRequest> requests)
    {
        requests.ForEach(r => index.Search(r));
        var times = new List<(TimeSpan Time, SearchRequest Request)>();
        for (var pass = 0; pass < 3; pass++)
        {
            foreach (var request in requests)
            {
                var clock = Stopwatch.StartNew();
                index.Search(request);
                times.Add((clock.Elapsed, request));
            }
        }

        Say($"{name}: {new Latencies(times.Select(t => t.Time))}");
        foreach (var (time, request) in times.OrderByDescending(t => t.Time).DistinctBy(t => t.Request).Take(5))
        {
            Say($"  {time.TotalMilliseconds:F1} ms, {Answer(index, request).Total} hits: {request.Text} {string.Join(' ', request.Codes.Select(c => c.Column + "=" + string.Join('|', c.Values)))} {request.SortBy}");
        }
    }

    private static async Task ThroughputAsync(SearchIndex index, List<SearchRequest> mix, int callers)
    {
        const int Passes = 5;
        var next = -1;
        var times = new TimeSpan[Passes * mix.Count];
        var clock = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, callers).Select(_ => Task.Run(async () =>
        {
            for (var i = Interlocked.Increment(ref next); i < times.Length; i = Interlocked.Increment(ref next))
            {
                var single = Stopwatch.StartNew();
                await index.SearchAsync(mix[i % mix.Count]);
                times[i] = single.Elapsed;
            }
        })));
        Say($"{callers} at once: {times.Length / clock.Elapsed.TotalSeconds:F0} searches/s, {new Latencies(times)}");
    }
}
