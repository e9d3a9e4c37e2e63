using System.Globalization;
using System.Net.Security;
using System.Text;

namespace Splot.Desk.Mail;

/// <summary>A conversation with a mail server, line by line. What was read before TLS began is forgotten: somebody in between could have put it there.</summary>
internal sealed class SmtpLine(Stream stream) : IAsyncDisposable
{
    private const int LongestLine = 2000;
    private const int MostLines = 100;

    private Stream current = stream;
    private StreamReader reader = Reader(stream);

    public bool IsSecure { get; private set; }

    public async Task SecureAsync(string host, RemoteCertificateValidationCallback? trust, CancellationToken cancellation)
    {
        var secure = new SslStream(current, leaveInnerStreamOpen: false);
        current = secure;
        await secure.AuthenticateAsClientAsync(new SslClientAuthenticationOptions { TargetHost = host, RemoteCertificateValidationCallback = trust }, cancellation);
        (reader, IsSecure) = (Reader(secure), true);
    }

    /// <summary>Says a command and reads the answer, whose lines it returns without their codes.</summary>
    public async Task<IReadOnlyList<string>> SayAsync(string command, int expected, CancellationToken cancellation, bool retryAlways = false)
    {
        await current.WriteAsync(Encoding.UTF8.GetBytes(command + "\r\n"), cancellation);
        return await ExpectAsync(command.Split(' ', ':')[0], expected, cancellation, retryAlways);
    }

    /// <summary>Sends headers and body, lines that begin with a dot with two, and the dot that ends them.</summary>
    public async Task SendBodyAsync(string text, CancellationToken cancellation)
    {
        var stuffed = ("\r\n" + text).Replace("\r\n.", "\r\n..", StringComparison.Ordinal)[2..];
        await current.WriteAsync(Encoding.UTF8.GetBytes(stuffed + (stuffed.EndsWith("\r\n", StringComparison.Ordinal) ? ".\r\n" : "\r\n.\r\n")), cancellation);
    }

    /// <summary>Reads an answer.</summary>
    /// <param name="what">What it answers, for the message: the words of the server may hold addresses.</param>
    /// <param name="expected">The code; others of its hundred are as good.</param>
    /// <param name="cancellation">Cancels.</param>
    /// <param name="retryAlways">A refusal is not for good, whatever the server says.</param>
    public async Task<IReadOnlyList<string>> ExpectAsync(string what, int expected, CancellationToken cancellation, bool retryAlways = false)
    {
        var lines = new List<string>();
        while (true)
        {
            var line = await reader.ReadLineAsync(cancellation) ?? throw new IOException("The mail server hung up.");
            if (line.Length is < 3 or > LongestLine || lines.Count > MostLines || !int.TryParse(line.AsSpan(0, 3), NumberStyles.None, CultureInfo.InvariantCulture, out var code))
            {
                throw new IOException("The mail server does not speak SMTP.");
            }

            lines.Add(line.Length > 4 ? line[4..] : "");
            if (line.Length > 3 && line[3] == '-')
            {
                continue;
            }

            return code / 100 == expected / 100
                ? lines
                : throw new DeliveryException(string.Create(CultureInfo.InvariantCulture, $"The mail server answered {code} to {what}."), forGood: code >= 500 && !retryAlways);
        }
    }

    /// <summary>Says goodbye; what the server answers does not matter any more.</summary>
    public async Task LeaveAsync(CancellationToken cancellation)
    {
        try
        {
            await current.WriteAsync("QUIT\r\n"u8.ToArray(), cancellation);
            await reader.ReadLineAsync(cancellation);
        }
        catch (IOException)
        {
            // The letter was taken; who hangs up first is the same.
        }
    }

    public async ValueTask DisposeAsync()
    {
        reader.Dispose();
        await current.DisposeAsync();
    }

    private static StreamReader Reader(Stream stream) => new(stream, new UTF8Encoding(false), detectEncodingFromByteOrderMarks: false, bufferSize: 1024, leaveOpen: true);
}
