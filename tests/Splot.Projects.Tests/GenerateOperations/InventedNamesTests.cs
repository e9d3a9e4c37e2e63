using System.Globalization;
using Splot.Projects.GenerateOperations;
using Splot.Testing;

namespace Splot.Projects.Tests.GenerateOperations;

public class InventedNamesTests
{
    [Fact]
    public void Body_EveryNumber_HasItsOwnName() => Assert.All(
        [InventedNames.Poland, InventedNames.Bulgaria, InventedNames.Ireland],
        names => Assert.Equal(20_000, Enumerable.Range(0, 20_000).Select(names.Body).Distinct(StringComparer.Ordinal).Count()));

    [Theory]
    [InlineData(0, 0, "Gmina Przykładowo")]
    [InlineData(1, 0, "Powiat Przykładowski")]
    [InlineData(2, 3, "Miejski Ośrodek Pomocy Społecznej we Wzornikach")]
    [InlineData(6, 0, "Fundacja Próbny Krok z siedzibą w Przykładowie")]
    [InlineData(9, 5, "Szkoła Podstawowa w Szkicowie")]
    public void Body_PolishKindAndPlace_IsDeclined(int kind, int place, string name) =>
        Assert.Equal(name, InventedNames.Poland.Body(InventedNames.Poland.Number(kind, place)));

    [Fact]
    public void Body_Bulgarian_BearsTheInventedPlace() => Assert.Equal("Община Примерово", InventedNames.Bulgaria.Body(0));

    [Fact]
    public void Body_Names_NeedNoQuotationMarksInAList() => Assert.DoesNotContain(
        Enumerable.Range(0, 50_000).SelectMany(number => new[] { InventedNames.Poland.Body(number), InventedNames.Bulgaria.Body(number), InventedNames.Ireland.Body(number) }),
        name => name.AsSpan().ContainsAny(',', '"', '|'));

    [Fact]
    public void Places_OfPoland_AreNoMunicipalities()
    {
        var real = File.ReadLines(SharedFolder.Path("data/territory-pl/TERC_Adresowy_2026-02-16.csv")).Select(line => line.Split(';')).Where(parts => parts.Length > 4).Select(parts => parts[4]).ToHashSet(StringComparer.Ordinal);
        Assert.DoesNotContain(InventedPlaces.Poland, place => real.Contains(place.Name));
    }

    [Fact]
    public void Places_OfBulgaria_AreNoSettlements()
    {
        var real = File.ReadLines(SharedFolder.Path("data/territory-bg/bg_settlements.csv")).Select(line => line.Split(',')[3])
            .Select(name => name[(name.LastIndexOf('.') + 1)..].Trim()).ToHashSet(StringComparer.Ordinal);
        Assert.True(real.Contains("Басарбово"), "The file has another form than thought.");
        Assert.DoesNotContain(InventedPlaces.Bulgaria, place => real.Contains(place.Name));
    }

    [Fact]
    public void Regions_CodesAndNames_AreThoseOfEurostat()
    {
        var real = File.ReadLines(SharedFolder.Path("data/nuts-lau/nuts2024_codes.csv")).Select(line => line.Replace("\"", "", StringComparison.Ordinal).Split(',')).Where(parts => parts[1] == "3")
            .ToDictionary(parts => parts[0], parts => parts[4].Trim(), StringComparer.Ordinal);
        Assert.All(
            [.. InventedRegions.Poland.All, .. InventedRegions.Bulgaria.All, .. InventedRegions.Ireland.All],
            region => Assert.Equal(real[region.Code], region.Name));
    }

    [Theory]
    [InlineData("pl")]
    [InlineData("bg")]
    public void Regions_Inhabitants_AreThoseOfEurostat(string country)
    {
        var real = File.ReadLines(SharedFolder.Path($"data/nuts-lau/lau2019_{country}.csv")).Skip(1).Select(line => line.Split(','))
            .Where(parts => int.TryParse(parts[5], CultureInfo.InvariantCulture, out _))
            .GroupBy(parts => parts[0], parts => int.Parse(parts[5], CultureInfo.InvariantCulture), StringComparer.Ordinal)
            .ToDictionary(region => region.Key, region => (int)Math.Round(region.Sum() / 1000m), StringComparer.Ordinal);
        Assert.All((country == "pl" ? InventedRegions.Poland : InventedRegions.Bulgaria).All, region => Assert.Equal(real[region.Code], region.Thousands));
    }

    [Fact]
    public void Money_Amounts_AreTheSameOnEveryMachine()
    {
        var random = new Random(1);
        var amounts = Enumerable.Range(0, 5).Select(_ => InventedMoney.LogNormal(random, 100_000_000).ToString(CultureInfo.InvariantCulture));
        Assert.Equal("693516100 76807300 155610000 757000000 58882041", string.Join(" ", amounts));
    }
}
