using Microsoft.Extensions.Logging;

namespace Splot.Data;

/// <summary>
/// Renews a lease, three times in its length, for as long as the work under it lasts. When it was lost (another process took over
/// after this one had been silent too long) the work's token is cancelled.
/// </summary>
internal sealed class LeaseKeeper : IAsyncDisposable
{
    private readonly CancellationTokenSource work;
    private readonly CancellationTokenSource over = new();
    private readonly Task renewing;

    /// <summary>Starts to renew.</summary>
    /// <param name="length">Length of the lease.</param>
    /// <param name="renewAsync">Renews; false when the lease is another's.</param>
    /// <param name="clock">The clock.</param>
    /// <param name="log">Told when renewing fails for another reason; it is tried again.</param>
    /// <param name="cancellation">Cancels the work from outside.</param>
    public LeaseKeeper(TimeSpan length, Func<CancellationToken, Task<bool>> renewAsync, TimeProvider clock, ILogger log, CancellationToken cancellation)
    {
        work = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        renewing = RenewAsync(length / 3, renewAsync, clock, log);
    }

    /// <summary>For the work: cancelled from outside or when the lease is lost.</summary>
    public CancellationToken Token => work.Token;

    /// <summary>True when another process holds the lease.</summary>
    public bool Lost { get; private set; }

    private async Task RenewAsync(TimeSpan pause, Func<CancellationToken, Task<bool>> renewAsync, TimeProvider clock, ILogger log)
    {
        using var timer = new PeriodicTimer(pause, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(over.Token))
            {
                try
                {
                    if (!await renewAsync(over.Token))
                    {
                        Lost = true;
                        await work.CancelAsync();
                        return;
                    }
                }
                catch (Exception failure) when (failure is not OperationCanceledException)
                {
                    log.LogWarning(failure, "A lease could not be renewed; trying again");
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The work is over.
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await over.CancelAsync();
        await renewing;
        over.Dispose();
        work.Dispose();
    }
}

/// <summary>How long a failed attempt waits for the next.</summary>
internal static class BackOff
{
    /// <summary>Doubles with every failure in a row, from <paramref name="first"/> up to <paramref name="longest"/>.</summary>
    public static TimeSpan After(int failures, TimeSpan first, TimeSpan longest)
    {
        var wait = first * Math.Pow(2, Math.Clamp(failures - 1, 0, 30));
        return wait < longest ? wait : longest;
    }
}
