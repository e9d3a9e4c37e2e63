using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Splot.Contracts.Hosting;
using Splot.Testing;

namespace Splot.Web.Tests;

public sealed class HealthTests
{
    [Fact]
    public async Task Live_WhileSomethingIsMissing_IsAnswered()
    {
        await using var app = await SplotApp.StartAsync(adjust: s => s.AddSingleton<IReadiness>(new Missing("The index is not open.")));

        Assert.Equal("live\n", await app.Client.GetStringAsync(new Uri("/health/live", UriKind.Relative)));
    }

    [Fact]
    public async Task Ready_WhileSomethingIsMissing_SaysWhat()
    {
        await using var app = await SplotApp.StartAsync(adjust: s => s.AddSingleton<IReadiness>(new Missing(null)).AddSingleton<IReadiness>(new Missing("The index is not open.")));
        using var answer = await app.Client.GetAsync(new Uri("/health/ready", UriKind.Relative));

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Equal("The index is not open.\n", await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Ready_WithNothingMissing_IsAnswered()
    {
        await using var app = await SplotApp.StartAsync();

        Assert.Equal("ready\n", await app.Client.GetStringAsync(new Uri("/health/ready", UriKind.Relative)));
    }

    private sealed class Missing(string? reason) : IReadiness
    {
        public Task<string?> ReasonNotReadyAsync(CancellationToken cancellation) => Task.FromResult(reason);
    }
}
