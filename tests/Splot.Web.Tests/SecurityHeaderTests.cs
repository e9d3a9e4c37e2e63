using Microsoft.AspNetCore.Builder;
using Splot.Testing;

namespace Splot.Web.Tests;

public sealed class SecurityHeaderTests
{
    // The pages that were made to stand in a frame of another site, and nothing else.
    private static readonly string[] Framed = ["/pl/embed/projects", "/pl/embed/map"];

    [Fact]
    public async Task Answers_AtEveryAddress_CarryTheSecurityHeaders()
    {
        await using var app = await SplotApp.StartAsync(map: a => a.MapGet("/broken", string () => throw new InvalidOperationException("canary")));
        string[] beside = ["/", "/nowhere", "/api/v1/nowhere", "/broken", "/_content/Splot.Ui/vendor/splot.css"];
        foreach (var address in Endpoints.Of(app, "GET").Select(Endpoints.Address).Concat(beside))
        {
            using var answer = await app.Client.GetAsync(new Uri(address, UriKind.Relative));
            var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
            Assert.StartsWith("default-src 'none';", policy, StringComparison.Ordinal);
            Assert.DoesNotContain("unsafe-", policy, StringComparison.Ordinal);
            Assert.DoesNotContain("http", policy, StringComparison.Ordinal);
            Assert.EndsWith(Framed.Contains(address) ? "frame-ancestors *" : "frame-ancestors 'none'", policy, StringComparison.Ordinal);
            Assert.Equal(["nosniff"], answer.Headers.GetValues("X-Content-Type-Options"));
            Assert.Equal(["same-origin"], answer.Headers.GetValues("Referrer-Policy"));
            Assert.Equal(["same-origin"], answer.Headers.GetValues("Cross-Origin-Opener-Policy"));
            Assert.True(answer.Headers.Contains("Permissions-Policy"));
            Assert.False(answer.Headers.Contains("Server"));
            Assert.False(answer.Headers.Contains("Strict-Transport-Security"));
        }
    }

    [Theory]
    [InlineData("/pl/", "same-origin")]
    [InlineData("/api/v1/projects", "cross-origin")]
    public async Task Answer_AtAddress_MayBeFetchedBy(string address, string whom)
    {
        await using var app = await SplotApp.StartAsync();
        using var answer = await app.Client.GetAsync(new Uri(address, UriKind.Relative));

        Assert.Equal([whom], answer.Headers.GetValues("Cross-Origin-Resource-Policy"));
    }

    [Fact]
    public async Task Answer_OverHttps_AsksForHttpsFromThenOn()
    {
        await using var app = await SplotApp.StartAsync();
        using var answer = await app.Client.GetAsync(new Uri("https://localhost/health/live"));

        Assert.Equal(["max-age=31536000; includeSubDomains"], answer.Headers.GetValues("Strict-Transport-Security"));
    }
}
