using Splot.Contracts.Persons;
using Splot.Data;
using Splot.Persons.CorrectPerson;
using Splot.Persons.FindDuplicates;
using Splot.Persons.FindPersons;
using Splot.Persons.MergePersons;
using Splot.Persons.NightlyJobs;
using Splot.Persons.RestrictPerson;
using Splot.Persons.RetainPerson;
using Splot.Persons.Vault;
using Splot.Testing;

namespace Splot.Persons.Tests.Vault;

public class MergeTests
{
    private static readonly PersonIdentity Ania = new() { FirstNames = "Ania", Surnames = "Wzorek", BirthDate = new DateOnly(1980, 5, 3), Contact = new PersonContact(Phone: "+48 000 000 999") };

    [Theory, EachEngine]
    public async Task Undo_Merge_RestoresEverythingBitByBit(Engine engine)
    {
        await using var vault = await VaultFixture.CreateAsync(engine);
        var (anna, ania) = await TwoAsync(vault);
        var before = await vault.StateAsync();

        var merge = await MergeAsync(vault, anna, 1, ania, 1, VaultFixture.Anna with { Surnames = "Wzorek", Contact = Ania.Contact });
        var merged = await vault.StateAsync();
        var outcome = await UndoAsync(vault, merge);

        Assert.NotEqual(before, merged);
        Assert.Equal(new UndoMergeOutcome.Undone(anna, ania), outcome);
        Assert.Equal(before, await vault.StateAsync());
        Assert.Equal((VaultFixture.Anna, Ania), ((await vault.RecordAsync(anna)).Identity, (await vault.RecordAsync(ania)).Identity));
    }

    [Theory, EachEngine]
    public async Task Undo_AfterRotation_RestoresEverythingButTheSealOfTheKeys(Engine engine)
    {
        await using var vault = await VaultFixture.CreateAsync(engine);
        var (anna, ania) = await TwoAsync(vault);
        var merge = await MergeAsync(vault, anna, 1, ania, 1, Ania);
        await vault.Get<KeyRing>().RotateAsync(CancellationToken.None);
        await new RewrapKeys(vault.Stores.Main, vault.Get<KeyRing>()).RunAsync(CancellationToken.None);

        await UndoAsync(vault, merge);

        Assert.Equal((VaultFixture.Anna, Ania), ((await vault.RecordAsync(anna)).Identity, (await vault.RecordAsync(ania)).Identity));
    }

    [Theory, EachEngine]
    public async Task Merge_TwoRecords_CountAndAreFoundAsOne(Engine engine)
    {
        await using var vault = await VaultFixture.CreateAsync(engine);
        var (anna, ania) = await TwoAsync(vault);

        await MergeAsync(vault, anna, 1, ania, 1, null);
        var hints = await vault.Get<FindDuplicatesHandler>().HandleAsync(new FindDuplicates.FindDuplicates(Ania, VaultFixture.Clerk), CancellationToken.None);
        var found = await vault.Get<FindPersonsHandler>().HandleAsync(new FindPersons.FindPersons("Ania Wzorek", VaultFixture.Clerk), CancellationToken.None);
        var standing = await vault.Get<IPersons>().StandingAsync([anna, ania], CancellationToken.None);

        Assert.Equal(1, await vault.Get<IPersons>().CountAsync(VaultFixture.Everything, CancellationToken.None));
        Assert.Equal(anna, Assert.IsType<DuplicateHint.Here>(Assert.Single(hints)).Person);
        Assert.Equal(anna, Assert.Single(found.Persons).Id);
        Assert.Equal((anna, anna), (standing[anna], standing[ania]));
        Assert.Equal(anna, (await vault.RecordAsync(ania)).MergedInto);
    }

    [Theory, EachEngine]
    public async Task Merge_AbsorbedRecord_IsChangedUnderTheSurvivorOnly(Engine engine)
    {
        await using var vault = await VaultFixture.CreateAsync(engine);
        var (anna, ania) = await TwoAsync(vault);
        await MergeAsync(vault, anna, 1, ania, 1, null);

        Assert.Equal(new ChangeOutcome.StandsUnder(anna), await CorrectAsync(vault, ania, 2, VaultFixture.Georgi));
        Assert.Equal(
            new MergePersonsOutcome.Refused(ania, new ChangeOutcome.StandsUnder(anna)),
            await HandleAsync(vault, new MergePersons.MergePersons(anna, 2, ania, 2, null, VaultFixture.Clerk)));
        Assert.IsType<MergePersonsOutcome.SameRecord>(await HandleAsync(vault, new MergePersons.MergePersons(anna, 2, anna, 2, null, VaultFixture.Clerk)));
    }

    [Theory, EachEngine]
    public async Task Undo_SurvivorChangedSince_AsksFirst(Engine engine)
    {
        await using var vault = await VaultFixture.CreateAsync(engine);
        var (anna, ania) = await TwoAsync(vault);
        var before = await vault.StateAsync();
        var merge = await MergeAsync(vault, anna, 1, ania, 1, null);
        await CorrectAsync(vault, anna, 2, VaultFixture.Anna with { Surnames = "Zmyślona" });

        Assert.Equal(new UndoMergeOutcome.ChangedSince(3), await UndoAsync(vault, merge));
        Assert.IsType<UndoMergeOutcome.Undone>(await UndoAsync(vault, merge, discard: true));
        Assert.Equal(before, await vault.StateAsync());
        Assert.IsType<UndoMergeOutcome.AlreadyUndone>(await UndoAsync(vault, merge, discard: true));
    }

