using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Splot.Testing;

namespace Splot.Web.Tests;

/// <summary>What the real server refuses.</summary>
public sealed class LimitTests
{
    [Fact]
    public async Task Request_WithTooLongABody_IsRefused()
    {
        await using var app = await StartAsync();
        using var body = new ByteArrayContent(new byte[(1024 * 1024) + 1]);
        using var answer = await app.Client.PostAsync(new Uri("/canary", UriKind.Relative), body);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
    }

    [Fact]
    public async Task Request_WithTooManyHeaders_IsRefused()
    {
        await using var app = await StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("/health/live", UriKind.Relative));
        for (var i = 0; i < 80; i++)
        {
            request.Headers.Add($"X-{i}", "x");
        }

        using var answer = await app.Client.SendAsync(request);

        Assert.Equal(HttpStatusCode.RequestHeaderFieldsTooLarge, answer.StatusCode);
    }

    [Fact]
    public async Task Request_WithTooLongAnAddress_IsRefused()
    {
        await using var app = await StartAsync();
        using var answer = await app.Client.GetAsync(new Uri("/" + new string('x', 9000), UriKind.Relative));

        Assert.Equal(HttpStatusCode.RequestUriTooLong, answer.StatusCode);
    }

    [Fact]
    public async Task Answer_OfTheRealServer_DoesNotNameIt()
    {
        await using var app = await StartAsync();
        using var answer = await app.Client.GetAsync(new Uri("/health/live", UriKind.Relative));

        Assert.False(answer.Headers.Contains("Server"));
    }

    private static Task<SplotApp> StartAsync() => SplotApp.StartAsync(map: a => a.MapPost("/canary", async (HttpRequest request) =>
    {
        using var all = new MemoryStream();
        await request.Body.CopyToAsync(all);
        return all.Length;
    }), network: true);
}
