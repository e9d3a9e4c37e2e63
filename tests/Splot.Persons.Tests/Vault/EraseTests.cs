using Microsoft.EntityFrameworkCore;
using Splot.Contracts.Persons;
using Splot.Data;
using Splot.Persons.CorrectPerson;
using Splot.Persons.ErasePerson;
using Splot.Persons.MergePersons;
using Splot.Persons.ReadPerson;
using Splot.Persons.RecordTraits;
using Splot.Persons.RetainPerson;
using Splot.Persons.Vault;
using Splot.Testing;

namespace Splot.Persons.Tests.Vault;

public class EraseTests
{
    [Theory, EachEngine]
    public async Task Erase_Person_LeavesATombstoneAndNothingThatOpens(Engine engine)
    {
        await using var vault = await VaultFixture.CreateAsync(engine);
        var anna = await HistoryAsync(vault);
        var georgi = await vault.EnterAsync(VaultFixture.Georgi);
        var copies = await CopiesAsync(vault, anna);

        var outcome = Assert.IsType<ErasePersonOutcome.Erased>(await EraseAsync(vault, anna, 3));

        Assert.Equal([anna], outcome.Records);
        Assert.IsType<ReadPersonOutcome.Unknown>(await vault.ReadAsync(anna));
        Assert.Equal((0, 0, 0, 0, 1), await ChangeTests.SeenAsync(vault, anna, VaultFixture.Everything));
        Assert.Equal((1, 0), await LeftAsync(vault, anna));
        foreach (var key in await KeysLeftAsync(vault))
        {
            // Copies of what was sealed, as they lie in a backup or in the audit, open with no key that is left.
            Assert.All(copies, copy => Assert.Throws<SealException>(() => key.Open(copy.Column, copy.Sealed)));
        }

        Assert.Equal(VaultFixture.Georgi, (await vault.RecordAsync(georgi)).Identity);
    }

    [Theory, EachEngine]
    public async Task Erase_Person_SealedKeyIsNoLongerInTheStore(Engine engine)
    {
        await using var vault = await VaultFixture.CreateAsync(engine);
        var anna = await HistoryAsync(vault);
        var sealedKey = await vault.QueryAsync(c => c.Persons.Where(p => p.Id == anna.Value).Select(p => p.SealedKey!).SingleAsync());
        Assert.True(StoreBytes.Hold(await StoreBytes.ReadAsync(vault.Stores.Main), sealedKey), "The bytes of the store were not read.");

        await EraseAsync(vault, anna, 3);

        Assert.False(StoreBytes.Hold(await StoreBytes.ReadAsync(vault.Stores.Main), sealedKey), "The key is still in the store.");
    }

    [Theory, EachEngine]
    public async Task Erase_UnderLegalHold_IsRefused(Engine engine)
    {
        await using var vault = await VaultFixture.CreateAsync(engine);
        var anna = await vault.EnterAsync(VaultFixture.Anna);
        await RetainAsync(vault, anna, 1, null, hold: true);

        Assert.IsType<ErasePersonOutcome.Held>(await EraseAsync(vault, anna, 2, despite: true));
        Assert.Equal(VaultFixture.Anna, (await vault.RecordAsync(anna)).Identity);
    }

    [Theory, EachEngine]
    public async Task Erase_BeforeItsDay_AsksFirst(Engine engine)
    {
        await using var vault = await VaultFixture.CreateAsync(engine);
        var anna = await vault.EnterAsync(VaultFixture.Anna);
        var today = DateOnly.FromDateTime(vault.Stores.Clock.GetLocalNow().DateTime);
        await RetainAsync(vault, anna, 1, today, hold: false);

        Assert.Equal(new ErasePersonOutcome.Retained(today), await EraseAsync(vault, anna, 2));
        Assert.IsType<ErasePersonOutcome.Erased>(await EraseAsync(vault, anna, 2, despite: true));
    }

    [Theory, EachEngine]
    public async Task Erase_OtherVersionOrTwice_IsRefused(Engine engine)
    {
        await using var vault = await VaultFixture.CreateAsync(engine);
        var anna = await vault.EnterAsync(VaultFixture.Anna);

        Assert.Equal(new ErasePersonOutcome.Refused(new ChangeOutcome.VersionSuperseded(1)), await EraseAsync(vault, anna, 7));
        Assert.IsType<ErasePersonOutcome.Erased>(await EraseAsync(vault, anna, 1));
        Assert.Equal(new ErasePersonOutcome.Refused(new ChangeOutcome.Unknown()), await EraseAsync(vault, anna, 2));
    }

