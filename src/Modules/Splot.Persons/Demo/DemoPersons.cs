using Microsoft.EntityFrameworkCore;
using Splot.Contracts.Access;
using Splot.Contracts.Demo;
using Splot.Contracts.Persons;
using Splot.Data;
using Splot.Kernel;
using Splot.Persons.BenchPersons;
using Splot.Persons.CreatePerson;
using Splot.Persons.KeepRequests;
using Splot.Persons.Model;
using Splot.Persons.RecordTraits;
using Splot.Persons.RestrictPerson;
using Splot.Persons.Store;

namespace Splot.Persons.Demo;

/// <summary>
/// A few dozen people who do not exist, in the demo's organisations: names that say so, numbers with fitting check digits, addresses to which no mail
/// can go. Some stand twice, one is hidden, two asked for something; some were informed and consented.
/// </summary>
internal sealed class DemoPersons(
    MainStore main, IAccounts accounts, CreatePersonHandler create, RecordTraitsHandler traits, RestrictPersonHandler restrict, KeepRequestsHandler requests, DemoClauses clauses, TimeProvider clock) : IDemoPreset
{
    /// <summary>The ids of all organisations of the demo begin like this.</summary>
    public const string Prefix = "demo-";

    private static readonly (string Organisation, string Unit, int People)[] Offices =
        [("demo-municipality", "demo-front-1", 12), ("demo-municipality", "demo-front-2", 8), ("demo-welfare", "demo-team-1", 14), ("demo-welfare", "demo-team-2", 8)];

    public async Task<DemoOutcome> LoadAsync(CancellationToken cancellation)
    {
        var (own, others) = await main.ReadAsync(
            async session =>
            {
                var persons = session.Context<PersonsContext>().Persons;
                return (await persons.AnyAsync(p => p.OrganisationId.StartsWith(Prefix), cancellation), await persons.AnyAsync(p => !p.OrganisationId.StartsWith(Prefix), cancellation));
            },
            cancellation);
        // Those in organisations that were added since belong to the demo.
        if (own)
        {
            return new DemoOutcome.AlreadyLoaded();
        }

        if (others)
        {
            return new DemoOutcome.Refused("The store has persons that are not the demo's; start the demo with another --data folder.");
        }

        var (number, made) = (0, new List<(PersonId Person, Doer By)>());
        foreach (var office in Offices)
        {
            var keeper = await accounts.WhoMayAsync(Acts.KeepPersons, new RecordPlace(office.Organisation, office.Unit), cancellation) is [var first, ..] ? first.Id : null;
            for (var i = 0; i < office.People; i++)
            {
                made.Add(await EnterAsync(office.Organisation, office.Unit, keeper, DemoPeople.Person(number++), cancellation));
            }
        }

        // One person is known to two offices, in two spellings.
        made.Add(await EnterAsync("demo-welfare", "demo-team-1", null, DemoPeople.Person(2) with { FirstNames = DemoPeople.Pet(DemoPeople.Person(2)), Numbers = [] }, cancellation));
        await DecorateAsync(made, cancellation);
        await clauses.LoadAsync(made, cancellation);
        return new DemoOutcome.Loaded(made.Count);
    }

    private async Task<(PersonId Person, Doer By)> EnterAsync(string organisation, string unit, string? keeper, PersonIdentity identity, CancellationToken cancellation)
    {
        var by = new Doer(new Sight { Account = keeper ?? "demo", Reach = new Reach { Everything = true } });
        var outcome = await create.HandleAsync(new CreatePerson.CreatePerson(organisation, unit, keeper, identity, by.Sight, DespiteDuplicates: true, by), cancellation);
        return (((CreatePersonOutcome.Created)outcome).Person, by);
    }

    private async Task DecorateAsync(List<(PersonId Person, Doer By)> made, CancellationToken cancellation)
    {
        for (var i = 0; i < made.Count; i += 3)
        {
            var answers = new Dictionary<string, TraitAnswer>(StringComparer.Ordinal) { ["disability"] = i % 2 == 0 ? TraitAnswer.No : TraitAnswer.Yes, ["minority"] = TraitAnswer.Refused, ["homeless"] = TraitAnswer.No };
            await traits.HandleAsync(new RecordTraits.RecordTraits(made[i].Person, 1, answers, made[i].By), cancellation);
        }

        var (hidden, head) = (made[22], await accounts.WhoMayAsync(Acts.RestrictPersons, new RecordPlace("demo-welfare", "demo-team-1"), cancellation));
        await restrict.HandleAsync(new RestrictPerson.RestrictPerson(hidden.Person, 1, true, [.. head.Select(h => h.Id)], hidden.By with { Reason = "Pracuje u nas ktoś z rodziny." }), cancellation);
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        await requests.HandleAsync(new ReceiveRequest(made[20].Person, RequestKind.Access, today.AddDays(-10), "Proszę o kopię wszystkiego, co o mnie zapisano.", made[20].By), cancellation);
        await requests.HandleAsync(new ReceiveRequest(made[25].Person, RequestKind.Erasure, today.AddDays(-40), "Nie korzystam już z pomocy ośrodka, proszę usunąć moje dane.", made[25].By), cancellation);
    }
}

/// <summary>People of the demo, the same ones every time.</summary>
internal static class DemoPeople
{
    private static readonly (string Name, string Pet)[] Women = [("Bogna", "Bogusia"), ("Kalina", "Kalinka"), ("Katarzyna", "Kasia"), ("Dobrawa", "Dobrusia"), ("Jagna", "Jagusia"), ("Małgorzata", "Gosia")];
    private static readonly (string Name, string Pet)[] Men = [("Bożydar", "Bożek"), ("Ziemowit", "Ziemek"), ("Jan", "Janek"), ("Lubomir", "Lubek"), ("Radosław", "Radek"), ("Tomasz", "Tomek")];
    private static readonly string[] Surnames = ["Zmyślon", "Wymyślon", "Fikcyjn", "Umown", "Niebył", "Próbn", "Przykładn", "Pozorn", "Modelow", "Makietow", "Wzorcow", "Testow"];

    public static PersonIdentity Person(int number)
    {
        var (female, birth) = (number % 2 == 0, new DateOnly(1948, 3, 1).AddDays(number * 571));
        var given = (female ? Women : Men)[number / 2 % 6].Name;
        var bulgarian = number % 11 == 7;
        return new PersonIdentity
        {
            FirstNames = bulgarian ? female ? "Петя Измислена" : "Георги Измислен" : given,
            Surnames = bulgarian ? female ? "Примерна" : "Примерен" : Surnames[number * 5 % Surnames.Length] + (female ? "a" : "y"),
            BirthDate = birth,
            Sex = female ? Sex.Female : Sex.Male,
            Numbers = number % 9 == 4 ? [] : [InventedPeople.Number(new Random(number), bulgarian, birth, female)],
            Contact = new PersonContact("+48 000 000 " + (100 + number).ToString(System.Globalization.CultureInfo.InvariantCulture), $"osoba{number.ToString(System.Globalization.CultureInfo.InvariantCulture)}@demo.invalid", "ul. Zmyślona " + (number + 1).ToString(System.Globalization.CultureInfo.InvariantCulture), "00-000", "Zmyślona"),
        };
    }

    /// <summary>The short form of the first name.</summary>
    public static string Pet(PersonIdentity person) => Women.Concat(Men).FirstOrDefault(n => n.Name == person.FirstNames) is { Pet: { } pet } ? pet : person.FirstNames!;
}
