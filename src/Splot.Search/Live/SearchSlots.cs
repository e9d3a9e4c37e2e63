using System.Collections.Concurrent;
using Splot.Search.Searching;

namespace Splot.Search.Live;

/// <summary>Lets a bounded number of searches run at once, each with working memory of its own that is used again.</summary>
internal sealed class SearchSlots(SearchIndexOptions options) : IDisposable
{
    private const long KeptMemory = 16 << 20;

    private readonly SemaphoreSlim free = new(options.Searches);
    private readonly ConcurrentBag<Scratch> spare = [];

    /// <summary>A turn; it ends when disposed of.</summary>
    public sealed class Slot(SearchSlots slots, Scratch scratch) : IDisposable
    {
        public Scratch Scratch => scratch;

        public void Dispose() => slots.End(scratch);
    }

    public async Task<Slot> WaitAsync(CancellationToken cancellation)
    {
        await free.WaitAsync(cancellation);
        return New();
    }

    public Slot Wait(CancellationToken cancellation)
    {
        free.Wait(cancellation);
        return New();
    }

    /// <summary>Lets searches go first while all turns are taken.</summary>
    public void GiveWay(CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        if (free.CurrentCount == 0)
        {
            Thread.Sleep(1);
        }
    }

    public void Dispose()
    {
        free.Dispose();
        while (spare.TryTake(out var scratch))
        {
            scratch.Dispose();
        }
    }

    private Slot New() => new(this, spare.TryTake(out var scratch) ? scratch : new Scratch(options.SearchMemory));

    private void End(Scratch scratch)
    {
        if (scratch.Size > KeptMemory)
        {
            scratch.Dispose();
        }
        else
        {
            scratch.Reset();
            spare.Add(scratch);
        }

        free.Release();
    }
}
