using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;
using Splot.Contracts.Access;
using Splot.Testing;
using Splot.Ui;

namespace Splot.Access.Tests.Endpoints;

/// <summary>Generated from the table of acts: every endpoint, asked by nobody and by every role.</summary>
public sealed class AccessTests
{
    [Fact]
    public async Task Endpoints_AskedByNobodyAndByEveryRole_ObeyTheTable()
    {
        await using var app = await Staff.StartAsync();

        Assert.Empty(await FindingsAsync(app));
    }

    [Fact]
    public async Task Canary_EndpointWithoutAct_IsFound()
    {
        await using var app = await Staff.StartAsync(mapBare: a => a.MapGet("/{lang}/canary", () => "done"));

        Assert.Contains("GET /pl/canary names no act", await FindingsAsync(app));
    }

    [Fact]
    public async Task Endpoint_WithoutAct_IsRefusedToEverybody()
    {
        await using var app = await Staff.StartAsync(mapBare: a => a.MapGet("/{lang}/canary", () => "done"));
        var browser = await app.EnterAsync(Role.SystemAdministrator);

        await browser.GetAsync("/pl/canary");

        Assert.Equal(HttpStatusCode.Forbidden, browser.Status);
    }

    [Fact]
    public async Task Endpoint_OfASensitiveAct_AsksForAProofOfTheLastTenMinutes()
    {
        await using var app = await Staff.StartAsync(map: a => a.MapGet("/{lang}/canary", () => "done").For(Acts.KeepAccounts));
        var browser = await app.EnterAsync(Role.SystemAdministrator);
        await browser.GetAsync("/pl/canary");
        Assert.Equal(HttpStatusCode.OK, browser.Status);

        app.Clock.Advance(TimeSpan.FromMinutes(11));
        await browser.GetAsync("/pl/canary");

        Assert.Equal((HttpStatusCode.Redirect, "/pl/desk/prove?to=%2Fpl%2Fcanary"), (browser.Status, browser.Location));
    }

    [Theory]
    [InlineData("/api/v1/canary")]
    public async Task Api_AskedByNobody_Answers401(string address)
    {
        await using var app = await Staff.StartAsync(map: a => a.MapGet(address, () => "done").For(Acts.SeePersons));
        var browser = new Browser(app);

        await browser.GetAsync(address);

        Assert.Equal(HttpStatusCode.Unauthorized, browser.Status);
    }

    /// <summary>What differs from the table, endpoint by endpoint.</summary>
    private static async Task<List<string>> FindingsAsync(SplotApp app)
    {
        var findings = new List<string>();
        var browsers = new List<(Role? Role, Browser Browser)> { (null, new Browser(app)) };
        foreach (var role in Roles.All)
        {
            browsers.Add((role, await app.EnterAsync(role)));
        }

        foreach (var endpoint in app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>())
        {
            foreach (var method in endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET"])
            {
                var address = Address(endpoint);
                if (endpoint.Metadata.GetMetadata<AccessNeed>() is not { Act: var act })
                {
                    findings.Add($"{method} {address} names no act");
                    continue;
                }

                // What is sent here to sign out would end the browser's own session.
                if (act.Kind == ActKind.Public || address.EndsWith("/sign-out", StringComparison.Ordinal))
                {
                    continue;
                }

                foreach (var (role, browser) in browsers)
                {
                    await AskAsync(browser, method, address);
                    var refused = browser.Status is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden || (browser.Location?.Contains("/sign-in", StringComparison.Ordinal) ?? false);
                    var may = role is { } held && (act.Kind is ActKind.SignedIn or ActKind.OwnStepUp || act.ScopeOf(held) is not null);
                    // A form without its token is refused with 400, which is no answer about rights.
                    if (refused == may)
                    {
                        findings.Add($"{method} {address} ({act}) asked by {role?.ToString() ?? "nobody"} answered {(int)browser.Status}");
                    }
                }
            }
        }

        return findings;
    }

    private static Task AskAsync(Browser browser, string method, string address) => method == "POST" ? browser.PostAsync(address, []) : browser.GetAsync(address);

    private static string Address(RouteEndpoint endpoint) => "/" + string.Join('/', endpoint.RoutePattern.PathSegments.Select(segment =>
        string.Concat(segment.Parts.Select(part => part switch
        {
            RoutePatternLiteralPart literal => literal.Content,
            RoutePatternSeparatorPart separator => separator.Content,
            RoutePatternParameterPart { Name: "lang" } => "pl",
            _ => "none",
        }))));
}
