using Splot.Contracts.Persons;
using Splot.Data;
using Splot.Persons.CreatePerson;
using Splot.Persons.FindDuplicates;
using Splot.Persons.FindPersons;
using Splot.Persons.Vault;
using Splot.Testing;

namespace Splot.Persons.Tests.Vault;

public class DuplicateTests
{
    private static readonly PersonIdentity AnnaAgain = new() { FirstNames = "Ania", Surnames = "Niebylski", BirthDate = new DateOnly(1980, 3, 5) };

    [Theory, EachEngine]
    public async Task Create_SomebodyKnown_IsWarnedOfWithReasons(Engine engine)
    {
        await using var vault = await VaultFixture.CreateAsync(engine);
        var anna = await vault.EnterAsync(VaultFixture.Anna);

        var outcome = await CreateAsync(vault, VaultFixture.Anna with { FirstNames = "Anna", Contact = null }, despite: false);

        var hint = Assert.IsType<DuplicateHint.Here>(Assert.Single(Assert.IsType<CreatePersonOutcome.Known>(outcome).Alike));
        Assert.Equal((anna, MatchBand.Match), (hint.Person, hint.Band));
        Assert.Equal([MatchReason.SameNumber, MatchReason.SameFirstName, MatchReason.FirstNamePart, MatchReason.SameSurname, MatchReason.SameBirthDate], hint.Reasons);
        Assert.InRange(hint.Score, 0.95m, 1m);
    }

    [Theory, EachEngine]
    public async Task Create_SomebodyKnown_IsMadeOnceTheWarningWasSeen(Engine engine)
    {
        await using var vault = await VaultFixture.CreateAsync(engine);
        await vault.EnterAsync(VaultFixture.Anna);

        var made = Assert.IsType<CreatePersonOutcome.Created>(await CreateAsync(vault, VaultFixture.Anna, despite: true));

        Assert.Single(made.Alike);
        Assert.Equal(2, await vault.Get<IPersons>().CountAsync(VaultFixture.Everything, CancellationToken.None));
    }

    [Theory, EachEngine]
    public async Task Create_Nobody_IsRefused(Engine engine)
    {
        await using var vault = await VaultFixture.CreateAsync(engine);

        Assert.IsType<CreatePersonOutcome.Nobody>(await CreateAsync(vault, new PersonIdentity { FirstNames = " ", BirthDate = new DateOnly(1980, 5, 3) }, despite: true));
    }

    [Theory, EachEngine]
    public async Task Find_SwappedDateAndPetName_IsPossible(Engine engine)
    {
        await using var vault = await VaultFixture.CreateAsync(engine);
        var anna = await vault.EnterAsync(VaultFixture.Anna with { FirstNames = "Anna", Surnames = "Niebylska", Numbers = [] });

        var hint = Assert.IsType<DuplicateHint.Here>(Assert.Single(await FindAsync(vault, AnnaAgain)));

        Assert.Equal((anna, MatchBand.Possible), (hint.Person, hint.Band));
    }

    [Theory, EachEngine]
    public async Task Find_OtherAlphabet_IsFound(Engine engine)
    {
        await using var vault = await VaultFixture.CreateAsync(engine);
        var georgi = await vault.EnterAsync(VaultFixture.Georgi);

        var hints = await FindAsync(vault, new PersonIdentity { FirstNames = "Gosho", Surnames = "Primerov", BirthDate = new DateOnly(1972, 7, 7) });

        Assert.Equal(georgi, Assert.IsType<DuplicateHint.Here>(Assert.Single(hints)).Person);
    }

    [Theory, EachEngine]
    public async Task Find_InAnotherOrganisation_TellsOnlyWhomToAsk(Engine engine)
    {
        await using var vault = await VaultFixture.CreateAsync(engine);
        await vault.EnterAsync(VaultFixture.Anna, VaultFixture.Town);
        await vault.EnterAsync(VaultFixture.Anna, VaultFixture.Town);

        var hints = await FindAsync(vault, VaultFixture.Anna, VaultFixture.CentreOnly);

        Assert.Equal([new DuplicateHint.Elsewhere(VaultFixture.Town, VaultFixture.Office)], hints);
    }

