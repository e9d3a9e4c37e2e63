using Microsoft.EntityFrameworkCore;
using Splot.Contracts.Access;
using Splot.Contracts.Persons;
using Splot.Data;
using Splot.Persons.NightlyJobs;
using Splot.Persons.ReadPerson;
using Splot.Persons.RestrictPerson;
using Splot.Persons.Vault;
using Splot.Testing;

namespace Splot.Persons.Tests.Vault;

/// <summary>A restricted record does not stay hidden from everybody for good, though whoever was named leaves.</summary>
public sealed class NameLiftersTests
{
    private const string Entries = "SELECT COUNT(*) FROM data_audit WHERE act = 'persons.restrict' AND actor_kind = 'job'";

    [Theory, EachEngine]
    public async Task Record_InWhichNobodyNamedMayLift_NamesThoseWhoMay(Engine engine)
    {
        await using var vault = await VaultFixture.CreateAsync(engine);
        var person = await RestrictAsync(vault, "head", "worker");
        May(vault, "deputy", VaultFixture.Centre);
        May(vault, "stranger", VaultFixture.Town);

        var done = await Job(vault).RunAsync(CancellationToken.None);

        Assert.Equal((1L, 1L), (done, await vault.NumberAsync(Entries)));
        Assert.Equal(["deputy", "head", "worker"], await NamedAsync(vault, person));
        Assert.IsType<ReadPersonOutcome.Found>(await vault.ReadAsync(person, VaultFixture.ScopeOf("deputy", VaultFixture.Centre)));
        Assert.Equal(0, await Job(vault).RunAsync(CancellationToken.None));
    }

    [Theory, EachEngine]
    public async Task Record_InWhichSomebodyNamedMayLift_StaysAsItIs(Engine engine)
    {
        await using var vault = await VaultFixture.CreateAsync(engine);
        var person = await RestrictAsync(vault, "head", "worker");
        May(vault, "head", VaultFixture.Centre);
        May(vault, "deputy", VaultFixture.Centre);

        Assert.Equal(0, await Job(vault).RunAsync(CancellationToken.None));
        Assert.Equal(["head", "worker"], await NamedAsync(vault, person));
    }

    [Fact]
    public async Task Record_ThatNobodyMayLift_WaitsUntilSomebodyMay()
    {
        await using var vault = await VaultFixture.CreateAsync(Engine.Sqlite);
        var person = await RestrictAsync(vault, "head");
        Assert.Equal(0, await Job(vault).RunAsync(CancellationToken.None));

        May(vault, "successor", VaultFixture.Centre);

        Assert.Equal(1, await Job(vault).RunAsync(CancellationToken.None));
        Assert.Equal(["head", "successor"], await NamedAsync(vault, person));
    }

    [Fact]
    public async Task Record_ThatIsNotRestricted_NamesNobody()
    {
        await using var vault = await VaultFixture.CreateAsync(Engine.Sqlite);
        var person = await vault.EnterAsync(VaultFixture.Anna);
        May(vault, "head", VaultFixture.Centre);

        Assert.Equal(0, await Job(vault).RunAsync(CancellationToken.None));
        Assert.Empty(await NamedAsync(vault, person));
    }

    [Fact]
    public async Task Job_ComesRoundEveryDay()
    {
        await using var vault = await VaultFixture.CreateAsync(Engine.Sqlite);

        Assert.Contains(vault.Get<IEnumerable<DailyJob>>(), j => j.Kind == NameLifters.JobKind);
        Assert.Single(vault.Get<IEnumerable<IJobHandler>>().OfType<NameLifters>());
    }

    private static async Task<PersonId> RestrictAsync(VaultFixture vault, params string[] named)
    {
        var person = await vault.EnterAsync(VaultFixture.Anna);
        Assert.IsType<ChangeOutcome.Changed>(await vault.Get<RestrictPersonHandler>().HandleAsync(new RestrictPerson.RestrictPerson(person, 1, true, named, VaultFixture.Clerk), CancellationToken.None));
        return person;
    }

    private static void May(VaultFixture vault, string account, string organisation) =>
        vault.Get<Neighbours>().Reaches[account] = new Reach { Organisations = new HashSet<string>(StringComparer.Ordinal) { organisation } };

    private static NameLifters Job(VaultFixture vault) => new(vault.Stores.Main, vault.Get<IAccounts>(), TimeProvider.System);

    private static Task<List<string>> NamedAsync(VaultFixture vault, PersonId person) =>
        vault.QueryAsync(c => c.NamedReaders.Where(r => r.PersonId == person.Value).Select(r => r.AccountId).OrderBy(a => a).ToListAsync());
}
