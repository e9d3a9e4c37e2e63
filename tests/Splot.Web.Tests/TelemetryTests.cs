using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Splot.Testing;

namespace Splot.Web.Tests;

/// <summary>The real program sends to a collector that this test plays.</summary>
public sealed class TelemetryTests
{
    [Fact]
    public async Task Collector_NamedByTheEnvironment_GetsTracesAndMetricsWithoutAddresses()
    {
        var received = new ConcurrentDictionary<string, string>(StringComparer.Ordinal);
        await using var collector = await SplotApp.StartAsync(network: true, map: a => a.MapPost("/v1/{kind}", async (string kind, HttpRequest request) =>
        {
            using var body = new MemoryStream();
            await request.Body.CopyToAsync(body);
            received[kind] = received.GetValueOrDefault(kind) + Encoding.Latin1.GetString(body.ToArray());
        }));
        using var folder = new TemporaryFolder();
        await using var process = SplotProcess.Start(
            ["--data", folder.Location, "--urls", "http://127.0.0.1:0"],
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["OTEL_EXPORTER_OTLP_ENDPOINT"] = collector.Client.BaseAddress!.ToString().TrimEnd('/'),
                ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
            });
        using var client = new HttpClient(new SocketsHttpHandler()) { BaseAddress = await process.AddressAsync(), Timeout = TimeSpan.FromSeconds(60) };
        await client.GetStringAsync(new Uri("/health/live", UriKind.Relative));
        using var page = await client.GetAsync(new Uri("/pl/nowhere?q=Kowalska", UriKind.Relative));
        await process.AskToStopAsync();
        var (code, _, errors) = await process.EndAsync();

        Assert.True(code == 0, errors);
        Assert.Contains("GET /health/live", received["traces"], StringComparison.Ordinal);
        Assert.Contains("http.server.request.duration", received["metrics"], StringComparison.Ordinal);
        Assert.DoesNotContain(received.Values, v => v.Contains("Kowalska", StringComparison.Ordinal));
    }
}
