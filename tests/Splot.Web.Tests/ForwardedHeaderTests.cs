using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Splot.Testing;

namespace Splot.Web.Tests;

public sealed class ForwardedHeaderTests
{
    [Fact]
    public async Task ForwardedAddress_WithoutConfiguredProxy_IsNotBelieved()
    {
        Assert.Equal("127.0.0.1 http", await SeenAsync([]));
    }

    [Fact]
    public async Task ForwardedAddress_FromAnUnknownProxy_IsNotBelieved()
    {
        Assert.Equal("127.0.0.1 http", await SeenAsync(["192.0.2.1", "198.51.100.0/24"]));
    }

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("127.0.0.0/8")]
    public async Task ForwardedAddress_FromAConfiguredProxy_IsBelieved(string proxy)
    {
        Assert.Equal("203.0.113.9 https", await SeenAsync([proxy]));
    }

    [Fact]
    public async Task ForwardedHost_FromAConfiguredProxy_IsNotBelieved()
    {
        await using var app = await StartAsync(["127.0.0.1"], http => http.Request.Host.Host);
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("/canary", UriKind.Relative));
        request.Headers.Add("X-Forwarded-Host", "elsewhere.example");
        using var answer = await app.Client.SendAsync(request);

        Assert.Equal("localhost", await answer.Content.ReadAsStringAsync());
    }

    private static async Task<string> SeenAsync(string[] proxies)
    {
        await using var app = await StartAsync(proxies, http => $"{http.Connection.RemoteIpAddress?.MapToIPv4()} {http.Request.Scheme}");
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("/canary", UriKind.Relative));
        request.Headers.Add("X-Forwarded-For", "203.0.113.9");
        request.Headers.Add("X-Forwarded-Proto", "https");
        using var answer = await app.Client.SendAsync(request);
        return await answer.Content.ReadAsStringAsync();
    }

    private static Task<SplotApp> StartAsync(string[] proxies, Func<HttpContext, string> tell) =>
        SplotApp.StartAsync(options: o => o with { TrustedProxies = proxies }, map: a => a.MapGet("/canary", (HttpContext http) => tell(http)), network: true);
}
