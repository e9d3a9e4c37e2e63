using System.Text.Json.Nodes;
using Splot.Contracts.Projects;
using Splot.Data;
using Splot.Portal.Tests.Support;

namespace Splot.Portal.Tests.Exports;

public sealed class GeoJsonTests
{
    [Fact]
    public async Task GeoJson_OfProjects_HasLongitudeFirstAndSaysWhatItRestsOn()
    {
        await using var app = await PortalApp.CreateAsync(
            Engine.Sqlite,
            Everything.Operation,
            Given.Operation("none") with { Locations = [new LocationDocument { Code = "PL814", Kind = "nuts3" }] },
            Given.Operation("seat") with { Locations = [new LocationDocument { Lat = 51.25m, Lon = 22.57m, Precision = "seat" }, new LocationDocument { Lat = 50m, Lon = 20m, Precision = "point" }] },
            Given.Operation("wrong") with { Locations = [new LocationDocument { Lat = 151.25m, Lon = 22.57m, Precision = "point" }] });

        var response = await app.Client.GetAsync("/api/v1/projects.geojson");
        var collection = JsonNode.Parse(await response.Content.ReadAsStringAsync())!;

        Assert.Equal("application/geo+json", response.Content.Headers.ContentType!.MediaType);
        Assert.Equal("FeatureCollection", (string?)collection["type"]);
        var features = collection["features"]!.AsArray().ToDictionary(f => (string)f!["id"]!, f => f!);
        Assert.Equal(4, features.Count);
        Assert.Equal("""{"type":"Point","coordinates":[25.9656,43.8564]}""", features["bg-2021-everything"]["geometry"]!.ToJsonString());
        Assert.Equal("point", (string?)features["bg-2021-everything"]["properties"]!["geometryBasis"]);
        Assert.Equal("""{"type":"MultiPoint","coordinates":[[22.57,51.25],[20,50]]}""", features["seat"]["geometry"]!.ToJsonString());
        Assert.Equal("seat", (string?)features["seat"]["properties"]!["geometryBasis"]);
        foreach (var id in new[] { "none", "wrong" })
        {
            Assert.True(features[id].AsObject().ContainsKey("geometry"));
            Assert.Null(features[id]["geometry"]);
            Assert.Equal("none", (string?)features[id]["properties"]!["geometryBasis"]);
        }

        var properties = features["bg-2021-everything"]["properties"]!.AsObject();
        properties.Remove("geometryBasis");
        Assert.Equal(OperationJson.Write(Everything.Operation), properties.ToJsonString(OperationJson.Options));
    }

    [Fact]
    public async Task GeoJson_OfASearch_HasItsHitsAndChosenMembersOnly()
    {
        await using var app = await PortalApp.CreateAsync(Engine.Sqlite, Given.Operation("a") with { Fund = "ESF+" }, Given.Operation("b"));

        var collection = JsonNode.Parse(await app.Client.GetStringAsync("/api/v1/projects.geojson?fund=ESF%2B&fields=fund"))!;

        Assert.Equal(["id", "fund", "geometryBasis"], Assert.Single(collection["features"]!.AsArray())!["properties"]!.AsObject().Select(p => p.Key));
        Assert.Empty(JsonNode.Parse(await app.Client.GetStringAsync("/api/v1/projects.geojson?fund=none&country=BG"))!["features"]!.AsArray());
    }

    [Fact]
    public async Task Tables_InThreeLanguages_HoldEveryPublishedValue()
    {
        await using var app = await PortalApp.CreateAsync(Engine.Sqlite, Everything.Operation);

        var text = string.Concat(await Task.WhenAll(new[] { "en", "pl", "bg" }.Select(l => app.Client.GetStringAsync("/api/v1/projects.csv?lang=" + l)))).Replace("\"\"", "\"", StringComparison.Ordinal);

        Assert.All(Leaves(JsonNode.Parse(OperationJson.Write(Everything.Operation))), value => Assert.Contains(value, text, StringComparison.Ordinal));
    }

    private static IEnumerable<string> Leaves(JsonNode? node) => node switch
    {
        JsonObject members => members.SelectMany(m => Leaves(m.Value)),
        JsonArray items => items.SelectMany(Leaves),
        null => [],
        _ => [node.ToString().Replace("+00:00", "", StringComparison.Ordinal)],
    };
}
