using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Splot.Contracts.Projects;
using Splot.Data;

namespace Splot.Portal.Projection;

/// <summary>
/// Brings the public store in line with what the projects module publishes. One task reads, one prepares, one writes, so that all
/// cores work; writing goes in short transactions.
/// </summary>
internal sealed class OperationProjection(PublicStore store, TimeProvider clock)
{
    private const int FirstChunk = 500;
    private const int SmallestChunk = 50;
    private const int LargestChunk = 1_000;
    private const int Between = 250;
    private static readonly TimeSpan Aim = TimeSpan.FromMilliseconds(50);

    private readonly OperationWriter writer = new(store, clock);

    /// <summary>
    /// Projects the operations with internal keys in the range. <paramref name="rebuildSince"/> is null in daily work; a rebuild gives
    /// the sequence at which it began.
    /// </summary>
    public async Task<ProjectionResult> RunAsync(IPublishedOperations source, long fromKey, long toKey, long? rebuildSince, Action<long>? progress, CancellationToken cancellation)
    {
        using var all = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var read = Channel.CreateBounded<PublishedOperation>(new BoundedChannelOptions(Between) { SingleReader = true, SingleWriter = true });
        var prepared = Channel.CreateBounded<ProjectedOperation>(new BoundedChannelOptions(Between) { SingleReader = true, SingleWriter = true });
        var reading = Task.Run(() => FillAsync(source.ReadAsync(fromKey, toKey, all.Token), read.Writer, all.Token), all.Token);
        var preparing = Task.Run(() => FillAsync(PrepareAsync(read.Reader, all.Token), prepared.Writer, all.Token), all.Token);
        try
        {
            var result = await WriteAsync(prepared.Reader, rebuildSince, progress, all.Token);
            await Task.WhenAll(reading, preparing);
            return result;
        }
        catch
        {
            await all.CancelAsync();
            await Task.WhenAll(reading, preparing).ContinueWith(static _ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
            throw;
        }
    }

    private async IAsyncEnumerable<ProjectedOperation> PrepareAsync(ChannelReader<PublishedOperation> read, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var published in read.ReadAllAsync(cancellation))
        {
            yield return ProjectedOperation.Of(published, clock.GetUtcNow());
        }
    }

    /// <summary>Hands on what a step gives; a failure travels with the channel to who reads it.</summary>
    private static async Task FillAsync<T>(IAsyncEnumerable<T> items, ChannelWriter<T> channel, CancellationToken cancellation)
    {
        try
        {
            await foreach (var item in items.WithCancellation(cancellation))
            {
                await channel.WriteAsync(item, cancellation);
            }

            channel.Complete();
        }
        catch (Exception failure)
        {
            channel.Complete(failure);
        }
    }

    private async Task<ProjectionResult> WriteAsync(ChannelReader<ProjectedOperation> prepared, long? rebuildSince, Action<long>? progress, CancellationToken cancellation)
    {
        var chunk = new List<ProjectedOperation>(FirstChunk);
        var result = new ProjectionResult(0, 0);
        var size = FirstChunk;
        while (await prepared.WaitToReadAsync(cancellation))
        {
            while (prepared.TryRead(out var operation))
            {
                chunk.Add(operation);
                if (chunk.Count >= size)
                {
                    (result, size) = await WriteChunkAsync(chunk, size, result, rebuildSince, cancellation);
                    progress?.Invoke(result.Read);
                }
            }
        }

        if (chunk.Count > 0)
        {
            (result, _) = await WriteChunkAsync(chunk, size, result, rebuildSince, cancellation);
        }

        return result;
    }

    // The next chunk is cut so that its transaction takes about the aimed time: nobody else waits long for a turn.
    private async Task<(ProjectionResult Result, int Size)> WriteChunkAsync(List<ProjectedOperation> chunk, int size, ProjectionResult result, long? rebuildSince, CancellationToken cancellation)
    {
        var began = Stopwatch.GetTimestamp();
        var written = await writer.WriteAsync(chunk, rebuildSince, cancellation);
        var took = Stopwatch.GetElapsedTime(began);
        result = new ProjectionResult(result.Read + chunk.Count, result.Written + written);
        var next = Math.Clamp((int)(chunk.Count * (Aim / took)), size / 2, size * 2);
        chunk.Clear();
        return (result, Math.Clamp(next, SmallestChunk, LargestChunk));
    }
}

/// <summary>What a projection did.</summary>
/// <param name="Read">Operations read.</param>
/// <param name="Written">Operations written; the others were up to date.</param>
internal sealed record ProjectionResult(long Read, long Written);
