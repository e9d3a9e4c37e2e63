using Splot.Data;
using Splot.Portal.Overviews;
using Splot.Portal.Tests.Support;
using Splot.Testing;

namespace Splot.Portal.Tests.Atlas;

public sealed class AtlasProjectionTests
{
    [Theory, EachEngine]
    public async Task Atlas_Projected_IsReadBack(Engine engine)
    {
        await using var app = await PortalApp.CreateAsync(engine, Given.Operation("a"));
        await app.ProjectTerritoryAsync(new FakeLists(("thresholds", "ESF+", "name", 100_000.5m)));
        await app.SettleAsync();

        var overview = await app.Get<OverviewReader>().ReadAsync(CancellationToken.None);

        var powiat = overview.Places.Find("0609")!;
        Assert.Equal(("/PL/PL8/PL81/PL814/0609/", 150_000L, 51.2m, 22.5m, 5), (powiat.Path, powiat.Population, powiat.Lat, powiat.Lon, powiat.Level));
        Assert.Equal(["0609", "0663"], overview.Places.Below(overview.Places.Find("pl81")!).Select(p => p.Code));
        Assert.Equal(["PL", "PL8", "PL81", "PL814", "0609"], overview.Places.Line(powiat).Select(p => p.Code));
        Assert.Equal(100_000.5m, overview.Names.Values.Find("thresholds", "esf+", new DateOnly(2021, 1, 1))!.Value);
        Assert.Null(overview.Names.Values.Find("thresholds", "ESF+", new DateOnly(2020, 12, 31)));
    }

    [Theory, EachEngine]
    public async Task Atlas_ProjectedAgain_WritesDifferencesOnly(Engine engine)
    {
        await using var app = await PortalApp.CreateAsync(engine);
        await app.ProjectTerritoryAsync(boundaries: new FakeBoundaries("PL81", "PL84"));

        Assert.Equal(0, await app.ProjectTerritoryAsync(boundaries: new FakeBoundaries("PL81", "PL84")));
        Assert.Equal(1, await app.ProjectTerritoryAsync(boundaries: new FakeBoundaries("PL81")));

        // Three places with a name in three languages each, and the last outline.
        Assert.Equal(3 + 9 + 1, await app.ProjectTerritoryAsync(territory: new FakeTerritory { Units = [.. new FakeTerritory().Units.Skip(3)] }));
    }

    [Theory, EachEngine]
    public async Task Names_WrittenWhileThePortalRuns_AreSeen(Engine engine)
    {
        await using var app = await PortalApp.CreateAsync(engine, Given.Operation("a"));
        Assert.Null((await app.Get<OverviewReader>().ReadAsync(CancellationToken.None)).Places.Find("PL81"));

        await app.ProjectTerritoryAsync();
        await app.SettleAsync();

        Assert.NotNull((await app.Get<OverviewReader>().ReadAsync(CancellationToken.None)).Places.Find("PL81"));
    }
}
