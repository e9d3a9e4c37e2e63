using System.Text;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;
using Splot.Testing;

namespace Splot.Portal.Tests.Fuzz;

/// <summary>A request as it comes over the wire: the address is not made tidy by a client.</summary>
internal sealed record HostileRequest(string Method, string Path, string Query, string? Header, string? HeaderValue)
{
    public override string ToString() => $"{Method} {Path}{Query} {Header}: {HeaderValue}";
}

/// <summary>Invents requests to every address that the application answers at, most of them to searches.</summary>
internal sealed class HostileRequests
{
    private static readonly string[] Searches =
    [
        "/api/v1/projects", "/api/v1/projects", "/api/v1/projects", "/api/v1/projects.csv", "/api/v1/projects.xlsx", "/api/v1/projects.ndjson", "/api/v1/projects.geojson", "/api/v1/suggest",
        "/en/projects", "/pl/projects", "/bg/projects", "/en/projects.atom", "/bg/projects.atom", "/pl/embed/projects", "/en/map", "/pl/embed/map", "/bg/compare", "/pl/",
    ];

    private static readonly string[] Names =
    [
        "q", "q", "q", "country", "region", "fund", "programme", "objective", "theme", "field", "period", "beneficiary", "status", "budgetFrom", "budgetTo", "euFrom", "euTo", "startFrom", "startTo", "endFrom", "endTo",
        "sort", "limit", "after", "lang", "fields", "modifiedSince", "facets", "without", "page", "at", "place", "measure", "form", "Country", "Q",
    ];

    private static readonly string[] Headers = ["If-None-Match", "If-Modified-Since", "Accept-Language", "Accept-Encoding", "Accept", "Range", "X-Forwarded-For", "X-Forwarded-Host", "Cookie", "Origin", "Referer"];

    private readonly Random random;
    private readonly HostileValues values;
    private readonly List<RoutePattern> routes;
    private readonly IReadOnlyList<string> good;

    public HostileRequests(SplotApp app, int seed, IReadOnlyList<string> good)
    {
        random = new Random(seed);
        values = new HostileValues(random, good);
        this.good = good;
        routes = [.. app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<HttpMethodMetadata>() is not { HttpMethods.Count: > 0 } methods || methods.HttpMethods.Contains("GET"))
            .Select(e => e.RoutePattern)];
    }

    public HostileRequest Next()
    {
        var path = random.Next(5) < 3 ? Searches[random.Next(Searches.Length)] : Address(routes[random.Next(routes.Count)]);
        var header = random.Next(8) == 0 ? Headers[random.Next(Headers.Length)] : null;
        return new HostileRequest(random.Next(30) == 0 ? "HEAD" : "GET", path, Query(), header, header is null ? null : Uri.UnescapeDataString(values.Next()).Replace('\n', ' ').Replace('\r', ' ').Replace('\0', ' '));
    }

    private string Query()
    {
        var query = new StringBuilder();
        for (var i = random.Next(5); i > 0; i--)
        {
            var name = random.Next(15) == 0 ? values.Next() : Names[random.Next(Names.Length)];
            for (var times = random.Next(25) == 0 ? random.Next(2, 130) : 1; times > 0; times--)
            {
                query.Append(query.Length == 0 ? '?' : '&').Append(name).Append(random.Next(40) == 0 ? "" : "=").Append(random.Next(40) == 0 ? "" : values.Next());
            }
        }

        return query.ToString();
    }

    private string Address(RoutePattern route) => "/" + string.Join('/', route.PathSegments.Select(segment => string.Concat(segment.Parts.Select(part => part switch
    {
        RoutePatternLiteralPart literal => literal.Content,
        RoutePatternSeparatorPart separator => separator.Content,
        RoutePatternParameterPart { Name: "lang" } when random.Next(20) > 0 => new[] { "en", "pl", "bg" }[random.Next(3)],
        _ => random.Next(3) == 0 ? Uri.EscapeDataString(good[random.Next(good.Count)]) : values.Next().Replace("%00", "%01", StringComparison.Ordinal), // which no server lets through
    }))));
}
