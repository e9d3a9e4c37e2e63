using Microsoft.EntityFrameworkCore;
using Splot.Contracts.Persons;
using Splot.Data;
using Splot.Persons.NightlyJobs;
using Splot.Persons.ReadPerson;
using Splot.Persons.RecordTraits;
using Splot.Persons.Store;
using Splot.Persons.Vault;
using Splot.Testing;

namespace Splot.Persons.Tests.Vault;

public class SealingTests
{
    [Theory, EachEngine]
    public async Task Create_Person_IsReadBackAsTyped(Engine engine)
    {
        await using var vault = await VaultFixture.CreateAsync(engine);

        var record = await vault.RecordAsync(await vault.EnterAsync(VaultFixture.Anna with { FirstNames = "  Anna   Maria " }));

        Assert.Equal(VaultFixture.Anna, record.Identity);
        Assert.Equal((VaultFixture.Centre, VaultFixture.Office, "keeper", 1), (record.Organisation, record.Unit, record.Keeper, record.Version));
    }

    [Theory, EachEngine]
    public async Task Create_Person_LeavesNothingReadableInTheStore(Engine engine)
    {
        await using var vault = await VaultFixture.CreateAsync(engine);
        var person = await vault.EnterAsync(VaultFixture.Anna);
        await vault.Get<RecordTraitsHandler>().HandleAsync(new RecordTraits.RecordTraits(person, 1, new Dictionary<string, TraitAnswer> { ["disability"] = TraitAnswer.Refused }, VaultFixture.Clerk), CancellationToken.None);

        var everything = await StoreBytes.ReadAsync(vault.Stores.Main);

        // The office is plain and is found, so the search can fail.
        Assert.True(StoreBytes.Hold(everything, VaultFixture.Office), "The bytes of the store were not read.");
        string[] secrets = ["Anna", "anna", "Maria", "Niebylska", "niebylsk", "Żółcińska", "zolcinsk", "1980-05-03", "19800503", VaultFixture.Anna.Numbers[0].Value, "111 222", "example.org", "Zmyślona", "Niebyłowo", "Refused"];
        Assert.All(secrets, secret => Assert.False(StoreBytes.Hold(everything, secret), secret + " can be read in the store."));
    }

    [Theory, EachEngine]
    public async Task Read_ColumnOfAnotherPerson_DoesNotOpen(Engine engine)
    {
        await using var vault = await VaultFixture.CreateAsync(engine);
        var (anna, georgi) = (await vault.EnterAsync(VaultFixture.Anna), await vault.EnterAsync(VaultFixture.Georgi));
        await ChangeAsync(vault, async context => (await context.Identities.SingleAsync(i => i.PersonId == anna.Value)).Surnames = (await context.Identities.SingleAsync(i => i.PersonId == georgi.Value)).Surnames);

        await Assert.ThrowsAsync<SealException>(() => vault.ReadAsync(anna));
    }

    [Theory, EachEngine]
    public async Task Read_ColumnInAnothersPlace_DoesNotOpen(Engine engine)
    {
        await using var vault = await VaultFixture.CreateAsync(engine);
        var anna = await vault.EnterAsync(VaultFixture.Anna);
        await ChangeAsync(vault, async context =>
        {
            var row = await context.Identities.SingleAsync(i => i.PersonId == anna.Value);
            (row.FirstNames, row.Surnames) = (row.Surnames, row.FirstNames);
        });

        await Assert.ThrowsAsync<SealException>(() => vault.ReadAsync(anna));
    }

    [Theory, EachEngine]
    public async Task Read_KeyOfAnotherPerson_DoesNotOpen(Engine engine)
    {
        await using var vault = await VaultFixture.CreateAsync(engine);
        var (anna, georgi) = (await vault.EnterAsync(VaultFixture.Anna), await vault.EnterAsync(VaultFixture.Georgi));
        await ChangeAsync(vault, async context => (await context.Persons.SingleAsync(i => i.Id == anna.Value)).SealedKey = (await context.Persons.SingleAsync(i => i.Id == georgi.Value)).SealedKey);

        await Assert.ThrowsAsync<SealException>(() => vault.ReadAsync(anna));
    }

    [Theory, EachEngine]
    public async Task Read_MasterKeyLost_IsRefusedBeforeAnythingIsRead(Engine engine)
    {
        await using var vault = await VaultFixture.CreateAsync(engine);
        await vault.EnterAsync(VaultFixture.Anna);
        Directory.Delete(Path.Combine(vault.Stores.Options.KeysFolder ?? Path.Combine(vault.Stores.Options.DataFolder, "keys"), "master"), recursive: true);
        await using var other = vault.Stores.AnotherProcess(services => services.AddPersons().AddNeighbours());

        await Assert.ThrowsAsync<RequirementException>(() => ((IPersons)other.GetService(typeof(IPersons))!).FindAsync([], VaultFixture.Everything, CancellationToken.None));
    }

