using System.Globalization;
using Splot.Contracts.Hosting;

namespace Splot.Data;

/// <summary>Not ready while an entry of the audit has waited too long for its seal, or the head for being written outside the database.</summary>
internal sealed class AuditReadiness(MainStore main, AuditAnchors anchors, AuditOptions options, TimeProvider clock) : IReadiness
{
    public async Task<string?> ReasonNotReadyAsync(CancellationToken cancellation)
    {
        var (count, oldest) = await main.ReadAsync(session => AuditReader.WaitingAsync(session, cancellation), cancellation);
        if (oldest is { } at && clock.GetUtcNow() - at > options.Late)
        {
            return string.Create(CultureInfo.InvariantCulture, $"{count} entries of the audit are not sealed, the oldest since {at:yyyy-MM-dd HH:mm:ss} UTC.");
        }

        return anchors.FailingSince is { } since && clock.GetUtcNow() - since > options.Late
            ? string.Create(CultureInfo.InvariantCulture, $"The head of the audit could not be written outside the database since {since:yyyy-MM-dd HH:mm:ss} UTC.")
            : null;
    }
}
