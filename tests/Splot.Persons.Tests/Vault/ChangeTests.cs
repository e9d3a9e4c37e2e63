using Microsoft.EntityFrameworkCore;
using Splot.Contracts.Access;
using Splot.Contracts.Persons;
using Splot.Data;
using Splot.Persons.CorrectPerson;
using Splot.Persons.FindDuplicates;
using Splot.Persons.FindPersons;
using Splot.Persons.ListPersons;
using Splot.Persons.ReadPerson;
using Splot.Persons.RestrictPerson;
using Splot.Persons.RetainPerson;
using Splot.Persons.Vault;
using Splot.Testing;

namespace Splot.Persons.Tests.Vault;

public class ChangeTests
{
    [Theory, EachEngine]
    public async Task Correct_Surname_IsReadAndFoundUnderTheNewOne(Engine engine)
    {
        await using var vault = await VaultFixture.CreateAsync(engine);
        var anna = await vault.EnterAsync(VaultFixture.Anna);
        var married = VaultFixture.Anna with { Surnames = "Wzorek", Numbers = [] };

        Assert.Equal(new ChangeOutcome.Changed(2), await CorrectAsync(vault, anna, 1, married));

        Assert.Equal(married, (await vault.RecordAsync(anna)).Identity);
        Assert.Single(await SearchAsync(vault, "Anna Wzorek"));
        Assert.Empty(await SearchAsync(vault, "Anna Niebylska"));
        Assert.Empty(await SearchAsync(vault, VaultFixture.Anna.Numbers[0].Value));
    }

    [Theory, EachEngine]
    public async Task Correct_Surname_KeepsBeforeAndAfterSealed(Engine engine)
    {
        await using var vault = await VaultFixture.CreateAsync(engine);
        var anna = await vault.EnterAsync(VaultFixture.Anna);

        await CorrectAsync(vault, anna, 1, VaultFixture.Anna with { Surnames = "Wzorek" });
        var (row, correction) = await vault.QueryAsync(async c => (await c.Persons.SingleAsync(), await c.Corrections.SingleAsync()));
        var key = PersonKey.Open(vault.Get<KeyRing>(), anna.Value, row.SealedKey!);

        Assert.Contains("Niebylska-", key.Open(CorrectionColumns.Before, correction.Before), StringComparison.Ordinal);
        Assert.Contains("Wzorek", key.Open(CorrectionColumns.After, correction.After), StringComparison.Ordinal);
        Assert.Equal("a test", key.Open(CorrectionColumns.Reason, correction.Reason));
    }

    [Theory, EachEngine]
    public async Task Correct_OneColumn_LeavesTheOthersBytesAlone(Engine engine)
    {
        await using var vault = await VaultFixture.CreateAsync(engine);
        var anna = await vault.EnterAsync(VaultFixture.Anna);
        var before = await vault.QueryAsync(c => c.Identities.SingleAsync());

        await CorrectAsync(vault, anna, 1, VaultFixture.Anna with { Surnames = "Wzorek" });
        var after = await vault.QueryAsync(c => c.Identities.SingleAsync());

        Assert.NotEqual(before.Surnames, after.Surnames);
        Assert.Equal((before.FirstNames!, before.BirthDate!, before.Numbers!, before.Contact!), (after.FirstNames!, after.BirthDate!, after.Numbers!, after.Contact!), BytesEqual);
    }

    [Theory, EachEngine]
    public async Task Correct_OlderVersion_IsRefused(Engine engine)
    {
        await using var vault = await VaultFixture.CreateAsync(engine);
        var anna = await vault.EnterAsync(VaultFixture.Anna);
        await CorrectAsync(vault, anna, 1, VaultFixture.Anna with { Surnames = "Wzorek" });

        Assert.Equal(new ChangeOutcome.VersionSuperseded(2), await CorrectAsync(vault, anna, 1, VaultFixture.Anna));
        Assert.Equal("Wzorek", (await vault.RecordAsync(anna)).Identity.Surnames);
    }

