using Splot.Contracts.Territory;

namespace Splot.Territory.Tests.Facts;

public class UnitFactsTests
{
    [Fact]
    public void Units_EveryParent_Exists()
    {
        var codes = Shipped.Units.Select(u => u.Code).ToHashSet();

        Assert.Empty(Shipped.Units.Where(u => u.Parent is not null && !codes.Contains(u.Parent)).Select(u => u.Code));
    }

    [Fact]
    public void Units_EveryParent_IsWider()
    {
        var kinds = Shipped.Units.ToLookup(u => u.Code, u => u.Kind);

        Assert.Empty(Shipped.Units.Where(u => u.Parent is not null && kinds[u.Parent].First() >= u.Kind).Select(u => u.Code));
    }

    [Fact]
    public void Units_StatesOfOneCode_DoNotOverlap()
    {
        var overlapping = Shipped.Units.GroupBy(u => u.Code)
            .Where(g => g.Zip(g.Skip(1)).Any(p => p.First.ValidTo is null || p.First.ValidTo >= p.Second.ValidFrom));

        Assert.Empty(overlapping.Select(g => g.Key));
    }

    [Fact]
    public void Units_EveryRelation_NamesUnitsHeld()
    {
        var codes = Shipped.Units.Select(u => u.Code).ToHashSet();

        Assert.DoesNotContain(Shipped.Facts.Relations.SelectMany(r => new[] { r.Predecessor, r.Successor }), code => !codes.Contains(code));
    }

    [Fact]
    public void Units_EveryNutsRegionOf2024_HasName() =>
        Assert.Empty(Shipped.Units.Where(u => u.NutsVersions.Contains("2024") && u.Names.Count == 0).Select(u => u.Code));

    [Fact]
    public void Units_EveryCountry_HasNamesInThreeLanguages() =>
        Assert.Empty(Shipped.Units.Where(u => u.Kind == UnitKind.Country && !new[] { "en", "pl", "bg" }.All(l => u.Names.Any(n => n.Language == l))).Select(u => u.Code));

    [Theory]
    [InlineData("PL", UnitKind.Powiat, 380)]
    [InlineData("PL", UnitKind.Lau, 2479)]
    [InlineData("BG", UnitKind.Lau, 265)]
    [InlineData("BG", UnitKind.Settlement, 5266)]
    public void Units_OfToday_AreAsManyAsTheRegisterHas(string country, UnitKind kind, int count) =>
        Assert.Equal(count, Shipped.Units.Count(u => u.Country == country && u.Kind == kind && u.IsCurrent));

    [Theory]
    [InlineData(2018, 2478)]
    [InlineData(2020, 2477)]
    [InlineData(2026, 2479)]
    public void Units_GminasOfAYear_AreAsManyAsTheSourceOfThatYearHas(int year, int count)
    {
        var day = new DateOnly(year, 6, 1);

        Assert.Equal(count, Shipped.Units.Count(u => u is { Country: "PL", Kind: UnitKind.Lau } && u.HeldOn(day)));
    }

    [Fact]
    public void Units_BulgarianNuts3_Are28OblastiWithoutExtraRegio() =>
        Assert.Equal(28, Shipped.Units.Count(u => u is { Country: "BG", Kind: UnitKind.Nuts3 } && !u.Code.EndsWith('Z')));

    [Fact]
    public void Voivodeships_ByRegisterNumber_Are16Regions()
    {
        var regions = Enumerable.Range(1, 16).Select(i => Shipped.Territory.Find((2 * i).ToString("00", System.Globalization.CultureInfo.InvariantCulture), "PL"));

        Assert.Equal(16, regions.OfType<TerritorialUnit>().Select(u => u.Code).Distinct().Count());
    }

    [Fact]
    public void Voivodeships_EveryPowiat_LiesInTheRegionOfItsNumber() =>
        Assert.Empty(Shipped.Units.Where(u => u.Kind == UnitKind.Powiat && !u.IsWithin(Shipped.Territory.Find(u.Code[..2], "PL")!)).Select(u => u.Code));

    [Fact]
    public void Gminas_EveryOne_LiesInThePowiatOfItsNumber() =>
        Assert.Empty(Shipped.Units.Where(u => u is { Country: "PL", Kind: UnitKind.Lau } && u.Parent != u.Code[..4]).Select(u => u.Code));

    [Theory]
    [InlineData("0618011", "/PL/PL8/PL81/PL812/0618/0618011/")]
    [InlineData("3064011", "/PL/PL4/PL41/PL415/3064/3064011/")]
    [InlineData("3021", "/PL/PL4/PL41/PL418/3021/")]
    [InlineData("1465011", "/PL/PL9/PL91/PL911/1465/1465011/")]
    [InlineData("63427", "/BG/BG3/BG32/BG323/RSE27/63427/")]
    [InlineData("UKN16", "/UK/UKN/UKN0/UKN16/")]
    public void Path_OfUnit_LeadsFromCountryToIt(string code, string path) => Assert.Equal(path, Shipped.Territory.Find(code)!.Path);

    [Fact]
    public void Ruse_Obshtina_Has14Places() => Assert.Equal(14, Shipped.Territory.Children("RSE27").Count);

    [Theory]
    [InlineData("0618011", 19198)]
    [InlineData("RSE27", 159410)]
    [InlineData("BG", 7000039)]
    [InlineData("PL", 38411148)]
    public void Population_Of2019_IsThatOfTheLauList(string code, long population) => Assert.Equal(population, Shipped.Territory.Find(code)!.Population);

    [Fact]
    public void Population_OfNewGmina_StaysUnknown() => Assert.Null(Shipped.Territory.Find("2002162")!.Population);

    [Fact]
    public void Centroid_OfTomaszowLubelski_LiesNearTheTown()
    {
        var town = Shipped.Territory.Find("0618011")!;

        Assert.Equal((50.45m, 23.42m), (Math.Round(town.Lat!.Value, 2, MidpointRounding.ToZero), Math.Round(town.Lon!.Value, 2, MidpointRounding.ToZero)));
    }

    [Fact]
    public void Centroid_OfBulgarianUnits_StaysUnknown() => Assert.Null(Shipped.Territory.Find("RSE27")!.Lat);

    [Theory]
    [InlineData("RSE27", 1)]
    [InlineData("0618011", 2)]
    [InlineData("0618112", 3)]
    public void Urbanisation_OfMunicipality_IsThatOfTheLauList(string code, int degree) => Assert.Equal(degree, Shipped.Territory.Find(code)!.Urbanisation);

    [Fact]
    public void Dobrichka_WithoutLatinName_IsTransliteratedAndMarked() =>
        Assert.Equal(new UnitName("bg-Latn", "Dobrichka", true), Shipped.Territory.Find("DOB15")!.Names[1]);
}
