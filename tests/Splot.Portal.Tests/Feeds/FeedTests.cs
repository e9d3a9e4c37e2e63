using System.Xml.Linq;
using Splot.Contracts.Projects;
using Splot.Data;
using Splot.Portal.Tests.Support;

namespace Splot.Portal.Tests.Feeds;

public sealed class FeedTests
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    [Theory]
    [InlineData("en")]
    [InlineData("pl")]
    [InlineData("bg")]
    public async Task ProjectsFeed_OfASearch_HasItsProjectsLastChangedFirst(string language)
    {
        await using var app = await PortalApp.CreateAsync(
            Engine.Sqlite,
            Given.Operation("old", "Day centre") with { UpdatedAt = Given.Updated },
            Given.Operation("new", "Day centre, second\u0001") with { UpdatedAt = Given.Updated.AddDays(1), Demo = true },
            Given.Operation("other", "School"));

        var feed = await FeedAsync(app, "/" + language + "/projects.atom?q=day");

        Assert.Equal(["https://splot.example/" + language + "/projects/new", "https://splot.example/" + language + "/projects/old"], feed.Elements(Atom + "entry").Select(e => e.Element(Atom + "link")!.Attribute("href")!.Value));
        Assert.Equal("2026-05-02T10:00:00Z", feed.Element(Atom + "updated")!.Value);
        Assert.EndsWith("day", feed.Element(Atom + "title")!.Value, StringComparison.Ordinal);
        Assert.Equal("urn:splot:projects:" + language + ":q=day", feed.Element(Atom + "id")!.Value);
        Assert.Equal("https://splot.example/" + language + "/projects.atom?q=day", feed.Elements(Atom + "link").Single(l => l.Attribute("rel")!.Value == "self").Attribute("href")!.Value);
        Assert.All(feed.Descendants(Atom + "id"), id => Assert.StartsWith("urn:splot:", id.Value, StringComparison.Ordinal));
    }

    [Fact]
    public async Task HistoryFeed_HasOldAndNewValue()
    {
        await using var app = await PortalApp.CreateAsync(Engine.Sqlite);
        await app.PublishAsync(Everything.Published);

        var feed = await FeedAsync(app, "/en/projects/bg-2021-everything/history.atom");

        Assert.Equal(Everything.Changes.Count, feed.Elements(Atom + "entry").Count());
        Assert.Contains("700,009.00", feed.Elements(Atom + "entry").First().Element(Atom + "summary")!.Value, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ProjectsFeed_OfFilters_NamesThemAsReadersSeeThem()
    {
        await using var app = await PortalApp.CreateAsync(Engine.Sqlite, Given.Operation("a"));

        var feed = await FeedAsync(app, "/en/projects.atom?q=day&status=running&budgetFrom=1000");

        Assert.EndsWith("changed projects for day; Running; Total budget from €1,000.00", feed.Element(Atom + "title")!.Value.Replace('\u00A0', ' '), StringComparison.Ordinal);
    }

    [Fact]
    public async Task HistoryFeed_WithoutChanges_IsAsOldAsItsProject()
    {
        await using var app = await PortalApp.CreateAsync(Engine.Sqlite, Given.Operation("a") with { UpdatedAt = Given.Updated });

        var feed = await FeedAsync(app, "/pl/projects/a/history.atom");

        Assert.Equal("2026-05-01T10:00:00Z", feed.Element(Atom + "updated")!.Value);
        Assert.Equal("urn:splot:operation:a:pl", feed.Element(Atom + "id")!.Value);
    }

    [Fact]
    public async Task HistoryFeed_OfWithdrawnProject_Is410()
    {
        await using var app = await PortalApp.CreateAsync(Engine.Sqlite, Given.Operation("a"));
        await app.PublishAsync(new PublishedOperation { Id = "a", Publication = 2 });

        Assert.Equal(410, (int)(await app.Client.GetAsync("/en/projects/a/history.atom")).StatusCode);
        Assert.Equal(404, (int)(await app.Client.GetAsync("/en/projects/b/history.atom")).StatusCode);
    }

    private static async Task<XElement> FeedAsync(PortalApp app, string address)
    {
        var response = await app.Client.GetAsync(address);
        Assert.Equal("application/atom+xml", response.Content.Headers.ContentType!.MediaType);
        return XElement.Parse(await response.Content.ReadAsStringAsync());
    }
}
