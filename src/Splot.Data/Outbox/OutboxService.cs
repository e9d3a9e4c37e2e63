using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Splot.Data;

/// <summary>Looks after the outbox every second while a host runs. Each consumer has a loop of its own: a slow or failing one keeps no other waiting.</summary>
internal sealed class OutboxService(OutboxPump pump, OutboxOptions options, TimeProvider clock, ILogger<OutboxService> log) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(pump.Consumers.Select(consumer => LoopAsync(consumer, stoppingToken)));

    private async Task LoopAsync(IConsumer consumer, CancellationToken cancellation)
    {
        using var timer = new PeriodicTimer(options.Poll, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(cancellation))
            {
                try
                {
                    await pump.RunAsync(consumer, ignoreBackOff: false, cancellation);
                }
                catch (Exception failure) when (failure is not OperationCanceledException)
                {
                    // The database is away, or not migrated yet: the next tick tries again.
                    log.LogError(failure, "The outbox could not be read for {Consumer}", consumer.Name);
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The host stops.
        }
    }
}