    [Theory, EachEngine]
    public async Task Erase_SurvivorOfAMerge_ErasesWhatItStandsFor(Engine engine)
    {
        await using var vault = await VaultFixture.CreateAsync(engine);
        var (one, other) = (await vault.EnterAsync(VaultFixture.Anna), await vault.EnterAsync(VaultFixture.Anna));
        var merged = Assert.IsType<MergePersonsOutcome.Merged>(
            await vault.Get<MergePersonsHandler>().HandleAsync(new MergePersons.MergePersons(one, 1, other, 1, null, VaultFixture.Clerk), CancellationToken.None));

        Assert.Equal(new ErasePersonOutcome.Refused(new ChangeOutcome.StandsUnder(one)), await EraseAsync(vault, other, 2));
        Assert.Equal(2, Assert.IsType<ErasePersonOutcome.Erased>(await EraseAsync(vault, one, 2)).Records.Count);

        Assert.Equal((1, 0), await LeftAsync(vault, other));
        Assert.IsType<UndoMergeOutcome.Unknown>(await vault.Get<UndoMergeHandler>().HandleAsync(new UndoMerge(merged.Merge, true, false, VaultFixture.Clerk), CancellationToken.None));
    }

    /// <summary>A person with traits and a correction; its version is 3.</summary>
    private static async Task<PersonId> HistoryAsync(VaultFixture vault)
    {
        var anna = await vault.EnterAsync(VaultFixture.Anna);
        await vault.Get<RecordTraitsHandler>().HandleAsync(new RecordTraits.RecordTraits(anna, 1, new Dictionary<string, TraitAnswer> { ["disability"] = TraitAnswer.Yes }, VaultFixture.Clerk), CancellationToken.None);
        await vault.Get<CorrectPersonHandler>().HandleAsync(new CorrectPerson.CorrectPerson(anna, 2, VaultFixture.Anna with { Surnames = "Wzorek" }, VaultFixture.Clerk), CancellationToken.None);
        return anna;
    }

    private static Task<List<(string Column, byte[] Sealed)>> CopiesAsync(VaultFixture vault, PersonId person) => vault.QueryAsync(async context =>
    {
        var identity = await context.Identities.SingleAsync(i => i.PersonId == person.Value);
        var correction = await context.Corrections.SingleAsync(i => i.PersonId == person.Value);
        return new List<(string, byte[])>
        {
            (IdentityColumns.FirstNames, identity.FirstNames!), (IdentityColumns.Surnames, identity.Surnames!), (IdentityColumns.Numbers, identity.Numbers!),
            (CorrectionColumns.Before, correction.Before), (CorrectionColumns.After, correction.After),
        };
    });

    private static async Task<List<PersonKey>> KeysLeftAsync(VaultFixture vault)
    {
        var rows = await vault.QueryAsync(c => c.Persons.Where(p => p.SealedKey != null).ToListAsync());
        return rows.ConvertAll(r => PersonKey.Open(vault.Get<KeyRing>(), r.Id, r.SealedKey!));
    }

    /// <summary>Rows of the person's record, and rows of all other tables together.</summary>
    private static Task<(int Tombstones, int Others)> LeftAsync(VaultFixture vault, PersonId person) => vault.QueryAsync(async context => (
        await context.Persons.CountAsync(p => p.Id == person.Value && p.ErasedAt != null && p.SealedKey == null),
        await context.Index.CountAsync(i => i.PersonId == person.Value) + await context.Identities.CountAsync(i => i.PersonId == person.Value)
            + await context.Traits.CountAsync(i => i.PersonId == person.Value) + await context.Corrections.CountAsync(i => i.PersonId == person.Value)
            + await context.Merges.CountAsync(i => i.SurvivorId == person.Value || i.AbsorbedId == person.Value)));

    private static Task<ErasePersonOutcome> EraseAsync(VaultFixture vault, PersonId person, long version, bool despite = false) =>
        vault.Get<ErasePersonHandler>().HandleAsync(new ErasePerson.ErasePerson(person, version, despite, VaultFixture.Clerk), CancellationToken.None);

    private static Task<ChangeOutcome> RetainAsync(VaultFixture vault, PersonId person, long version, DateOnly? until, bool hold) =>
        vault.Get<RetainPersonHandler>().HandleAsync(new RetainPerson.RetainPerson(person, version, until, hold, VaultFixture.Clerk), CancellationToken.None);
}
