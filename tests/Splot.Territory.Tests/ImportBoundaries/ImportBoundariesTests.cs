using System.Text;
using System.Text.Json;
using Splot.Contracts.Territory;
using Splot.Data;
using Splot.Territory.ImportBoundaries;
using Splot.Testing;

namespace Splot.Territory.Tests.ImportBoundaries;

public class ImportBoundariesTests
{
    private const string Ring = "[[20,50],[21,50],[21,51],[20,51],[20,50]]";

    [Theory, EachEngine("poland.voivodeships.geojson", 16, "PL81")]
    [EachEngine("poland.counties.geojson", 380, "0618")]
    [EachEngine("poland.municipalities.geojson", 2477, "0218033")]
    public async Task Import_PublishedOutlines_StoresOneForEachUnit(Engine engine, string file, int count, string unit)
    {
        await using var stores = await TestStore.CreateAsync(engine, s => s.AddTerritory());

        var outcome = await ImportAsync(stores, await File.ReadAllBytesAsync(SharedFolder.Path("data/territory-pl/" + file)));

        var imported = Assert.IsType<ImportBoundariesOutcome.Imported>(outcome);
        Assert.Equal((count, 0), (imported.Units, imported.Unknown.Count));
        var outline = Assert.Single(await stores.Get<IBoundaries>().FindAsync([unit], CancellationToken.None));
        var centre = stores.Get<ITerritory>().Find(unit)!;
        Assert.InRange((double)centre.Lat!.Value, outline.South, outline.North);
        Assert.InRange((double)centre.Lon!.Value, outline.West, outline.East);
    }

    [Fact]
    public async Task Import_PublishedOutlines_KeepAtMostFourHundredPoints()
    {
        await using var stores = await TestStore.CreateAsync(Engine.Sqlite, s => s.AddTerritory());
        await ImportAsync(stores, await File.ReadAllBytesAsync(SharedFolder.Path("data/territory-pl/poland.voivodeships.geojson")));

        var regions = stores.Get<ITerritory>().Units.Where(u => u.Country == "PL").Select(u => u.Code).ToList();
        var outlines = await stores.Get<IBoundaries>().FindAsync(regions, CancellationToken.None);

        Assert.All(outlines, o => Assert.InRange(Points(o.Geometry), 20, Simplify.MostPoints));
    }

    [Theory]
    [InlineData("\"JPT_KOD_JE\":\"0618011\"", "0618011")]
    [InlineData("\"TERYT\":\"0618\"", "0618")]
    [InlineData("\"NUTS_ID\":\"BG323\"", "BG323")]
    [InlineData("\"GISCO_ID\":\"BG_RSE27\"", "RSE27")]
    [InlineData("\"ekatte\":63427", "63427")]
    [InlineData("\"name\":\"община Русе\"", "RSE27")]
    public async Task Import_CodeOrNameInProperties_FindsTheUnit(string property, string unit)
    {
        await using var stores = await TestStore.CreateAsync(Engine.Sqlite, s => s.AddTerritory());

        await ImportAsync(stores, Collection(Feature(property)));

        Assert.Single(await stores.Get<IBoundaries>().FindAsync([unit], CancellationToken.None));
    }

    [Theory, EachEngine]
    public async Task Import_SecondTime_ReplacesTheOutline(Engine engine)
    {
        await using var stores = await TestStore.CreateAsync(engine, s => s.AddTerritory());
        await ImportAsync(stores, Collection(Feature("\"code\":\"BG323\"")));

        await ImportAsync(stores, Collection(Feature("\"code\":\"BG323\"", ring: "[[25,43],[26,43],[26,44],[25,43]]")));

        var outline = Assert.Single(await stores.Get<IBoundaries>().ChildrenAsync("BG32", CancellationToken.None));
        Assert.Equal((25d, 43d, 26d, 44d), (outline.West, outline.South, outline.East, outline.North));
    }

