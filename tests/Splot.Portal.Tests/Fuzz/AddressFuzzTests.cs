using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Splot.Data;
using Splot.Portal.Tests.Support;
using Splot.Testing;

namespace Splot.Portal.Tests.Fuzz;

/// <summary>Any parameter, any byte, at every address: an answer or a refusal that names the parameter, and nothing of what was sent comes back alive.</summary>
public sealed class AddressFuzzTests(AddressFuzzTests.Sites sites) : IClassFixture<AddressFuzzTests.Sites>
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task Addresses_WithAnything_AnswerOrNameTheParameter(int seed)
    {
        var app = await sites.OnAsync(Engine.Sqlite);
        var requests = new HostileRequests(app, seed, await GoodAsync(app));
        var seen = new Dictionary<int, int>();
        for (var i = 0; i < 1_500; i++)
        {
            var request = requests.Next();
            var (status, complaints) = await Judge.SendAsync(app, request);
            Assert.True(complaints.Count == 0, $"Request {i} of seed {seed}, {request}: {string.Join("; ", complaints)}");
            seen[status] = seen.GetValueOrDefault(status) + 1;
        }

        Assert.True(seen.GetValueOrDefault(200) > 150 && seen.GetValueOrDefault(400) > 150 && seen.GetValueOrDefault(404) > 20, "The requests are too much alike: " + string.Join(", ", seen));
    }

    [Theory, EachEngine]
    public async Task Addresses_WithAnything_AnswerOnBothEngines(Engine engine)
    {
        var app = await sites.OnAsync(engine);
        var requests = new HostileRequests(app, seed: 9, await GoodAsync(app));
        for (var i = 0; i < 300; i++)
        {
            var request = requests.Next();
            Assert.Equal([], (await Judge.SendAsync(app, request)).Complaints.Select(c => $"{request}: {c}"));
        }
    }

    [Theory]
    [InlineData("q", 1_001, "too-long")]
    [InlineData("without", 1_001, "not-a-code")]
    [InlineData("fund", 81, "not-a-code")]
    [InlineData("region", 21, "not-a-code")]
    [InlineData("beneficiary", 201, "not-a-code")]
    [InlineData("after", 4_001, "not-a-cursor")]
    public async Task Value_LongerThanAnybodyNeeds_IsRefused(string name, int letters, string code)
    {
        var app = await sites.OnAsync(Engine.Sqlite);
        using var response = await app.Client.GetAsync(new Uri($"/api/v1/projects?{name}={new string('a', letters)}", UriKind.Relative));

        Assert.Equal(400, (int)response.StatusCode);
        Assert.Contains($"\"code\":\"{code}\"", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("country", "PL")]
    [InlineData("programme", "X")]
    [InlineData("without", "x")]
    public async Task Values_MoreThanAnybodyChooses_AreRefused(string name, string value)
    {
        var app = await sites.OnAsync(Engine.Sqlite);
        using var response = await app.Client.GetAsync(new Uri("/api/v1/projects?" + string.Join('&', Enumerable.Range(0, 101).Select(i => string.Create(CultureInfo.InvariantCulture, $"{name}={value}{(name == "country" ? "" : i)}"))), UriKind.Relative));

        Assert.Equal(400, (int)response.StatusCode);
    }

    [Theory]
    [InlineData("/broken", "status 500")]
    [InlineData("/trace", "tells of the program's insides")]
    [InlineData("/nameless?limit=x", "lacks members of a problem document")]
    [InlineData("/other?limit=x", "does not name the parameter")]
    [InlineData("/mirror?q=%3Csplot-x%3E", "lets markup in")]
    [InlineData("/mirror?q=%22%20onsplot=%221", "lets markup in")]
    public async Task Canary_BadAnswer_IsComplainedOf(string address, string complaint)
    {
        await using var app = await SplotApp.StartAsync(map: a =>
        {
            a.MapGet("/api/v1/broken", string () => throw new InvalidOperationException("broken"));
            a.MapGet("/api/v1/trace", () => "System.InvalidOperationException: x\n   at Splot.Portal");
            a.MapGet("/api/v1/nameless", () => TypedResults.BadRequest());
            a.MapGet("/api/v1/other", () => TypedResults.Problem("Wrong: colour", statusCode: 400, title: "Wrong", extensions: new Dictionary<string, object?>(StringComparer.Ordinal) { ["code"] = "x", ["parameter"] = "colour" }));
            a.MapGet("/api/v1/mirror", (string q) => TypedResults.Content($"<p title=\"{q}\">{q}", "text/html"));
        });
        var cut = address.IndexOf('?', StringComparison.Ordinal) is >= 0 and var at ? at : address.Length;

        var (_, complaints) = await Judge.SendAsync(app, new HostileRequest("GET", "/api/v1" + address[..cut], address[cut..], null, null));

        Assert.Contains(complaints, c => c.StartsWith(complaint, StringComparison.Ordinal));
    }

    private static async Task<IReadOnlyList<string>> GoodAsync(SplotApp app)
    {
        var page = await app.Client.GetStringAsync(new Uri("/api/v1/projects?limit=100&facets=beneficiary,objective", UriKind.Relative));
        using var json = System.Text.Json.JsonDocument.Parse(page);
        var ids = json.RootElement.GetProperty("items").EnumerateArray().Select(i => i.GetProperty("id").GetString()!);
        var codes = json.RootElement.GetProperty("facets").EnumerateObject().SelectMany(f => f.Value.EnumerateArray()).Select(c => c.GetProperty("code").GetString()!);
        return [.. ids, .. codes, json.RootElement.GetProperty("next").GetString()!];
    }

    public sealed class Sites : SharedSites
    {
        private protected override async Task FillAsync(SplotApp app)
        {
            await app.GenerateAsync(operations: 250, seed: 3);
            await app.WithdrawAsync(5);
        }
    }
}
