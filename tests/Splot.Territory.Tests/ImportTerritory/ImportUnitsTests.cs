using System.Text;
using Splot.Contracts.Territory;
using Splot.Data;
using Splot.Kernel;
using Splot.Territory.ImportTerritory;
using Splot.Testing;

namespace Splot.Territory.Tests.ImportTerritory;

public class ImportUnitsTests
{
    // An invented reform: Ruse gives away a part on 1 January 2027, and Slivo pole joins Ruse on the same day.
    private const string Reform = Files.UnitHeader + """
        lau	RSE99	BG323	2027-01-01		obshtina	bg	Нова
        lau	RSE27	BG323		2026-12-31	obshtina	bg	Русе
        lau	RSE27	BG323	2027-01-01		obshtina	bg	Русе
        lau	RSE33	BG323		2026-12-31	obshtina	bg	Сливо поле
        """;

    private const string Relations = """
        relation	predecessor	successor	on	verified	source
        split	RSE27	RSE99	2027-01-01	yes	invented
        merge	RSE33	RSE27	2027-01-01	yes	invented
        """;

    [Theory, EachEngine]
    public async Task Import_SplitAndMerge_AreDated(Engine engine)
    {
        await using var stores = await TestStore.CreateAsync(engine, s => s.AddTerritory());

        await stores.ImportAsync(Reform);
        await stores.ImportAsync(Relations, "relations.tsv");

        var territory = stores.Get<ITerritory>();
        Assert.Equal(8, territory.Children("BG323", new DateOnly(2026, 12, 31)).Count);
        Assert.Equal(8, territory.Children("BG323", new DateOnly(2027, 1, 1)).Count);
        Assert.Contains(territory.Children("BG323", new DateOnly(2027, 1, 1)), u => u.Code == "RSE99");
        Assert.Equal("RSE27", territory.Current(territory.Find("RSE33")!).Code);
        Assert.Equal("RSE27", territory.Current(territory.Find("RSE27")!).Code);
        Assert.Equal("/BG/BG3/BG32/BG323/RSE99/", territory.Find("RSE99")!.Path);
        Assert.Equal("RSE27", Assert.Single(territory.Match("община Сливо поле", "BG")).Unit!.Code);
    }

    [Theory, EachEngine]
    public async Task Import_LaterState_EndsTheOneThatLasted(Engine engine)
    {
        await using var stores = await TestStore.CreateAsync(engine, s => s.AddTerritory());

        await stores.ImportAsync(Files.UnitHeader + "lau\tRSE27\tBG323\t2027-01-01\t\tobshtina\tbg\tГолямо Русе\n");

        var territory = stores.Get<ITerritory>();
        Assert.Equal(new DateOnly(2026, 12, 31), territory.FindOn("RSE27", new DateOnly(2020, 1, 1))!.ValidTo);
        Assert.Equal("Голямо Русе", territory.Find("RSE27")!.Label(Language.Bulgarian).Text);
    }

    [Theory, EachEngine]
    public async Task Import_UnitMovesToAnotherRegion_PathsBelowMoveToo(Engine engine)
    {
        await using var stores = await TestStore.CreateAsync(engine, s => s.AddTerritory());

        await stores.ImportAsync(Files.UnitHeader + "lau\tRSE27\tBG324\t2027-01-01\t\tobshtina\tbg\tРусе\n");

        Assert.Equal("/BG/BG3/BG32/BG324/RSE27/63427/", stores.Get<ITerritory>().Find("63427")!.Path);
    }

    [Theory, EachEngine]
    public async Task Import_SameFileAgain_ChangesNothing(Engine engine)
    {
        await using var stores = await TestStore.CreateAsync(engine, s => s.AddTerritory());
        await stores.ImportAsync(Reform);
        var version = stores.Get<ITerritory>().Version;

        var outcome = await stores.ImportAsync(Reform, "another-name.tsv");

        Assert.IsType<ImportTerritoryOutcome.Unchanged>(outcome);
        Assert.Equal(version, stores.Get<ITerritory>().Version);
    }

