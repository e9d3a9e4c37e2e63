using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Options;
using Splot.Data;
using Splot.Kernel;
using Splot.Ui;

namespace Splot.Portal.Sitemaps;

/// <summary>
/// GET /sitemap.xml, its parts, and /robots.txt (sitemaps.org). Part 0 has the pages of the site itself, each further part a run of keys
/// of projects, so a project stays in its part for good. An address stands once for each language, with its sisters beside it.
/// </summary>
internal static class SitemapEndpoints
{
    /// <summary>Keys in a part: in three languages 45 000 addresses, under the limit of 50 000, and about 30 MB, under that of 50 MB.</summary>
    private const int KeysInPart = 15_000;

    private const string MediaType = "application/xml; charset=utf-8";
    private const string Head = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
    private const string Last = "SELECT COALESCE(MAX(key), 0) FROM portal_operation";

    public static void MapSitemaps(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/sitemap.xml", IndexAsync);
        endpoints.MapGet("/sitemap-{number}.xml", PartAsync);
        endpoints.MapGet("/robots.txt", Robots);
    }

    private static async Task<IResult> IndexAsync(PublicStore store, IOptions<SiteOptions> site, CancellationToken cancellation)
    {
        var parts = await PartsAsync(store, cancellation);
        var text = new StringBuilder(Head).Append("<sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n");
        for (var part = 0; part <= parts; part++)
        {
            text.Append(CultureInfo.InvariantCulture, $"<sitemap><loc>{SitemapXml.Escaped(Home(site))}/sitemap-{part}.xml</loc></sitemap>\n");
        }

        return TypedResults.Text(text.Append("</sitemapindex>\n").ToString(), MediaType);
    }

    private static async Task<IResult> PartAsync(string number, HttpContext http, PublicStore store, IOptions<SiteOptions> site, CancellationToken cancellation)
    {
        if (!int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var part) || part > await PartsAsync(store, cancellation))
        {
            return Html.Page<ErrorPage>(http, new { Status = StatusCodes.Status404NotFound }, StatusCodes.Status404NotFound);
        }

        var pages = part == 0 ? SitemapXml.OfSite(site.Value) : SitemapXml.OfProjectsAsync(store, (part - 1L) * KeysInPart, (long)part * KeysInPart, cancellation);
        return TypedResults.Stream(body => SitemapXml.WriteAsync(body, Home(site), pages, cancellation), MediaType);
    }

    private static async Task<int> PartsAsync(PublicStore store, CancellationToken cancellation)
    {
        var last = await store.ReadAsync(async session => Convert.ToInt64(await session.Command(Last).ExecuteScalarAsync(cancellation), CultureInfo.InvariantCulture), cancellation);
        return (int)((last + KeysInPart - 1) / KeysInPart);
    }

    /// <summary>Everything may be read; what is only another order or part of the same list need not be.</summary>
    private static IResult Robots(IOptions<SiteOptions> site)
    {
        var text = new StringBuilder("User-agent: *\nDisallow: /api/\n");
        foreach (var language in Languages.All)
        {
            text.Append(CultureInfo.InvariantCulture, $"Disallow: /{language.Code()}/projects?\nDisallow: /{language.Code()}/embed/\nDisallow: /{language.Code()}/desk\n");
        }

        return TypedResults.Text(text.Append(CultureInfo.InvariantCulture, $"Allow: /\n\nSitemap: {Home(site)}/sitemap.xml\n").ToString(), "text/plain; charset=utf-8");
    }

    private static string Home(IOptions<SiteOptions> site) => site.Value.PublicUrl?.TrimEnd('/') ?? "";
}
