using Microsoft.EntityFrameworkCore;
using Splot.Access.ChangeOrganisation;
using Splot.Access.NightlyJobs;
using Splot.Access.Organisations;
using Splot.Access.Tests.Support;
using Splot.Data;
using Splot.Testing;

namespace Splot.Access.Tests.Organisations;

/// <summary>Adding, changing and renaming organisations. Numbers are test numbers with right check digits.</summary>
public sealed class KeepOrganisationsTests
{
    private const string Nip = "1234563218";
    private const string OtherNip = "5252344078";

    [Theory, EachEngine]
    public async Task Add_MunicipalityWithTerc_StandsAtItsPlaceAndIsRecorded(Engine engine)
    {
        await using var store = await OrganisationStore.CreateAsync(engine);

        var id = await store.AddedAsync("Gmina Bielawa", OrganisationStore.Facts("municipality", numbers: ("TERC", "0202011")));

        var found = await store.FindAsync(id);
        Assert.Equal(("0202011", "TERC 020201", 1), (found.Place, found.Identifiers.Single().Lookup, found.Version));
        Assert.EndsWith("/0202/0202011/", found.PlacePath, StringComparison.Ordinal);
        Assert.Equal(["access.organisation-added"], await store.AuditAsync());
    }

    [Theory]
    [InlineData("NIP", "1234563219", "identifier-invalid")]
    [InlineData("NIP", "12345", "identifier-invalid")]
    [InlineData("TERC", "0202991", "terc-unknown")]
    [InlineData("TERC", "0201044", "terc-part")]
    [InlineData("TERC", "0202", "terc-unfit")]
    public async Task Add_WrongNumber_IsRefusedAtItsField(string kind, string value, string code)
    {
        await using var store = await OrganisationStore.CreateAsync();

        var outcome = Assert.IsType<KeepOutcome.Refused>(await store.AddAsync("Gmina", OrganisationStore.Facts("municipality", "0202011", null, (kind, value))));

        Assert.Equal((kind.ToLowerInvariant(), code), (outcome.Findings[0].Field, outcome.Findings[0].Code));
    }

    [Theory, EachEngine]
    public async Task Add_NumberOfAnother_IsRefusedWithItsName(Engine engine)
    {
        await using var store = await OrganisationStore.CreateAsync(engine);
        await store.AddedAsync("Pierwsza", OrganisationStore.Facts(numbers: ("NIP", Nip)));

        var outcome = Assert.IsType<KeepOutcome.Refused>(await store.AddAsync("Druga", OrganisationStore.Facts(numbers: ("NIP", "PL 123-456-32-18"))));

        Assert.Equal(("identifier-taken", "Pierwsza"), (outcome.Findings.Single().Code, outcome.Findings.Single().Other));
    }

    [Theory]
    [InlineData("0202011", true)]
    [InlineData("0201011", false)]
    [InlineData(null, false)]
    public async Task Add_OutsideTheKeepersTerritory_IsRefused(string? place, bool done)
    {
        await using var store = await OrganisationStore.CreateAsync();

        var outcome = await store.AddAsync("Fundacja", OrganisationStore.Facts(place: place), keeper: OrganisationStore.Of("/PL/PL5/PL51/PL517/"));

        Assert.Equal(done, outcome is KeepOutcome.Done);
        Assert.True(done || ((KeepOutcome.Refused)outcome).Findings.Single().Code == "place-outside");
    }

    [Theory, EachEngine]
    public async Task Change_ToAPlaceOutsideTheKeepersTerritory_IsRefusedAndNothingChanges(Engine engine)
    {
        await using var store = await OrganisationStore.CreateAsync(engine);
        var id = await store.AddedAsync("Fundacja", OrganisationStore.Facts(place: "0202011"));

        var outcome = await store.ChangeAsync(id, OrganisationStore.Facts(place: "PL"), OrganisationStore.Of("/PL/PL5/PL51/PL517/"));

        Assert.Equal("place-outside", Assert.IsType<KeepOutcome.Refused>(outcome).Findings.Single().Code);
        Assert.Equal(("0202011", 1), ((await store.FindAsync(id)).Place, (await store.FindAsync(id)).Version));
    }

    [Theory, EachEngine]
    public async Task Change_OfOneThatIsNotTheirs_IsNotThere(Engine engine)
    {
        await using var store = await OrganisationStore.CreateAsync(engine);
        var id = await store.AddedAsync("Fundacja", OrganisationStore.Facts(place: "0202011"));

        Assert.IsType<KeepOutcome.NotThere>(await store.ChangeAsync(id, OrganisationStore.Facts(place: "0201011"), OrganisationStore.Of("/PL/PL5/PL51/PL515/")));
    }

