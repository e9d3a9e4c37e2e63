using Splot.Ui;

namespace Splot.Web.Hosting;

/// <summary>Headers that tell browsers what a page of ours may do: nothing from elsewhere, nothing in a frame unless it was made for one, nothing it was not sent for.</summary>
internal static class SecurityHeaders
{
    public const string ContentSecurityPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors " + Nobody;

    private const string Nobody = "'none'";
    private const string Everybody = "*";

    private const string PermissionsPolicy = "accelerometer=(), browsing-topics=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), usb=()";

    public static Task AddAsync(HttpContext http, RequestDelegate next)
    {
        http.Response.OnStarting(Set, http);
        return next(http);
    }

    private static Task Set(object state)
    {
        var http = (HttpContext)state;
        var headers = http.Response.Headers;
        var framed = http.GetEndpoint()?.Metadata.GetMetadata<Frameable>() is not null;
        headers.ContentSecurityPolicy = framed ? ContentSecurityPolicy.Replace("frame-ancestors " + Nobody, "frame-ancestors " + Everybody, StringComparison.Ordinal) : ContentSecurityPolicy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin"; // keeps the origin for our own forms, tells others nothing
        headers["Permissions-Policy"] = PermissionsPolicy;
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        var open = IsOpenData(http.Request.Path);
        headers["Cross-Origin-Resource-Policy"] = framed || open ? "cross-origin" : "same-origin";
        if (open)
        {
            // Here and not at the endpoints, so that refusals and failures can be read from elsewhere too.
            headers.AccessControlAllowOrigin = "*";
            headers.AccessControlExposeHeaders = "Content-Disposition, ETag, Last-Modified, Retry-After";
        }

        if (http.Request.IsHttps)
        {
            headers.StrictTransportSecurity = "max-age=31536000; includeSubDomains";
        }

        return Task.CompletedTask;
    }

    /// <summary>Addresses that are for machines of any origin: the API, its description, the files.</summary>
    public static bool IsOpenData(PathString path) =>
        path.StartsWithSegments("/api", StringComparison.Ordinal) || path.StartsWithSegments("/data", StringComparison.Ordinal) || path.StartsWithSegments("/openapi", StringComparison.Ordinal);
}
