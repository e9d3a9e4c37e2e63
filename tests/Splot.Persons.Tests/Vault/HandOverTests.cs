using Microsoft.EntityFrameworkCore;
using Splot.Contracts.Access;
using Splot.Contracts.Persons;
using Splot.Data;
using Splot.Persons.HandOver;
using Splot.Persons.Model;
using Splot.Persons.RestrictPerson;
using Splot.Testing;

namespace Splot.Persons.Tests.Vault;

public class HandOverTests
{
    private const string Audited = "SELECT COUNT(*) FROM data_audit WHERE act = 'persons.hand-over' AND person IS NOT NULL";
    private const string Told = "SELECT COUNT(*) FROM data_outbox WHERE name = 'persons.handed-over'";

    [Theory, EachEngine]
    public async Task HandOver_ALargeCaseload_GoesWholeAndIsRecordedForEach(Engine engine)
    {
        await using var vault = await VaultFixture.CreateAsync(engine);
        vault.Get<Neighbours>().Reaches["new"] = new Reach { Everything = true };
        await AddAsync(vault, 450);

        Assert.Equal(new HandOverOutcome.HandedOver(450), await HandOverAsync(vault));

        Assert.Equal((450, 450L, 450L), (await KeptAsync(vault, "new"), await vault.NumberAsync(Audited), await vault.NumberAsync(Told)));
    }

    [Theory, EachEngine]
    public async Task HandOver_SomeRecords_LeavesTheOthers(Engine engine)
    {
        await using var vault = await VaultFixture.CreateAsync(engine);
        vault.Get<Neighbours>().Reaches["new"] = new Reach { Everything = true };
        var (anna, _) = (await vault.EnterAsync(VaultFixture.Anna), await vault.EnterAsync(VaultFixture.Georgi));

        Assert.Equal(new HandOverOutcome.HandedOver(1), await HandOverAsync(vault, only: [anna]));

        Assert.Equal("new", (await vault.RecordAsync(anna)).Keeper);
        Assert.Equal(1, await KeptAsync(vault, "keeper"));
    }

    [Theory, EachEngine]
    public async Task HandOver_BeyondReachOrRestricted_IsLeftWhereItIs(Engine engine)
    {
        await using var vault = await VaultFixture.CreateAsync(engine);
        vault.Get<Neighbours>().Reaches["new"] = new Reach { Everything = true };
        var (anna, _) = (await vault.EnterAsync(VaultFixture.Anna), await vault.EnterAsync(VaultFixture.Georgi, VaultFixture.Town));
        await vault.Get<RestrictPersonHandler>().HandleAsync(new RestrictPerson.RestrictPerson(anna, 1, true, ["head"], VaultFixture.Clerk), CancellationToken.None);

        Assert.Equal(new HandOverOutcome.HandedOver(0), await HandOverAsync(vault, by: VaultFixture.By(VaultFixture.CentreOnly)));

        Assert.Equal(2, await KeptAsync(vault, "keeper"));
    }

    [Theory, EachEngine]
    public async Task HandOver_ToWhoMayNotKeepThere_HandsNothingOver(Engine engine)
    {
        await using var vault = await VaultFixture.CreateAsync(engine);
        vault.Get<Neighbours>().Reaches["new"] = new Reach { Organisations = new HashSet<string> { VaultFixture.Town } };
        await vault.EnterAsync(VaultFixture.Anna);
        await vault.EnterAsync(VaultFixture.Georgi, VaultFixture.Town);

        Assert.IsType<HandOverOutcome.MayNotKeep>(await HandOverAsync(vault));
        Assert.IsType<HandOverOutcome.SameKeeper>(await HandOverAsync(vault, to: "keeper"));
        Assert.Equal(2, await KeptAsync(vault, "keeper"));
    }

    private static Task<HandOverOutcome> HandOverAsync(VaultFixture vault, string to = "new", PersonId[]? only = null, Doer? by = null) =>
        vault.Get<HandOverHandler>().HandleAsync(new HandOver.HandOver("keeper", to, only, by ?? VaultFixture.Clerk), CancellationToken.None);

    private static Task<int> KeptAsync(VaultFixture vault, string keeper) => vault.QueryAsync(c => c.Persons.CountAsync(p => p.KeeperId == keeper));

    private static Task AddAsync(VaultFixture vault, int count) => vault.Stores.Main.WriteAsync(
        session =>
        {
            session.Context<Store.PersonsContext>().Persons.AddRange(Enumerable.Range(0, count).Select(i => new PersonRow { Id = $"person {i:000}", OrganisationId = VaultFixture.Centre, KeeperId = "keeper", Version = 1 }));
            return Task.CompletedTask;
        },
        CancellationToken.None);
}