    [Theory, EachEngine]
    public async Task Correct_TwoAtOnce_OneOfThemIsToldOfTheOther(Engine engine)
    {
        await using var vault = await VaultFixture.CreateAsync(engine);
        var anna = await vault.EnterAsync(VaultFixture.Anna);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 6).Select(i => Task.Run(() => CorrectAsync(vault, anna, 1, VaultFixture.Anna with { Surnames = "Wzorek" + (char)('a' + i) }))));

        Assert.Single(outcomes.OfType<ChangeOutcome.Changed>());
        Assert.Equal(5, outcomes.Count(o => o == new ChangeOutcome.VersionSuperseded(2)));
    }

    [Theory, EachEngine]
    public async Task Correct_NothingOrNobody_ChangesNothing(Engine engine)
    {
        await using var vault = await VaultFixture.CreateAsync(engine);
        var anna = await vault.EnterAsync(VaultFixture.Anna);

        Assert.Equal(new ChangeOutcome.Changed(1), await CorrectAsync(vault, anna, 1, VaultFixture.Anna));
        Assert.Equal(new ChangeOutcome.Nobody(), await CorrectAsync(vault, anna, 1, new PersonIdentity()));
        Assert.Equal(new ChangeOutcome.Unknown(), await CorrectAsync(vault, new PersonId("unknown"), 1, VaultFixture.Anna));
        Assert.Equal(0, await vault.QueryAsync(c => c.Corrections.CountAsync()));
    }

    [Theory, EachEngine]
    public async Task Change_RecordOfAnotherOrganisation_IsUnknown(Engine engine)
    {
        await using var vault = await VaultFixture.CreateAsync(engine);
        var anna = await vault.EnterAsync(VaultFixture.Anna, VaultFixture.Town);
        var stranger = VaultFixture.By(VaultFixture.CentreOnly);
        var handler = vault.Get<CorrectPersonHandler>();

        Assert.Equal(new ChangeOutcome.Unknown(), await handler.HandleAsync(new CorrectPerson.CorrectPerson(anna, 1, VaultFixture.Georgi, stranger), CancellationToken.None));
        Assert.Equal(new ChangeOutcome.Unknown(), await vault.Get<RetainPersonHandler>().HandleAsync(new RetainPerson.RetainPerson(anna, 1, null, true, stranger), CancellationToken.None));
        Assert.Equal(
            new ChangeOutcome.Changed(2),
            await handler.HandleAsync(new CorrectPerson.CorrectPerson(anna, 1, VaultFixture.Georgi, VaultFixture.By(VaultFixture.ScopeOf("clerk", VaultFixture.Town))), CancellationToken.None));
    }

    [Theory, EachEngine]
    public async Task Restrict_Person_IsInNoAnswerButThoseOfNamedAccounts(Engine engine)
    {
        await using var vault = await VaultFixture.CreateAsync(engine);
        var anna = await vault.EnterAsync(VaultFixture.Anna);
        await vault.EnterAsync(VaultFixture.Georgi);

        var outcome = await vault.Get<RestrictPersonHandler>().HandleAsync(new RestrictPerson.RestrictPerson(anna, 1, true, ["head"], VaultFixture.Clerk), CancellationToken.None);

        Assert.Equal(new ChangeOutcome.Changed(2), outcome);
        foreach (var scope in new[] { VaultFixture.Everything, VaultFixture.CentreOnly, new PersonScope(null, new Reach { Everything = true }) })
        {
            Assert.Equal((0, 0, 0, 0, 1), await SeenAsync(vault, anna, scope));
        }

        Assert.Equal((1, 1, 1, 1, 2), await SeenAsync(vault, anna, VaultFixture.ScopeOf("head")));
    }

    [Theory, EachEngine]
    public async Task Restrict_Person_AnswersChangesAsUnknown(Engine engine)
    {
        await using var vault = await VaultFixture.CreateAsync(engine);
        var anna = await vault.EnterAsync(VaultFixture.Anna);
        await vault.Get<RestrictPersonHandler>().HandleAsync(new RestrictPerson.RestrictPerson(anna, 1, true, ["head"], VaultFixture.Clerk), CancellationToken.None);

        Assert.Equal(new ChangeOutcome.Unknown(), await CorrectAsync(vault, anna, 2, VaultFixture.Georgi));
        Assert.Equal(new ChangeOutcome.Unknown(), await vault.Get<RestrictPersonHandler>().HandleAsync(new RestrictPerson.RestrictPerson(anna, 2, false, [], VaultFixture.Clerk), CancellationToken.None));
        Assert.Equal(new ChangeOutcome.Changed(3), await vault.Get<RestrictPersonHandler>().HandleAsync(new RestrictPerson.RestrictPerson(anna, 2, false, [], VaultFixture.By(VaultFixture.ScopeOf("head"))), CancellationToken.None));
        Assert.Equal((1, 1, 1, 1, 1), await SeenAsync(vault, anna, VaultFixture.Everything));
    }

    [Theory, EachEngine]
    public async Task Retain_DayPassed_IsListedUnlessHeld(Engine engine)
    {
        await using var vault = await VaultFixture.CreateAsync(engine);
        var (anna, georgi) = (await vault.EnterAsync(VaultFixture.Anna), await vault.EnterAsync(VaultFixture.Georgi));
        var day = new DateOnly(2026, 6, 30);
        await vault.Get<RetainPersonHandler>().HandleAsync(new RetainPerson.RetainPerson(anna, 1, day, false, VaultFixture.Clerk), CancellationToken.None);
        await vault.Get<RetainPersonHandler>().HandleAsync(new RetainPerson.RetainPerson(georgi, 1, day, true, VaultFixture.Clerk), CancellationToken.None);

        Assert.Empty(await DueAsync(vault, day));
        Assert.Equal([anna], await DueAsync(vault, day.AddDays(1)));
    }

    private static Task<IReadOnlyList<PersonId>> DueAsync(VaultFixture vault, DateOnly today) => vault.QueryAsync(async c => (IReadOnlyList<PersonId>)[.. (await new PersonFilter(State: PersonState.Due).Of(Visible.To(c, VaultFixture.Clerk.Sight), today).OrderBy(p => p.RetainUntil).Select(p => p.Id).ToListAsync()).Select(i => new PersonId(i))]);

    /// <summary>In how many answers the person is: read, found by id, searched, suggested as a duplicate, and the count of all.</summary>
    internal static async Task<(int Read, int Found, int Searched, int Suggested, int Count)> SeenAsync(VaultFixture vault, PersonId person, PersonScope scope)
    {
        var persons = vault.Get<IPersons>();
        var read = await vault.ReadAsync(person, scope) is ReadPersonOutcome.Found ? 1 : 0;
        var found = (await persons.FindAsync([person], scope, CancellationToken.None)).Count;
        var allowed = (await persons.AllowedAsync([person], scope, CancellationToken.None)).Count;
        var searched = 0;
        foreach (var text in new[] { "Anna Niebylska", "Niebylska", "1980-05-03", VaultFixture.Anna.Numbers[0].Value })
        {
            searched += (await vault.Get<FindPersonsHandler>().HandleAsync(new FindPersons.FindPersons(text, VaultFixture.By(scope)), CancellationToken.None)).Persons.Count;
        }

        var suggested = await vault.Get<FindDuplicatesHandler>().HandleAsync(new FindDuplicates.FindDuplicates(VaultFixture.Anna, VaultFixture.By(scope)), CancellationToken.None);
        Assert.Equal(found, allowed);
        Assert.True(searched is 0 or 4, "Some ways of searching found the person and others did not.");
        return (read, found, searched / 4, suggested.Count, (int)await persons.CountAsync(scope, CancellationToken.None));
    }

    private static async Task<IReadOnlyList<PersonRecord>> SearchAsync(VaultFixture vault, string text) =>
        (await vault.Get<FindPersonsHandler>().HandleAsync(new FindPersons.FindPersons(text, VaultFixture.Clerk), CancellationToken.None)).Persons;

    private static Task<ChangeOutcome> CorrectAsync(VaultFixture vault, PersonId person, long version, PersonIdentity identity) =>
        vault.Get<CorrectPersonHandler>().HandleAsync(new CorrectPerson.CorrectPerson(person, version, identity, VaultFixture.Clerk), CancellationToken.None);

    private static bool BytesEqual((byte[], byte[], byte[], byte[]) one, (byte[], byte[], byte[], byte[]) other) =>
        one.Item1.SequenceEqual(other.Item1) && one.Item2.SequenceEqual(other.Item2) && one.Item3.SequenceEqual(other.Item3) && one.Item4.SequenceEqual(other.Item4);
}
