using Splot.Search.Documents;
using Splot.Search.Files;
using Splot.Search.Searching;
using Splot.Search.Segments;
using Splot.Search.Text;

namespace Splot.Search.Live;

/// <summary>
/// An index in a folder: searched by many at once, changed by one caller who follows a table of numbered changes, rebuilt beside itself.
/// <para>
/// Changes can be found as soon as <see cref="Apply"/> returns. They are written down in batches, with the number of the last change; after a crash at any
/// moment the index is as it was written down last, and the caller applies the changes after <see cref="SearchStatus.Sequence"/> again.
/// Documents in it may be missing until then, never wrong.
/// </para>
/// Safe for many threads. Several processes may open one folder; one of them should follow the changes.
/// </summary>
public sealed class SearchIndex : IDisposable
{
    private readonly SearchSchema schema;
    private readonly Analyzer analyzer;
    private readonly SearchIndexOptions options;
    private readonly IndexFolder folder;
    private readonly IndexState state;
    private readonly SearchSlots slots;
    private readonly SemaphoreSlim rebuilding = new(1);
    private readonly SemaphoreSlim merging = new(1);

    private SearchIndex(string path, SearchSchema schema, Analyzer analyzer, SearchIndexOptions options)
    {
        (this.schema, this.analyzer, this.options) = (schema, analyzer, options);
        folder = new IndexFolder(path);
        state = new IndexState(schema, folder);
        slots = new SearchSlots(options);
    }

    /// <summary>How it stands.</summary>
    public SearchStatus Status
    {
        get
        {
            var snapshot = state.Hold();
            try
            {
                return new SearchStatus(
                    state.State,
                    state.Reason,
                    snapshot.Sequence,
                    state.WrittenSequence,
                    snapshot.Views.Sum(v => (long)v.Living),
                    snapshot.Views.Sum(v => (long)v.DeletedCount),
                    snapshot.Views.Count,
                    snapshot.Views.Sum(v => v.Segment.FileSize),
                    snapshot.Views.Sum(v => v.Segment.Size - v.Segment.FileSize is > 0 and var size && v.Segment.Folder is null ? size : 0));
            }
            finally
            {
                snapshot.Release();
            }
        }
    }

    /// <summary>Opens the index in a folder, which is made if there is none. Whether it can answer is told by <see cref="Status"/>.</summary>
    /// <param name="path">The folder; nothing else should be in it.</param>
    /// <param name="schema">Its columns.</param>
    /// <param name="analyzer">Analyses texts and queries; the schema's version must change with its lexicon.</param>
    /// <param name="options">Bounds; the usual ones if left out.</param>
    public static SearchIndex Open(string path, SearchSchema schema, Analyzer analyzer, SearchIndexOptions? options = null)
    {
        var index = new SearchIndex(path, schema, analyzer, options ?? new SearchIndexOptions());
        lock (index.state.Gate)
        {
            index.state.Refresh();
        }

        return index;
    }

    /// <summary>Answers a search, after waiting for a turn.</summary>
    /// <exception cref="ArgumentException">The request names a column that the schema does not have.</exception>
    public async Task<SearchOutcome> SearchAsync(SearchRequest request, CancellationToken cancellation = default)
    {
        using var slot = await slots.WaitAsync(cancellation);
        return Answer(request, slot.Scratch, cancellation);
    }

    /// <inheritdoc cref="SearchAsync"/>
    public SearchOutcome Search(SearchRequest request, CancellationToken cancellation = default)
    {
        using var slot = slots.Wait(cancellation);
        return Answer(request, slot.Scratch, cancellation);
    }

    /// <summary>Takes over what another process has written. Changes in memory that were not written down are forgotten, and <see cref="SearchStatus.Sequence"/> tells where to go on.</summary>
    /// <returns>True if there was something new.</returns>
    public bool Refresh()
    {
        lock (state.Gate)
        {
            return state.Refresh();
        }
    }

    /// <summary>Puts changed documents in place of those with the same keys and takes others out; searches that begin from now on see it.</summary>
    /// <param name="changed">New and changed documents; of several with one key the last counts.</param>
    /// <param name="gone">Keys of documents to take out; a key that is also changed stays.</param>
    /// <param name="upTo">The number of the last change among them, not less than <see cref="SearchStatus.Sequence"/>.</param>
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