    [Theory, EachEngine]
    public async Task Find_ForARecord_LeavesOutItselfAndWhomSomebodyCalledAnother(Engine engine)
    {
        await using var vault = await VaultFixture.CreateAsync(engine);
        var (one, other) = (await vault.EnterAsync(VaultFixture.Anna), await vault.EnterAsync(VaultFixture.Anna));
        var before = await FindAsync(vault, VaultFixture.Anna, record: one);

        Assert.True(await vault.Get<CallDistinctHandler>().HandleAsync(new CallDistinct(other, one, VaultFixture.Clerk), CancellationToken.None));
        Assert.True(await vault.Get<CallDistinctHandler>().HandleAsync(new CallDistinct(one, other, VaultFixture.Clerk), CancellationToken.None));

        Assert.Equal(other, Assert.IsType<DuplicateHint.Here>(Assert.Single(before)).Person);
        Assert.Empty(await FindAsync(vault, VaultFixture.Anna, record: one));
        Assert.False(await vault.Get<CallDistinctHandler>().HandleAsync(new CallDistinct(one, new PersonId("unknown"), VaultFixture.Clerk), CancellationToken.None));
    }

    [Theory, EachEngine]
    public async Task Find_AmongMany_TakesOneStatement(Engine engine)
    {
        await using var vault = await VaultFixture.CreateAsync(engine);
        for (var i = 0; i < 5; i++)
        {
            await vault.EnterAsync(VaultFixture.Anna);
        }

        await FindAsync(vault, VaultFixture.Anna);

        // The session is opened before, since on PostgreSQL that is a statement of its own.
        await using var session = await vault.Stores.Main.OpenReadAsync(CancellationToken.None);
        Assert.Equal(1, await Statements.CountAsync(() => CandidateSearch.FindAsync(session, vault.Get<KeyRing>(), VaultFixture.Anna, VaultFixture.Clerk.Sight, CancellationToken.None)));
        Assert.InRange(await Statements.CountAsync(() => CreateAsync(vault, VaultFixture.Georgi, despite: false)), 2, 20);
    }

    [Theory, EachEngine("anna niebylska", 1)]
    [EachEngine("Niebylski", 1)]
    [EachEngine("zolcinska anna", 1)]
    [EachEngine("05.03.1980", 0)]
    [EachEngine("1980-05-03", 1)]
    [EachEngine("3.5.1980 Ania", 1)]
    [EachEngine("7.7.1972", 1)]
    [EachEngine("Primerov Georgi", 1)]
    [EachEngine("Гошо", 1)]
    [EachEngine("georgi niebylska", 0)]
    [EachEngine("80050301240", 0)]
    [EachEngine("  ", 0)]
    [EachEngine("x", 0)]
    public async Task Search_WhatIsTyped_FindsWhoIsMeant(Engine engine, string text, int count)
    {
        await using var vault = await VaultFixture.CreateAsync(engine);
        await vault.EnterAsync(VaultFixture.Anna);
        await vault.EnterAsync(VaultFixture.Georgi);

        var found = await vault.Get<FindPersonsHandler>().HandleAsync(new FindPersons.FindPersons(text, VaultFixture.Clerk), CancellationToken.None);

        Assert.Equal(count, found.Persons.Count);
        Assert.False(found.More);
    }

    [Theory, EachEngine]
    public async Task Search_Number_FindsItsPersonWithinTheScope(Engine engine)
    {
        await using var vault = await VaultFixture.CreateAsync(engine);
        var anna = await vault.EnterAsync(VaultFixture.Anna);
        var number = VaultFixture.Anna.Numbers[0].Value;

        var found = await vault.Get<FindPersonsHandler>().HandleAsync(new FindPersons.FindPersons(number, VaultFixture.By(VaultFixture.CentreOnly)), CancellationToken.None);
        var elsewhere = await vault.Get<FindPersonsHandler>().HandleAsync(new FindPersons.FindPersons(number, VaultFixture.By(VaultFixture.ScopeOf("clerk", VaultFixture.Town))), CancellationToken.None);

        Assert.Equal(anna, Assert.Single(found.Persons).Id);
        Assert.Empty(elsewhere.Persons);
    }

    private static Task<CreatePersonOutcome> CreateAsync(VaultFixture vault, PersonIdentity identity, bool despite) => vault.Get<CreatePersonHandler>().HandleAsync(
        new CreatePerson.CreatePerson(VaultFixture.Centre, VaultFixture.Office, null, identity, VaultFixture.Clerk.Sight, despite, VaultFixture.Clerk), CancellationToken.None);

    private static Task<IReadOnlyList<DuplicateHint>> FindAsync(VaultFixture vault, PersonIdentity identity, PersonScope? scope = null, PersonId? record = null) =>
        vault.Get<FindDuplicatesHandler>().HandleAsync(new FindDuplicates.FindDuplicates(identity, VaultFixture.By(scope ?? VaultFixture.Everything), record), CancellationToken.None);
}
