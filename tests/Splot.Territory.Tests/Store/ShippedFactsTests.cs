using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Splot.Contracts.Territory;
using Splot.Data;
using Splot.Kernel;
using Splot.Territory.LookUp;
using Splot.Territory.Model;
using Splot.Territory.Store;
using Splot.Testing;

namespace Splot.Territory.Tests.Store;

public class ShippedFactsTests
{
    [Theory, EachEngine]
    public async Task Migrate_NewStore_HoldsWhatIsShipped(Engine engine)
    {
        await using var stores = await TestStore.CreateAsync(engine, s => s.AddTerritory());

        var stored = await stores.Main.ReadAsync(session => TerritoryReader.ReadAsync(session, CancellationToken.None), CancellationToken.None);

        Assert.Equal(Describe(Edition.Of(Shipped.Facts, 1)), Describe(Edition.Of(stored, 1)));
    }

    [Theory, EachEngine]
    public async Task Migrate_SecondTime_ChangesNothing(Engine engine)
    {
        await using var stores = await TestStore.CreateAsync(engine, s => s.AddTerritory());

        await stores.MigrateAsync();

        Assert.Equal(CurrentEdition.ShippedVersion, await stores.Main.ReadAsync(session => TerritoryReader.VersionAsync(session, CancellationToken.None), CancellationToken.None));
    }

    [Theory, EachEngine]
    public async Task Migrate_TwoProcessesAtOnce_LoadOnce(Engine engine)
    {
        await using var stores = await TestStore.CreateEmptyAsync(engine, s => s.AddTerritory());
        await using var other = stores.AnotherProcess(s => s.AddTerritory());
        var second = (Migrator)other.GetService(typeof(Migrator))!;

        await Task.WhenAll(stores.MigrateAsync(), second.MigrateAsync((MainStore)other.GetService(typeof(MainStore))!, CancellationToken.None));

        Assert.Equal(CurrentEdition.ShippedVersion, await stores.Main.ReadAsync(session => TerritoryReader.VersionAsync(session, CancellationToken.None), CancellationToken.None));
    }

    [Theory, EachEngine]
    public async Task Migrate_StoreWithOlderFacts_ReplacesThemAndKeepsImports(Engine engine)
    {
        await using var stores = await TestStore.CreateAsync(engine, s => s.AddTerritory());
        await stores.Main.WriteAsync(
            async session =>
            {
                var context = session.Context<TerritoryContext>();
                (await context.Loads.SingleAsync()).Checksum = "of older facts";
                (await context.Units.SingleAsync(u => u.Code == "0618011")).Population = 1;
                var imported = await context.Units.SingleAsync(u => u.Code == "RSE27");
                (imported.Population, imported.Origin) = (2, "file.tsv");
            },
            CancellationToken.None);

        await stores.MigrateAsync();

        var territory = stores.Get<ITerritory>();
        Assert.Equal((19198, 2, 2), (territory.Find("0618011")!.Population, territory.Find("RSE27")!.Population, territory.Version));
    }

    [Theory, EachEngine]
    public async Task Refresh_AnotherProcessChangedTheTerritory_AnswersAreNew(Engine engine)
    {
        await using var stores = await TestStore.CreateAsync(engine, s => s.AddTerritory());
        await using var other = stores.AnotherProcess(s => s.AddTerritory());
        var before = stores.Get<ITerritory>().Find("RSE27")!.Population;
        await WriteRateAsync(other);

        await stores.Get<CurrentEdition>().RefreshAsync(CancellationToken.None);

        Assert.Equal((159410, 2m), (before, stores.Get<IReferenceData>().Rates.Find(Currency.Gbp, new DateOnly(2020, 1, 1))!.PerEuro));
    }

    [Fact]
    public async Task Migrate_EverythingOnSqlite_TakesLessThanThreeSeconds()
    {
        // The first store pays for compiling the code; the second shows the work.
        await using var warm = await TestStore.CreateEmptyAsync(Engine.Sqlite, s => s.AddTerritory());
        await warm.MigrateAsync();
        await using var stores = await TestStore.CreateEmptyAsync(Engine.Sqlite, s => s.AddTerritory());
        var clock = Stopwatch.StartNew();

        await stores.MigrateAsync();

        Assert.InRange(clock.Elapsed.TotalSeconds, 0, 3);
        TestContext.Current.TestOutputHelper?.WriteLine($"{clock.ElapsedMilliseconds} ms");
    }

    private static Task WriteRateAsync(IServiceProvider services) => ((MainStore)services.GetService(typeof(MainStore))!).WriteAsync(
        async session =>
        {
            var rate = new RateRow { Currency = "GBP", ValidFrom = new DateOnly(2020, 1, 1), Kind = "official", Rate = 2m, Source = "test", Origin = "test" };
            session.Context<TerritoryContext>().Rates.Add(rate);
            await TerritoryWriter.FinishAsync(session, "file:test", "x", TimeProvider.System, CancellationToken.None);
        },
        CancellationToken.None);

    private static List<string> Describe(Edition edition)
    {
        var units = edition.Territory.Units.Select(u => string.Join('|', u.Code, u.Kind, u.Path, u.Country, u.Type, u.ValidFrom, u.ValidTo, string.Join(',', u.NutsVersions), string.Join(',', u.Names), string.Join(',', u.Aliases), u.Population, u.Urbanisation, u.Lat, u.Lon));
        var codes = edition.Reference.Lists.SelectMany(l => edition.Reference.Values(l.Code, null)).Select(v => string.Join('|', v.List, v.Code, v.ValidFrom, v.ValidTo, v.Parent, string.Join(',', v.Names.OrderBy(n => n.Key, StringComparer.Ordinal)), string.Join(',', v.Translated), string.Join(',', v.Aliases), v.Value?.ToString("0.######", CultureInfo.InvariantCulture), v.Verified, v.Source));
        return [.. units, .. codes];
    }
}
