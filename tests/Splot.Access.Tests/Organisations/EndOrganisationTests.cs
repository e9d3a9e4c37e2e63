using Microsoft.EntityFrameworkCore;
using Splot.Access.Callers;
using Splot.Access.Model;
using Splot.Access.Organisations;
using Splot.Access.Tests.Support;
using Splot.Contracts.Access;
using Splot.Data;
using Splot.Testing;

namespace Splot.Access.Tests.Organisations;

/// <summary>Merging, closing, reopening, and the units in between.</summary>
public sealed class EndOrganisationTests
{
    [Theory, EachEngine]
    public async Task Merge_WithUnitsAndRoles_LetsThemGoOnFromTheDayAfter(Engine engine)
    {
        await using var store = await OrganisationStore.CreateAsync(engine);
        var (small, big) = await TwoAsync(store);

        Assert.IsType<KeepOutcome.Done>(await store.MergeAsync(small, big, store.Today, units: true, roles: true));

        Assert.Equal([small], await HeldInAsync(store));
        store.Stores.Clock.Leap(TimeSpan.FromDays(1));
        Assert.Equal([big], await HeldInAsync(store));
        var units = await store.ReadAsync(c => c.Units.AsNoTracking().OrderBy(u => u.FromDay).ToListAsync());
        Assert.Equal((units[1].Id, big, store.Today.DayNumber), (units[0].SuccessorId, units[1].OrganisationId, (int)units[1].FromDay));
    }

    [Theory, EachEngine]
    public async Task Merge_ThroughTwoSteps_LeavesWhatWasLeftToTheLastHeir(Engine engine)
    {
        await using var store = await OrganisationStore.CreateAsync(engine);
        var (small, big) = await TwoAsync(store);
        var biggest = await store.AddedAsync("Największa");
        await store.MergeAsync(small, big, store.Today, units: true, roles: true);
        store.Stores.Clock.Leap(TimeSpan.FromDays(1));
        await store.MergeAsync(big, biggest, store.Today, units: true, roles: true);
        store.Stores.Clock.Leap(TimeSpan.FromDays(1));

        var held = Assert.Single(await store.Stores.Main.ReadAsync(session => HeldRoles.OfAsync(session, "a", store.Today.DayNumber, CancellationToken.None), CancellationToken.None));

        Assert.Equal((biggest, Ordered(small, big)), (held.Organisation, Ordered([.. held.FormerOrganisations])));
        static string Ordered(params string[] ids) => string.Join(' ', ids.Order(StringComparer.Ordinal));
    }

    [Theory, EachEngine]
    public async Task Merge_WithoutRoles_EndsThemWithTheOrganisation(Engine engine)
    {
        await using var store = await OrganisationStore.CreateAsync(engine);
        var (small, big) = await TwoAsync(store);
        await store.MergeAsync(small, big, store.Today);

        store.Stores.Clock.Leap(TimeSpan.FromDays(1));

        Assert.Empty(await HeldInAsync(store));
    }

    [Theory, EachEngine]
    public async Task Reopen_AfterAMerger_BringsRolesAndUnitsBack(Engine engine)
    {
        await using var store = await OrganisationStore.CreateAsync(engine);
        var (small, big) = await TwoAsync(store);
        await store.MergeAsync(small, big, store.Today, units: true, roles: true);
        store.Stores.Clock.Leap(TimeSpan.FromDays(3));

        Assert.IsType<KeepOutcome.Done>(await store.ReopenAsync(small));

        store.Stores.Clock.Leap(TimeSpan.FromDays(1));
        Assert.Equal([small], await HeldInAsync(store));
        Assert.Equal(["u"], (await store.Stores.Get<IOrganisations>().UnitsAsync([small, big], store.Today, CancellationToken.None)).Select(u => u.Id));
    }

    [Theory, EachEngine]
    public async Task Merge_TwiceWithARevertBetween_MovesTheRolesOnce(Engine engine)
    {
        await using var store = await OrganisationStore.CreateAsync(engine);
        var (small, big) = await TwoAsync(store);
        var last = store.Today.AddDays(-3);
        await store.MergeAsync(small, big, last, roles: true);
        await store.ReopenAsync(small);

        Assert.IsType<KeepOutcome.Done>(await store.MergeAsync(small, big, last, units: true, roles: true));

        Assert.Equal([big], await HeldInAsync(store));
    }

