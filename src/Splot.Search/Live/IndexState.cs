using Splot.Search.Documents;
using Splot.Search.Files;
using Splot.Search.Searching;
using Splot.Search.Segments;

namespace Splot.Search.Live;

/// <summary>
/// What an index consists of at this moment, in memory and in its folder. Readers hold a snapshot; whoever changes something holds <see cref="Gate"/>,
/// makes a new snapshot and, if it is to last, a new manifest.
/// </summary>
internal sealed class IndexState(SearchSchema schema, IndexFolder folder)
{
    private readonly Dictionary<Segment, (ulong[]? Deleted, ManifestSegment Entry)> written = [];
    private Snapshot current = new([], 0);
    private IndexManifest? manifest;

    /// <summary>Held while the state changes.</summary>
    public Lock Gate { get; } = new();

    public SearchState State { get; private set; }

    public string Reason { get; private set; } = "Nothing has been built yet.";

    public Snapshot Current => Volatile.Read(ref current);

    public long WrittenSequence => manifest?.Sequence ?? 0;

    /// <summary>The present snapshot, kept open until it is released.</summary>
    public Snapshot Hold()
    {
        while (true)
        {
            var snapshot = Current;
            if (snapshot.TryHold())
            {
                return snapshot;
            }
        }
    }

    /// <summary>Takes over what the folder holds, if that is not known yet; true if it was not. Changes held in memory are forgotten then.</summary>
    public bool Refresh()
    {
        try
        {
            var found = folder.Read();
            if (found?.Version == manifest?.Version)
            {
                return false;
            }

            Load(found);
            return true;
        }
        catch (IndexDamagedException problem)
        {
            // Whoever rebuilt the index between the two readings has removed what the first one named.
            if (ReadAgain() is { } again && again.Version != manifest?.Version && TryLoad(again))
            {
                return true;
            }

            Damaged(problem);
            return true;
        }
    }

    /// <summary>From now on it must be rebuilt.</summary>
    public void Damaged(IndexDamagedException problem) => Distrust(problem.Message);

    /// <inheritdoc cref="Damaged"/>
    public void Distrust(string reason)
    {
        lock (Gate)
        {
            (State, Reason) = (SearchState.MustRebuild, reason);
            Publish([], 0);
        }
    }

    /// <summary>Shows other segments, or other views of them, from now on.</summary>
    public void Publish(IReadOnlyList<SegmentView> views, long sequence)
    {
        var before = Current;
        var kept = views.Select(v => v.Segment).ToHashSet();
        Volatile.Write(ref current, new Snapshot(views, sequence));
        foreach (var view in before.Views.Where(v => !kept.Contains(v.Segment)))
        {
            written.Remove(view.Segment);
            view.Segment.Release();
        }
    }

    /// <summary>
    /// Writes down and shows a new arrangement. False, and nothing is changed, if somebody else has written meanwhile; a rebuilt index is written all the same.
    /// </summary>
    /// <param name="built">Folder of a new segment; null if there is none.</param>
    /// <param name="arrange">All segments, given the view of the new one.</param>
    /// <param name="sequence">The change up to which the segments on disk will know.</param>
    /// <param name="rebuilt">True if everything is new.</param>
    public bool Commit(string? built, Func<SegmentView?, IReadOnlyList<SegmentView>> arrange, long sequence, bool rebuilt = false)
    {
        using var held = folder.Lock();
        if (!rebuilt && folder.Read()?.Version != manifest?.Version)
        {
            return false;
        }

        var views = arrange(built is null ? null : new SegmentView(Segment.Open(schema, folder.FolderOf(folder.Adopt(built))), null));
        var entries = views.Where(v => v.Segment.Folder is not null).Select(Entry).ToList();
        manifest = new IndexManifest(schema.Fingerprint, IndexFolder.NewName(""), sequence, entries);
        folder.Write(manifest);
        (State, Reason) = (SearchState.Ready, "");
        Publish(views, views.Any(v => v.Segment.Folder is null) ? Current.Sequence : rebuilt ? sequence : Math.Max(sequence, Current.Sequence));
        folder.Tidy(manifest);
        return true;
    }

    public void Close()
    {
        lock (Gate)
        {
            (State, Reason) = (SearchState.Empty, "The index is closed.");
            Publish([], 0);
        }
    }

    private IndexManifest? ReadAgain()
    {
        try
        {
            return folder.Read();
        }
        catch (IndexDamagedException)
        {
            return null; // the first problem is the one to tell
        }
    }

    private bool TryLoad(IndexManifest found)
    {
        try
        {
            Load(found);
            return true;
        }
        catch (IndexDamagedException)
        {
            return false; // as above
        }
    }

    private void Load(IndexManifest? found)
    {
        manifest = found; // even if it cannot be opened: then only another one is worth a try
        if (found is null)
        {
            (State, Reason) = (SearchState.Empty, "Nothing has been built yet.");
            Publish([], 0);
            return;
        }

        if (found.Schema != schema.Fingerprint)
        {
            (State, Reason) = (SearchState.MustRebuild, "The search index was built by another schema and must be rebuilt.");
            Publish([], 0);
            return;
        }

        var views = Open(found);
        (State, Reason) = (SearchState.Ready, "");
        Publish(views, found.Sequence);
        for (var i = 0; i < views.Count; i++)
        {
            written[views[i].Segment] = (views[i].Deleted, found.Segments[i]);
        }
    }

    private List<SegmentView> Open(IndexManifest found)
    {
        var views = new List<SegmentView>();
        try
        {
            foreach (var entry in found.Segments)
            {
                views.Add(SegmentViews.Open(schema, folder, entry));
            }

            return views;
        }
        catch
        {
            views.ForEach(v => v.Segment.Release());
            throw;
        }
    }

    private ManifestSegment Entry(SegmentView view)
    {
        if (!written.TryGetValue(view.Segment, out var last) || !ReferenceEquals(last.Deleted, view.Deleted))
        {
            var path = view.Segment.Folder!;
            last = (view.Deleted, view.Write(Path.GetFileName(path), path));
            written[view.Segment] = last;
        }

        return last.Entry;
    }
}
