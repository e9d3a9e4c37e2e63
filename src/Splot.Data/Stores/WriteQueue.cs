namespace Splot.Data;

/// <summary>Writers of one process take turns in the order in which they came.</summary>
internal sealed class WriteQueue : IDisposable
{
    private readonly SemaphoreSlim turns = new(1, 1);

    public async Task<IDisposable> WaitAsync(CancellationToken cancellation)
    {
        await turns.WaitAsync(cancellation);
        return new Turn(turns);
    }

    public void Dispose() => turns.Dispose();

    private sealed class Turn(SemaphoreSlim turns) : IDisposable
    {
        private bool over;

        public void Dispose()
        {
            if (!over)
            {
                over = true;
                turns.Release();
            }
        }
    }
}
