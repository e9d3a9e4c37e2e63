namespace Splot.Search.Segments;

/// <summary>A dictionary with its postings that goes into a new one.</summary>
/// <param name="Segment">Its segment.</param>
/// <param name="Dictionary">Its terms or its surfaces.</param>
/// <param name="Weighted">True for terms, whose postings have weights and positions.</param>
/// <param name="NewDocuments">The new number of each document; −1 if it is gone.</param>
internal sealed record ListSource(Segment Segment, TermDictionary Dictionary, bool Weighted, int[] NewDocuments);

/// <summary>Merges dictionaries with their postings, term by term in order.</summary>
internal sealed unsafe class ListMerger
{
    private const int StepsBetweenPauses = 4096;

    private readonly Source[] sources;
    private readonly Action pause;
    private readonly int[] buffers;
    private int steps;

    public ListMerger(IReadOnlyList<ListSource> lists, Action pause)
    {
        this.pause = pause;
        buffers = GC.AllocateUninitializedArray<int>(lists.Count * BitPacking.BlockSize, pinned: true);
        fixed (int* first = buffers)
        {
            var room = first; // pinned for good
            sources = [.. lists.Select((list, i) => new Source(list, room + (i * BitPacking.BlockSize), i))];
        }
    }

    public void Merge(TermsWriter output)
    {
        var heads = new PriorityQueue<Source, Source>(Comparer<Source>.Create((x, y) => x.Terms.Current.SequenceCompareTo(y.Terms.Current) is not 0 and var order ? order : x.Number - y.Number));
        foreach (var source in sources)
        {
            Enqueue(heads, source);
        }

        var same = new List<Source>();
        while (heads.TryDequeue(out var least, out _))
        {
            same.Clear();
            same.Add(least);
            while (heads.TryPeek(out var next, out _) && next.Terms.Current.SequenceEqual(least.Terms.Current))
            {
                same.Add(heads.Dequeue());
            }

            MergePostings(same, output);
            output.EndTerm(least.Terms.Current);
            foreach (var source in same)
            {
                Enqueue(heads, source);
            }
        }
    }

    private static void Enqueue(PriorityQueue<Source, Source> heads, Source source)
    {
        if (source.Terms.Next())
        {
            heads.Enqueue(source, source);
        }
    }

    private void MergePostings(List<Source> same, TermsWriter output)
    {
        if (same.Count == 1)
        {
            same[0].Open();
            while (same[0].NextDocument())
            {
                Copy(same[0], output);
            }

            return;
        }

        var heads = new PriorityQueue<Source, int>(same.Count);
        foreach (var source in same)
        {
            source.Open();
            if (source.NextDocument())
            {
                heads.Enqueue(source, source.Document);
            }
        }

        while (heads.TryDequeue(out var source, out _))
        {
            // Runs of one source are the rule: stay with it until another one's turn comes.
            var limit = heads.TryPeek(out _, out var other) ? other : int.MaxValue;
            var more = true;
            for (; more && source.Document < limit; more = source.NextDocument())
            {
                Copy(source, output);
            }

            if (more)
            {
                heads.Enqueue(source, source.Document);
            }
        }
    }

    private void Copy(Source source, TermsWriter output)
    {
        output.Add(source.Document, source.Postings.Weight);
        if (source.IsWeighted)
        {
            output.AddPositions(source.Postings.Positions);
        }

        if (++steps % StepsBetweenPauses == 0)
        {
            pause();
        }
    }

    private sealed class Source(ListSource list, int* buffer, int number)
    {
        public int Number => number;

        public TermCursor Terms { get; } = new(list.Dictionary);

        public PostingStream Postings { get; private set; } = null!;

        public bool IsWeighted => list.Weighted;

        /// <summary>The new number of the document that it stands on.</summary>
        public int Document { get; private set; }

        public void Open()
        {
            var entry = Terms.Entry;
            Postings = list.Weighted
                ? new PostingStream(list.Segment.Postings(entry), list.Segment.Documents, list.Segment.AllPositions(entry), buffer)
                : new PostingStream(list.Segment.SurfacePostings(entry), list.Segment.Documents, null, buffer);
        }

        public bool NextDocument()
        {
            while (Postings.Next())
            {
                Document = list.NewDocuments[Postings.Document];
                if (Document >= 0)
                {
                    return true;
                }
            }

            return false;
        }
    }
}
