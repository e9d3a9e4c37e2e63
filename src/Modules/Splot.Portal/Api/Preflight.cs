using Microsoft.AspNetCore.Http;

namespace Splot.Portal.Api;

/// <summary>Answers a browser that asks whether another site may read what is here: yes, everything.</summary>
internal static class Preflight
{
    public static IResult Answer(HttpContext http)
    {
        http.Response.Headers.AccessControlAllowMethods = "GET, HEAD, OPTIONS";
        http.Response.Headers.AccessControlAllowHeaders = "*";
        http.Response.Headers.AccessControlMaxAge = "86400";
        return TypedResults.NoContent();
    }
}
