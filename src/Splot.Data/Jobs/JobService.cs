using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Splot.Data;

/// <summary>Looks for jobs every second while a host runs, and works on a few at once, so that a long import keeps no short job waiting.</summary>
internal sealed class JobService(JobRunner runner, JobOptions options, TimeProvider clock, ILogger<JobService> log) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(Enumerable.Range(0, options.Parallel).Select(_ => LoopAsync(stoppingToken)));

    private async Task LoopAsync(CancellationToken cancellation)
    {
        using var timer = new PeriodicTimer(options.Poll, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(cancellation))
            {
                try
                {
                    await runner.RunDueAsync(cancellation);
                }
                catch (Exception failure) when (failure is not OperationCanceledException)
                {
                    // The database is away, or not migrated yet: the next tick tries again.
                    log.LogError(failure, "Jobs could not be looked for");
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The host stops.
        }
    }
}
