using System.Text.Json.Nodes;
using System.Xml.Linq;
using Splot.Data;
using Splot.Portal.Tests.Support;
using Splot.Testing;

namespace Splot.Portal.Tests.Proof;

/// <summary>What is published, changed or withdrawn shows on page, facet, search, feed and export as soon as the index has caught up.</summary>
public sealed class PublishingTests
{
    private const string Id = "pl-2021-c7";
    private const string Header = "code,title_en,original_language,period,fund,total,currency,country,location_codes\n";
    private const string First = Header + "C7,A quiet library,en,2021-2027,ESF+,1000.00,EUR,PL,PL81\n";
    private const string Second = Header + "C7,A loud concert hall,en,2021-2027,ERDF,2500.00,EUR,PL,PL84\n";

    private static readonly string[] Everywhere =
        ["/en/projects", "/en/projects.atom", "/en/projects?q=library", "/en/", "/api/v1/projects", "/api/v1/projects?q=library", "/api/v1/projects?country=PL", "/api/v1/projects.csv", "/api/v1/projects.ndjson"];

    [Theory, EachEngine]
    public async Task Operation_NotPublished_IsReachableNowhere(Engine engine)
    {
        await using var app = await SplotApp.StartAsync(engine);

        await app.ImportAsync(First, "2026-05-01", publish: "no");

        foreach (var address in Everywhere)
        {
            Assert.DoesNotContain("quiet", await app.Client.GetStringAsync(new Uri(address, UriKind.Relative)), StringComparison.OrdinalIgnoreCase);
        }

        foreach (var address in new[] { "/en/projects/" + Id, "/en/projects/" + Id + "/history", "/en/projects/" + Id + "/history.atom", "/api/v1/projects/" + Id })
        {
            using var answer = await app.Client.GetAsync(new Uri(address, UriKind.Relative));
            Assert.Equal(404, (int)answer.StatusCode);
        }
    }

    [Theory, EachEngine]
    public async Task Operation_Published_IsOnPageFacetSearchFeedAndExport(Engine engine)
    {
        await using var app = await SplotApp.StartAsync(engine);
        await app.ImportAsync(First, "2026-05-01", publish: "no");

        await app.RunAsync("publish", ["C7"]);

        Assert.Equal("A quiet library", (await app.PageAsync("/en/projects/" + Id)).QuerySelector("h1")!.TextContent.Trim());
        Assert.Equal((1L, "1000.00", "ESF+ 1", "PL81 1"), await CountsAsync(app, "?q=library"));
        Assert.Equal("A quiet library", (await FeedAsync(app)).Single());
        Assert.Contains("A quiet library", await app.Client.GetStringAsync(new Uri("/api/v1/projects.csv", UriKind.Relative)), StringComparison.Ordinal);
    }

    [Theory, EachEngine]
    public async Task Operation_ChangedByANewEdition_IsChangedEverywhereAndSaysWhatItWas(Engine engine)
    {
        await using var app = await SplotApp.StartAsync(engine);
        await app.ImportAsync(First, "2026-05-01");
        Assert.Equal((1L, "1000.00", "ESF+ 1", "PL81 1"), await CountsAsync(app, "?q=quiet"));
        app.Clock.Advance(TimeSpan.FromMinutes(90));

        await app.ImportAsync(Second, "2026-06-01");

        Assert.Equal((0L, "0.00", "", ""), await CountsAsync(app, "?q=quiet"));
        Assert.Equal((1L, "2500.00", "ERDF 1", "PL84 1"), await CountsAsync(app, "?q=concert"));
        Assert.Equal((1L, "2500.00", "ERDF 1", "PL84 1"), await CountsAsync(app, "?modifiedSince=2026-06-01T09:00:00Z"));
        Assert.Equal("A loud concert hall", (await app.PageAsync("/en/projects/" + Id)).QuerySelector("h1")!.TextContent.Trim());
        Assert.Equal("A loud concert hall", (await FeedAsync(app)).Single());
        var history = (await app.PageAsync("/en/projects/" + Id + "/history")).Body!.TextContent.Replace('\u00A0', ' ');
        Assert.All(new[] { "A quiet library", "A loud concert hall", "1,000.00", "2,500.00", "ESF+", "ERDF", "1 June 2026", "a-list" }, said => Assert.Contains(said, history, StringComparison.Ordinal));
    }

    [Theory, EachEngine]
    public async Task Operation_Withdrawn_LeavesEverythingButItsAddress(Engine engine)
    {
        await using var app = await SplotApp.StartAsync(engine);
        await app.ImportAsync(First, "2026-05-01");

        await app.RunAsync("withdraw", ["C7"], ("--reason", "Published by mistake."));

        foreach (var address in Everywhere)
        {
            Assert.DoesNotContain("quiet", await app.Client.GetStringAsync(new Uri(address, UriKind.Relative)), StringComparison.OrdinalIgnoreCase);
        }

        foreach (var address in new[] { "/en/projects/" + Id, "/en/projects/" + Id + "/history", "/api/v1/projects/" + Id })
        {
            using var answer = await app.Client.GetAsync(new Uri(address, UriKind.Relative));
            var text = await answer.Content.ReadAsStringAsync();
            Assert.Equal(410, (int)answer.StatusCode);
            Assert.Contains("Published by mistake.", text, StringComparison.Ordinal);
            Assert.DoesNotContain("quiet", text, StringComparison.OrdinalIgnoreCase);
        }
    }

    private static async Task<(long Total, string Budget, string Fund, string Region)> CountsAsync(SplotApp app, string search)
    {
        var answer = JsonNode.Parse(await app.Client.GetStringAsync(new Uri("/api/v1/projects" + search, UriKind.Relative)))!;
        string Counts(string facet) => string.Join(", ", answer["facets"]![facet]!.AsArray().Select(c => $"{(string)c!["code"]!} {(long)c["count"]!}"));
        return ((long)answer["total"]!, (string)answer["totals"]!["budgetEur"]!, Counts("fund"), Counts("region"));
    }

    private static async Task<List<string>> FeedAsync(SplotApp app)
    {
        XNamespace atom = "http://www.w3.org/2005/Atom";
        return [.. XElement.Parse(await app.Client.GetStringAsync(new Uri("/en/projects.atom", UriKind.Relative))).Elements(atom + "entry").Select(e => e.Element(atom + "title")!.Value)];
    }
}
