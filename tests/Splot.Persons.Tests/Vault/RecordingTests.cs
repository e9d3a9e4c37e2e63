using System.Text;
using Splot.Contracts.Access;
using Splot.Contracts.Persons;
using Splot.Data;
using Splot.Persons.CorrectPerson;
using Splot.Persons.ErasePerson;
using Splot.Persons.FindDuplicates;
using Splot.Persons.FindPersons;
using Splot.Persons.ReadHistory;
using Splot.Persons.RecordTraits;
using Splot.Persons.RestrictPerson;
using Splot.Persons.RetainPerson;
using Splot.Persons.SeenPerson;
using Splot.Testing;

namespace Splot.Persons.Tests.Vault;

/// <summary>What the audit holds after acts on persons, read from its table.</summary>
public class RecordingTests
{
    private const string Entries = "SELECT kind, act, person, personal_before, personal_after, actor FROM data_audit ORDER BY id";

    [Theory, EachEngine]
    public async Task Acts_OnAPerson_AreRecordedWithSealedValues(Engine engine)
    {
        await using var vault = await VaultFixture.CreateAsync(engine);
        var anna = await vault.EnterAsync(VaultFixture.Anna);
        await vault.ReadAsync(anna);
        await vault.ReadAsync(anna, withTraits: true);
        await vault.Get<FindDuplicatesHandler>().HandleAsync(new FindDuplicates.FindDuplicates(VaultFixture.Anna, VaultFixture.Clerk), CancellationToken.None);
        await vault.Get<FindPersonsHandler>().HandleAsync(new FindPersons.FindPersons("Anna", VaultFixture.Clerk), CancellationToken.None);
        await vault.Get<CorrectPersonHandler>().HandleAsync(new CorrectPerson.CorrectPerson(anna, 1, VaultFixture.Anna with { Surnames = "Wzorek" }, VaultFixture.Clerk), CancellationToken.None);
        await vault.Get<ErasePersonHandler>().HandleAsync(new ErasePerson.ErasePerson(anna, 2, false, VaultFixture.Clerk), CancellationToken.None);

        var entries = await EntriesAsync(vault);

        Assert.Equal(
            ["change persons.create -+", "read persons.read --", "read persons.read-traits --", "read persons.find-duplicates --", "read persons.find --", "change persons.correct ++", "change persons.erase --"],
            entries.Where(e => e.Person == anna.Value).Select(e => $"{e.Kind} {e.Act} {(e.Before is null ? '-' : '+')}{(e.After is null ? '-' : '+')}"));
        Assert.All(entries.SelectMany(e => new[] { e.Before, e.After }).OfType<byte[]>(), bytes => Assert.True(bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes("Niebylska")) < 0, "A name can be read in the audit."));
    }

    [Theory, EachEngine]
    public async Task Read_UnknownPerson_ShowsAndRecordsNothing(Engine engine)
    {
        await using var vault = await VaultFixture.CreateAsync(engine);

        await vault.ReadAsync(new PersonId("unknown"));

        Assert.Empty(await EntriesAsync(vault));
    }

    [Theory, EachEngine]
    public async Task Hint_OfAnotherOffice_IsRecordedForThePersonAndOnceWithTheOffices(Engine engine)
    {
        await using var vault = await VaultFixture.CreateAsync(engine);
        var anna = await vault.EnterAsync(VaultFixture.Anna, VaultFixture.Town);

        await vault.Get<FindDuplicatesHandler>().HandleAsync(new FindDuplicates.FindDuplicates(VaultFixture.Anna, VaultFixture.By(VaultFixture.CentreOnly)), CancellationToken.None);

        Assert.Equal([anna.Value, null], (await EntriesAsync(vault)).Where(e => e.Act == "persons.find-duplicates").Select(e => e.Person));
        Assert.Equal(1, await vault.NumberAsync($"SELECT COUNT(*) FROM data_audit WHERE act = 'persons.find-duplicates' AND organisation = '{VaultFixture.Town}'"));
    }

    [Theory, EachEngine]
    public async Task Hint_ForANameAlone_NamesNoOtherOfficeAndRecordsNothing(Engine engine)
    {
        await using var vault = await VaultFixture.CreateAsync(engine);
        await vault.EnterAsync(VaultFixture.Anna, VaultFixture.Town);
        var name = new PersonIdentity { FirstNames = VaultFixture.Anna.FirstNames, Surnames = VaultFixture.Anna.Surnames };

        var hints = await vault.Get<FindDuplicatesHandler>().HandleAsync(new FindDuplicates.FindDuplicates(name, VaultFixture.By(VaultFixture.CentreOnly)), CancellationToken.None);

        Assert.Empty(hints);
        Assert.DoesNotContain(await EntriesAsync(vault), e => e.Act == "persons.find-duplicates");
    }

    [Theory, EachEngine]
    public async Task Reason_OfAChangeToOnePerson_IsSealedAndGoneAfterErasure(Engine engine)
    {
        await using var vault = await VaultFixture.CreateAsync(engine);
        var anna = await vault.EnterAsync(VaultFixture.Anna);
        var by = VaultFixture.Clerk with { Reason = "Niebylska came with her card" };

        await vault.Get<CorrectPersonHandler>().HandleAsync(new CorrectPerson.CorrectPerson(anna, 1, VaultFixture.Anna with { Surnames = "Wzorek" }, by), CancellationToken.None);
        await vault.Get<RestrictPersonHandler>().HandleAsync(new RestrictPerson.RestrictPerson(anna, 2, true, ["clerk"], by), CancellationToken.None);
        await vault.Get<RetainPersonHandler>().HandleAsync(new RetainPerson.RetainPerson(anna, 3, new DateOnly(2020, 1, 1), false, by), CancellationToken.None);

        Assert.False(StoreBytes.Hold(await StoreBytes.ReadAsync(vault.Stores.Main), "with her card"), "The reason can be read in the store.");
        var seen = await vault.Get<SeenPersonHandler>().HandleAsync(new SeenPerson.SeenPerson(anna, by with { Reason = null }, null, 50), CancellationToken.None);
        Assert.Equal(3, seen!.Rows.Count(r => r.Reason == by.Reason));
    }

    [Theory, EachEngine]
    public async Task Traits_Answered_KeepBeforeAndAfterSealedForTheHistory(Engine engine)
    {
        await using var vault = await VaultFixture.CreateAsync(engine);
        var anna = await vault.EnterAsync(VaultFixture.Anna);
        foreach (var (version, answer) in new[] { (1, TraitAnswer.Yes), (2, TraitAnswer.Refused) })
        {
            await vault.Get<RecordTraitsHandler>().HandleAsync(new RecordTraits.RecordTraits(anna, version, new Dictionary<string, TraitAnswer> { ["disability"] = answer }, VaultFixture.Clerk), CancellationToken.None);
        }

        var with = (await vault.Get<ReadHistoryHandler>().HandleAsync(new ReadHistory.ReadHistory(anna, VaultFixture.Clerk, VaultFixture.Clerk.Sight), CancellationToken.None))!.Changes[0];
        var without = (await vault.Get<ReadHistoryHandler>().HandleAsync(new ReadHistory.ReadHistory(anna, VaultFixture.Clerk), CancellationToken.None))!.Changes[0];

        Assert.Equal((TraitAnswer.Yes, TraitAnswer.Refused), (with.Before!.Traits!["disability"], with.After!.Traits!["disability"]));
        Assert.Equal((null, null), (without.Before!.Traits, without.After!.Traits));
    }

    [Theory, EachEngine]
    public async Task OnBehalfOf_IsToldWhereOnlyTheAbsentOnesRolesCoverTheRecord(Engine engine)
    {
        await using var vault = await VaultFixture.CreateAsync(engine);
        var (own, others) = (await vault.EnterAsync(VaultFixture.Anna), await vault.EnterAsync(VaultFixture.Georgi, unit: "elsewhere"));
        var by = VaultFixture.Clerk with { Holders = [(VaultFixture.Clerk.Account, OfUnit(VaultFixture.Office)), ("absent", OfUnit("elsewhere"))] };

        foreach (var person in new[] { own, others })
        {
            await vault.Get<ReadPerson.ReadPersonHandler>().HandleAsync(new ReadPerson.ReadPerson(person, by), CancellationToken.None);
        }

        Assert.Equal((1L, 1L), (await CountAsync(own, "IS NULL"), await CountAsync(others, "= 'absent'")));

        Task<long> CountAsync(PersonId person, string holder) => vault.NumberAsync($"SELECT COUNT(*) FROM data_audit WHERE act = 'persons.read' AND person = '{person}' AND on_behalf_of {holder}");
        static Reach OfUnit(string unit) => new() { Units = new HashSet<string> { unit } };
    }

    private static Task<List<(string Kind, string Act, string? Person, byte[]? Before, byte[]? After)>> EntriesAsync(VaultFixture vault) => vault.Stores.Main.ReadAsync(
        async session =>
        {
            await using var command = session.Command(Entries);
            await using var reader = await command.ExecuteReaderAsync();
            var rows = new List<(string, string, string?, byte[]?, byte[]?)>();
            while (await reader.ReadAsync())
            {
                rows.Add((reader.GetString(0), reader.GetString(1), reader.Text(2), reader.IsDBNull(3) ? null : (byte[])reader.GetValue(3), reader.IsDBNull(4) ? null : (byte[])reader.GetValue(4)));
            }

            return rows;
        },
        CancellationToken.None);
}
