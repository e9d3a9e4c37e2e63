using Splot.Search.Documents;
using Splot.Search.Files;
using Splot.Search.Searching;
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
    private readonly IndexState state;
    private readonly SearchSlots slots;
    private readonly IndexChanges changes;

    private SearchIndex(string path, SearchSchema schema, Analyzer analyzer, SearchIndexOptions options)
    {
        (this.schema, this.analyzer) = (schema, analyzer);
        var folder = new IndexFolder(path);
        state = new IndexState(schema, folder);
        slots = new SearchSlots(options);
        changes = new IndexChanges(schema, analyzer, options, folder, state, slots);
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
        return Answer(request, slot.Scratch, isStream: false, cancellation);
    }

    /// <inheritdoc cref="SearchAsync"/>
    public SearchOutcome Search(SearchRequest request, CancellationToken cancellation = default)
    {
        using var slot = slots.Wait(cancellation);
        return Answer(request, slot.Scratch, isStream: false, cancellation);
    }

    /// <summary>Opens a stream of all hits in the order asked for (<see cref="SearchOutcome.Opened"/>); limit and page of the request do not matter.</summary>
    /// <exception cref="ArgumentException">The request names a column that the schema does not have.</exception>
    public async Task<SearchOutcome> StreamAsync(SearchRequest request, CancellationToken cancellation = default)
    {
        using var slot = await slots.WaitAsync(cancellation);
        return Answer(request, slot.Scratch, isStream: true, cancellation);
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

    /// <summary>For a caller who knows that the index holds other documents than it should: it answers no more searches until it is rebuilt.</summary>
    /// <param name="reason">Why, in English, for a log.</param>
    public void Distrust(string reason) => state.Distrust(reason);

    /// <summary>Puts changed documents in place of those with the same keys and takes others out; searches that begin from now on see it.</summary>
    /// <param name="changed">New and changed documents; of several with one key the last counts.</param>
    /// <param name="gone">Keys of documents to take out; a key that is also changed stays.</param>
    /// <param name="upTo">The number of the last change among them, not less than <see cref="SearchStatus.Sequence"/>.</param>
    public ApplyOutcome Apply(IReadOnlyCollection<SearchDocument> changed, IReadOnlyCollection<long> gone, long upTo)
    {
        try
        {
            return changes.Apply(changed, gone, upTo);
        }
        catch (IndexDamagedException problem)
        {
            state.Damaged(problem);
            return new ApplyOutcome.MustRebuild(problem.Message);
        }
    }

    /// <summary>Writes down what is held in memory, so that after a crash nothing need be applied again.</summary>
    public void Flush()
    {
        try
        {
            changes.Flush();
        }
        catch (IndexDamagedException problem)
        {
            state.Damaged(problem);
        }
    }

    /// <summary>
    /// Merges segments where there are too many, or one that is mostly gone. Call it from a background thread now and then; searches and changes go on meanwhile, and it
    /// gives way to searches.
    /// </summary>
    /// <returns>True if something was merged: there may be more.</returns>
    public bool Merge(CancellationToken cancellation = default) => Merge(MergePolicy.Pick, cancellation);

    /// <summary>Merges everything into one segment, so that nothing is left of documents that are gone.</summary>
    public void Compact(CancellationToken cancellation = default)
    {
        Flush();
        Merge(views => views.Count > 1 || views.Any(v => v.DeletedCount > 0) ? views : [], cancellation);
    }

    /// <summary>Builds the index anew from all documents, while searches go on in the old one, and puts it in its place at the end.</summary>
    /// <param name="documents">All documents in ascending order of their keys.</param>
    /// <param name="sequence">The change up to which they are complete; later ones are to be applied again, even those applied meanwhile.</param>
    /// <param name="progress">Told how many documents have been read.</param>
    /// <param name="cancellation">Ends it and leaves everything as it was.</param>
    /// <exception cref="ArgumentException">A document does not come in order.</exception>
    public Task RebuildAsync(IAsyncEnumerable<SearchDocument> documents, long sequence, IProgress<long>? progress = null, CancellationToken cancellation = default) =>
        changes.RebuildAsync(documents, sequence, progress, cancellation);

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
        changes.Dispose();
    }

    private bool Merge(Func<IReadOnlyList<SegmentView>, IReadOnlyList<SegmentView>> pick, CancellationToken cancellation)
    {
        try
        {
            return changes.Merge(pick, cancellation);
        }
        catch (IndexDamagedException problem)
        {
            state.Damaged(problem);
            return false;
        }
    }

    private SearchOutcome Answer(SearchRequest request, Scratch scratch, bool isStream, CancellationToken cancellation)
    {
        var snapshot = state.Hold();
        SearchOutcome? outcome = null;
        try
        {
            if (state.State != SearchState.Ready)
            {
                return new SearchOutcome.NotReady(state.Reason);
            }

            var searcher = new Searcher(schema, analyzer, snapshot, request, scratch, cancellation);
            outcome = isStream ? searcher.Stream() : searcher.Search();
            return outcome;
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
            if (outcome is not SearchOutcome.Opened)
            {
                snapshot.Release();
            }
        }
    }
}
