using System.Globalization;
using Splot.Contracts.Hosting;

namespace Splot.Data;

/// <summary>Not ready while an entry of the audit has waited too long for its seal.</summary>
internal sealed class AuditReadiness(MainStore main, AuditOptions options, TimeProvider clock) : IReadiness
{
    public async Task<string?> ReasonNotReadyAsync(CancellationToken cancellation)
    {
        var (count, oldest) = await main.ReadAsync(session => AuditReader.WaitingAsync(session, cancellation), cancellation);
        return oldest is { } at && clock.GetUtcNow() - at > options.Late
            ? string.Create(CultureInfo.InvariantCulture, $"{count} entries of the audit are not sealed, the oldest since {at:yyyy-MM-dd HH:mm:ss} UTC.")
            : null;
    }
}
