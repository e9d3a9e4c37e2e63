using Microsoft.Net.Http.Headers;
using Splot.Kernel;

namespace Splot.Web.Hosting;

/// <summary>Requests that the server lets through and the framework stumbles over.</summary>
internal static class OddRequests
{
    /// <summary>
    /// A host that is none, or no host at all as in HTTP/1.0, becomes that of the public address, which links are made of anyway. A body in another
    /// encoding than UTF-8 is refused before anybody reads it: browsers send nothing else. What is no text is dropped from the query: no store could look for it.
    /// </summary>
    public static Func<HttpContext, RequestDelegate, Task> Straighten(Uri publicUrl) => (http, next) =>
    {
        if (!http.Request.Host.HasValue || !Uri.TryCreate($"{http.Request.Scheme}://{http.Request.Host.Value}/", UriKind.Absolute, out _))
        {
            http.Request.Host = new HostString(publicUrl.Authority);
        }

        if (http.Request.QueryString.Value?.Contains('%', StringComparison.Ordinal) == true && http.Request.Query.Any(q => q.Value.Any(v => CleanText.Drop(v ?? "") != v)))
        {
            http.Request.QueryString = QueryString.Create(http.Request.Query.SelectMany(q => q.Value, (q, v) => KeyValuePair.Create(q.Key, (string?)CleanText.Drop(v ?? ""))));
        }

        if (MediaTypeHeaderValue.TryParse(http.Request.ContentType, out var type) && type.Charset is { HasValue: true } charset && !charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase) && !charset.Equals("\"utf-8\"", StringComparison.OrdinalIgnoreCase))
        {
            http.Response.StatusCode = StatusCodes.Status415UnsupportedMediaType;
            return Task.CompletedTask;
        }

        return next(http);
    };
}