    [Fact]
    public async Task Import_UnknownFeatureAmongKnown_IsListed()
    {
        await using var stores = await TestStore.CreateAsync(Engine.Sqlite, s => s.AddTerritory());

        var outcome = await ImportAsync(stores, Collection(Feature("\"code\":\"BG323\""), Feature("\"code\":\"ATLANTIS\"")));

        Assert.Equal(["code=ATLANTIS"], Assert.IsType<ImportBoundariesOutcome.Imported>(outcome).Unknown);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("[1,2]")]
    [InlineData("{\"type\":\"\\ud800\"}")]
    [InlineData("""{"type":"FeatureCollection","features":[]}""")]
    [InlineData("""{"type":"FeatureCollection","features":[null]}""")]
    [InlineData("""{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"code":"BG323"},"geometry":null}]}""")]
    [InlineData("""{"type":"FeatureCollection","features":[{"properties":{"code":"BG323"},"geometry":{"type":"Point","coordinates":[20,50]}}]}""")]
    [InlineData("""{"type":"FeatureCollection","features":[{"properties":{"code":"BG323"},"geometry":{"type":"Polygon","coordinates":[[[20,50],[21,50],[21,51],[20,51]]]}}]}""")]
    [InlineData("""{"type":"FeatureCollection","features":[{"properties":{"code":"BG323"},"geometry":{"type":"Polygon","coordinates":[[[20,50],[21,50],[20,50]]]}}]}""")]
    [InlineData("""{"type":"FeatureCollection","features":[{"properties":{"code":"BG323"},"geometry":{"type":"Polygon","coordinates":[[["a",50],[21,50],[21,51],["a",50]]]}}]}""")]
    [InlineData("""{"type":"FeatureCollection","features":[{"properties":{"code":"BG323"},"geometry":{"type":"Polygon","coordinates":[[[600000,500000],[600001,500000],[600001,500001],[600000,500000]]]}}]}""")]
    [InlineData("""{"type":"FeatureCollection","features":[{"properties":{"code":"NONE"},"geometry":{"type":"Polygon","coordinates":[[[20,50],[21,50],[21,51],[20,50]]]}}]}""")]
    public async Task Import_DamagedFile_IsRefusedAndChangesNothing(string text)
    {
        await using var stores = await TestStore.CreateAsync(Engine.Sqlite, s => s.AddTerritory());

        var outcome = await ImportAsync(stores, Encoding.UTF8.GetBytes(text));

        Assert.IsType<ImportBoundariesOutcome.Refused>(outcome);
        Assert.Empty(await stores.Get<IBoundaries>().FindAsync(["BG323"], CancellationToken.None));
    }

    [Theory]
    [InlineData(0.1)]
    [InlineData(0.5)]
    [InlineData(0.99999)]
    public async Task Import_CutOffFile_IsRefused(double share)
    {
        await using var stores = await TestStore.CreateAsync(Engine.Sqlite, s => s.AddTerritory());
        var bytes = await File.ReadAllBytesAsync(SharedFolder.Path("data/territory-pl/poland.voivodeships.geojson"));

        Assert.IsType<ImportBoundariesOutcome.Refused>(await ImportAsync(stores, bytes[..(int)(bytes.Length * share)]));
    }

    [Fact]
    public async Task Import_UnitTwice_IsRefused()
    {
        await using var stores = await TestStore.CreateAsync(Engine.Sqlite, s => s.AddTerritory());

        Assert.IsType<ImportBoundariesOutcome.Refused>(await ImportAsync(stores, Collection(Feature("\"code\":\"BG323\""), Feature("\"nuts_id\":\"BG323\""))));
    }

    private static Task<ImportBoundariesOutcome> ImportAsync(TestStore stores, byte[] bytes) =>
        stores.Get<ImportBoundariesHandler>().HandleAsync(new ImportBoundariesFile("file.geojson", bytes, null), CancellationToken.None);

    private static byte[] Collection(params string[] features) =>
        Encoding.UTF8.GetBytes($$"""{"type":"FeatureCollection","features":[{{string.Join(',', features)}}]}""");

    private static string Feature(string property, string ring = Ring) =>
        $$$"""{"type":"Feature","properties":{{{{property}}}},"geometry":{"type":"Polygon","coordinates":[{{{ring}}}]}}""";

    private static int Points(string geometry)
    {
        using var document = JsonDocument.Parse(geometry);
        return Count(document.RootElement.GetProperty("coordinates"));
    }

    private static int Count(JsonElement element) =>
        element[0].ValueKind == JsonValueKind.Number ? 1 : element.EnumerateArray().Sum(Count);
}
