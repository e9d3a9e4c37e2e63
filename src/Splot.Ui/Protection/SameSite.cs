using Microsoft.AspNetCore.Http;

namespace Splot.Ui;

/// <summary>Where a request comes from, as browsers tell.</summary>
internal static class SameSite
{
    /// <summary>
    /// True when the browser says that one of our own pages sent the request. Every browser of the last years sends
    /// <c>Sec-Fetch-Site</c>, all others <c>Origin</c> with a POST; a request with neither does not come from a form in a browser that we
    /// can vouch for. (Our pages are sent with a referrer policy that keeps the origin, so it is never "null" for them.)
    /// </summary>
    public static bool IsOwn(HttpRequest request, string? publicUrl)
    {
        var site = request.Headers["Sec-Fetch-Site"];
        if (site.Count > 0)
        {
            return site == "same-origin";
        }

        return Uri.TryCreate(request.Headers.Origin, UriKind.Absolute, out var origin)
            && (IsAt(origin, request.Scheme + "://" + request.Host.Value) || IsAt(origin, publicUrl));
    }

    private static bool IsAt(Uri origin, string? address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var own)
        && Uri.Compare(origin, own, UriComponents.SchemeAndServer, UriFormat.SafeUnescaped, StringComparison.OrdinalIgnoreCase) == 0;
}
