using Splot.Contracts.Access;
using Splot.Contracts.Persons;
using Splot.Data;
using Splot.Persons.EmergencyAccess;
using Splot.Persons.ErasePerson;
using Splot.Persons.ExportPersons;
using Splot.Persons.FindDuplicates;
using Splot.Persons.FindPersons;
using Splot.Persons.HandOver;
using Splot.Persons.ListPersons;
using Splot.Persons.MergePersons;
using Splot.Persons.Model;
using Splot.Persons.PackSubjectData;
using Splot.Persons.ReadHistory;
using Splot.Persons.ReadPerson;
using Splot.Persons.RestrictPerson;
using Splot.Persons.Vault;
using Splot.Testing;

namespace Splot.Persons.Tests.Vault;

/// <summary>Generated from the table of acts: what every role learns, in every way, of a record that is hidden and of one that is beyond its reach.</summary>
public class RoleTests
{
    private const string Me = "me";
    private const string Operation = "operation";

    private static readonly string[] EveryWay = ["count", "direct address", "duplicates", "emergency", "erasure", "export", "find", "hand-over", "history", "list", "merge", "other rooms", "package", "restriction", "traits"];

    [Theory, EachEngine]
    public async Task Restricted_AskedByEveryRole_IsSeenInNoWay(Engine engine)
    {
        await using var vault = await VaultFixture.CreateAsync(engine);
        var hidden = await AddAsync(vault, VaultFixture.Anna, VaultFixture.Centre, VaultFixture.Office);
        await vault.Get<RestrictPersonHandler>().HandleAsync(new RestrictPerson.RestrictPerson(hidden, 1, true, ["head"], VaultFixture.Clerk), CancellationToken.None);

        Assert.Empty(await LeaksAsync(vault, hidden, hintsOfOffices: false));
    }

    [Theory, EachEngine]
    public async Task BeyondReach_AskedByEveryRole_IsSeenInNoWayButAsAnOfficeToAsk(Engine engine)
    {
        await using var vault = await VaultFixture.CreateAsync(engine);
        var beyond = await vault.EnterAsync(VaultFixture.Anna, VaultFixture.Town, "0190000000007000800000000000f009");

        Assert.Empty(await LeaksAsync(vault, beyond, hintsOfOffices: true));
    }

    [Theory, EachEngine]
    public async Task Canary_NamedInTheRecordAndWithinReach_SeesItInEveryWay(Engine engine)
    {
        await using var vault = await VaultFixture.CreateAsync(engine);
        var hidden = await AddAsync(vault, VaultFixture.Anna, VaultFixture.Centre, VaultFixture.Office);
        await vault.Get<RestrictPersonHandler>().HandleAsync(new RestrictPerson.RestrictPerson(hidden, 1, true, ["head"], VaultFixture.Clerk), CancellationToken.None);
        vault.Get<Neighbours>().Reaches["new"] = new Reach { Everything = true };

        Assert.Equal(EveryWay, await WaysAsync(vault, hidden, "head", _ => new Reach { Everything = true }, hintsOfOffices: false));
    }

    private static async Task<List<string>> LeaksAsync(VaultFixture vault, PersonId person, bool hintsOfOffices)
    {
        vault.Get<Neighbours>().Reaches["new"] = new Reach { Everything = true };
        await AddAsync(vault, VaultFixture.Georgi, VaultFixture.Centre, VaultFixture.Office);
        var leaks = new List<string>();
        foreach (var role in Roles.All)
        {
            leaks.AddRange((await WaysAsync(vault, person, Me, act => ReachOf(role, act), hintsOfOffices)).Select(w => $"{role}: {w}"));
        }

        return leaks;
    }

