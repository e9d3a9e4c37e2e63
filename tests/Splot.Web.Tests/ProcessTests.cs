using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using Splot.Data.Terminal;
using Splot.Testing;

namespace Splot.Web.Tests;

/// <summary>The program as an operator meets it.</summary>
public sealed class ProcessTests
{
    [Fact]
    public async Task Start_WithAnEmptyFolder_AnswersAndStopsWhenAsked()
    {
        using var folder = new TemporaryFolder();
        await using var process = SplotProcess.Start("--data", folder.Location, "--urls", "http://127.0.0.1:0");
        using var client = new HttpClient(new SocketsHttpHandler()) { BaseAddress = await process.AddressAsync(), Timeout = TimeSpan.FromSeconds(60) };
        await UntilReadyAsync(client);
        using var page = await client.GetAsync(new Uri("/pl/nowhere?q=Kowalska", UriKind.Relative));
        await process.AskToStopAsync();
        var (code, answer, errors) = await process.EndAsync();

        Assert.Equal((ExitCode.Done, ""), (code, answer));
        Assert.All(errors.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries), line => Assert.Equal(JsonValueKind.Object, JsonDocument.Parse(line).RootElement.ValueKind));
        Assert.Contains("answered 404", errors, StringComparison.Ordinal);
        Assert.DoesNotContain("Kowalska", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_WithAnEmptyFolder_WarnsOfNothing()
    {
        using var folder = new TemporaryFolder();
        await using var process = SplotProcess.Start("--data", folder.Location, "--urls", "http://127.0.0.1:0");
        using var client = new HttpClient(new SocketsHttpHandler()) { BaseAddress = await process.AddressAsync(), Timeout = TimeSpan.FromSeconds(60) };
        await UntilReadyAsync(client);
        using var page = await client.GetAsync(new Uri("/en/sign-in", UriKind.Relative));
        await process.AskToStopAsync();
        var (_, _, errors) = await process.EndAsync();

        var levels = errors.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(line => JsonDocument.Parse(line).RootElement.GetProperty("LogLevel").GetString()).Distinct(StringComparer.Ordinal);
        Assert.True(levels.SequenceEqual(["Information"]), errors);
    }

    [Fact]
    public async Task Start_ForThePortal_OpensThePublicStoreOnly()
    {
        using var folder = new TemporaryFolder();
        await using var process = SplotProcess.Start("--data", folder.Location, "--urls", "http://127.0.0.1:0", "--serve", "portal");
        await process.AddressAsync();

        Assert.True(File.Exists(folder.File("public.db")));
        Assert.False(File.Exists(folder.File("main.db")));
    }

    [Fact]
    public async Task Start_OnAPortInUse_SaysSoInOneSentence()
    {
        using var folder = new TemporaryFolder();
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        await using var process = SplotProcess.Start("--data", folder.Location, "--urls", $"http://127.0.0.1:{((IPEndPoint)taken.LocalEndpoint).Port}");
        var (code, answer, errors) = await process.EndAsync();

        Assert.Equal((ExitCode.Failed, ""), (code, answer));
        Assert.Contains("address already in use", Sentences(errors).Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_WithoutReachableServer_SaysSoInOneSentence()
    {
        using var folder = new TemporaryFolder();
        await using var process = SplotProcess.Start("--data", folder.Location, "--database", "Host=127.0.0.1;Port=1;Database=splot;Username=splot;Timeout=2");
        var (code, answer, errors) = await process.EndAsync();

        Assert.Equal((ExitCode.Failed, ""), (code, answer));
        Assert.StartsWith("The PostgreSQL server cannot be reached", Sentences(errors).Single(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--nonsense", "Unknown option --nonsense.")]
    [InlineData("words", "words is not understood here.")]
    [InlineData("--serve=everything", "--serve takes all or portal, not everything.")]
    public async Task Start_WithWrongUsage_SaysSoInOneSentence(string argument, string sentence)
    {
        await using var process = SplotProcess.Start(argument);
        var (code, answer, errors) = await process.EndAsync();

        Assert.Equal((ExitCode.Usage, ""), (code, answer));
        Assert.StartsWith(sentence, errors.Trim(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Help_IsAnAnswer()
    {
        await using var process = SplotProcess.Start("--help");
        var (code, answer, errors) = await process.EndAsync();

        Assert.Equal((ExitCode.Done, ""), (code, errors.Trim()));
        Assert.Contains("--public-url URL", answer, StringComparison.Ordinal);
    }

    private static async Task UntilReadyAsync(HttpClient client)
    {
        for (var attempt = 0; attempt < 600; attempt++)
        {
            using var ready = await client.GetAsync(new Uri("/health/ready", UriKind.Relative));
            if (ready.StatusCode == HttpStatusCode.OK)
            {
                return;
            }

            Assert.Equal(HttpStatusCode.ServiceUnavailable, ready.StatusCode);
            await Task.Delay(100);
        }

        Assert.Fail("The application was not ready within a minute.");
    }

    /// <summary>What stands on standard error beside the log.</summary>
    private static IEnumerable<string> Sentences(string errors) =>
        errors.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Where(line => !line.StartsWith('{'));
}