    [Theory, EachEngine]
    public async Task Change_OfAnOlderVersion_IsSuperseded(Engine engine)
    {
        await using var store = await OrganisationStore.CreateAsync(engine);
        var id = await store.AddedAsync("Fundacja");
        await store.ChangeAsync(id, OrganisationStore.Facts(place: "0202011"));

        Assert.IsType<KeepOutcome.Superseded>(await store.ChangeAsync(id, OrganisationStore.Facts(), version: 1));
    }

    [Theory, EachEngine]
    public async Task Change_Numbers_ReplacesThem(Engine engine)
    {
        await using var store = await OrganisationStore.CreateAsync(engine);
        var id = await store.AddedAsync("Fundacja", OrganisationStore.Facts(numbers: ("NIP", Nip)));

        await store.ChangeAsync(id, OrganisationStore.Facts(numbers: ("NIP", OtherNip)));

        Assert.Equal(OtherNip, (await store.FindAsync(id)).Identifiers.Single().Value);
    }

    [Theory, EachEngine]
    public async Task Change_ParentBelowItself_IsRefused(Engine engine)
    {
        await using var store = await OrganisationStore.CreateAsync(engine);
        var top = await store.AddedAsync("Góra");
        var middle = await store.AddedAsync("Środek", OrganisationStore.Facts(parent: top));
        var bottom = await store.AddedAsync("Dół", OrganisationStore.Facts(parent: middle));

        var outcome = await store.ChangeAsync(top, OrganisationStore.Facts(parent: bottom));

        Assert.Equal("parent-circle", Assert.IsType<KeepOutcome.Refused>(outcome).Findings.Single().Code);
    }

    [Fact]
    public async Task Change_TwoAtOnceBelowEachOther_MakeNoCircle()
    {
        await using var store = await OrganisationStore.CreateAsync(Engine.Postgres);
        var (one, other) = (await store.AddedAsync("Jedna"), await store.AddedAsync("Druga"));

        var outcomes = await Task.WhenAll(store.ChangeAsync(one, OrganisationStore.Facts(parent: other)), store.ChangeAsync(other, OrganisationStore.Facts(parent: one)));

        Assert.Single(outcomes.OfType<KeepOutcome.Done>());
    }

    [Theory, EachEngine]
    public async Task Add_ParentWithAnotherTerritory_IsOnlyWarnedOf(Engine engine)
    {
        await using var store = await OrganisationStore.CreateAsync(engine);
        var parent = await store.AddedAsync("Gmina", OrganisationStore.Facts("municipality", "0201011"));

        var outcome = await store.AddAsync("Ośrodek", OrganisationStore.Facts("social-assistance-centre", "0202011", parent));

        Assert.Equal("parent-elsewhere", Assert.IsType<KeepOutcome.Done>(outcome).Warnings.Single().Code);
    }

    [Theory, EachEngine]
    public async Task Rename_FromADayAhead_IsShownFromThatDayOn(Engine engine)
    {
        await using var store = await OrganisationStore.CreateAsync(engine);
        var id = await store.AddedAsync("Dawna", first: store.Today.AddYears(-1));
        await store.RenameAsync(id, "Nowa", store.Today.AddDays(2));
        Assert.Equal("Dawna", (await store.FindAsync(id)).Name);

        store.Stores.Clock.Leap(TimeSpan.FromDays(2));
        await store.Stores.Get<IEnumerable<IJobHandler>>().OfType<NamesOfToday>().Single().BatchAsync(CancellationToken.None);

        Assert.Equal(("Nowa", "nowa"), ((await store.FindAsync(id)).Name, (await store.FindAsync(id)).NameKey));
    }

    [Theory, EachEngine]
    public async Task Rename_BeforeALaterName_IsRefused(Engine engine)
    {
        await using var store = await OrganisationStore.CreateAsync(engine);
        var id = await store.AddedAsync("Dawna", first: store.Today.AddYears(-5));
        await store.RenameAsync(id, "Nowa", store.Today.AddYears(-1));

        Assert.Equal("name-later", Assert.IsType<KeepOutcome.Refused>(await store.RenameAsync(id, "Inna", store.Today.AddYears(-2))).Findings.Single().Code);
    }

