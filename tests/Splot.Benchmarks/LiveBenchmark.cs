using System.Diagnostics;
using System.Globalization;
using Splot.Benchmarks.Corpus;
using Splot.Benchmarks.Measuring;
using Splot.Search.Live;
using Splot.Search.Searching;
using Splot.Search.Text;
using Splot.Search.Words;

namespace Splot.Benchmarks;

/// <summary>Changes a large index while it is searched: an import of new and changed operations in batches, with segments merged in the background.</summary>
internal sealed class LiveBenchmark(int documents, int changes, string folder)
{
    private const int Batch = 5_000;

    private readonly SyntheticOperations operations = new(WordSource.Load());

    public async Task RunAsync()
    {
        using var index = SearchIndex.Open(folder, SyntheticOperations.Schema, new Analyzer(Lexicon.Load()));
        if (index.Status.State != SearchState.Ready)
        {
            await index.RebuildAsync(operations.Documents(documents).ToAsyncEnumerable(), 1);
        }

        var mix = new MixedQueries(operations.Languages).All().Select(q => q.Request).ToList();
        mix.ForEach(r => index.Search(r));
        Say($"quiet: {new Latencies(await SearchAsync(index, mix, () => false))}");
        GC.Collect();
        using var memory = new PrivateMemory();
        var (done, clock) = (false, Stopwatch.StartNew());
#pragma warning disable CA2025 // both are awaited below
        var searching = Task.Run(() => SearchAsync(index, mix, () => !Volatile.Read(ref done)));
        var merging = Task.Run(() => MergeAsync(index, () => Volatile.Read(ref done)));
#pragma warning restore CA2025
        Change(index);
        Say($"{changes} changes can be found after {clock.Elapsed.TotalSeconds:F1} s, {index.Status.Segments} segments");
        Volatile.Write(ref done, true);
        Say($"meanwhile: {new Latencies(await searching)}");
        await merging;
        Say($"merged after {clock.Elapsed.TotalSeconds:F1} s, {index.Status.Segments} segments, {index.Status.Documents} operations, {index.Status.Deleted} deleted, private memory at most {memory.Most / 1e6:F0} MB");
        Say($"after it: {new Latencies(await SearchAsync(index, mix, () => false))}");
    }

    private static void Say(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));

    /// <summary>All searches once, and again as long as wanted, two at once.</summary>
    private static async Task<IReadOnlyList<TimeSpan>> SearchAsync(SearchIndex index, List<SearchRequest> mix, Func<bool> goesOn)
    {
        var times = await Task.WhenAll(Enumerable.Range(0, 2).Select(caller => Task.Run(async () =>
        {
            var mine = new List<TimeSpan>();
            for (var i = caller; i < mix.Count || goesOn(); i += 2)
            {
                var clock = Stopwatch.StartNew();
                await index.SearchAsync(mix[i % mix.Count]);
                mine.Add(clock.Elapsed);
                await Task.Delay(20); // visitors, not a load test
            }

            return mine;
        })));
        return [.. times.SelectMany(t => t)];
    }

    private static async Task MergeAsync(SearchIndex index, Func<bool> ends)
    {
        while (index.Merge() || !ends())
        {
            await Task.Delay(100);
        }
    }

    /// <summary>Half of the changes are new operations, half other editions of those that are there.</summary>
    private void Change(SearchIndex index)
    {
        var sequence = index.Status.Sequence;
        var dice = new Dice(99);
        for (var from = 0; from < changes; from += Batch)
        {
            var changed = Enumerable.Range(from, Math.Min(Batch, changes - from))
                .Select(i => i % 2 == 0 ? operations.Document(documents + i, 1) : operations.Document(1 + dice.Below(documents), 2))
                .ToList();
            index.Apply(changed, [], ++sequence);
        }
    }
}