    [Theory, EachEngine]
    public async Task Undo_AfterALegalHold_KeepsTheHold(Engine engine)
    {
        await using var vault = await VaultFixture.CreateAsync(engine);
        var (anna, ania) = await TwoAsync(vault);
        var merge = await MergeAsync(vault, anna, 1, ania, 1, null);
        await vault.Get<RetainPersonHandler>().HandleAsync(new RetainPerson.RetainPerson(anna, 2, null, true, VaultFixture.Clerk), CancellationToken.None);

        await UndoAsync(vault, merge, discard: true);

        Assert.True((await vault.RecordAsync(anna)).LegalHold);
    }

    [Theory, EachEngine]
    public async Task Undo_ThreeRecordsMerged_GoesBackwards(Engine engine)
    {
        await using var vault = await VaultFixture.CreateAsync(engine);
        var (anna, ania) = await TwoAsync(vault);
        var third = await vault.EnterAsync(VaultFixture.Anna with { Contact = null }, VaultFixture.Town);
        var before = await vault.StateAsync();
        var first = await MergeAsync(vault, anna, 1, ania, 1, Ania);
        var between = await vault.StateAsync();
        var second = await MergeAsync(vault, third, 1, anna, 2, null);

        Assert.Equal(third, (await vault.Get<IPersons>().StandingAsync([ania], CancellationToken.None))[ania]);
        Assert.Equal(new UndoMergeOutcome.LaterMerge(second), await UndoAsync(vault, first, discard: true));
        Assert.IsType<UndoMergeOutcome.Undone>(await UndoAsync(vault, second));
        Assert.Equal(between, await vault.StateAsync());
        Assert.IsType<UndoMergeOutcome.Undone>(await UndoAsync(vault, first, discard: true));
        Assert.Equal(before, await vault.StateAsync());
    }

    [Theory, EachEngine]
    public async Task Undo_AsTwoPeople_SuggestsThemNeverAgain(Engine engine)
    {
        await using var vault = await VaultFixture.CreateAsync(engine);
        var (one, other) = (await vault.EnterAsync(VaultFixture.Anna), await vault.EnterAsync(VaultFixture.Anna));
        var merge = await MergeAsync(vault, one, 1, other, 1, null);

        await UndoAsync(vault, merge, twoPeople: true);

        Assert.Empty(await vault.Get<FindDuplicatesHandler>().HandleAsync(new FindDuplicates.FindDuplicates(VaultFixture.Anna, VaultFixture.Clerk, one), CancellationToken.None));
        Assert.Single(await vault.Get<FindDuplicatesHandler>().HandleAsync(new FindDuplicates.FindDuplicates(VaultFixture.Anna, VaultFixture.By(VaultFixture.ScopeOf("clerk", VaultFixture.Town))), CancellationToken.None));
    }

    [Theory, EachEngine]
    public async Task Merge_WithARestrictedRecord_HidesBothUntilUndone(Engine engine)
    {
        await using var vault = await VaultFixture.CreateAsync(engine);
        var (anna, ania) = await TwoAsync(vault);
        await vault.Get<RestrictPersonHandler>().HandleAsync(new RestrictPerson.RestrictPerson(ania, 1, true, ["head"], VaultFixture.Clerk), CancellationToken.None);
        var before = await vault.StateAsync();
        var head = VaultFixture.By(VaultFixture.ScopeOf("head"));

        var merged = Assert.IsType<MergePersonsOutcome.Merged>(await HandleAsync(vault, new MergePersons.MergePersons(anna, 1, ania, 2, null, head)));

        Assert.Equal((0, 0, 0, 0, 0), await ChangeTests.SeenAsync(vault, anna, VaultFixture.Everything));
        Assert.IsType<UndoMergeOutcome.Unknown>(await UndoAsync(vault, merged.Merge));
        Assert.IsType<UndoMergeOutcome.Undone>(await vault.Get<UndoMergeHandler>().HandleAsync(new UndoMerge(merged.Merge, false, false, head), CancellationToken.None));
        Assert.Equal(before, await vault.StateAsync());
    }

    private static async Task<(PersonId Anna, PersonId Ania)> TwoAsync(VaultFixture vault) => (await vault.EnterAsync(VaultFixture.Anna), await vault.EnterAsync(Ania, VaultFixture.Town));

    private static async Task<string> MergeAsync(VaultFixture vault, PersonId survivor, long version, PersonId absorbed, long absorbedVersion, PersonIdentity? chosen) =>
        Assert.IsType<MergePersonsOutcome.Merged>(await HandleAsync(vault, new MergePersons.MergePersons(survivor, version, absorbed, absorbedVersion, chosen, VaultFixture.Clerk))).Merge;

    private static Task<MergePersonsOutcome> HandleAsync(VaultFixture vault, MergePersons.MergePersons command) => vault.Get<MergePersonsHandler>().HandleAsync(command, CancellationToken.None);

    private static Task<UndoMergeOutcome> UndoAsync(VaultFixture vault, string merge, bool discard = false, bool twoPeople = false) =>
        vault.Get<UndoMergeHandler>().HandleAsync(new UndoMerge(merge, discard, twoPeople, VaultFixture.Clerk), CancellationToken.None);

    private static Task<ChangeOutcome> CorrectAsync(VaultFixture vault, PersonId person, long version, PersonIdentity identity) =>
        vault.Get<CorrectPersonHandler>().HandleAsync(new CorrectPerson.CorrectPerson(person, version, identity, VaultFixture.Clerk), CancellationToken.None);
}
