using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Splot.Testing;

namespace Splot.Web.Tests;

/// <summary>Every address that the application answers at.</summary>
internal static class Endpoints
{
    /// <summary>Endpoints that take a method.</summary>
    public static IReadOnlyList<RouteEndpoint> Of(SplotApp app, string method) =>
    [
        .. app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<HttpMethodMetadata>() is not { HttpMethods.Count: > 0 } methods || methods.HttpMethods.Contains(method)),
    ];

    /// <summary>An address of an endpoint, its parameters filled with something that is not there.</summary>
    public static string Address(RouteEndpoint endpoint) => "/" + string.Join('/', endpoint.RoutePattern.PathSegments.Select(segment =>
        string.Concat(segment.Parts.Select(part => part switch
        {
            Microsoft.AspNetCore.Routing.Patterns.RoutePatternLiteralPart literal => literal.Content,
            Microsoft.AspNetCore.Routing.Patterns.RoutePatternSeparatorPart separator => separator.Content,
            Microsoft.AspNetCore.Routing.Patterns.RoutePatternParameterPart { Name: "lang" } => "pl",
            _ => "none",
        }))));
}