    /// <summary>The ways in which somebody learns of the person.</summary>
    private static async Task<List<string>> WaysAsync(VaultFixture vault, PersonId person, string account, Func<Act, Reach> reach, bool hintsOfOffices)
    {
        var ways = new List<string>();
        var (see, cancellation) = (By(Acts.SeePersons), CancellationToken.None);
        Note("direct address", await vault.Get<ReadPersonHandler>().HandleAsync(new ReadPerson.ReadPerson(person, see), cancellation) is ReadPersonOutcome.Found);
        Note("traits", await vault.Get<ReadPersonHandler>().HandleAsync(new ReadPerson.ReadPerson(person, see, By(Acts.SeeTraits).Sight), cancellation) is ReadPersonOutcome.Found { Traits: not null });
        Note("history", await vault.Get<ReadHistoryHandler>().HandleAsync(new ReadHistory.ReadHistory(person, see), cancellation) is not null);
        Note("find", (await vault.Get<FindPersonsHandler>().HandleAsync(new FindPersons.FindPersons(VaultFixture.Anna.Numbers[0].Value, see), cancellation)).Persons.Count > 0);
        var page = await vault.Get<ListPersonsHandler>().HandleAsync(new ListPersons.ListPersons(new PersonFilter(), see), cancellation);
        Note("list", page.Persons.Any(p => p.Id == person));
        Note("count", page.Total != page.Persons.Count(p => p.Id != person) || await vault.Get<IPersons>().CountAsync(Scope(Acts.SeePersons), cancellation) != page.Persons.Count(p => p.Id != person));
        Note("other rooms", (await vault.Get<IPersons>().FindAsync([person], Scope(Acts.SeePersons), cancellation)).Count + (await vault.Get<IPersons>().AllowedAsync([person], Scope(Acts.SeePersons), cancellation)).Count > 0);
        var hints = await vault.Get<FindDuplicatesHandler>().HandleAsync(new FindDuplicates.FindDuplicates(VaultFixture.Anna, see), cancellation);
        Note("duplicates", hints.Any(h => h is DuplicateHint.Here || !hintsOfOffices));
        Note("export", (await vault.Get<ExportPersonsHandler>().HandleAsync(new ExportPersons.ExportPersons(new PersonFilter(), By(Acts.ExportPersons), null, 100), cancellation)).Rows.Any(p => p.Id == person));
        Note("package", await vault.Get<PackSubjectDataHandler>().HandleAsync(new PackSubjectData.PackSubjectData(person, By(Acts.AnswerSubjects)), cancellation) is not null);
        var merged = await vault.Get<MergePersonsHandler>().HandleAsync(new MergePersons.MergePersons(person, 99, new PersonId("none"), 1, null, By(Acts.MergePersons)), cancellation);
        Note("merge", merged is not MergePersonsOutcome.Refused { Why: ChangeOutcome.Unknown });
        Note("restriction", await vault.Get<RestrictPersonHandler>().HandleAsync(new RestrictPerson.RestrictPerson(person, 99, true, [], By(Acts.RestrictPersons)), cancellation) is not ChangeOutcome.Unknown);
        Note("emergency", await vault.Get<OpenInEmergencyHandler>().HandleAsync(new OpenInEmergency(person, "why", null, By(Acts.SeePersons).Sight, By(Acts.EmergencyAccess)), cancellation) is not OpenInEmergencyOutcome.Unknown);
        Note("erasure", await vault.Get<ErasePersonHandler>().HandleAsync(new ErasePerson.ErasePerson(person, 99, true, By(Acts.AnswerSubjects)), cancellation) is not ErasePersonOutcome.Refused { Why: ChangeOutcome.Unknown });
        Note("hand-over", await vault.Get<HandOverHandler>().HandleAsync(new HandOver.HandOver("keeper", "new", [person], By(Acts.HandOver)), cancellation) is not HandOverOutcome.HandedOver(0));
        ways.Sort(StringComparer.Ordinal);
        return ways;

        void Note(string way, bool seen)
        {
            if (seen)
            {
                ways.Add(way);
            }
        }

        PersonScope Scope(Act act) => new(account, reach(act));
        Doer By(Act act) => VaultFixture.By(Scope(act));
    }

    /// <summary>A role held in the centre, in its office and for the operation.</summary>
    private static Reach ReachOf(Role role, Act act) => act.ScopeOf(role) switch
    {
        Scope.All => new Reach { Everything = true },
        Scope.Own => new Reach { Keepers = One(Me) },
        Scope.Unit => new Reach { Units = One(VaultFixture.Office) },
        Scope.Organisation or Scope.Territory => new Reach { Organisations = One(VaultFixture.Centre) },
        Scope.Operation => new Reach { Operations = One(Operation) },
        _ => Reach.Nothing,
    };

    /// <summary>A record that each role reaches.</summary>
    private static async Task<PersonId> AddAsync(VaultFixture vault, PersonIdentity identity, string organisation, string unit)
    {
        var made = await vault.Get<CreatePerson.CreatePersonHandler>().HandleAsync(
            new CreatePerson.CreatePerson(organisation, unit, "keeper", identity, VaultFixture.Clerk.Sight, true, VaultFixture.Clerk) { Operations = [Operation] }, CancellationToken.None);
        return Assert.IsType<CreatePerson.CreatePersonOutcome.Created>(made).Person;
    }

    private static HashSet<string> One(string id) => new(StringComparer.Ordinal) { id };
}
