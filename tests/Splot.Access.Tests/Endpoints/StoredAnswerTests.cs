using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Splot.Contracts.Access;
using Splot.Testing;
using Splot.Ui;

namespace Splot.Access.Tests.Endpoints;

public sealed class StoredAnswerTests
{
    [Fact]
    public async Task Answers_AtEveryAddressThatIsNotPublic_AreNeverStored()
    {
        await using var app = await Staff.StartAsync();
        var browser = await app.EnterAsync(Role.UnitHead);
        var closed = app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<AccessNeed>() is { Act.Kind: not ActKind.Public } && (e.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains("GET") ?? true))
            .Select(e => "/" + e.RoutePattern.RawText!.TrimStart('/').Replace("{lang}", "pl", StringComparison.Ordinal))
            .ToList();

        Assert.NotEmpty(closed);
        foreach (var address in closed)
        {
            await browser.GetAsync(address);
            Assert.True(browser.CacheControl == "no-store", $"{address} may be stored: {browser.CacheControl}");
        }
    }
}
