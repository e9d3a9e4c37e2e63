using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Splot.Data;

/// <summary>Seals the audit every second while a host runs.</summary>
internal sealed class AuditService(AuditSealer sealer, AuditOptions options, TimeProvider clock, ILogger<AuditService> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(options.Poll, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                try
                {
                    await sealer.RunAsync(stoppingToken);
                }
                catch (Exception failure) when (failure is not OperationCanceledException)
                {
                    // The database is away, or the keys folder cannot be written: the next tick tries again.
                    log.LogError(failure, "The audit could not be sealed");
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The host stops.
        }
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        try
        {
            await sealer.LetGoAsync();
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            log.LogWarning(failure, "The lease on the audit was not given back; it runs out by itself");
        }
    }
}
