using Splot.Search.Columns;
using Splot.Search.Documents;
using Splot.Search.Files;

namespace Splot.Search.Segments;

/// <summary>A segment that goes into a new one.</summary>
/// <param name="Segment">The segment; held by the caller.</param>
/// <param name="Deleted">One bit for each document that is gone; null if none is.</param>
internal sealed record MergeSource(Segment Segment, ulong[]? Deleted)
{
    public bool IsGone(int document) => Deleted is not null && (Deleted[document >> 6] & (1UL << document)) != 0;
}

/// <summary>
/// Writes the living documents of several segments as one. Nothing is analysed again: lists are read and written in order, and memory grows with the
/// number of documents (a few bytes each), not with their texts.
/// </summary>
internal sealed class SegmentMerger
{
    private readonly SearchSchema schema;
    private readonly IReadOnlyList<MergeSource> sources;
    private readonly Action pause;
    private readonly List<long> keys = [];
    private readonly List<bool> standsBack = [];
    private readonly int[][] newDocuments;

    /// <param name="schema">The schema of all of them.</param>
    /// <param name="sources">Segments without a living key in common.</param>
    /// <param name="pause">Called every few thousand steps, possibly on two threads; may wait, and throws when the work shall end.</param>
    public SegmentMerger(SearchSchema schema, IReadOnlyList<MergeSource> sources, Action pause)
    {
        (this.schema, this.sources, this.pause) = (schema, sources, pause);
        newDocuments = [.. sources.Select(s => new int[s.Segment.Documents])];
        NumberDocuments();
    }

    /// <summary>Living documents.</summary>
    public int Documents => keys.Count;

    /// <summary>Writes the segment.</summary>
    /// <param name="sink">Where to.</param>
    /// <param name="twoThreads">True to write terms on another thread while this one writes the rest.</param>
    public SegmentDescription Merge(Sink sink, bool twoThreads)
    {
        var writer = new SegmentWriter(schema, sink, Documents);
        if (twoThreads)
        {
            Parallel.Invoke(() => MergeTerms(writer), () => MergeOthers(writer));
        }
        else
        {
            MergeTerms(writer);
            MergeOthers(writer);
        }

        return writer.Finish();
    }

    private unsafe void NumberDocuments()
    {
        var heads = new PriorityQueue<(int Source, int Document), long>();
        for (var i = 0; i < sources.Count; i++)
        {
            if (sources[i].Segment.Documents > 0)
            {
                heads.Enqueue((i, 0), sources[i].Segment.Keys[0]);
            }
        }

        while (heads.TryDequeue(out var head, out var key))
        {
            var source = sources[head.Source];
            var all = source.Segment.Keys;
            var (count, document) = (source.Segment.Documents, head.Document);
            var limit = heads.TryPeek(out _, out var other) ? other : long.MaxValue;
            do
            {
                newDocuments[head.Source][document] = source.IsGone(document) ? -1 : Append(source.Segment, document, all[document]);
                document++;
            }
            while (document < count && all[document] < limit);
            if (document < count)
            {
                heads.Enqueue((head.Source, document), all[document]);
            }
        }
    }

    private int Append(Segment segment, int document, long key)
    {
        if (keys.Count > 0 && keys[^1] >= key)
        {
            throw new InvalidOperationException($"Document {key} lives in two segments.");
        }

        keys.Add(key);
        standsBack.Add(segment.StandsBack(document));
        return keys.Count - 1;
    }

    private void MergeTerms(SegmentWriter writer)
    {
        using var output = writer.WriteTerms();
        new ListMerger([.. sources.Select((s, i) => new ListSource(s.Segment, s.Segment.Terms, Weighted: true, newDocuments[i]))], pause).Merge(output);
        output.Finish();
    }

    private void MergeOthers(SegmentWriter writer)
    {
        using (var output = writer.WriteSurfaces())
        {
            new ListMerger([.. sources.Select((s, i) => new ListSource(s.Segment, s.Segment.Surfaces, Weighted: false, newDocuments[i]))], pause).Merge(output);
            output.Finish();
        }

        writer.WriteDocuments(keys, standsBack);
        MergeExact(writer);
        writer.WriteColumns(Codes, Numbers);
    }

    private void MergeExact(SegmentWriter writer)
    {
        var heads = new PriorityQueue<(int Source, int Text), (ulong, int)>();
        using var output = writer.WriteExact();
        for (var i = 0; i < sources.Count; i++)
        {
            Enqueue(i, 0);
        }

        while (heads.TryDequeue(out var head, out var least))
        {
            output.Add(least.Item1, least.Item2);
            Enqueue(head.Source, head.Text + 1);
        }

        output.Finish();
        pause();

        void Enqueue(int source, int text)
        {
            for (; text < sources[source].Segment.Description.ExactTexts; text++)
            {
                var (hash, document) = sources[source].Segment.Exact(text);
                if (newDocuments[source][document] >= 0)
                {
                    heads.Enqueue((source, text), (hash, newDocuments[source][document]));
                    return;
                }
            }
        }
    }

    private List<CodeSource> Codes(int column)
    {
        pause();
        return [.. sources.Select((s, i) => s.Segment.Codes[column].AsSource(newDocuments[i]))];
    }

    private (long[], ulong[]) Numbers(int column)
    {
        pause();
        var values = new long[Documents];
        var present = new ulong[(Documents + 63) / 64];
        for (var i = 0; i < sources.Count; i++)
        {
            var store = sources[i].Segment.Numbers[column];
            for (var document = 0; document < newDocuments[i].Length; document++)
            {
                if (newDocuments[i][document] is >= 0 and var target && store.Has(document))
                {
                    values[target] = store.Value(document);
                    present[target >> 6] |= 1UL << target;
                }
            }
        }

        return (values, present);
    }
}
