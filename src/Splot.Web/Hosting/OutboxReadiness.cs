using System.Globalization;
using Splot.Contracts.Hosting;
using Splot.Data;

namespace Splot.Web.Hosting;

/// <summary>Ready when every consumer of the outbox, the public projection above all, has caught up.</summary>
internal sealed class OutboxReadiness(OutboxPump pump) : IReadiness
{
    public async Task<string?> ReasonNotReadyAsync(CancellationToken cancellation)
    {
        var behind = (await pump.StatusAsync(cancellation)).Where(c => c.Waiting > 0).Select(c => string.Create(CultureInfo.InvariantCulture, $"{c.Name} has {c.Waiting} changes to catch up with.")).ToList();
        return behind.Count == 0 ? null : string.Join(' ', behind);
    }
}
