using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Splot.Desk.Tests.Mail;

/// <summary>A mail server on a port of its own that keeps what it is told, and refuses where a test says so.</summary>
internal sealed class FakeMailServer : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stop = new();
    private readonly Task listening;
    private readonly X509Certificate2 certificate = SelfSigned();

    public FakeMailServer()
    {
        listener.Start();
        listening = ListenAsync();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <summary>Commands, in order; the body as one.</summary>
    public List<string> Heard { get; } = [];

    /// <summary>Whether each command came over TLS.</summary>
    public List<bool> Secure { get; } = [];

    public bool OffersTls { get; init; }

    public bool TlsAtOnce { get; init; }

    /// <summary>Answers that differ from yes, by the first word of the command.</summary>
    public Dictionary<string, string> Answers { get; } = new(StringComparer.Ordinal);

    private async Task ListenAsync()
    {
        try
        {
            while (true)
            {
                using var client = await listener.AcceptTcpClientAsync(stop.Token);
                try
                {
                    await ServeAsync(client.GetStream());
                }
                catch (Exception broken) when (broken is IOException or System.Security.Authentication.AuthenticationException)
                {
                    // The client hung up; the next one may come.
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The test is over.
        }
    }

    private async Task ServeAsync(Stream stream)
    {
        var secure = TlsAtOnce;
        if (secure)
        {
            stream = await SecureAsync(stream);
        }

        var reader = new StreamReader(stream, Encoding.UTF8, false, 1024, leaveOpen: true);
        await SayAsync(stream, "220 fake.example");
        while (await reader.ReadLineAsync(stop.Token) is { } command)
        {
            var word = command.Split(' ', ':')[0];
            Heard.Add(command);
            Secure.Add(secure);
            await SayAsync(stream, Answers.TryGetValue(word, out var other) ? other : word switch
            {
                "EHLO" => OffersTls && !secure ? "250-fake.example\r\n250 STARTTLS" : "250 fake.example",
                "DATA" => "354 go on",
                "AUTH" => "235 welcome",
                "QUIT" => "221 bye",
                "STARTTLS" => "220 go on",
                _ => "250 yes",
            });
            switch (word)
            {
                case "STARTTLS":
                    stream = await SecureAsync(stream);
                    (reader, secure) = (new StreamReader(stream, Encoding.UTF8, false, 1024, leaveOpen: true), true);
                    break;
                case "DATA" when !Answers.ContainsKey(word):
                    Heard.Add(await BodyAsync(reader));
                    Secure.Add(secure);
                    await SayAsync(stream, Answers.GetValueOrDefault("body", "250 taken"));
                    break;
                case "QUIT":
                    return;
            }
        }
    }

    private async Task<string> BodyAsync(StreamReader reader)
    {
        var body = new StringBuilder();
        while (await reader.ReadLineAsync(stop.Token) is { } line and not ".")
        {
            body.Append(line).Append('\n');
        }

        return body.ToString();
    }

    private async Task<Stream> SecureAsync(Stream stream)
    {
        var secure = new SslStream(stream);
        await secure.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificate = certificate }, stop.Token);
        return secure;
    }

    private async Task SayAsync(Stream stream, string line) => await stream.WriteAsync(Encoding.UTF8.GetBytes(line + "\r\n"), stop.Token);

    private static X509Certificate2 SelfSigned()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var made = request.CreateSelfSigned(new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(2120, 1, 1, 0, 0, 0, TimeSpan.Zero));
        return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pfx), null);
    }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await listening;
        listener.Dispose();
        certificate.Dispose();
        stop.Dispose();
    }
}