    [Theory, EachEngine]
    public async Task FirstDay_PutRight_MovesTheFirstNameAndStandsInTheAudit(Engine engine)
    {
        await using var store = await OrganisationStore.CreateAsync(engine);
        var first = store.Today.AddYears(-5);
        var id = await store.AddedAsync("Dawna", first: first);
        await store.RenameAsync(id, "Nowa", first.AddYears(1));

        Assert.IsType<KeepOutcome.Done>(await BeginAsync(store, id, first.AddYears(-2)));

        var found = await store.FindAsync(id);
        Assert.Equal((first.AddYears(-2).DayNumber, "Nowa"), ((int)found.FromDay, found.Name));
        Assert.Equal([(first.AddYears(-2).DayNumber, "Dawna"), (first.AddYears(1).DayNumber, "Nowa")], found.Names.OrderBy(n => n.FromDay).Select(n => ((int)n.FromDay, n.Name)));
        Assert.Equal("access.organisation-changed", (await store.AuditAsync())[^1]);
    }

    [Theory, EachEngine]
    public async Task FirstDay_NotKnownAnyMore_IsTaken(Engine engine)
    {
        await using var store = await OrganisationStore.CreateAsync(engine);
        var id = await store.AddedAsync("Dawna", first: store.Today);

        Assert.IsType<KeepOutcome.Done>(await BeginAsync(store, id, null));

        Assert.Equal((0, 0), ((await store.FindAsync(id)).FromDay, (await store.FindAsync(id)).Names.Single().FromDay));
    }

    [Theory, EachEngine]
    public async Task FirstDay_AfterWhatHappenedSince_IsRefusedAndNothingChanges(Engine engine)
    {
        await using var store = await OrganisationStore.CreateAsync(engine);
        var (first, small) = (store.Today.AddYears(-5), await store.AddedAsync("Mała"));
        var id = await store.AddedAsync("Dawna", first: first);
        await store.RenameAsync(id, "Nowa", first.AddDays(10));
        await store.AddUnitAsync(id, "Zespół", first.AddDays(20));
        await store.MergeAsync(small, id, first.AddDays(29));
        await store.CloseAsync(id, first.AddDays(40));

        foreach (var (day, codes) in new (int, string)[] { (9, ""), (10, "first-day-name"), (21, "first-day-name first-day-unit"), (31, "first-day-name first-day-unit first-day-merger"), (41, "first-day-late") })
        {
            var outcome = await BeginAsync(store, id, first.AddDays(day));
            Assert.Equal(codes, string.Join(' ', (outcome as KeepOutcome.Refused)?.Findings.Select(f => f.Code) ?? []));
        }

        Assert.Equal(first.AddDays(9).DayNumber, (int)(await store.FindAsync(id)).FromDay);
    }

    [Theory, EachEngine]
    public async Task TakeNameBack_AfterARenaming_LetsTheFormerNameGoOn(Engine engine)
    {
        await using var store = await OrganisationStore.CreateAsync(engine);
        var id = await store.AddedAsync("Dawna");
        await store.RenameAsync(id, "Nowa", store.Today);

        await store.TakeNameBackAsync(id);

        var found = await store.FindAsync(id);
        Assert.Equal(("Dawna", 1, null), (found.Name, found.Names.Count, found.Names[0].ToDay));
        Assert.Equal("name-only", Assert.IsType<KeepOutcome.Refused>(await store.TakeNameBackAsync(id)).Findings.Single().Code);
    }

    [Theory, EachEngine]
    public async Task Audit_OfKeeping_HoldsNoNameNumberOrContact(Engine engine)
    {
        await using var store = await OrganisationStore.CreateAsync(engine);
        var id = await store.AddedAsync("Zenobia Wymyślona Usługi", OrganisationStore.Facts(numbers: ("NIP", Nip)) with { Email = "zenobia@example.org", Phone = "500 600 700", Address = "Zmyślona 1" });
        await store.RenameAsync(id, "Zenobia Zmyślona Usługi", store.Today);

        var told = await store.Stores.Main.ReadAsync(
            async session =>
            {
                var text = "";
                await using var reader = await session.Command("SELECT before, after FROM data_audit").ExecuteReaderAsync();
                while (await reader.ReadAsync())
                {
                    text += reader.Text(0) + reader.Text(1);
                }

                return text;
            },
            CancellationToken.None);

        Assert.All(["Zenobia", "zenobia", Nip, "500", "Zmy"], word => Assert.DoesNotContain(word, told, StringComparison.Ordinal));
        Assert.Contains("NIP", told, StringComparison.Ordinal);
    }

    private static async Task<KeepOutcome> BeginAsync(OrganisationStore store, string id, DateOnly? first) => await store.Stores.Get<ChangeOrganisationHandler>().HandleAsync(
        new ChangeOrganisation.ChangeOrganisation(OrganisationStore.Everything, id, (await store.FindAsync(id)).Version, OrganisationStore.Facts(), new FirstDay(first)), CancellationToken.None);
}
