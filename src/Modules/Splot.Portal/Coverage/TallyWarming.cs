using System.Data.Common;
using Microsoft.Extensions.Hosting;

namespace Splot.Portal.Coverage;

/// <summary>Begins the first tally when the process starts: of two million rows it takes longer than a reader should wait.</summary>
internal sealed class TallyWarming(TallyReader tallies) : BackgroundService
{
    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await tallies.ReadAsync(stoppingToken);
        }
        catch (DbException)
        {
            // It is in the log; the first reader asks again and learns of it.
        }
    }
}
