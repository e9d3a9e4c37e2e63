using System.Text;
using Splot.Access.ImportOrganisations;
using Splot.Access.Tests.Support;
using Splot.Data;
using Splot.Tables;
using Splot.Testing;

namespace Splot.Access.Tests.Organisations;

/// <summary>Lists of organisations, row by row.</summary>
public sealed class ImportOrganisationsTests
{
    private const string List = """
        Rodzaj;Nazwa;NIP;Kod TERC;Jednostka nadrzędna;E-mail;Telefon;Ważne od
        gmina;Gmina Bielawa;123-456-32-18;0202011;;urzad@example.org;74 000 00 00;01.05.1973
        OPS;Ośrodek Pomocy Społecznej w Bielawie;5252344078;0202011;1234563218;;;2001-01-01
        """;

    [Theory, EachEngine]
    public async Task Import_AList_StoresEveryRowWithPlaceAndParent(Engine engine)
    {
        await using var store = await OrganisationStore.CreateAsync(engine);

        var report = await store.ImportAsync(List);

        Assert.Equal(("done", 2, 0, 0, 2), (report.Outcome, report.Accepted, report.Rejected, report.Warnings, report.Added));
        var (gmina, ops) = ((await store.AllAsync())[0], (await store.AllAsync())[1]);
        Assert.Equal(("municipality", "0202011", new DateOnly(1973, 5, 1).DayNumber), (gmina.Kind, gmina.Place, (int)gmina.FromDay));
        Assert.Equal(("social-assistance-centre", "0202011", gmina.Id), (ops.Kind, ops.Place, ops.ParentId));
        Assert.Equal(["NIP"], ops.Identifiers.Select(i => i.Kind));
    }

    [Theory, EachEngine]
    public async Task Import_TheSameListTwice_ChangesNothing(Engine engine)
    {
        await using var store = await OrganisationStore.CreateAsync(engine);
        await store.ImportAsync(List);

        var again = await store.ImportAsync(List);

        Assert.Equal((0, 0, 2), (again.Added, again.Changed, again.Unchanged));
        Assert.Equal(2, (await store.AuditAsync()).Count);
    }

    [Theory, EachEngine]
    public async Task Import_ANewerList_RenamesAndFillsInAndKeepsWhatItDoesNotSay(Engine engine)
    {
        await using var store = await OrganisationStore.CreateAsync(engine);
        await store.ImportAsync(List);

        var report = await store.ImportAsync("nazwa;nip;telefon;od\nCentrum Usług Społecznych w Bielawie;5252344078;111 222 333;1.03.2024", kind: "services-centre");

        var found = (await store.AllAsync())[0];
        Assert.Equal(("name-changed", 1), (report.Issues.Single().Code, report.Changed));
        Assert.Equal(("social-assistance-centre", "Centrum Usług Społecznych w Bielawie", "111 222 333"), (found.Kind, found.Name, found.Phone));
        Assert.Equal([new DateOnly(2001, 1, 1).DayNumber, new DateOnly(2024, 3, 1).DayNumber], found.Names.Select(n => (int)n.FromDay).Order());
    }

    [Theory, EachEngine]
    public async Task Import_AnOlderListAfterARenaming_LeavesTheNewName(Engine engine)
    {
        await using var store = await OrganisationStore.CreateAsync(engine);
        await store.ImportAsync(List);
        await store.RenameAsync((await store.AllAsync())[0].Id, "Miasto Bielawa", store.Today);

        var report = await store.ImportAsync(List);

        Assert.Equal("name-former", report.Issues.Single().Code);
        Assert.Contains(await store.AllAsync(), o => o.Name == "Miasto Bielawa");
    }

