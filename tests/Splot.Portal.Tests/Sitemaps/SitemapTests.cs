using System.Globalization;
using System.Xml.Linq;
using Splot.Data;
using Splot.Portal.Tests.Support;
using Splot.Testing;

namespace Splot.Portal.Tests.Sitemaps;

public sealed class SitemapTests
{
    private static readonly XNamespace Map = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private static readonly XNamespace Html = "http://www.w3.org/1999/xhtml";

    [Theory, EachEngine]
    public async Task Sitemap_OfAStore_HasEveryPublicProjectInEveryLanguage(Engine engine)
    {
        await using var app = await PortalApp.CreateAsync(engine, [.. Enumerable.Range(0, 30).Select(i => Given.Operation(string.Create(CultureInfo.InvariantCulture, $"op-{i}")))]);
        await app.PublishAsync(new Splot.Contracts.Projects.PublishedOperation { Id = "op-7", Publication = 2, WithdrawnReason = "gone" });

        var parts = XDocument.Parse(await app.Client.GetStringAsync("/sitemap.xml")).Descendants(Map + "loc").Select(l => new Uri(l.Value).AbsolutePath).ToList();
        var addresses = new List<string>();
        foreach (var part in parts)
        {
            var document = XDocument.Parse(await app.Client.GetStringAsync(part));
            Assert.InRange(document.Root!.Elements().Count(), 1, 50_000);
            Assert.All(document.Descendants(Map + "url"), url => Assert.Equal(["en", "pl", "bg"], url.Elements(Html + "link").Select(l => (string?)l.Attribute("hreflang"))));
            addresses.AddRange(document.Descendants(Map + "loc").Select(l => l.Value));
        }

        Assert.Equal(["/sitemap-0.xml", "/sitemap-1.xml"], parts);
        Assert.Equal(29 * 3, addresses.Count(a => a.Contains("/projects/op-", StringComparison.Ordinal)));
        Assert.DoesNotContain(addresses, a => a.EndsWith("op-7", StringComparison.Ordinal));
        Assert.Contains("https://splot.example/bg/data", addresses);
        Assert.Equal(addresses.Count, addresses.Distinct(StringComparer.Ordinal).Count());
        Assert.True((await app.Client.GetAsync(new Uri(addresses[^1]).AbsolutePath)).IsSuccessStatusCode);
    }

    [Theory]
    [InlineData("/sitemap-2.xml")]
    [InlineData("/sitemap-99999999999.xml")]
    [InlineData("/sitemap--1.xml")]
    public async Task Part_ThatIsNone_Is404(string address)
    {
        await using var app = await PortalApp.CreateAsync(Engine.Sqlite, Given.Operation("a"));

        Assert.Equal(404, (int)(await app.Client.GetAsync(address)).StatusCode);
    }

    [Fact]
    public async Task Robots_NamesTheSitemap()
    {
        await using var app = await PortalApp.CreateAsync(Engine.Sqlite);

        Assert.Contains("Sitemap: https://splot.example/sitemap.xml", await app.Client.GetStringAsync("/robots.txt"), StringComparison.Ordinal);
    }
}
