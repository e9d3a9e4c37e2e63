using System.Text;
using Splot.Contracts.Persons;
using Splot.Data;
using Splot.Persons.CorrectPerson;
using Splot.Persons.ErasePerson;
using Splot.Persons.FindDuplicates;
using Splot.Persons.FindPersons;
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
    public async Task Hint_OfAnotherOffice_IsRecordedWithTheOfficeAndNobody(Engine engine)
    {
        await using var vault = await VaultFixture.CreateAsync(engine);
        await vault.EnterAsync(VaultFixture.Anna, VaultFixture.Town);

        await vault.Get<FindDuplicatesHandler>().HandleAsync(new FindDuplicates.FindDuplicates(VaultFixture.Anna, VaultFixture.By(VaultFixture.CentreOnly)), CancellationToken.None);

        Assert.Null(Assert.Single(await EntriesAsync(vault), e => e.Act == "persons.find-duplicates").Person);
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
