using System.Text;
using Splot.Contracts.Desk;
using Splot.Data;
using Splot.Desk.Mail;
using Splot.Kernel;
using Splot.Testing;

namespace Splot.Desk.Tests.Mail;

public sealed class SmtpDeliveryTests
{
    private static readonly Letter Sample = new("zofia@example.org", Language.Polish, "Zaproszenie do pracy w zespole, który właśnie powstał", "Dzień dobry\n.kropka\nhttps://splot.example/pl/join/abc");

    [Fact]
    public async Task Letter_HandedIn_HasEnvelopeHeadersAndText()
    {
        await using var server = new FakeMailServer();

        await SendAsync(server, "smtp", "?from=office@example.eu");

        Assert.Equal(["EHLO splot.example", "MAIL FROM:<office@example.eu>", "RCPT TO:<zofia@example.org>", "DATA"], server.Heard.Take(4));
        var parts = server.Heard[4].Split("\n\n", 2);
        Assert.Contains("Auto-Submitted: auto-generated", parts[0].Split('\n'));
        Assert.Contains("Date: Mon, 01 Jun 2026 08:00:00 +0000", parts[0].Split('\n'));
        Assert.Equal(Sample.Text, Encoding.UTF8.GetString(Convert.FromBase64String(parts[1].Replace("\n", "", StringComparison.Ordinal))).ReplaceLineEndings("\n").TrimEnd());
    }

    [Fact]
    public async Task Subject_WithLettersOfTheLanguage_IsReadAsWritten()
    {
        await using var server = new FakeMailServer();

        await SendAsync(server, "smtp");

        var headers = server.Heard[4].Split("\n\n", 2)[0].Replace("\n ", " ", StringComparison.Ordinal).Split('\n');
        var words = headers.Single(h => h.StartsWith("Subject: ", StringComparison.Ordinal))["Subject: ".Length..].Split(' ');
        Assert.Equal(Sample.Subject, string.Concat(words.Select(w => Encoding.UTF8.GetString(Convert.FromBase64String(w["=?utf-8?B?".Length..^2])))));
        Assert.All(words, w => Assert.InRange(w.Length, 1, 75));
    }

    [Fact]
    public async Task Tls_Offered_IsUsedBeforeThePassword()
    {
        await using var server = new FakeMailServer { OffersTls = true };

        await SendAsync(server, "smtp", user: "splot:p%40ss@", trusting: true);

        Assert.Equal("AUTH PLAIN " + Convert.ToBase64String("\0splot\0p@ss"u8), server.Heard[3]);
        Assert.Equal([false, false, true, true], server.Secure.Take(4));
    }

    [Fact]
    public async Task Smtps_IsSecureFromTheFirstByte()
    {
        await using var server = new FakeMailServer { TlsAtOnce = true };

        await SendAsync(server, "smtps", trusting: true);

        Assert.All(server.Secure, Assert.True);
        Assert.Equal("DATA", server.Heard[3]);
    }

    [Theory]
    [InlineData("smtp")]
    [InlineData("smtps")]
    public async Task Certificate_ThatNobodyVouchesFor_GetsNothing(string scheme)
    {
        await using var server = new FakeMailServer { OffersTls = scheme == "smtp", TlsAtOnce = scheme == "smtps" };

        var refused = await Assert.ThrowsAsync<DeliveryException>(() => SendAsync(server, scheme));

        Assert.False(refused.ForGood);
        Assert.DoesNotContain(server.Heard, h => h.StartsWith("MAIL", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("RCPT", "550 no such user zofia@example.org", true)]
    [InlineData("RCPT", "451 later", false)]
    [InlineData("body", "554 refused", true)]
    [InlineData("EHLO", "421 busy", false)]
    [InlineData("AUTH", "535 wrong", false)]
    public async Task Refusal_TellsWhetherToTryAgain(string command, string answer, bool forGood)
    {
        await using var server = new FakeMailServer();
        server.Answers[command] = answer;

        var refused = await Assert.ThrowsAsync<DeliveryException>(() => SendAsync(server, "smtp", user: "splot:pass@"));

        Assert.Equal(forGood, refused.ForGood);
        Assert.DoesNotContain("zofia", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Recipient_WithLineBreakInTheAddress_ReachesNoServer()
    {
        await using var server = new FakeMailServer();

        var refused = await Assert.ThrowsAsync<DeliveryException>(() => SendAsync(server, "smtp", letter: Sample with { To = "a@example.org>\r\nRCPT TO:<b@example.org" }));

        Assert.True(refused.ForGood);
        Assert.Empty(server.Heard);
    }

    [Theory]
    [InlineData("smtp://mail.example", 25, false)]
    [InlineData("smtp://splot:secret@mail.example", 587, false)]
    [InlineData("smtps://splot:secret@mail.example", 465, true)]
    [InlineData("smtp://mail.example:2525", 2525, false)]
    public void Server_FromItsAddress_HasThePortOfItsKind(string address, int port, bool tls)
    {
        var server = SmtpServer.Parse(address);

        Assert.Equal(("mail.example", port, tls), (server.Host, server.Port, server.Tls));
        Assert.DoesNotContain("secret", server.ToString(), StringComparison.Ordinal);
    }

    private static Task SendAsync(FakeMailServer server, string scheme, string query = "", string user = "", bool trusting = false, Letter? letter = null)
    {
        var address = SmtpServer.Parse($"{scheme}://{user}localhost:{server.Port}{query}");
        var options = new SplotOptions { DataFolder = Path.GetTempPath(), PublicUrl = new Uri("https://splot.example") };
        return new SmtpDelivery(address, options, new ManualClock(), trusting ? (_, certificate, _, _) => certificate?.Subject == "CN=localhost" : null).SendAsync("letter-1", letter ?? Sample, CancellationToken.None);
    }
}
