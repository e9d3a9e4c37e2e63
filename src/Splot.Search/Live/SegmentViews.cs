using Splot.Search.Documents;
using Splot.Search.Files;
using Splot.Search.Searching;
using Splot.Search.Segments;

namespace Splot.Search.Live;

/// <summary>Changes to what can be seen of segments; each gives a new view and leaves the old one to those who are reading it.</summary>
internal static unsafe class SegmentViews
{
    /// <summary>The view without documents of some keys; the same if it has none of them.</summary>
    public static SegmentView Without(this SegmentView view, IReadOnlyCollection<long> keys)
    {
        ulong[]? deleted = null;
        foreach (var key in keys)
        {
            var document = view.Segment.Find(key);
            if (document >= 0 && !view.IsGone(document))
            {
                deleted ??= view.Deleted is null ? Nothing(view.Segment) : [.. view.Deleted];
                deleted[document >> 6] |= 1UL << document;
            }
        }

        return deleted is null ? view : new SegmentView(view.Segment, deleted);
    }

    /// <summary>The view of a merged segment, without what has gone from its sources since the merge began.</summary>
    public static SegmentView Merged(Segment merged, IEnumerable<(SegmentView Before, SegmentView Now)> sources)
    {
        var gone = new List<long>();
        foreach (var (before, now) in sources)
        {
            for (var document = 0; document < now.Segment.Documents && !ReferenceEquals(before, now); document++)
            {
                if (now.IsGone(document) && !before.IsGone(document))
                {
                    gone.Add(now.Segment.Keys[document]);
                }
            }
        }

        return new SegmentView(merged, null).Without(gone);
    }

    /// <summary>Writes down which documents are gone.</summary>
    public static ManifestSegment Write(this SegmentView view, string name, string folder)
    {
        if (view.Deleted is null)
        {
            return new ManifestSegment(name, null, null);
        }

        var file = IndexFolder.NewName(IndexFolder.DeletionsPrefix);
        var path = Path.Combine(folder, file);
        using var output = new PartWriter(new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0));
        output.WriteAll<ulong>(view.Deleted);
        var seal = output.Seal();
        Durable.FlushFolder(folder);
        return new ManifestSegment(name, file, seal);
    }

    /// <summary>Opens a segment as the manifest has it.</summary>
    public static SegmentView Open(SearchSchema schema, IndexFolder folder, ManifestSegment entry)
    {
        var path = folder.FolderOf(entry.Name);
        var segment = Segment.Open(schema, path);
        if (entry.Deleted is null)
        {
            return new SegmentView(segment, null);
        }

        try
        {
            using var region = new Region(Path.Combine(path, entry.Deleted), entry.DeletedSeal!);
            var deleted = Nothing(segment);
            if (region.Length != deleted.Length * sizeof(ulong))
            {
                throw new IndexDamagedException(Path.Combine(path, entry.Deleted), "it belongs to another segment");
            }

            region.Slice(0, (int)region.Length).CopyTo(System.Runtime.InteropServices.MemoryMarshal.AsBytes(deleted.AsSpan()));
            return new SegmentView(segment, deleted);
        }
        catch
        {
            segment.Release();
            throw;
        }
    }

    private static ulong[] Nothing(Segment segment) => new ulong[Window.Count(segment.Documents) * Window.Words];
}