    [Theory, EachEngine]
    public async Task Rotate_MasterKey_SealsKeysAnewAndTouchesNoColumn(Engine engine)
    {
        await using var vault = await VaultFixture.CreateAsync(engine);
        var (anna, georgi) = (await vault.EnterAsync(VaultFixture.Anna), await vault.EnterAsync(VaultFixture.Georgi));
        var (keys, columns) = (await KeysAsync(vault), await ColumnsAsync(vault));

        await vault.Get<KeyRing>().RotateAsync(CancellationToken.None);
        var before = await vault.RecordAsync(anna);
        var done = await Rewrap(vault).RunAsync(CancellationToken.None);

        Assert.Equal(2, done);
        Assert.Equal(columns, await ColumnsAsync(vault));
        Assert.Empty(keys.Intersect(await KeysAsync(vault)));
        Assert.Equal((VaultFixture.Anna, VaultFixture.Anna), (before.Identity, (await vault.RecordAsync(anna)).Identity));
        Assert.Equal(VaultFixture.Georgi, (await vault.RecordAsync(georgi)).Identity);
        Assert.Equal(0, await Rewrap(vault).RunAsync(CancellationToken.None));
    }

    [Theory, EachEngine]
    public async Task KeyStatus_BeforeAndAfterTheNight_SaysWhatTheOlderKeySeals(Engine engine)
    {
        await using var vault = await VaultFixture.CreateAsync(engine);
        await vault.EnterAsync(VaultFixture.Anna);
        await vault.EnterAsync(VaultFixture.Georgi);
        await vault.Get<KeyRing>().RotateAsync(CancellationToken.None);
        Assert.Equal([("older", 2L), ("current", 0L)], await SealsAsync(vault));

        await Rewrap(vault).RunAsync(CancellationToken.None);

        Assert.Equal([("older", 0L), ("current", 2L)], await SealsAsync(vault));
    }

    private static async Task<IEnumerable<(string Key, long Persons)>> SealsAsync(VaultFixture vault) =>
        (await vault.Get<KeyRing>().UsesAsync([RewrapKeys.Holding], CancellationToken.None)).Select(u => (u.IsCurrent ? "current" : "older", u.Seals.GetValueOrDefault("keys of persons")));

    [Theory, EachEngine]
    public async Task Rotate_ColumnsThatDoNotOpen_AreNoneOfItsBusiness(Engine engine)
    {
        await using var vault = await VaultFixture.CreateAsync(engine);
        var anna = await vault.EnterAsync(VaultFixture.Anna);
        await ChangeAsync(vault, async context => (await context.Identities.SingleAsync(i => i.PersonId == anna.Value)).Surnames = [1, 2, 3]);
        await vault.Get<KeyRing>().RotateAsync(CancellationToken.None);

        Assert.Equal(1, await Rewrap(vault).RunAsync(CancellationToken.None));
    }

    [Theory, EachEngine]
    public async Task Traits_Answers_AreReadOnlyWhenAskedFor(Engine engine)
    {
        await using var vault = await VaultFixture.CreateAsync(engine);
        var anna = await vault.EnterAsync(VaultFixture.Anna);
        var answers = new Dictionary<string, TraitAnswer> { ["disability"] = TraitAnswer.Yes, ["minority"] = TraitAnswer.Refused, ["homeless"] = TraitAnswer.No, ["third-country"] = TraitAnswer.Unknown };

        var outcome = await vault.Get<RecordTraitsHandler>().HandleAsync(new RecordTraits.RecordTraits(anna, 1, answers, VaultFixture.Clerk), CancellationToken.None);
        var again = await vault.Get<RecordTraitsHandler>().HandleAsync(new RecordTraits.RecordTraits(anna, 2, new Dictionary<string, TraitAnswer> { ["disability"] = TraitAnswer.No }, VaultFixture.Clerk), CancellationToken.None);

        Assert.Equal(new ChangeOutcome.Changed(2), outcome);
        Assert.Equal(new ChangeOutcome.Changed(3), again);
        Assert.Equal(answers.Select(a => a.Key == "disability" ? KeyValuePair.Create(a.Key, TraitAnswer.No) : a).OrderBy(a => a.Key), Found(await vault.ReadAsync(anna, withTraits: true)).OrderBy(a => a.Key));
        Assert.Null(Assert.IsType<ReadPersonOutcome.Found>(await vault.ReadAsync(anna)).Traits);
    }

    private static IReadOnlyDictionary<string, TraitAnswer> Found(ReadPersonOutcome outcome) => Assert.IsType<ReadPersonOutcome.Found>(outcome).Traits!;

    private static RewrapKeys Rewrap(VaultFixture vault) => new(vault.Stores.Main, vault.Get<KeyRing>());

    private static Task<List<string>> KeysAsync(VaultFixture vault) => vault.QueryAsync(async c => (await c.Persons.OrderBy(p => p.Id).ToListAsync()).ConvertAll(p => Convert.ToHexString(p.SealedKey!)));

    private static Task<List<string>> ColumnsAsync(VaultFixture vault) => vault.QueryAsync(async c =>
        (await c.Identities.OrderBy(p => p.PersonId).ToListAsync()).ConvertAll(i => Convert.ToHexString([.. i.FirstNames!, .. i.Surnames!, .. i.BirthDate!, .. i.Numbers!])));

    private static Task ChangeAsync(VaultFixture vault, Func<PersonsContext, Task> change) =>
        vault.Stores.Main.WriteAsync(session => change(session.Context<PersonsContext>()), CancellationToken.None);
}
