using Splot.Kernel;

namespace Splot.Web.Hosting;

/// <summary>The language of a request: the one in its address, else the first of the reader's own that Splot speaks, else English.</summary>
internal static class ReaderLanguage
{
    public static Task SetAsync(HttpContext http, RequestDelegate next)
    {
        (OfAddress(http.Request.Path) ?? OfReader(http.Request)).MakeCurrent();
        return next(http);
    }

    /// <summary>An address whose language Splot does not speak names no page.</summary>
    public static Task RefuseUnknownAsync(HttpContext http, RequestDelegate next)
    {
        if (http.GetRouteValue("lang") is string code && Languages.Parse(code) is null)
        {
            http.SetEndpoint(null);
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        }

        return next(http);
    }

    /// <summary>The language that the reader's browser prefers among ours.</summary>
    public static Language OfReader(HttpRequest request) =>
        request.GetTypedHeaders().AcceptLanguage
            .Where(l => l.Quality is null or > 0)
            .OrderByDescending(l => l.Quality ?? 1)
            .Select(l => Languages.Parse(l.Value.ToString().Split('-')[0].ToLowerInvariant()))
            .FirstOrDefault(l => l is not null) ?? Language.English;

    private static Language? OfAddress(PathString path)
    {
        var first = (path.Value ?? string.Empty).TrimStart('/').Split('/', 2)[0];
        return Languages.Parse(first);
    }
}
