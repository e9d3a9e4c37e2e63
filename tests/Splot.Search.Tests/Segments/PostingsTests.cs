using FsCheck.Fluent;
using Splot.Search.Files;
using Splot.Search.Segments;

namespace Splot.Search.Tests.Segments;

/// <summary>Lists of postings of every form come back as they were written: window by window, by document, and in a stream.</summary>
public sealed unsafe class PostingsTests
{
    private sealed record Posting(int Document, byte Weight, uint[] Positions);

    private sealed record Written(PostingList List, Region Lists, Region Positions, TermEntry Entry, int SegmentSize, List<Posting> Postings);

    [Theory]
    [InlineData(10, 30)] // few
    [InlineData(20_000, 127)]
    [InlineData(20_000, 128)] // one block
    [InlineData(20_000, 3_000)] // blocks
    [InlineData(20_000, 4_999)]
    [InlineData(20_000, 5_001)] // dense
    [InlineData(4_097, 4_000)]
    [InlineData(200, 200)]
    public void Lists_OfEveryForm_ComeBackAsWritten(int segmentSize, int count) => Law.Holds(12, Gen.Choose(0, 1_000_000), seed =>
    {
        var written = Write(new Random(seed), segmentSize, Math.Min(count, segmentSize));

        CheckWindows(written, everyWindow: true);
        CheckWindows(written, everyWindow: false);
        CheckPositions(written, new Random(seed + 1));
        CheckStream(written);
        GC.KeepAlive(written); // lists point into memory that only their regions hold
    });

    private static Written Write(Random random, int segmentSize, int count)
    {
        var postings = Enumerable.Range(0, segmentSize).OrderBy(_ => random.Next()).Take(count).Order()
            .Select(d => new Posting(d, (byte)random.Next(1, 256), [.. Enumerable.Range(0, random.Next(1, 5)).Select(_ => (uint)random.Next(200_000)).Distinct().Order()]))
            .ToList();
        var sink = new MemorySink();
        using var output = sink.Create("postings");
        using var positions = sink.Create("positions");
        output.Write([1, 2, 3]);
        positions.Write([9]);
        var writer = new PostingsWriter(output, positions, segmentSize);
        writer.Begin();
        foreach (var posting in postings)
        {
            writer.Add(posting.Document, posting.Weight);
            Positions.Write(positions, posting.Positions);
        }

        var entry = new TermEntry(3, 1, writer.End());
        var lists = sink.Open("postings", output.Seal());
        var list = new PostingList(lists, entry, segmentSize, weighted: true);
        Assert.Equal(count, list.Documents);
        return new Written(list, lists, sink.Open("positions", positions.Seal()), entry, segmentSize, postings);
    }

    private static void CheckWindows(Written written, bool everyWindow)
    {
        var buffer = stackalloc int[BitPacking.BlockSize];
        var bits = stackalloc ulong[Window.Words];
        var plain = stackalloc ulong[Window.Words];
        var weights = new byte[Window.Rows];
        var cursor = new PostingCursor(written.List, written.SegmentSize, buffer);
        var other = stackalloc int[BitPacking.BlockSize];
        var unweighted = new PostingCursor(written.List, written.SegmentSize, other);
        var found = new List<(int, byte)>();
        for (var window = everyWindow ? 0 : cursor.NextWindow(0); everyWindow ? window < Window.Count(written.SegmentSize) : window != Window.End; window = everyWindow ? window + 1 : cursor.NextWindow(window + 1))
        {
            new Span<ulong>(bits, Window.Words).Clear();
            new Span<ulong>(plain, Window.Words).Clear();
            Array.Clear(weights);
            fixed (byte* best = weights)
            {
                cursor.Fill(window, bits, best);
            }

            unweighted.Fill(window, plain);
            Assert.True(new Span<ulong>(bits, Window.Words).SequenceEqual(new Span<ulong>(plain, Window.Words)));
            for (var row = 0; row < Window.Rows; row++)
            {
                Assert.Equal((bits[row >> 6] >> row & 1) == 1, weights[row] > 0);
                if (weights[row] > 0)
                {
                    found.Add(((window << Window.Shift) + row, weights[row]));
                }
            }
        }

        Assert.Equal(written.Postings.Select(p => (p.Document, p.Weight)), found);
    }

    private static void CheckPositions(Written written, Random random)
    {
        var buffer = stackalloc int[BitPacking.BlockSize];
        var cursor = new PositionCursor(written.List, written.Positions, written.Entry, buffer);
        var byDocument = written.Postings.ToDictionary(p => p.Document, p => p.Positions);
        for (var document = random.Next(3); document < written.SegmentSize; document += random.Next(1, 9))
        {
            var found = new List<uint>();
            cursor.Read(document, found);
            Assert.Equal(byDocument.GetValueOrDefault(document, []), found);
        }
    }

    private static void CheckStream(Written written)
    {
        var buffer = stackalloc int[BitPacking.BlockSize];
        var stream = new PostingStream(written.List, written.SegmentSize, written.Positions.At(written.Entry.Positions, written.Entry.Extent.PositionsLength), buffer);
        foreach (var posting in written.Postings)
        {
            Assert.True(stream.Next());
            var positions = new List<uint>();
            fixed (byte* from = stream.Positions)
            {
                Positions.Read(from, positions);
            }

            Assert.Equal((posting.Document, posting.Weight), (stream.Document, stream.Weight));
            Assert.Equal(posting.Positions, positions);
        }

        Assert.False(stream.Next());
    }
}
