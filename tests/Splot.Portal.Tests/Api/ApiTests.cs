using System.Net;
using Splot.Contracts.Projects;
using Splot.Data;
using Splot.Portal.Tests.Support;

namespace Splot.Portal.Tests.Api;

public sealed class ApiTests(ApiTests.Apps shared) : IClassFixture<ApiTests.Apps>
{
    public static TheoryData<string, string> BadValues => new()
    {
        { "country=POL", "country" },
        { "region=%27", "region" },
        { "fund=%00", "fund" },
        { "period=2021", "period" },
        { "status=done", "status" },
        { "beneficiary=A%20B", "beneficiary" },
        { "budgetFrom=-1", "budgetFrom" },
        { "budgetTo=1e5", "budgetTo" },
        { "euFrom=12,50", "euFrom" },
        { "euTo=abc", "euTo" },
        { "startFrom=2024-02-30", "startFrom" },
        { "startTo=01.02.2024", "startTo" },
        { "endFrom=2024", "endFrom" },
        { "endTo=x", "endTo" },
        { "budgetFrom=2&budgetTo=1", "budgetFrom" },
        { "sort=name", "sort" },
        { "limit=0", "limit" },
        { "limit=101", "limit" },
        { "after=abc", "after" },
        { "lang=de", "lang" },
        { "fields=id,secret", "fields" },
        { "modifiedSince=yesterday", "modifiedSince" },
        { "facets=colour", "facets" },
        { "q=a&q=b", "q" },
        { "Country=PL", "Country" },
        { "colour=red", "colour" },
    };