            var keys = documents.Keys.Concat(gone).ToHashSet();
            var views = state.Current.Views.Select(v => v.Without(keys)).Where(v => v.Living > 0 || v.Segment.Folder is not null).ToList();
            views.AddRange(Build(documents.Values));
            state.Publish(views, upTo);
            return Settle() ? new ApplyOutcome.Applied() : new ApplyOutcome.GoOnFrom(state.Current.Sequence);
        }
    }

    /// <summary>Writes down what is held in memory, so that after a crash nothing need be applied again.</summary>
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

    /// <summary>
    /// Merges segments where there are too many, or one that is mostly gone. Call it from a background thread now and then; searches and changes go on meanwhile, and it
    /// gives way to searches.
    /// </summary>
    /// <returns>True if something was merged: there may be more.</returns>
    public bool Merge(CancellationToken cancellation = default) => MergeOnce(MergePolicy.Pick, cancellation);

    /// <summary>Merges everything into one segment, so that nothing is left of documents that are gone.</summary>
    public void Compact(CancellationToken cancellation = default)
    {
        Flush();
        MergeOnce(views => views.Count() > 1 || views.Any(v => v.DeletedCount > 0) ? [.. views] : [], cancellation);
    }

    /// <summary>Builds the index anew from all documents, while searches go on in the old one, and puts it in its place at the end.</summary>
    /// <param name="documents">All documents in ascending order of their keys.</param>
    /// <param name="sequence">The change up to which they are complete; later ones are to be applied again, even those applied meanwhile.</param>
    /// <param name="progress">Told how many documents have been read.</param>
    /// <param name="cancellation">Ends it and leaves everything as it was.</param>
    /// <exception cref="ArgumentException">A document does not come in order.</exception>
    public async Task RebuildAsync(IAsyncEnumerable<SearchDocument> documents, long sequence, IProgress<long>? progress = null, CancellationToken cancellation = default)
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

    /// <summary>Compares all files with their checksums.</summary>
    /// <returns>What is wrong, and the index must be rebuilt; null if all is well.</returns>
    public string? Verify()
    {
        var snapshot = state.Hold();
        try
        {
            foreach (var view in snapshot.Views)
            {
                view.Segment.Verify();
            }

            return state.State == SearchState.MustRebuild ? state.Reason : null;
        }
        catch (IndexDamagedException problem)
        {
            state.Damaged(problem);
            return problem.Message;
        }
        finally
        {
            snapshot.Release();
        }
    }

    /// <summary>Closes it; searches under way end in peace. What is held in memory is not written down: call <see cref="Flush"/> before.</summary>
    public void Dispose()
    {
        state.Close();
        slots.Dispose();
        rebuilding.Dispose();
        merging.Dispose();
    }

    private SearchOutcome Answer(SearchRequest request, Scratch scratch, CancellationToken cancellation)
    {
        var snapshot = state.Hold();
        try
        {
            return state.State == SearchState.Ready
                ? new Searcher(schema, analyzer, snapshot, request, scratch).Search(cancellation)
                : new SearchOutcome.NotReady(state.Reason);
        }
        catch (Scratch.ExhaustedException)
        {
            return new SearchOutcome.TooBroad();
        }
        catch (IndexDamagedException problem)
        {
            state.Damaged(problem);
            return new SearchOutcome.NotReady(problem.Message);
        }
        finally
        {
            snapshot.Release();
        }
    }

    private List<SegmentView> Build(IEnumerable<SearchDocument> documents)
    {
        var views = new List<SegmentView>();
        var builder = new SegmentBuilder(schema, analyzer, options.WordsInMemory);
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
            if (WriteDown())
            {
                return true;
            }

            state.Refresh();
            return false;
        }

        for (var many = MergePolicy.Pick(young); many.Count > 0; many = MergePolicy.Pick(young))
        {
            var merger = new SegmentMerger(schema, [.. many.Select(v => new MergeSource(v.Segment, v.Deleted))], () => { });
            var merged = InMemory(sink => merger.Merge(sink, twoThreads: false));
            state.Publish([.. state.Current.Views.Except(many), merged], state.Current.Sequence);
            young = [.. young.Except(many), merged];
        }

        return true;
    }

    private bool WriteDown()
    {
        var (young, old) = (new List<SegmentView>(), new List<SegmentView>());
        foreach (var view in state.Current.Views.Where(v => v.Living > 0))
        {
            (view.Segment.Folder is null ? young : old).Add(view);
        }

        if (young.Count == 0)
        {
            return state.Commit(null, _ => old, state.Current.Sequence);
        }

        using var building = folder.NewBuilding();
        var sink = building.NewSink("merged");
        new SegmentMerger(schema, [.. young.Select(v => new MergeSource(v.Segment, v.Deleted))], () => { }).Merge(sink, twoThreads: false);
        return state.Commit(sink.Folder, view => [.. old, view!], state.Current.Sequence);
    }

    private bool MergeOnce(Func<IEnumerable<SegmentView>, IReadOnlyList<SegmentView>> pick, CancellationToken cancellation)
    {
        merging.Wait(cancellation);
        var snapshot = state.Hold();
        try
        {
            var sources = pick(snapshot.Views.Where(v => v.Segment.Folder is not null));
            if (sources.Count == 0)
            {
                return false;
            }

            using var building = folder.NewBuilding();
            var sink = building.NewSink("merged");
            var merger = new SegmentMerger(schema, [.. sources.Select(v => new MergeSource(v.Segment, v.Deleted))], () => slots.GiveWay(cancellation));
            merger.Merge(sink, twoThreads: false);
            return Replace(sources, merger.Documents == 0 ? null : sink.Folder);
        }
        finally
        {
            snapshot.Release();
            merging.Release();
        }
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

            var replaced = sources.Select(s => s.Segment).ToHashSet();
            var others = state.Current.Views.Where(v => !replaced.Contains(v.Segment));
            return state.Commit(
                built,
                merged => merged is null ? [.. others] : [.. others, SegmentViews.Merged(merged.Segment, sources.Select(s => (s, now[s.Segment])))],
                state.WrittenSequence);
        }
    }
}
