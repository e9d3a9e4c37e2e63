using System.Threading.Channels;
using Splot.Search.Documents;
using Splot.Search.Segments;
using Splot.Search.Text;

namespace Splot.Search.Live;

/// <summary>
/// Builds a segment from all documents. Each of several threads turns documents into segments of bounded size; then all of those become one.
/// </summary>
internal sealed class IndexBuilder(SearchSchema schema, Analyzer analyzer, SearchIndexOptions options, BuildingFolder building)
{
    private const int BatchSize = 64;

    private readonly List<string> runs = [];

    /// <summary>Builds it.</summary>
    /// <param name="documents">In ascending order of their keys.</param>
    /// <param name="progress">Told how many documents have been read.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <returns>The folder of the segment; null without documents.</returns>
    public async Task<string?> BuildAsync(IAsyncEnumerable<SearchDocument> documents, IProgress<long>? progress, CancellationToken cancellation)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
#pragma warning disable CA2025 // all of them are awaited below, whatever becomes of each
        var batches = Channel.CreateBounded<SearchDocument[]>(options.BuildingThreads * 2);
        var work = Enumerable.Range(0, options.BuildingThreads).Select(_ => Task.Run(() => WorkAsync(batches.Reader, ending), CancellationToken.None)).ToList();
        work.Add(FeedAsync(documents, batches.Writer, progress, ending));
#pragma warning restore CA2025
        await Task.WhenAll(work);
        return runs.Count <= 1 ? runs.SingleOrDefault() : Merge(cancellation);
    }

    private static async Task FeedAsync(IAsyncEnumerable<SearchDocument> documents, ChannelWriter<SearchDocument[]> batches, IProgress<long>? progress, CancellationTokenSource ending)
    {
        try
        {
            var batch = new List<SearchDocument>(BatchSize);
            var (last, count) = (long.MinValue, 0L);
            await foreach (var document in documents.WithCancellation(ending.Token))
            {
                if (count++ > 0 && document.Key <= last)
                {
                    throw new ArgumentException($"Document {document.Key} comes after {last}; documents come in ascending order of their keys.", nameof(documents));
                }

                last = document.Key;
                batch.Add(document);
                if (batch.Count == BatchSize)
                {
                    await batches.WriteAsync([.. batch], ending.Token);
                    batch.Clear();
                    progress?.Report(count);
                }
            }

            await batches.WriteAsync([.. batch], ending.Token);
            progress?.Report(count);
            batches.Complete();
        }
        catch
        {
            await ending.CancelAsync();
            throw;
        }
    }

    private async Task WorkAsync(ChannelReader<SearchDocument[]> batches, CancellationTokenSource ending)
    {
        try
        {
            using var builder = new SegmentBuilder(schema, analyzer, options.TermsInMemory);
            await foreach (var batch in batches.ReadAllAsync(ending.Token))
            {
                foreach (var document in batch)
                {
                    builder.Add(document);
                }

                if (builder.IsFull)
                {
                    Finish(builder);
                }
            }

            if (builder.Documents > 0)
            {
                Finish(builder);
            }
        }
        catch
        {
            await ending.CancelAsync();
            throw;
        }
    }

    private void Finish(SegmentBuilder builder)
    {
        var sink = building.NewSink(IndexFolder.NewName("run-"));
        builder.Finish(sink);
        lock (runs)
        {
            runs.Add(sink.Folder);
        }
    }

    private string Merge(CancellationToken cancellation)
    {
        var segments = new List<Segment>();
        try
        {
            segments.AddRange(runs.Select(r => Segment.Open(schema, r)));
            var sink = building.NewSink("merged");
            var merger = new SegmentMerger(schema, [.. segments.Select(s => new MergeSource(s, null))], cancellation.ThrowIfCancellationRequested);
            merger.Merge(sink, twoThreads: options.BuildingThreads > 1);
            return sink.Folder;
        }
        finally
        {
            segments.ForEach(s => s.Release());
        }
    }
}
