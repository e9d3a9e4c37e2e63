using Microsoft.EntityFrameworkCore;
using Splot.Contracts.Access;
using Splot.Contracts.Persons;
using Splot.Data;
using Splot.Kernel;
using Splot.Persons.CreatePerson;
using Splot.Persons.Model;
using Splot.Persons.ReadPerson;
using Splot.Persons.Store;
using Splot.Persons.Tests.Matching;
using Splot.Testing;

namespace Splot.Persons.Tests.Vault;

/// <summary>A vault for one test, and short words for what tests do with it.</summary>
internal sealed class VaultFixture(TestStore stores) : IAsyncDisposable
{
    public const string Centre = "0190000000007000800000000000c001";
    public const string Town = "0190000000007000800000000000c002";
    public const string Office = "0190000000007000800000000000f001";

    public static readonly PersonScope Everything = ScopeOf("clerk");

    public static readonly PersonScope CentreOnly = ScopeOf("clerk", Centre);

    public static readonly Doer Clerk = By(Everything);

    public TestStore Stores => stores;

    public static async Task<VaultFixture> CreateAsync(Engine engine) => new(await TestStore.CreateAsync(engine, services => services.AddPersons().AddNeighbours()));

    /// <summary>What an account may know of: the records of these organisations, of all where none is named.</summary>
    public static PersonScope ScopeOf(string account, params string[] organisations) =>
        new(account, organisations.Length == 0 ? new Reach { Everything = true } : new Reach { Organisations = organisations.ToHashSet(StringComparer.Ordinal) });

    /// <summary>Somebody who does something with that reach.</summary>
    public static Doer By(PersonScope scope) => new(new Sight { Account = scope.Account, Reach = scope.Reach }, Reason: "a test");

    public static PersonIdentity Anna { get; } = new()
    {
        FirstNames = "Anna Maria",
        Surnames = "Niebylska-Żółcińska",
        BirthDate = new DateOnly(1980, 5, 3),
        Sex = Sex.Female,
        Numbers = [new PersonalNumber(IdentifierKind.Pesel, InventedNumbers.Pesel(new DateOnly(1980, 5, 3), "0124"))],
        Contact = new PersonContact("+48 000 111 222", "anna@example.org", "ul. Zmyślona 7", "00-000", "Niebyłowo"),
    };

    public static PersonIdentity Georgi { get; } = new()
    {
        FirstNames = "Георги Стоилов",
        Surnames = "Примеров",
        BirthDate = new DateOnly(1972, 7, 7),
        Sex = Sex.Male,
        Numbers = [new PersonalNumber(IdentifierKind.Egn, InventedNumbers.Egn(new DateOnly(1972, 7, 7), "034"))],
    };

    public T Get<T>()
        where T : notnull => stores.Get<T>();

    public async Task<PersonId> EnterAsync(PersonIdentity identity, string organisation = Centre, string? unit = Office)
    {
        var outcome = await Get<CreatePersonHandler>().HandleAsync(new CreatePerson.CreatePerson(organisation, unit, "keeper", identity, Clerk.Sight, true, Clerk), CancellationToken.None);
        return Assert.IsType<CreatePersonOutcome.Created>(outcome).Person;
    }

    public Task<ReadPersonOutcome> ReadAsync(PersonId person, PersonScope? scope = null, bool withTraits = false) =>
        Get<ReadPersonHandler>().HandleAsync(new ReadPerson.ReadPerson(person, By(scope ?? Everything), withTraits ? By(scope ?? Everything).Sight : null), CancellationToken.None);

    public async Task<PersonRecord> RecordAsync(PersonId person, PersonScope? scope = null) => Assert.IsType<ReadPersonOutcome.Found>(await ReadAsync(person, scope)).Person;

    public Task<T> QueryAsync<T>(Func<PersonsContext, Task<T>> query) => stores.Main.ReadAsync(session => query(session.Context<PersonsContext>()), CancellationToken.None);

    /// <summary>A number that a statement tells.</summary>
    public Task<long> NumberAsync(string sql) => stores.Main.ReadAsync(
        async session =>
        {
            await using var command = session.Command(sql);
            return Convert.ToInt64(await command.ExecuteScalarAsync(), System.Globalization.CultureInfo.InvariantCulture);
        },
        CancellationToken.None);

    /// <summary>Rows of the vault as text, byte by byte; without the counters of versions and times, which only ever grow.</summary>
    public Task<IReadOnlyList<string>> StateAsync() => QueryAsync<IReadOnlyList<string>>(async context =>
    {
        var persons = await context.Persons.AsNoTracking().OrderBy(p => p.Id).ToListAsync();
        var identities = await context.Identities.AsNoTracking().OrderBy(p => p.PersonId).ToListAsync();
        var traits = await context.Traits.AsNoTracking().OrderBy(p => p.PersonId).ThenBy(p => p.Trait).ToListAsync();
        var index = await context.Index.AsNoTracking().ToListAsync();
        var readers = await context.NamedReaders.AsNoTracking().OrderBy(p => p.PersonId).ThenBy(p => p.AccountId).ToListAsync();
        return
        [
            .. persons.Select(p => $"{p.Id} {p.OrganisationId} {p.UnitId} {p.KeeperId} {p.Restricted} {p.RetainUntil:O} {p.LegalHold} {p.ErasedAt} {p.MergedInto} {p.IndexEdition} {Hex(p.SealedKey)}"),
            .. identities.Select(i => $"{i.PersonId} {Hex(i.FirstNames)} {Hex(i.Surnames)} {Hex(i.BirthDate)} {Hex(i.Sex)} {Hex(i.Numbers)} {Hex(i.Contact)}"),
            .. traits.Select(t => $"{t.PersonId} {t.Trait} {Hex(t.Answer)} {t.ChangedAt}"),
            .. index.Select(i => $"{i.PersonId} {Hex(i.Key)} {i.Kind}").Order(StringComparer.Ordinal),
            .. readers.Select(r => $"{r.PersonId} {r.AccountId}"),
        ];
    });

    public ValueTask DisposeAsync() => stores.DisposeAsync();

    private static string Hex(byte[]? bytes) => bytes is null ? "-" : Convert.ToHexString(bytes);
}
