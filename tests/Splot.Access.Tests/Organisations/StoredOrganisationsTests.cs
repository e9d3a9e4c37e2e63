using Splot.Access.Model;
using Splot.Access.Store;
using Splot.Contracts.Access;
using Splot.Data;
using Splot.Kernel;
using Splot.Testing;
using Splot.Territory;

namespace Splot.Access.Tests.Organisations;

/// <summary>What other modules are answered.</summary>
public sealed class StoredOrganisationsTests
{
    private static readonly DateOnly Day = new(2026, 1, 1);

    [Theory, EachEngine]
    public async Task Within_APath_FindsThePlaceAndWhatLiesBelowAndNoNeighbour(Engine engine)
    {
        await using var stores = await StoreAsync(engine);

        var found = await stores.Get<IOrganisations>().WithinAsync(["/PL/PL8/PL81/"], CancellationToken.None);

        Assert.Equal(["centre", "welfare"], found.Order(StringComparer.Ordinal));
    }

    [Theory, EachEngine]
    public async Task Names_OfADay_AreThoseThatHeldThen(Engine engine)
    {
        await using var stores = await StoreAsync(engine);
        var organisations = stores.Get<IOrganisations>();

        var names = new List<string>();
        foreach (var day in (DateOnly[])[Day.AddYears(-50), Day.AddDays(-1), Day, Day.AddYears(50)])
        {
            names.Add((await organisations.NamesAsync(["welfare", "nobody"], day, CancellationToken.None)).Single().Value.Name);
        }

        Assert.Equal(["Ośrodek Opieki", "Ośrodek Opieki", "Ośrodek Pomocy", "Ośrodek Pomocy"], names);
    }

    [Theory, EachEngine]
    public async Task Standing_AfterTheLastDay_LeavesTheEndedOut(Engine engine)
    {
        await using var stores = await StoreAsync(engine);
        var organisations = stores.Get<IOrganisations>();

        Assert.Equal(["ended", "welfare"], (await organisations.StandingAsync(["ended", "welfare"], Day, CancellationToken.None)).Order(StringComparer.Ordinal));
        Assert.Equal(["welfare"], await organisations.StandingAsync(["ended", "welfare"], Day.AddDays(1), CancellationToken.None));
    }

    [Theory, EachEngine]
    public async Task Units_OfAnEndedOrganisation_EndWithIt(Engine engine)
    {
        await using var stores = await StoreAsync(engine);
        var organisations = stores.Get<IOrganisations>();

        Assert.Equal(Day, Assert.Single(await organisations.UnitsAsync(["ended"], null, CancellationToken.None)).LastDay);
        Assert.Empty(await organisations.UnitsAsync(["ended"], Day.AddDays(1), CancellationToken.None));
    }

    private static async Task<TestStore> StoreAsync(Engine engine)
    {
        var stores = await TestStore.CreateAsync(engine, services => services.AddTerritory().AddAccess(new SplotOptions { DataFolder = "" }));
        await stores.Main.WriteAsync(
            session =>
            {
                var context = session.Context<AccessContext>();
                var welfare = Of("welfare", "/PL/PL8/PL81/PL814/");
                welfare.Rename("Ośrodek Opieki", Day.AddYears(-10).DayNumber, 0);
                welfare.Rename("Ośrodek Pomocy", Day.DayNumber, Day.DayNumber);
                var ended = Of("ended", null);
                (ended.ToDay, ended.EndReason) = (Day.DayNumber, OrganisationEnd.Closed);
                context.Organisations.AddRange(welfare, ended, Of("centre", "/PL/PL8/PL81/"), Of("neighbour", "/PL/PL8/PL811/"), Of("above", "/PL/PL8/"));
                context.Units.Add(new Unit { Id = "unit", OrganisationId = "ended", Kind = "team", Name = "Zespół" });
                return Task.CompletedTask;
            },
            CancellationToken.None);
        return stores;
    }

    private static Organisation Of(string id, string? path) =>
        new() { Id = id, Kind = "partner", Name = id, NameKey = TextFold.Fold(id), Country = "PL", PlacePath = path };
}