    [Theory]
    [InlineData("gmina;Gmina X;1234563218;0202011;;;;\ngmina;Gmina Y;1234563218;0201011;;;;", "row-twice")]
    [InlineData("szkoła;Szkoła;;;;;;", "kind-unknown")]
    [InlineData(";Szkoła;;;;;;", "kind-missing")]
    [InlineData("gmina;;;0202011;;;;", "row-names-nothing")]
    [InlineData("gmina;Bogatynia;;0225034;;;;", "terc-part")]
    public async Task Import_ARowThatCannotBeTaken_IsLeftOutWithItsReason(string rows, string code)
    {
        await using var store = await OrganisationStore.CreateAsync();

        var report = await store.ImportAsync("Rodzaj;Nazwa;NIP;Kod TERC;Jednostka nadrzędna;E-mail;Telefon;Ważne od\npartner;Fundacja;;;;;;\n" + rows);

        Assert.Equal(code, Assert.Single(report.Issues, i => i.Severity == "error").Code);
        Assert.Equal(("done", 1), (report.Outcome, report.Rejected));
    }

    [Theory]
    [InlineData("gmina;G;1234563219;;;;;", "identifier-invalid")]
    [InlineData("partner;G;;3299999;;;;", "place-unknown")]
    [InlineData("partner;G;;;;biuro;;", "email-invalid")]
    [InlineData("partner;G;;;5252344078;;;", "parent-unknown")]
    [InlineData("partner;G;;;;;;kiedyś", "date-unreadable")]
    [InlineData("partner;G;5252344078;;5252344078;;;", "parent-circle")]
    public async Task Import_WhatIsWrongInARow_IsLeftOutWithAWarning(string row, string code)
    {
        await using var store = await OrganisationStore.CreateAsync();

        var report = await store.ImportAsync("Rodzaj;Nazwa;NIP;Kod TERC;Jednostka nadrzędna;E-mail;Telefon;Ważne od\n" + row);

        Assert.Equal((code, "warning", 2L), (report.Issues.Single().Code, report.Issues.Single().Severity, report.Issues.Single().Row));
        Assert.Equal(1, report.Added);
    }

    [Theory, EachEngine]
    public async Task Import_NumbersOfTwoOrganisations_IsLeftOut(Engine engine)
    {
        await using var store = await OrganisationStore.CreateAsync(engine);
        await store.AddedAsync("Jedna", OrganisationStore.Facts(numbers: ("NIP", "1234563218")));
        await store.AddedAsync("Druga", OrganisationStore.Facts(numbers: ("REGON", "123456785")));

        var report = await store.ImportAsync("kind;name;nip;regon\npartner;Jedna;1234563218;123456785");

        Assert.Equal(["no-organisations", "identifiers-contradict"], report.Issues.Select(i => i.Code));
    }

    [Theory, EachEngine]
    public async Task Import_OfOneThatHasEnded_IsLeftOut(Engine engine)
    {
        await using var store = await OrganisationStore.CreateAsync(engine);
        var id = await store.AddedAsync("Jedna", OrganisationStore.Facts(numbers: ("NIP", "1234563218")));
        await store.CloseAsync(id, store.Today.AddDays(-1));

        Assert.Equal(["no-organisations", "organisation-ended"], (await store.ImportAsync("kind;name;nip\npartner;Jedna;1234563218")).Issues.Select(i => i.Code));
    }

    [Theory, EachEngine]
    public async Task Import_RowsOutsideTheTerritory_AreLeftOut(Engine engine)
    {
        await using var store = await OrganisationStore.CreateAsync(engine);
        await store.AddedAsync("Obca", OrganisationStore.Facts(place: "0201011", numbers: ("NIP", "1234563218")));

        var report = await store.ImportAsync("kind;name;nip;place\npartner;Obca;1234563218;0202011\npartner;Nowa;;0201011\npartner;Własna;;0202011", keeper: OrganisationStore.Of("/PL/PL5/PL51/PL517/"));

        Assert.Equal((1, 2, "place-outside", "place-outside"), (report.Added, report.Rejected, report.Issues[0].Code, report.Issues[1].Code));
    }

    [Theory, EachEngine]
    public async Task Import_WithoutNumbers_FindsByKindNameAndPlace(Engine engine)
    {
        await using var store = await OrganisationStore.CreateAsync(engine);
        const string list = "kind;name;place;phone\nprovider;Dom Dziennego Pobytu;0202011;1 2 3\nprovider;Dom Dziennego Pobytu;0201011;4 5 6";
        await store.ImportAsync(list);

        Assert.Equal((0, 2), ((await store.ImportAsync(list)).Added, (await store.ImportAsync(list)).Unchanged));
    }

