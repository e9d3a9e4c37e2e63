using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Splot.Contracts.Access;
using Splot.Testing;
using Splot.Ui;

namespace Splot.Access.Tests.Endpoints;

public sealed class AccessDocumentTests
{
    [Fact]
    public async Task AccessPage_OfTheDocuments_IsWhatTableAndEndpointsSay()
    {
        await using var app = await SplotApp.StartAsync(options: o => o with { Demo = true });

        await CommittedFile.AssertIsAsync("docs/access.md", AccessDocument.Of(EndpointsOf(app)));
    }

    [Fact]
    public async Task Canary_AddressThatIsNew_ChangesThePage()
    {
        await using var app = await SplotApp.StartAsync(options: o => o with { Demo = true }, mapBare: a =>
        {
            a.MapGet("/{lang}/canary", () => "done").For(Acts.SeePersons);
            a.MapGet("/{lang}/stray", () => "done");
        });

        var page = AccessDocument.Of(EndpointsOf(app));

        Assert.Contains("| GET | `/{lang}/canary` | `see-persons` |", page, StringComparison.Ordinal);
        Assert.Contains("| GET | `/{lang}/stray` | `none: refused` |", page, StringComparison.Ordinal);
    }

    private static IEnumerable<RouteEndpoint> EndpointsOf(SplotApp app) => app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>();
}