    [Theory]
    [InlineData("lau\tRSE99\tBG999\t\t\t\tbg\tНова", "BG999")]
    [InlineData("lau\tRSE99\tRSE99\t\t\t\tbg\tНова", "RSE99")]
    [InlineData("county\tRSE99\tBG323\t\t\t\tbg\tНова", "Line 2, column kind")]
    [InlineData("lau\t\tBG323\t\t\t\tbg\tНова", "Line 2, column code")]
    [InlineData("lau\tRSE99\tBG323\t1.1.2027\t\t\tbg\tНова", "1.1.2027")]
    [InlineData("lau\tRSE99\tBG323\t2027-01-01\t2026-01-01\t\tbg\tНова", "column to")]
    [InlineData("lau\tRSE27\tBG323\t2020-01-01\t2021-01-01\t\tbg\tРусе\nlau\tRSE27\tBG323\t2020-06-01\t\t\tbg\tРусе", "overlap")]
    [InlineData("lau\tRSE99\tBG323\t\t\t\tbg\tНова\nlau\tRSE99\tBG323\t\t\t\tbg\tНова", "twice")]
    [InlineData("lau\tRSE99\tBG323\t\t\t\tbg\tНова\tx\ty", "Line 2 has 10 cells")]
    public async Task Import_WrongRow_IsRefusedWithItsPlace(string row, string place)
    {
        await using var stores = await TestStore.CreateAsync(Engine.Sqlite, s => s.AddTerritory());

        var refused = Assert.IsType<ImportTerritoryOutcome.Refused>(await stores.ImportAsync(Files.UnitHeader + row));

        Assert.Contains(place, refused.Problem, StringComparison.Ordinal);
        Assert.Null(stores.Get<ITerritory>().Find("RSE99"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("# only a comment\n")]
    [InlineData("name\tsize\nA\t1\n")]
    [InlineData("kind\tcode\tkind\nlau\tX\tlau\n")]
    [InlineData("relation\tpredecessor\tsuccessor\ton\tverified\tsource\nmerge\tNOPE1\tRSE27\t2027-01-01\tyes\tx\n")]
    [InlineData("list\tcode\tsource\nno-such-list\tA\tx\n")]
    [InlineData("currency\tfrom\trate\tkind\tsource\nPLN\t2026-05-01\t0\tofficial\tx\n")]
    [InlineData("currency\tfrom\trate\tkind\tsource\nzloty\t2026-05-01\t4.2\tofficial\tx\n")]
    public async Task Import_NoTableOfOurs_IsRefused(string text)
    {
        await using var stores = await TestStore.CreateAsync(Engine.Sqlite, s => s.AddTerritory());

        Assert.IsType<ImportTerritoryOutcome.Refused>(await stores.ImportAsync(text));
    }

    [Fact]
    public async Task Import_OtherEncoding_IsRefusedWithTheByte()
    {
        await using var stores = await TestStore.CreateAsync(Engine.Sqlite, s => s.AddTerritory());

        var refused = Assert.IsType<ImportTerritoryOutcome.Refused>(await stores.ImportAsync([.. Encoding.UTF8.GetBytes("kind\tcode\n"), 0xB9]));

        Assert.Contains("10", refused.Problem, StringComparison.Ordinal);
    }

    [Theory, EachEngine]
    public async Task Import_OfficialRate_GoesBeforeTheDerivedOne(Engine engine)
    {
        await using var stores = await TestStore.CreateAsync(engine, s => s.AddTerritory());

        await stores.ImportAsync("currency\tfrom\trate\tkind\tsource\nPLN\t2024-01-01\t4.3999\tofficial\tCommission\n");

        var rate = stores.Get<IReferenceData>().Rates.Find(Currency.Pln, new DateOnly(2024, 1, 15))!;
        Assert.Equal((4.3999m, false, "Commission"), (rate.PerEuro, rate.Derived, rate.Source));
    }

    [Theory, EachEngine]
    public async Task Import_NewCeiling_HoldsFromItsDay(Engine engine)
    {
        await using var stores = await TestStore.CreateAsync(engine, s => s.AddTerritory());

        await stores.ImportAsync("list\tcode\tfrom\ten\tvalue\tverified\tsource\ncofinancing-ceiling\ttransition\t2028-01-01\tTransition\t0.55\tyes\tinvented\n");

        var reference = stores.Get<IReferenceData>();
        Assert.Equal(0.60m, reference.Find(CodeLists.CoFinancingCeiling, "transition", new DateOnly(2027, 12, 31))!.Value);
        Assert.Equal(0.55m, reference.Find(CodeLists.CoFinancingCeiling, "transition", new DateOnly(2028, 1, 1))!.Value);
    }
}
