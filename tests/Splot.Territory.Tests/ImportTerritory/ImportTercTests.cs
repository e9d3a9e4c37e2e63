using Splot.Contracts.Territory;
using Splot.Data;
using Splot.Kernel;
using Splot.Territory.ImportTerritory;
using Splot.Testing;

namespace Splot.Territory.Tests.ImportTerritory;

public class ImportTercTests
{
    [Fact]
    public async Task Import_TheRegisterThatTheFactsCameFrom_FindsNothingNew()
    {
        await using var stores = await TestStore.CreateAsync(Engine.Sqlite, s => s.AddTerritory());

        var outcome = await stores.ImportAsync(await File.ReadAllBytesAsync(SharedFolder.Path("data/territory-pl/TERC_Adresowy_2026-02-16.csv")), "terc.csv");

        Assert.Empty(Assert.IsType<ImportTerritoryOutcome.Imported>(outcome).Warnings);
        Assert.Equal(Shipped.Units.Count, stores.Get<ITerritory>().Units.Count);
    }

    [Theory, EachEngine]
    public async Task Import_NewerEdition_DatesWhatChanged(Engine engine)
    {
        await using var stores = await TestStore.CreateAsync(engine, s => s.AddTerritory());

        var outcome = await stores.ImportAsync(Newer(), "terc.csv");

        var territory = stores.Get<ITerritory>();
        Assert.Equal(3, Assert.IsType<ImportTerritoryOutcome.Imported>(outcome).Warnings.Count);
        Assert.Equal(("0618043", new DateOnly(2027, 1, 1)), (territory.Current(territory.Find("0618042")!).Code, territory.Find("0618043")!.ValidFrom));
        Assert.Equal("0618", territory.Find("0618992")!.Parent);
        Assert.Equal("Nowa Nazwa", territory.Find("0618112")!.Label(Language.Polish).Text);
        Assert.Equal("0618112", Assert.Single(territory.Match("WOJ.: LUBELSKIE, POW.: tomaszowski, GM.: Tomaszów Lubelski - Gmina wiejska", "PL")).Unit!.Code);
        Assert.False(territory.Find("0618132")!.IsCurrent);
    }

    [Fact]
    public async Task Import_OlderEdition_IsRefused()
    {
        await using var stores = await TestStore.CreateAsync(Engine.Sqlite, s => s.AddTerritory());

        Assert.IsType<ImportTerritoryOutcome.Refused>(await stores.ImportAsync(Files.TercHeader + "06;18;01;1;Tomaszów Lubelski;gmina miejska;2020-01-01\n"));
    }

    [Theory]
    [InlineData("06;18;01;1;Tomaszów Lubelski;gmina miejska;2027-01-01\n06;18;02;2;X;gmina wiejska;2027-01-02\n")]
    [InlineData("6;18;01;1;Tomaszów Lubelski;gmina miejska;2027-01-01\n")]
    [InlineData("06;18;01;7;Tomaszów Lubelski;gmina miejska;2027-01-01\n")]
    [InlineData("06;18;01;1;;gmina miejska;2027-01-01\n")]
    public async Task Import_DamagedRegister_IsRefused(string rows)
    {
        await using var stores = await TestStore.CreateAsync(Engine.Sqlite, s => s.AddTerritory());

        Assert.IsType<ImportTerritoryOutcome.Refused>(await stores.ImportAsync(Files.TercHeader + rows));
    }

    /// <summary>The register as it is held, with invented changes in one powiat: a new type, a new gmina, a new name, one gmina gone.</summary>
    private static string Newer()
    {
        var rows = Shipped.Units.Where(u => u is { Country: "PL", IsCurrent: true, Kind: UnitKind.Powiat or UnitKind.Lau }).Select(u => u switch
        {
            { Kind: UnitKind.Powiat } => $"{u.Code[..2]};{u.Code[2..]};;;{Name(u)};{(u.Type == "land" ? "powiat" : "miasto na prawach powiatu")}",
            { Code: "0618042" } => Gmina("0618043", Name(u)),
            { Code: "0618112" } => Gmina(u.Code, "Nowa Nazwa"),
            { Code: "0618132" } => Gmina("0618992", "Nowa"),
            _ => Gmina(u.Code, Name(u)),
        });
        return Files.TercHeader + string.Concat(rows.Select(r => r + ";2027-01-01\n"));
    }

    private static string Name(TerritorialUnit unit) => unit.Label(Language.Polish).Text;

    private static string Gmina(string code, string name) => $"{code[..2]};{code[2..4]};{code[4..6]};{code[6]};{name};gmina";
}
