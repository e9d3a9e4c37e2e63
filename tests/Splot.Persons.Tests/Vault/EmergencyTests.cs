using Splot.Contracts.Access;
using Splot.Contracts.Persons;
using Splot.Data;
using Splot.Persons.EmergencyAccess;
using Splot.Persons.ErasePerson;
using Splot.Persons.Model;
using Splot.Persons.ReadPerson;
using Splot.Persons.RestrictPerson;
using Splot.Persons.Vault;
using Splot.Testing;

namespace Splot.Persons.Tests.Vault;

public class EmergencyTests
{
    private const string Other = "0190000000007000800000000000f002";
    private const string Why = "Niebylska is at the door";
    private const string Reads = "SELECT COUNT(*) FROM data_audit WHERE act = 'persons.read' AND reason LIKE 'emergency %' AND actor = 'worker'";

    private static readonly Reach OtherUnit = new() { Units = new HashSet<string> { Other } };
    private static readonly Reach WholeCentre = new() { Organisations = new HashSet<string> { VaultFixture.Centre } };

    [Theory, EachEngine]
    public async Task Open_RecordOfAnotherUnit_IsSeenForThreeHoursAndRecordedAsEmergency(Engine engine)
    {
        await using var vault = await VaultFixture.CreateAsync(engine);
        var anna = await vault.EnterAsync(VaultFixture.Anna);
        Assert.IsType<ReadPersonOutcome.Unknown>(await SeeAsync(vault, anna));

        Assert.IsType<OpenInEmergencyOutcome.Opened>(await OpenAsync(vault, anna));
        var during = await SeeAsync(vault, anna);
        vault.Stores.Clock.Leap(TimeSpan.FromHours(3));

        Assert.NotNull(Assert.IsType<ReadPersonOutcome.Found>(during).Emergency);
        Assert.IsType<ReadPersonOutcome.Unknown>(await SeeAsync(vault, anna));
        Assert.Equal(1, await vault.NumberAsync(Reads));
    }

    [Theory, EachEngine]
    public async Task Open_Record_OpensNoOtherAndToNobodyElse(Engine engine)
    {
        await using var vault = await VaultFixture.CreateAsync(engine);
        var (anna, georgi) = (await vault.EnterAsync(VaultFixture.Anna), await vault.EnterAsync(VaultFixture.Georgi));

        await OpenAsync(vault, anna);

        Assert.IsType<ReadPersonOutcome.Unknown>(await SeeAsync(vault, georgi));
        Assert.IsType<ReadPersonOutcome.Unknown>(await SeeAsync(vault, anna, "somebody else"));
        Assert.Equal(0, await vault.Get<IPersons>().CountAsync(new PersonScope("worker", OtherUnit), CancellationToken.None));
    }

    [Theory, EachEngine]
    public async Task Open_RestrictedOrAnotherOrganisations_IsUnknown(Engine engine)
    {
        await using var vault = await VaultFixture.CreateAsync(engine);
        var (anna, georgi) = (await vault.EnterAsync(VaultFixture.Anna), await vault.EnterAsync(VaultFixture.Georgi, VaultFixture.Town));
        await RestrictAsync(vault, anna, "worker");

        Assert.IsType<OpenInEmergencyOutcome.Unknown>(await OpenAsync(vault, anna));
        Assert.IsType<OpenInEmergencyOutcome.Unknown>(await OpenAsync(vault, georgi));
        Assert.IsType<OpenInEmergencyOutcome.Unknown>(await OpenAsync(vault, new PersonId("unknown")));
    }

    [Theory, EachEngine]
    public async Task Restrict_WhileOpen_ClosesIt(Engine engine)
    {
        await using var vault = await VaultFixture.CreateAsync(engine);
        var anna = await vault.EnterAsync(VaultFixture.Anna);
        await OpenAsync(vault, anna);

        await RestrictAsync(vault, anna, "somebody else");

        Assert.IsType<ReadPersonOutcome.Unknown>(await SeeAsync(vault, anna));
        Assert.Empty((await ListAsync(vault, WholeCentre)).Emergencies);
    }

    [Theory, EachEngine]
    public async Task Open_AgainOrWithinReach_AddsNothing(Engine engine)
    {
        await using var vault = await VaultFixture.CreateAsync(engine);
        var (anna, own) = (await vault.EnterAsync(VaultFixture.Anna), await vault.EnterAsync(VaultFixture.Georgi, unit: Other));

        Assert.Equal(await OpenAsync(vault, anna), await OpenAsync(vault, anna));
        Assert.IsType<OpenInEmergencyOutcome.NotNeeded>(await OpenAsync(vault, own));
        Assert.Single((await ListAsync(vault, WholeCentre)).Emergencies);
    }

    [Theory, EachEngine]
    public async Task List_OfTheHeadsOfBothUnits_ShowsItWithItsReason(Engine engine)
    {
        await using var vault = await VaultFixture.CreateAsync(engine);
        await OpenAsync(vault, await vault.EnterAsync(VaultFixture.Anna));

        Assert.Equal(Why, Assert.Single((await ListAsync(vault, new Reach { Units = new HashSet<string> { VaultFixture.Office } })).Emergencies).Why);
        Assert.Equal("worker", Assert.Single((await ListAsync(vault, OtherUnit)).Emergencies).Account);
        Assert.Empty((await ListAsync(vault, new Reach { Units = new HashSet<string> { "another" } })).Emergencies);
    }

