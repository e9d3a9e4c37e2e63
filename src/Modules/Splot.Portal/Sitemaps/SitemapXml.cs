using System.Globalization;
using System.Runtime.CompilerServices;
using System.Security;
using System.Text;
using Splot.Data;
using Splot.Kernel;
using Splot.Ui;

namespace Splot.Portal.Sitemaps;

/// <summary>A page of the site: its address without the language, and when it last changed where that is known.</summary>
internal readonly record struct SitemapPage(string Path, DateTimeOffset? Changed);

/// <summary>Writes one part of the sitemap.</summary>
internal static class SitemapXml
{
    private const int Batch = 2_000;
    private const int FlushAt = 1 << 15;
    private const string Projects = "SELECT key, id, updated_at FROM portal_operation WHERE key > @after AND key <= @last AND withdrawn_at IS NULL ORDER BY key LIMIT 2000";

    /// <summary>The pages that the navigation and the footer lead to.</summary>
    public static async IAsyncEnumerable<SitemapPage> OfSite(SiteOptions site)
    {
        var entries = site.Navigation.Concat(site.Footer).Select(e => e.Path).Where(p => p.StartsWith('/') && !p.Contains('#', StringComparison.Ordinal));
        foreach (var path in entries.Prepend("/").Distinct(StringComparer.Ordinal))
        {
            yield return new SitemapPage(path, null);
        }

        await Task.CompletedTask;
    }

    /// <summary>The projects of a run of keys, in sessions of a batch each.</summary>
    public static async IAsyncEnumerable<SitemapPage> OfProjectsAsync(PublicStore store, long after, long last, [EnumeratorCancellation] CancellationToken cancellation)
    {
        for (var more = true; more;)
        {
            var from = after;
            var rows = await store.ReadAsync(session => ReadAsync(session, from, last, cancellation), cancellation);
            foreach (var (key, page) in rows)
            {
                after = key;
                yield return page;
            }

            more = rows.Count == Batch;
        }
    }

    public static async Task WriteAsync(Stream body, string home, IAsyncEnumerable<SitemapPage> pages, CancellationToken cancellation)
    {
        var text = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n");
        await foreach (var page in pages.WithCancellation(cancellation))
        {
            foreach (var language in Languages.All)
            {
                Address(text, home, page, language);
            }

            if (text.Length > FlushAt)
            {
                await FlushAsync(text, body, cancellation);
            }
        }

        text.Append("</urlset>\n");
        await FlushAsync(text, body, cancellation);
    }

    public static string Escaped(string text) => SecurityElement.Escape(text);

    private static void Address(StringBuilder text, string home, SitemapPage page, Language language)
    {
        text.Append("<url><loc>").Append(Escaped(In(home, language, page.Path))).Append("</loc>");
        if (page.Changed is { } changed)
        {
            text.Append("<lastmod>").Append(changed.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)).Append("</lastmod>");
        }

        foreach (var other in Languages.All)
        {
            text.Append("<xhtml:link rel=\"alternate\" hreflang=\"").Append(other.Code()).Append("\" href=\"").Append(Escaped(In(home, other, page.Path))).Append("\"/>");
        }

        text.Append("</url>\n");
    }

    private static string In(string home, Language language, string path) => home + "/" + language.Code() + path;

    private static async Task FlushAsync(StringBuilder text, Stream body, CancellationToken cancellation)
    {
        await body.WriteAsync(Encoding.UTF8.GetBytes(text.ToString()), cancellation);
        text.Clear();
    }

    private static async Task<List<(long Key, SitemapPage Page)>> ReadAsync(Session session, long after, long last, CancellationToken cancellation)
    {
        await using var command = session.Command(Projects).With("after", after).With("last", last);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var rows = new List<(long, SitemapPage)>();
        while (await reader.ReadAsync(cancellation))
        {
            rows.Add((reader.GetInt64(0), new SitemapPage("/projects/" + reader.GetString(1), DateTimeOffset.FromUnixTimeMilliseconds(reader.GetInt64(2)))));
        }

        return rows;
    }
}
