using System.Net;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Routing;
using Splot.Contracts.Projects;
using Splot.Data;
using Splot.Portal.OpenApi;
using Splot.Portal.Searching;
using Splot.Portal.Tests.Support;

namespace Splot.Portal.Tests.OpenApi;

public sealed class OpenApiTests(OpenApiTests.Apps shared) : IClassFixture<OpenApiTests.Apps>
{
    [Fact]
    public async Task Description_OfTheApi_HasEveryAddressOfIt()
    {
        var app = await shared.OnAsync(Engine.Sqlite);
        var open = app.Get<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains("GET") == true)
            .Select(e => "/" + e.RoutePattern.RawText!.Trim('/'))
            .Where(r => (r.StartsWith("/api/", StringComparison.Ordinal) || r.StartsWith("/data/", StringComparison.Ordinal) || r.StartsWith("/openapi/", StringComparison.Ordinal)) && !r.Contains("{**", StringComparison.Ordinal))
            .ToList();

        var paths = (await app.JsonAsync("/openapi/v1.json"))["paths"]!.AsObject().Select(p => p.Key);

        Assert.Equal(open.Order(StringComparer.Ordinal), paths.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Description_OfTheApi_IsOpenApi31AndPointsToWhatIsThere()
    {
        var app = await shared.OnAsync(Engine.Sqlite);
        var document = await app.JsonAsync("/openapi/v1.json");

        Assert.Equal("3.1.0", (string?)document["openapi"]);
        Assert.All(["title", "version"], member => Assert.NotEmpty((string)document["info"]![member]!));
        var operations = document["paths"]!.AsObject().Select(p => p.Value!["get"]!.AsObject()).ToList();
        Assert.Equal(operations.Count, operations.Select(o => (string)o["operationId"]!).Distinct(StringComparer.Ordinal).Count());
        Assert.All(References(document), r => Assert.NotNull(r.TrimStart('#', '/').Split('/').Aggregate((JsonNode?)document, (node, part) => node?[part])));
        foreach (var (path, item) in document["paths"]!.AsObject())
        {
            var named = path.Split('{').Skip(1).Select(p => p.Split('}')[0]);
            Assert.Equal(named, item!["get"]!["parameters"]!.AsArray().Where(p => (string?)p!["in"] == "path").Select(p => (string)p!["name"]!));
            Assert.All(item["get"]!["responses"]!.AsObject(), r => Assert.NotEmpty((string)r.Value!["description"]!));
        }
    }

    [Fact]
    public async Task Parameters_OfSearches_AreThoseThatAreRead()
    {
        var app = await shared.OnAsync(Engine.Sqlite);
        var described = (await app.JsonAsync("/openapi/v1.json"))["components"]!["parameters"]!.AsObject();

        Assert.Equal(
            ["q", "country", "region", "fund", "programme", "objective", "theme", "field", "period", "beneficiary", "status", "budgetFrom", "budgetTo", "euFrom", "euTo", "startFrom", "startTo", "endFrom", "endTo", "sort", "limit", "after", "lang", "fields", "modifiedSince", "facets", "without"],
            described.Select(p => p.Key).OrderBy(n => ContractOrder.IndexOf(n)));
        foreach (var (name, parameter) in described.Where(p => p.Key != "after"))
        {
            var example = parameter!["example"] is JsonArray several ? string.Join(',', several.Select(e => (string)e!)) : parameter["example"]!.ToString();
            await app.JsonAsync("/api/v1/projects?" + name + "=" + Uri.EscapeDataString(example));
            Assert.Empty(new SchemaCheck([]).Problems(parameter["example"], parameter["schema"]!.AsObject(), name));
        }
    }

    [Fact]
    public async Task Examples_OfEveryAddress_AreAnsweredAsDescribed()
    {
        var app = await shared.OnAsync(Engine.Sqlite);
        var document = await app.JsonAsync("/openapi/v1.json");
        foreach (var (route, operation) in OpenApiDocument.Described(app.Get<EndpointDataSource>().Endpoints))
        {
            var address = operation.Places.Aggregate(route, (path, place) => path.Replace("{" + place.Name + "}", place.Example, StringComparison.Ordinal)) + operation.Example;

            using var answer = await app.Client.GetAsync(address);
            var text = await answer.Content.ReadAsStringAsync();

            Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{address} answered {answer.StatusCode}: {text}");
            Assert.Equal(operation.Answer.MediaType, answer.Content.Headers.ContentType!.MediaType);
            Assert.Equal(operation.HasTag, answer.Headers.ETag is not null);
            if (operation.Answer.Schema is { } schema)
            {
                Assert.Empty(new SchemaCheck(document).Problems(JsonNode.Parse(text), document["components"]!["schemas"]![schema]!.AsObject(), address));
            }
        }
    }

    [Fact]
    public async Task Schema_OfAProject_HasEveryMemberAndFitsOneThatHasThemAll()
    {
        var app = await shared.OnAsync(Engine.Sqlite);
        var document = await app.JsonAsync("/openapi/v1.json");
        var schema = document["components"]!["schemas"]!["Project"]!.AsObject();
        var check = new SchemaCheck(document);

        Assert.Equal(OperationMembers.InOrder, schema["properties"]!.AsObject().Select(p => p.Key));
        Assert.All(schema["properties"]!.AsObject(), p => Assert.NotEmpty((string)p.Value!["description"]!));
        Assert.Empty(check.Problems(JsonNode.Parse(OperationJson.Write(Everything.Operation)), schema));
        Assert.NotEmpty(check.Problems(JsonNode.Parse("""{"id":"a","budget":{"amount":12.5,"currency":"EUR"}}"""), schema));
        Assert.NotEmpty(check.Problems(JsonNode.Parse("""{"title":{}}"""), schema));
    }

    [Theory]
    [InlineData("/api/v1/projects?limit=0", 400)]
    [InlineData("/api/v1/projects/unknown", 404)]
    [InlineData("/api/v1/projects/unknown.ttl", 404)]
    [InlineData("/api/v1/beneficiaries/unknown", 404)]
    [InlineData("/data/unknown.csv", 404)]
    [InlineData("/openapi/v1.json?x=1", 400)]
    [InlineData("/data/catalog.jsonld?x=1", 400)]
    public async Task Refusals_OfTheApi_AreProblemsAsDescribed(string address, int status)
    {
        var app = await shared.OnAsync(Engine.Sqlite);
        var document = await app.JsonAsync("/openapi/v1.json");

        Assert.Empty(new SchemaCheck(document).Problems(await app.JsonAsync(address, status), document["components"]!["schemas"]!["Problem"]!.AsObject()));
    }

    private static readonly List<string> ContractOrder =
        [.. "q country region fund programme objective theme field period beneficiary status budgetFrom budgetTo euFrom euTo startFrom startTo endFrom endTo sort limit after lang fields modifiedSince facets without".Split(' ')];

    private static IEnumerable<string> References(JsonNode? node) => node switch
    {
        JsonObject record => record.SelectMany(m => m.Key == "$ref" ? [(string)m.Value!] : References(m.Value)),
        JsonArray items => items.SelectMany(References),
        _ => [],
    };

    public sealed class Apps : SharedApps
    {
        private protected override Task<PortalApp> CreateAsync(Engine engine) => PortalApp.CreateAsync(
            engine,
            Lists.Whole("pl-2021-lubelskie-effective-social-policy") with { Title = new Dictionary<string, string>(StringComparer.Ordinal) { ["en"] = "Social policy" } },
            Lists.Whole("b") with { Beneficiary = new PartyDocument { Id = "bg-obshtihapyce", Name = "Община" } },
            Everything.Operation);
    }
}
