using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Splot.Kernel;

namespace Splot.Ui;

/// <summary>What the frame of a page needs to know: the reader's language, the page's own address and the installation.</summary>
/// <param name="Language">The language of the page.</param>
/// <param name="Path">The address without its language: starts with a slash; <c>/</c> is the home page.</param>
/// <param name="Query">The query with its question mark, or empty.</param>
/// <param name="Site">The installation.</param>
public sealed record PageView(Language Language, string Path, string Query, SiteOptions Site)
{
    /// <summary>The main navigation of the page: the installation's public one, or on the desk the staff's.</summary>
    public IReadOnlyList<NavEntry> Navigation { get; init; } = [.. Site.Navigation.OrderBy(e => e.Order)];

    /// <summary>
    /// The view of a request: language and path from its address, where the address has no language the current one and the home page.
    /// </summary>
    public static PageView From(HttpContext http)
    {
        var path = http.Request.Path.Value ?? "/";
        var site = http.RequestServices.GetRequiredService<IOptions<SiteOptions>>().Value;
        var end = path.Length > 1 ? path.IndexOf('/', 1) : -1;
        var language = path.Length > 1 ? Languages.Parse(end < 0 ? path[1..] : path[1..end]) : null;
        return language is null
            ? new PageView(Languages.Current, "/", "", site)
            : new PageView(language.Value, end < 0 ? "/" : path[end..], http.Request.QueryString.Value ?? "", site);
    }

    /// <summary>The address of <paramref name="path"/> (without its language) in the page's language; absolute addresses stay as they are.</summary>
    public string Href(string path) => path.StartsWith('/') ? Localized(Language, path) : path;

    /// <summary>This page's address, with its query, in another language.</summary>
    public string In(Language language) => Localized(language, Path) + Query;

    /// <summary>This page's absolute address without its query in <paramref name="language"/>, or null where no public address is configured.</summary>
    public string? Absolute(Language language) => Site.PublicUrl is { } url ? url.TrimEnd('/') + Localized(language, Path) : null;

    private static string Localized(Language language, string path) => "/" + language.Code() + (path == "/" ? "/" : path);
}
