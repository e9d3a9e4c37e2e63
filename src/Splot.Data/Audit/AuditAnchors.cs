using System.Globalization;
using System.Net.Sockets;
using System.Text;
using Microsoft.Extensions.Logging;

namespace Splot.Data;

/// <summary>
/// Writes the head of the audit outside the database, where whoever may change that cannot reach: to <c>audit.anchor</c> in the keys
/// folder, and to the file or syslog server that <c>--audit-sink</c> names.
/// </summary>
public sealed class AuditAnchors(SplotOptions options, ILogger<AuditAnchors> log)
{
    /// <summary>Name of the file in the keys folder.</summary>
    internal const string FileName = "audit.anchor";

    private const string Syslog = "syslog://";

    // Facility 13 (log audit), severity 6 (informational): RFC 5424, 6.2.1.
    private const int Priority = (13 * 8) + 6;

    private readonly AnchorFile own = new(Path.Combine(Backup.KeysFolder(options), FileName), 1 << 20);
    private readonly AnchorFile? sink = options.AuditSink is { } file && !file.StartsWith(Syslog, StringComparison.Ordinal) ? new AnchorFile(file, null) : null;
    private AuditAnchor? written;
    private AuditAnchor? sunk;

    /// <summary>Every anchor that can be read again: those of the keys folder, and those of the sink where it is a file.</summary>
    internal IReadOnlyList<AuditAnchor> Read() => [.. own.Read(), .. sink?.Read() ?? []];

    /// <summary>
    /// Writes the head where it is not written yet. A sink that fails is told of in the log and tried again next time; each head
    /// covers all before it, so nothing is lost meanwhile.
    /// </summary>
    internal async Task WriteAsync(AuditAnchor head, CancellationToken cancellation)
    {
        if (head.Number == 0)
        {
            return;
        }

        if (!Same(written, head))
        {
            own.Add(head);
            written = head;
        }

        if (options.AuditSink is not null && !Same(sunk, head))
        {
            try
            {
                await SinkAsync(head, cancellation);
                sunk = head;
            }
            catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or SocketException)
            {
                log.LogWarning(failure, "The head of the audit could not be written to --audit-sink; trying again");
            }
        }
    }

    private static bool Same(AuditAnchor? one, AuditAnchor other) => one is not null && one.Number == other.Number && one.Hash.SequenceEqual(other.Hash);

    private async Task SinkAsync(AuditAnchor head, CancellationToken cancellation)
    {
        if (sink is not null)
        {
            sink.Add(head);
            return;
        }

        var address = new Uri(options.AuditSink!);
        using var client = new UdpClient();
        await client.SendAsync(Encoding.ASCII.GetBytes(Message(head)), address.IdnHost, address.Port, cancellation);
    }

    /// <summary>A message in the form of RFC 5424, for a datagram as in RFC 5426.</summary>
    private static string Message(AuditAnchor head) =>
        string.Create(CultureInfo.InvariantCulture, $"<{Priority}>1 {head.At.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss.fff'Z'} {Host()} splot - audit - head {head}");

    private static string Host() => new string([.. Environment.MachineName.Where(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '.')]) is { Length: > 0 } name ? name : "-";
}
