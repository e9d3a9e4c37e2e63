using System.Diagnostics;

namespace Splot.Web.Hosting;

/// <summary>
/// One line and one span a request: method, route pattern, status, time. Never the address itself, its query or who asked: people's
/// names are searched for, and ids of beneficiaries stand in addresses.
/// </summary>
internal sealed class RequestLog(TimeProvider clock, ILogger<RequestLog> log)
{
    public async Task WriteAsync(HttpContext http, RequestDelegate next)
    {
        var start = clock.GetTimestamp();
        var route = Route(http);
        if (Activity.Current is { } span)
        {
            span.DisplayName = $"{http.Request.Method} {route}";
            span.SetTag("http.request.method", http.Request.Method).SetTag("http.route", route);
        }

        await next(http);
        Activity.Current?.SetTag("http.response.status_code", http.Response.StatusCode);
        if (!route.StartsWith("/health/", StringComparison.Ordinal))
        {
            log.LogInformation("{Method} {Route} answered {Status} in {Milliseconds} ms", http.Request.Method, route, http.Response.StatusCode, (long)clock.GetElapsedTime(start).TotalMilliseconds);
        }
    }

    /// <summary>The pattern of the route, such as <c>/{lang}/projects/{id}</c>.</summary>
    public static string Route(HttpContext http) => (http.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "none";
}