    [Theory, EachEngine]
    public async Task Acknowledge_ByTheHeadNotByOneself_IsNotedAndNoLongerWaits(Engine engine)
    {
        await using var vault = await VaultFixture.CreateAsync(engine);
        await OpenAsync(vault, await vault.EnterAsync(VaultFixture.Anna));
        var (handler, head) = (vault.Get<WatchEmergenciesHandler>(), By("head", WholeCentre));
        var emergency = (await ListAsync(vault, WholeCentre)).Emergencies[0].Id;
        Assert.Equal(1, await handler.WaitingAsync(head.Sight, CancellationToken.None));

        Assert.False(await handler.HandleAsync(new AcknowledgeEmergency(emergency, By("worker", WholeCentre)), CancellationToken.None));
        Assert.False(await handler.HandleAsync(new AcknowledgeEmergency(emergency, By("head", new Reach { Units = new HashSet<string> { "another" } })), CancellationToken.None));
        Assert.True(await handler.HandleAsync(new AcknowledgeEmergency(emergency, head), CancellationToken.None));

        Assert.Equal(0, await handler.WaitingAsync(head.Sight, CancellationToken.None));
        Assert.Equal("head", (await ListAsync(vault, WholeCentre)).Emergencies[0].AcknowledgedBy);
    }

    [Theory, EachEngine]
    public async Task End_ByTheHead_ClosesTheRecordAtOnce(Engine engine)
    {
        await using var vault = await VaultFixture.CreateAsync(engine);
        var anna = await vault.EnterAsync(VaultFixture.Anna);
        await OpenAsync(vault, anna);

        Assert.True(await vault.Get<WatchEmergenciesHandler>().HandleAsync(new EndEmergency((await ListAsync(vault, WholeCentre)).Emergencies[0].Id, By("head", WholeCentre)), CancellationToken.None));

        Assert.IsType<ReadPersonOutcome.Unknown>(await SeeAsync(vault, anna));
    }

    [Theory, EachEngine]
    public async Task Erase_Person_LeavesTheFactAndNoReason(Engine engine)
    {
        await using var vault = await VaultFixture.CreateAsync(engine);
        var anna = await vault.EnterAsync(VaultFixture.Anna);
        await OpenAsync(vault, anna);
        Assert.False(StoreBytes.Hold(await StoreBytes.ReadAsync(vault.Stores.Main), "at the door"), "The reason can be read in the store.");

        await vault.Get<ErasePersonHandler>().HandleAsync(new ErasePerson.ErasePerson(anna, 1, false, VaultFixture.Clerk), CancellationToken.None);

        Assert.Null(Assert.Single((await ListAsync(vault, WholeCentre)).Emergencies).Why);
    }

    [Theory, EachEngine]
    public async Task Open_WhereNobodyWatches_IsRefused(Engine engine)
    {
        await using var vault = await VaultFixture.CreateAsync(engine);
        var anna = await vault.EnterAsync(VaultFixture.Anna);

        Assert.IsType<OpenInEmergencyOutcome.Unwatched>(await OpenAsync(vault, anna, watcher: "worker"));
        Assert.IsType<ReadPersonOutcome.Unknown>(await SeeAsync(vault, anna));
    }

    [Theory, EachEngine]
    public async Task Open_TellsTheSupervisorsOnceByMailAndNothingOfThePerson(Engine engine)
    {
        await using var vault = await VaultFixture.CreateAsync(engine);
        var opened = Assert.IsType<OpenInEmergencyOutcome.Opened>(await OpenAsync(vault, await vault.EnterAsync(VaultFixture.Anna)));
        var consumer = vault.Get<IEnumerable<IConsumer>>().OfType<TellSupervisors>().Single();
        var told = new Delivery(1, OpenedInEmergency.Name, System.Text.Json.JsonSerializer.Serialize(new OpenedInEmergency(new PersonId("any"), opened.Emergency), System.Text.Json.JsonSerializerOptions.Web));

        await consumer.HandleAsync(told, CancellationToken.None);
        await consumer.HandleAsync(told, CancellationToken.None);

        var letter = Assert.Single(vault.Get<Letters>().Sent);
        Assert.Equal("head@demo.invalid", letter.To);
        Assert.Contains("/en/desk/emergency", letter.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Niebylska", letter.Subject + letter.Text, StringComparison.Ordinal);
    }

    private static Task<OpenInEmergencyOutcome> OpenAsync(VaultFixture vault, PersonId person, string watcher = "head")
    {
        vault.Get<Neighbours>().Reaches[watcher] = WholeCentre;
        return vault.Get<OpenInEmergencyHandler>().HandleAsync(new OpenInEmergency(person, Why, Other, By("worker", OtherUnit).Sight, By("worker", WholeCentre)), CancellationToken.None);
    }

    private static Task<ReadPersonOutcome> SeeAsync(VaultFixture vault, PersonId person, string account = "worker")
    {
        var by = By(account, OtherUnit);
        return vault.Get<ReadPersonHandler>().HandleAsync(
            new ReadPerson.ReadPerson(person, by with { Sight = by.Sight with { EmergenciesAt = vault.Stores.Clock.GetUtcNow().ToUnixTimeMilliseconds() } }), CancellationToken.None);
    }

    private static Task<EmergencyList> ListAsync(VaultFixture vault, Reach reach) => vault.Get<WatchEmergenciesHandler>().HandleAsync(new ListEmergencies(By("head", reach)), CancellationToken.None);

    private static Task<ChangeOutcome> RestrictAsync(VaultFixture vault, PersonId person, string reader) =>
        vault.Get<RestrictPersonHandler>().HandleAsync(new RestrictPerson.RestrictPerson(person, 1, true, [reader], VaultFixture.Clerk), CancellationToken.None);

    private static Doer By(string account, Reach reach) => VaultFixture.By(new PersonScope(account, reach));
}