    [Theory]
    [InlineData("itself", "into-itself")]
    [InlineData("nobody", "into-missing")]
    [InlineData("ended", "into-ended")]
    public async Task Merge_IntoOneThatCannotGoOn_IsRefused(string into, string code)
    {
        await using var store = await OrganisationStore.CreateAsync();
        var (small, big) = await TwoAsync(store);
        await store.CloseAsync(big, store.Today);

        var outcome = await store.MergeAsync(small, into switch { "itself" => small, "ended" => big, _ => into }, store.Today);

        Assert.Equal(code, Assert.IsType<KeepOutcome.Refused>(outcome).Findings.Single().Code);
    }

    [Fact]
    public async Task Merge_RolesByWhoKeepsNoAccounts_IsRefused()
    {
        await using var store = await OrganisationStore.CreateAsync();
        var (small, big) = await TwoAsync(store);

        var outcome = await store.MergeAsync(small, big, store.Today, OrganisationStore.Of("/PL/PL5/"), roles: true);

        Assert.Equal("roles-not-yours", Assert.IsType<KeepOutcome.Refused>(outcome).Findings.Single().Code);
    }

    [Fact]
    public async Task Merge_IntoOneOutsideTheReach_IsRefused()
    {
        await using var store = await OrganisationStore.CreateAsync();
        var (small, big) = await TwoAsync(store);

        Assert.Equal("into-outside", Assert.IsType<KeepOutcome.Refused>(await store.MergeAsync(small, big, store.Today, OrganisationStore.Of("/PL/PL5/PL51/PL517/"))).Findings.Single().Code);
    }

    [Theory, EachEngine]
    public async Task Close_WithoutAReason_IsRefused(Engine engine)
    {
        await using var store = await OrganisationStore.CreateAsync(engine);
        var id = await store.AddedAsync("Fundacja", first: store.Today);

        Assert.Equal("note-missing", Assert.IsType<KeepOutcome.Refused>(await store.CloseAsync(id, store.Today, " ")).Findings.Single().Code);
        Assert.Equal("last-day-early", Assert.IsType<KeepOutcome.Refused>(await store.CloseAsync(id, store.Today.AddDays(-1))).Findings.Single().Code);
    }

    [Theory, EachEngine]
    public async Task Close_WithOrganisationsBelow_WarnsOfThem(Engine engine)
    {
        await using var store = await OrganisationStore.CreateAsync(engine);
        var id = await store.AddedAsync("Gmina");
        await store.AddedAsync("Ośrodek", OrganisationStore.Facts(parent: id));

        Assert.Equal("children-stand", Assert.IsType<KeepOutcome.Done>(await store.CloseAsync(id, store.Today)).Warnings.Single().Code);
    }

    [Theory, EachEngine]
    public async Task AddUnit_WrongKind_IsRefusedAndTheVersionStays(Engine engine)
    {
        await using var store = await OrganisationStore.CreateAsync(engine);
        var id = await store.AddedAsync("Gmina");

        Assert.Equal("unit-kind-missing", Assert.IsType<KeepOutcome.Refused>(await store.AddUnitAsync(id, "Punkt", store.Today, "kiosk")).Findings.Single().Code);
        Assert.Equal(1, (await store.FindAsync(id)).Version);
    }

    /// <summary>A small one with a unit in which somebody is a social worker, and a big one elsewhere.</summary>
    private static async Task<(string Small, string Big)> TwoAsync(OrganisationStore store)
    {
        var small = await store.AddedAsync("Mała", OrganisationStore.Facts(place: "0202011"));
        var big = await store.AddedAsync("Duża", OrganisationStore.Facts(place: "0201011"));
        await store.WriteAsync(context =>
        {
            context.Accounts.Add(new Account { Id = "a", Email = "a@example.org", EmailKey = "a@example.org", Name = "A", Language = "pl" });
            context.Units.Add(new Unit { Id = "u", OrganisationId = small, Kind = "team", Name = "Zespół" });
            context.Grants.Add(new Grant { Id = "g", AccountId = "a", Role = Role.SocialWorker.Code(), OrganisationId = small });
        });
        return (small, big);
    }

    private static async Task<IEnumerable<string?>> HeldInAsync(OrganisationStore store) =>
        (await store.Stores.Main.ReadAsync(session => HeldRoles.OfAsync(session, "a", store.Today.DayNumber, CancellationToken.None), CancellationToken.None)).Select(r => r.Organisation);
}
