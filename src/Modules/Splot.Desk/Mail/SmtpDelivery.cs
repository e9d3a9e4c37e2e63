using System.Globalization;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using Splot.Contracts.Desk;
using Splot.Data;

namespace Splot.Desk.Mail;

/// <summary>
/// Hands letters to the mail server (RFC 5321), one connection each: there are few of them. TLS is used from the first byte with smtps, and as soon as the server offers it
/// with smtp; the certificate must be good. A password never goes over an open line to another machine.
/// </summary>
internal sealed class SmtpDelivery(SmtpServer server, SplotOptions options, TimeProvider clock, RemoteCertificateValidationCallback? trust = null) : IDelivery
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    public async Task SendAsync(string id, Letter letter, CancellationToken cancellation)
    {
        if (!MailText.IsAddress(letter.To))
        {
            throw new DeliveryException("The recipient's address is none.", forGood: true);
        }

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(Patience);
        try
        {
            using var client = new TcpClient();
            await client.ConnectAsync(server.Host, server.Port, limit.Token);
            await using var line = new SmtpLine(client.GetStream());
            await TalkAsync(line, id, letter, limit.Token);
        }
        catch (Exception failure) when (failure is SocketException or IOException)
        {
            throw new DeliveryException("The mail server cannot be reached, or broke off.", forGood: false, failure);
        }
        catch (AuthenticationException failure)
        {
            throw new DeliveryException("The certificate of the mail server is not good.", forGood: false, failure);
        }
        catch (OperationCanceledException failure) when (!cancellation.IsCancellationRequested)
        {
            throw new DeliveryException("The mail server did not answer within a minute.", forGood: false, failure);
        }
    }

    private async Task TalkAsync(SmtpLine line, string id, Letter letter, CancellationToken cancellation)
    {
        if (server.Tls)
        {
            await line.SecureAsync(server.Host, trust, cancellation);
        }

        await line.ExpectAsync("greeting", 220, cancellation);
        var offers = await HelloAsync(line, cancellation);
        if (!server.Tls && offers.Contains("STARTTLS"))
        {
            await line.SayAsync("STARTTLS", 220, cancellation);
            await line.SecureAsync(server.Host, trust, cancellation);
            await HelloAsync(line, cancellation);
        }

        if (server.User is { } user)
        {
            await SignInAsync(line, user, cancellation);
        }

        var from = MailText.Sender(options, server.From);
        await line.SayAsync($"MAIL FROM:<{Envelope(from)}>", 250, cancellation);
        await line.SayAsync($"RCPT TO:<{Envelope(letter.To)}>", 250, cancellation);
        await line.SayAsync("DATA", 354, cancellation);
        await line.SendBodyAsync(MailText.Of(letter, from, id, options.PublicUrl.Host, clock.GetUtcNow(), readable: false), cancellation);
        await line.ExpectAsync("body", 250, cancellation);
        await line.LeaveAsync(cancellation);
    }

    private async Task<HashSet<string>> HelloAsync(SmtpLine line, CancellationToken cancellation)
    {
        var answer = await line.SayAsync("EHLO " + options.PublicUrl.IdnHost, 250, cancellation);
        return [.. answer.Select(a => a.Split(' ')[0].ToUpperInvariant())];
    }

    private async Task SignInAsync(SmtpLine line, string user, CancellationToken cancellation)
    {
        if (!line.IsSecure && !(server.Host is "localhost" || (System.Net.IPAddress.TryParse(server.Host, out var address) && System.Net.IPAddress.IsLoopback(address))))
        {
            throw new DeliveryException("The mail server offers no TLS, so the password was not sent.", forGood: false);
        }

        var proof = Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes($"\0{user}\0{server.Password}"));
        // A wrong password is mended by whoever runs the installation: the letter waits for that.
        await line.SayAsync("AUTH PLAIN " + proof, 235, cancellation, retryAlways: true);
    }

    /// <summary>The address with its host in the letters that every server knows.</summary>
    private static string Envelope(string address)
    {
        var at = address.LastIndexOf('@');
        try
        {
            return address[..(at + 1)] + new IdnMapping().GetAscii(address[(at + 1)..]);
        }
        catch (ArgumentException cause)
        {
            throw new DeliveryException("The recipient's address is none.", forGood: true, cause);
        }
    }
}
