using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Splot.Portal.Indexing;
using Splot.Search.Live;

namespace Splot.Portal.Suggest;

/// <summary>
/// Keeps what may be suggested in line with the index: gathered at the start, and again after changes, but so that gathering takes at most a twentieth of
/// the time.
/// </summary>
internal sealed class SuggestionKeeper(SuggestionEntries entries, PortalIndex index, TimeProvider clock, ILogger<SuggestionKeeper> log) : BackgroundService
{
    private const int GatheringShare = 20;
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan ShortestRest = TimeSpan.FromSeconds(10);

    // What was gathered earlier must not take the place of what was gathered later.
    private readonly SemaphoreSlim turn = new(1, 1);
    private SuggestionBook? present;

    /// <summary>What may be suggested; null until it was gathered for the first time.</summary>
    public SuggestionBook? Present => Volatile.Read(ref present);

    /// <summary>Gathers everything anew.</summary>
    public async Task RebuildAsync(CancellationToken cancellation)
    {
        await turn.WaitAsync(cancellation);
        try
        {
            if (await entries.ReadAsync(cancellation) is { } book)
            {
                Volatile.Write(ref present, book);
            }
        }
        finally
        {
            turn.Release();
        }
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        base.Dispose();
        turn.Dispose();
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var pause = Look;
            if (index.Search.Status is { State: SearchState.Ready } status && Present?.Sequence != status.Sequence)
            {
                var started = clock.GetTimestamp();
                try
                {
                    await Task.Run(() => RebuildAsync(stoppingToken), stoppingToken);
                }
                catch (Exception failure) when (failure is IOException or System.Data.Common.DbException)
                {
                    log.LogWarning(failure, "Suggestions could not be gathered; those from before stay in use.");
                }
                catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
                {
                    return;
                }

                pause = TimeSpan.FromTicks(Math.Max(ShortestRest.Ticks, clock.GetElapsedTime(started).Ticks * GatheringShare));
            }

            await Task.Delay(pause, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
