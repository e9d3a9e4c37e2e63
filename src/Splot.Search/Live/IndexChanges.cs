using Splot.Search.Documents;
using Splot.Search.Files;
using Splot.Search.Searching;
using Splot.Search.Segments;
using Splot.Search.Text;

namespace Splot.Search.Live;

/// <summary>Changes an index: new documents come into small segments in memory, which are merged, written down and merged again.</summary>
internal sealed class IndexChanges(SearchSchema schema, Analyzer analyzer, SearchIndexOptions options, IndexFolder folder, IndexState state, SearchSlots slots) : IDisposable
{
    private readonly SemaphoreSlim rebuilding = new(1);
    private readonly SemaphoreSlim merging = new(1);

    public ApplyOutcome Apply(IReadOnlyCollection<SearchDocument> changed, IReadOnlyCollection<long> gone, long upTo)
    {
        lock (state.Gate)
        {
            var moved = state.Refresh();
            if (state.State != SearchState.Ready)
            {
                return new ApplyOutcome.MustRebuild(state.Reason);
            }

            if (moved || upTo < state.Current.Sequence)
            {
                return new ApplyOutcome.GoOnFrom(state.Current.Sequence);
            }

            var documents = new SortedDictionary<long, SearchDocument>();
            foreach (var document in changed)
            {
                documents[document.Key] = document;
            }

            var young = Build(documents.Values); // may fail, so it comes before anything is changed
            var keys = documents.Keys.Concat(gone).ToHashSet();
            var views = state.Current.Views.Select(v => v.Without(keys)).Where(v => v.Living > 0 || v.Segment.Folder is not null);
            state.Publish([.. views, .. young], upTo);
            return Settle() ? new ApplyOutcome.Applied() : new ApplyOutcome.GoOnFrom(state.Current.Sequence);
        }
    }

    public void Flush()
    {
        lock (state.Gate)
        {
            if (state.State == SearchState.Ready && state.WrittenSequence != state.Current.Sequence && !WriteDown())
            {
                state.Refresh();
            }
        }
    }

    /// <summary>Merges some segments on disk; false if none were picked.</summary>
    public bool Merge(Func<IReadOnlyList<SegmentView>, IReadOnlyList<SegmentView>> pick, CancellationToken cancellation)
    {
        merging.Wait(cancellation);
        var snapshot = state.Hold();
        try
        {
            var sources = pick([.. snapshot.Views.Where(v => v.Segment.Folder is not null)]);
            if (sources.Count == 0)
            {
                return false;
            }

            using var building = folder.NewBuilding();
            var sink = building.NewSink("merged");
            var merger = new SegmentMerger(schema, Sources(sources), () => slots.GiveWay(cancellation));
            if (merger.Documents > 0)
            {
                merger.Merge(sink, twoThreads: false);
            }

            return Replace(sources, merger.Documents == 0 ? null : sink.Folder);
        }
        finally
        {
            snapshot.Release();
            merging.Release();
        }
    }

    public async Task RebuildAsync(IAsyncEnumerable<SearchDocument> documents, long sequence, IProgress<long>? progress, CancellationToken cancellation)
    {
        await rebuilding.WaitAsync(cancellation);
        try
        {
            using var building = folder.NewBuilding();
            var built = await new IndexBuilder(schema, analyzer, options, building).BuildAsync(documents, progress, cancellation);
            lock (state.Gate)
            {
                state.Commit(built, view => view is null ? [] : [view], sequence, rebuilt: true);
            }
        }
        finally
        {
            rebuilding.Release();
        }
    }

    public void Dispose()
    {
        rebuilding.Dispose();
        merging.Dispose();
    }

    private static List<MergeSource> Sources(IEnumerable<SegmentView> views) => [.. views.Select(v => new MergeSource(v.Segment, v.Deleted))];

    private List<SegmentView> Build(IEnumerable<SearchDocument> documents)
    {
        var views = new List<SegmentView>();
        using var builder = new SegmentBuilder(schema, analyzer, options.TermsInMemory);
        foreach (var document in documents)
        {
            builder.Add(document);
            if (builder.IsFull)
            {
                views.Add(InMemory(builder.Finish));
            }
        }

        if (builder.Documents > 0)
        {
            views.Add(InMemory(builder.Finish));
        }

        return views;
    }

    private SegmentView InMemory(Func<Sink, SegmentDescription> write)
    {
        var sink = new MemorySink();
        return new SegmentView(new Segment(schema, write(sink), sink.Open, null), null);
    }

    /// <summary>After a change: writes down if there is much in memory, merges if there is little in many pieces. False if somebody else has written meanwhile.</summary>
    private bool Settle()
    {
        var young = state.Current.Views.Where(v => v.Segment.Folder is null).ToList();
        if (young.Sum(v => (long)v.Segment.Documents) >= options.DocumentsInMemory)
        {
            return WriteDown() || !state.Refresh();
        }

        for (var many = MergePolicy.Pick(young); many.Count > 0; many = MergePolicy.Pick(young))
        {
            var merger = new SegmentMerger(schema, Sources(many), () => { });
            var merged = InMemory(sink => merger.Merge(sink, twoThreads: false));
            state.Publish([.. state.Current.Views.Except(many), merged], state.Current.Sequence);
            young = [.. young.Except(many), merged];
        }

        return true;
    }

    private bool WriteDown()
    {
        var living = state.Current.Views.Where(v => v.Living > 0).ToList();
        var old = living.Where(v => v.Segment.Folder is not null).ToList();
        var young = living.Except(old).ToList();
        if (young.Count == 0)
        {
            return state.Commit(null, _ => old, state.Current.Sequence);
        }

        using var building = folder.NewBuilding();
        var sink = building.NewSink("merged");
        new SegmentMerger(schema, Sources(young), () => { }).Merge(sink, twoThreads: false);
        return state.Commit(sink.Folder, view => [.. old, view!], state.Current.Sequence);
    }

    private bool Replace(IReadOnlyList<SegmentView> sources, string? built)
    {
        lock (state.Gate)
        {
            var now = state.Current.Views.ToDictionary(v => v.Segment);
            if (!sources.All(s => now.ContainsKey(s.Segment)))
            {
                return false; // rebuilt meanwhile
            }

            var others = state.Current.Views.ExceptBy(sources.Select(s => s.Segment), v => v.Segment);
            return state.Commit(
                built,
                merged => merged is null ? [.. others] : [.. others, SegmentViews.Merged(merged.Segment, sources.Select(s => (s, now[s.Segment])))],
                state.WrittenSequence);
        }
    }
}
