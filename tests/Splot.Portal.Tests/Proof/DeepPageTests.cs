using System.Globalization;
using System.Text.Json.Nodes;
using Splot.Contracts.Projects;
using Splot.Data;
using Splot.Portal.Tests.Support;
using Splot.Testing;

namespace Splot.Portal.Tests.Proof;

/// <summary>Every hit is reachable by keys, the thousand and first and the last among them, however many have the same value.</summary>
public sealed class DeepPageTests(DeepPageTests.Apps shared) : IClassFixture<DeepPageTests.Apps>
{
    private const int Count = 1_250;

    [Theory]
    [EachEngine("?sort=budget")]
    [EachEngine("?sort=-budget")]
    [EachEngine("?sort=-start")]
    [EachEngine("?sort=end")]
    [EachEngine("?q=words")]
    [EachEngine("?country=PL")]
    public async Task Pages_OfManyEqualHits_ReachEveryOneOnceAndInOrder(Engine engine, string search)
    {
        var app = await shared.OnAsync(engine);

        var walked = await WalkAsync(app, search, _ => Task.CompletedTask);

        Assert.Equal(Count, walked.Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(await ExportedAsync(app, search), walked);
    }

    [Fact]
    public async Task Pages_ByLinksOfThePage_ReachTheLastHit()
    {
        var app = await shared.OnAsync(Engine.Sqlite);
        var seen = new List<string>();
        for (var address = "/pl/projects?sort=budget&limit=100"; address is not null;)
        {
            var page = await app.PageAsync(address);
            seen.AddRange(page.QuerySelectorAll(".sp-hit h3 a, .sp-hit h2 a").Select(a => a.GetAttribute("href")!.Split('/')[^1]));
            address = page.QuerySelector("a[rel=next]")?.GetAttribute("href");
        }

        Assert.Equal(await ExportedAsync(app, "?sort=budget"), seen);
    }

    [Theory]
    [EachEngine("?sort=budget")]
    [EachEngine("?q=words")]
    [EachEngine("?q=words&sort=-start")]
    public async Task Pages_WhileOperationsChange_GiveEachThatStaysOnce(Engine engine, string search)
    {
        await using var app = await AppAsync(engine);
        var touched = new HashSet<string>(StringComparer.Ordinal);

        var walked = await WalkAsync(app, search, async page =>
        {
            // One comes new, one changes its value and so its place, one goes; one is written again as it was.
            var changed = Invented(1_249 - (page * 20));
            var gone = Invented(1_230 - (page * 20)).Id;
            touched.UnionWith([changed.Id, gone, $"new-{page}"]);
            await app.PublishAsync(
                Given.Published(Given.Operation($"new-{page}", "Words that came later") with { Budget = Given.Eur(100m), Start = new DateOnly(2024, 1, 1) }),
                Given.Published(changed with { Budget = Given.Eur(7m), Start = new DateOnly(2025, 5, 5) }, 2),
                new PublishedOperation { Id = gone, Publication = 2 },
                Given.Published(Invented(3), 2 + page));
        });

        Assert.Equal(walked.Distinct(StringComparer.Ordinal), walked);
        Assert.Equal([], Enumerable.Range(0, Count).Select(i => Invented(i).Id).Except(touched).Except(walked));
    }

    // 'CUS OR ROPS OR …', each widened by its synonyms, and a phrase as long as fits.
    [Theory]
    [InlineData("CUS OR ROPS OR MOPS OR words OR ")]
    [InlineData("words OR \"a a a a a a a a a a a a a a a a a a\" OR ")]
    [InlineData("words OR wor* OR ")]
    public async Task Pages_OfTheLongestQuery_GoOn(string piece)
    {
        var app = await shared.OnAsync(Engine.Sqlite);
        var typed = string.Concat(Enumerable.Repeat(piece, 1_000 / piece.Length))[..^4];

        var walked = await WalkAsync(app, "?q=" + Uri.EscapeDataString(typed), _ => Task.CompletedTask);

        Assert.Equal(Count, walked.Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(Count, walked.Count);
    }

    private static async Task<List<string>> WalkAsync(PortalApp app, string search, Func<int, Task> betweenPages)
    {
        var ids = new List<string>();
        var page = 0;
        for (string? after = ""; after is not null; page++)
        {
            var answer = await app.JsonAsync("/api/v1/projects" + search + "&limit=100&fields=id" + (after.Length > 0 ? "&after=" + after : ""));
            ids.AddRange(answer["items"]!.AsArray().Select(i => (string)i!["id"]!));
            after = (string?)answer["next"];
            await betweenPages(page);
        }

        return ids;
    }

    private static async Task<List<string>> ExportedAsync(PortalApp app, string search) =>
        [.. (await app.Client.GetStringAsync("/api/v1/projects.ndjson" + search + "&fields=id")).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => (string)JsonNode.Parse(line)!["id"]!)];

    // Three budgets, two starts, some without either: hundreds share every value.
    private static OperationDocument Invented(int number) => Given.Operation(string.Create(CultureInfo.InvariantCulture, $"op-{number * 7919 % 10_007}"), "The same words") with
    {
        Budget = number % 5 == 0 ? null : Given.Eur(number % 3 * 100m),
        Start = number % 7 == 0 ? null : new DateOnly(2024, 1 + (number % 2), 1),
        End = new DateOnly(2027, 1, 1),
    };

    private static Task<PortalApp> AppAsync(Engine engine) => PortalApp.CreateAsync(engine, [.. Enumerable.Range(0, Count).Select(Invented)]);

    public sealed class Apps : SharedApps
    {
        private protected override Task<PortalApp> CreateAsync(Engine engine) => AppAsync(engine);
    }
}