    [Theory, EachEngine]
    public async Task DryRun_OfAList_SaysTheSameAndStoresNothing(Engine engine)
    {
        await using var store = await OrganisationStore.CreateAsync(engine);

        var report = await store.ImportAsync(List, dryRun: true);

        Assert.Equal(("dry-run", 2), (report.Outcome, report.Added));
        Assert.Empty(await store.AllAsync());
    }

    [Theory]
    [InlineData("", "file-empty")]
    [InlineData("a;b\n1;2", "no-header")]
    [InlineData("kind;name;nip", "no-rows")]
    [InlineData("%PDF-1.7 …", "format-unsupported")]
    [InlineData("kind;name;from\npartner;A;03/04/2020", "dates-ambiguous")]
    public async Task Import_WhatIsNoList_IsRefusedAsAWhole(string file, string code)
    {
        await using var store = await OrganisationStore.CreateAsync();

        // Without a country no habit settles the order of day and month.
        var report = await store.ImportAsync(file, mapping: new Mapping { Country = "XX" });

        Assert.Equal(("refused", code), (report.Outcome, report.Issues[0].Code));
    }

    [Fact]
    public async Task Import_BulgarianListWithMapping_IsUnderstood()
    {
        await using var store = await OrganisationStore.CreateAsync();

        var report = await store.ImportAsync("Вид;Наименование;ЕИК;LauCode;Бележка\nобщина;Община Банско;000024663;BLG01;x", mapping: new Mapping { Country = "BG" });

        var found = Assert.Single(await store.AllAsync());
        Assert.Equal(("municipality", "BG", "BLG01", "Бележка"), (found.Kind, found.Country, found.Place, report.UnusedColumns.Single()));
    }

    [Fact]
    public async Task Import_Workbook_IsReadLikeText()
    {
        await using var store = await OrganisationStore.CreateAsync();
        using var file = new MemoryStream();
        await using (var workbook = new XlsxTableWriter(file, [new OutputColumn("rodzaj", OutputKind.Text), new OutputColumn("nazwa", OutputKind.Text), new OutputColumn("krs", OutputKind.Text)], "lista"))
        {
            workbook.Text("fundacja");
            workbook.Text("Fundacja Próbna");
            workbook.Text("0000123456");
            await workbook.EndRowAsync(CancellationToken.None);
            await workbook.CompleteAsync(CancellationToken.None);
        }

        await store.ImportAsync(file.ToArray());

        Assert.Equal("KRS 0000123456", Assert.Single(await store.AllAsync()).Identifiers.Single().Lookup);
    }

    [Fact]
    public async Task Import_RegisterOfMunicipalities_StoresOnlyWholeOnes()
    {
        var file = await File.ReadAllBytesAsync(SharedFolder.Path("data/territory-pl/TERC_Adresowy_2026-02-16.csv"));
        var mapping = new Mapping { Columns = new Dictionary<string, string> { ["NAZWA_DOD"] = "kind", ["NAZWA"] = "name" } };
        await using var store = await OrganisationStore.CreateAsync();

        var report = await store.ImportAsync(file, mapping: mapping);

        Assert.Equal("done", report.Outcome);
        Assert.InRange(report.Added, 2_000, 2_900);
        Assert.Equal(0, (await store.ImportAsync(file, mapping: mapping)).Added);
    }

    [Fact]
    public void Report_InJson_HasTheShapeOfTheContract()
    {
        var report = new ImportReport { File = "x.csv", Rows = 1 };
        report.Add(new ImportIssue(2, "NIP", "warning", "identifier-invalid", "…", "1"));

        var json = System.Text.Json.JsonDocument.Parse(Encoding.UTF8.GetBytes(report.ToJson())).RootElement;

        Assert.Equal(
            (1, 0, 0, 1, "identifier-invalid"),
            (json.GetProperty("rows").GetInt32(), json.GetProperty("accepted").GetInt32(), json.GetProperty("rejected").GetInt32(), json.GetProperty("warnings").GetInt32(), json.GetProperty("issues")[0].GetProperty("code").GetString()));
    }
}