    [Theory, MemberData(nameof(BadValues))]
    public async Task List_WithBadValue_NamesTheParameter(string query, string parameter)
    {
        var app = await shared.OnAsync(Engine.Sqlite);

        var response = await app.Client.GetAsync("/api/v1/projects?" + query);
        var problem = await app.JsonAsync("/api/v1/projects?" + query, 400);

        Assert.Equal("application/problem+json", response.Content.Headers.ContentType!.MediaType);
        Assert.Equal(parameter, (string?)problem["parameter"]);
        Assert.Contains(parameter, (string)problem["detail"]!, StringComparison.Ordinal);
        Assert.StartsWith("parameter-", (string)problem["code"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cursor_OfAnotherOrder_IsRefused()
    {
        await using var app = await PortalApp.CreateAsync(Engine.Sqlite, Given.Operation("a"), Given.Operation("b"));
        var next = (string)(await app.JsonAsync("/api/v1/projects?limit=1&sort=start"))["next"]!;

        await app.JsonAsync("/api/v1/projects?limit=1&sort=start&after=" + next);
        await app.JsonAsync("/api/v1/projects?limit=1&sort=-start&after=" + next, 400);
        await app.JsonAsync("/api/v1/projects?limit=1&sort=start&after=" + next[..^1], 400);
    }

    [Fact]
    public async Task Project_Unknown_Is404WithCode()
    {
        var app = await shared.OnAsync(Engine.Sqlite);

        Assert.Equal("project-unknown", (string?)(await app.JsonAsync("/api/v1/projects/nobody", 404))["code"]);
        Assert.Equal("project-unknown", (string?)(await app.JsonAsync("/api/v1/projects/%27OR%201=1", 404))["code"]);
    }

    [Fact]
    public async Task Project_Withdrawn_Is410WithReason()
    {
        await using var app = await PortalApp.CreateAsync(Engine.Sqlite, Given.Operation("a"));
        await app.PublishAsync(new PublishedOperation { Id = "a", Publication = 2, WithdrawnReason = "No longer in the list." });

        var problem = await app.JsonAsync("/api/v1/projects/a", 410);

        Assert.Equal("project-withdrawn", (string?)problem["code"]);
        Assert.Equal("No longer in the list.", (string?)problem["reason"]);
    }

    [Fact]
    public async Task Project_Json_IsTheContractsForm()
    {
        var document = Given.Operation("a") with
        {
            Demo = true,
            Status = "finished",
            Budget = new AmountDocument { Amount = 771009.00m, Currency = "BGN", Eur = 394210.64m, Rate = 1.95583m, Verified = false },
        };
        await using var app = await PortalApp.CreateAsync(Engine.Sqlite, document);

        Assert.Equal(OperationJson.Write(document), await app.Client.GetStringAsync("/api/v1/projects/a"));
    }

    [Fact]
    public async Task Project_WithoutPublishedStatus_GetsItFromItsDates()
    {
        await using var app = await PortalApp.CreateAsync(Engine.Sqlite, Given.Operation("a") with { Start = new DateOnly(2026, 1, 1), End = new DateOnly(2026, 6, 2) });

        Assert.Equal("running", (string?)(await app.JsonAsync("/api/v1/projects/a"))["status"]);
        app.Clock.Advance(TimeSpan.FromDays(2));
        Assert.Equal("finished", (string?)(await app.JsonAsync("/api/v1/projects/a"))["status"]);
    }

    [Fact]
    public async Task Project_WithEtag_Is304UntilItChanges()
    {
        await using var app = await PortalApp.CreateAsync(Engine.Sqlite, Given.Operation("a"));
        var first = await app.Client.GetAsync("/api/v1/projects/a");
        Assert.Equal(Given.Updated, first.Content.Headers.LastModified);

        async Task<HttpStatusCode> AgainAsync()
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/projects/a");
            request.Headers.IfNoneMatch.Add(first.Headers.ETag!);
            return (await app.Client.SendAsync(request)).StatusCode;
        }

        Assert.Equal(HttpStatusCode.NotModified, await AgainAsync());
        await app.PublishAsync(Given.Published(Given.Operation("a", "Other"), 2));
        Assert.Equal(HttpStatusCode.OK, await AgainAsync());
    }

    [Fact]
    public async Task Project_WithFields_HasThoseAndTheId()
    {
        await using var app = await PortalApp.CreateAsync(Engine.Sqlite, Given.Operation("a") with { Fund = "ESF+" });

        var project = await app.JsonAsync("/api/v1/projects/a?fields=title,fund");

        Assert.Equal(["fund", "id", "title"], project.Select(m => m.Key).Order());
    }

    [Theory]
    [InlineData("/api/v1/projects")]
    [InlineData("/api/v1/projects?q=day&fields=title")]
    [InlineData("/api/v1/projects/a")]
    [InlineData("/api/v1/projects/a.ttl")]
    [InlineData("/data/PL-none.csv")]
    [InlineData("/data/catalog.jsonld")]
    [InlineData("/openapi/v1.json")]
    public async Task Answer_ToSomebodyWhoHasIt_Is304(string address)
    {
        await using var app = await PortalApp.CreateAsync(Engine.Sqlite, Given.Operation("a"));
        var first = await app.Client.GetAsync(address);
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.IfNoneMatch.Add(first.Headers.ETag!);

        var again = await app.Client.SendAsync(request);

        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
        Assert.Empty(await again.Content.ReadAsByteArrayAsync());
        Assert.Equal(first.Headers.ETag, again.Headers.ETag);
    }

    [Fact]
    public async Task Preflight_IsAnswered()
    {
        var app = await shared.OnAsync(Engine.Sqlite);
        using var request = new HttpRequestMessage(HttpMethod.Options, "/api/v1/projects/a");

        var response = await app.Client.SendAsync(request);

        Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
        Assert.Contains("GET", Assert.Single(response.Headers.GetValues("Access-Control-Allow-Methods")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Problem_WithLang_SpeaksIt()
    {
        var app = await shared.OnAsync(Engine.Sqlite);

        Assert.Contains("przyjmuje", (string)(await app.JsonAsync("/api/v1/projects?limit=0&lang=pl", 400))["detail"]!, StringComparison.Ordinal);
        Assert.Contains("приема", (string)(await app.JsonAsync("/api/v1/projects?limit=0&lang=bg", 400))["detail"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Beneficiary_WithOperations_HasSums()
    {
        var party = new PartyDocument { Id = "org-1", Name = "Gmina Zmyślona", Identifiers = [new IdentifierDocument("NIP", "1234563218")] };
        await using var app = await PortalApp.CreateAsync(
            Engine.Sqlite,
            Given.Operation("a") with { Beneficiary = party, EuContribution = Given.Eur(10m) },
            Given.Operation("b") with { Beneficiary = party, EuContribution = Given.Eur(5.5m) },
            Given.Operation("c"));

        var answer = await app.JsonAsync("/api/v1/beneficiaries/org-1");

        Assert.Equal("Gmina Zmyślona", (string?)answer["name"]);
        Assert.Equal("1234563218", (string?)answer["identifiers"]![0]!["value"]);
        Assert.Equal(2, (int)answer["total"]!);
        Assert.Equal("15.50", (string?)answer["totals"]!["euEur"]);
        Assert.Equal("beneficiary-unknown", (string?)(await app.JsonAsync("/api/v1/beneficiaries/org-2", 404))["code"]);
    }

    public sealed class Apps : SharedApps
    {
        private protected override Task<PortalApp> CreateAsync(Engine engine) => PortalApp.CreateAsync(engine);
    }
}
