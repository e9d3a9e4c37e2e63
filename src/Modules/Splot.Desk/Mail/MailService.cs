using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Splot.Desk.Mail;

/// <summary>Looks every two seconds for letters that are due while a host runs.</summary>
internal sealed class MailService(MailSender sender, TimeProvider clock, ILogger<MailService> log) : BackgroundService
{
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Poll, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                try
                {
                    await sender.SendDueAsync(stoppingToken);
                }
                catch (Exception failure) when (failure is not OperationCanceledException)
                {
                    // The database is away, or not migrated yet: the next tick tries again.
                    log.LogError(failure, "Mail could not be looked for");
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The host stops.
        }
    }
}
