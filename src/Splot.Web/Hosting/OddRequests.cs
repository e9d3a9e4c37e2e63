using Microsoft.Net.Http.Headers;

namespace Splot.Web.Hosting;

/// <summary>Requests that the server lets through and the framework stumbles over.</summary>
internal static class OddRequests
{
    /// <summary>
    /// A host that is none, or no host at all as in HTTP/1.0, becomes that of the public address, which links are made of anyway. A body in another
    /// encoding than UTF-8 is refused before anybody reads it: browsers send nothing else.
    /// </summary>
    public static Func<HttpContext, RequestDelegate, Task> Straighten(Uri publicUrl) => (http, next) =>
    {
        if (!http.Request.Host.HasValue || !Uri.TryCreate($"{http.Request.Scheme}://{http.Request.Host.Value}/", UriKind.Absolute, out _))
        {
            http.Request.Host = new HostString(publicUrl.Authority);
        }

        if (MediaTypeHeaderValue.TryParse(http.Request.ContentType, out var type) && type.Charset is { HasValue: true } charset && !charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase) && !charset.Equals("\"utf-8\"", StringComparison.OrdinalIgnoreCase))
        {
            http.Response.StatusCode = StatusCodes.Status415UnsupportedMediaType;
            return Task.CompletedTask;
        }

        return next(http);
    };
}
