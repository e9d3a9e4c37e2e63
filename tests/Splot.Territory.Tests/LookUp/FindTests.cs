using Splot.Kernel;

namespace Splot.Territory.Tests.LookUp;

public class FindTests
{
    [Theory]
    [InlineData("PL812", "PL812")]
    [InlineData(" bg323 ", "BG323")]
    [InlineData("0618011", "0618011")]
    [InlineData("061801", "0618011")]
    [InlineData("1006061101811", "0618112")]
    [InlineData("PL_1006061101811", "0618112")]
    [InlineData("BG_RSE27", "RSE27")]
    [InlineData("PL_1006069999999", null)]
    [InlineData("RSE27", "RSE27")]
    [InlineData("RSE", "BG323")]
    [InlineData("63427", "63427")]
    [InlineData("GR", "EL")]
    [InlineData("GB", "UK")]
    [InlineData("XX123", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void Find_CodeOfAnyRegister_GivesTheUnit(string? code, string? unit) => Assert.Equal(unit, Shipped.Territory.Find(code)?.Code);

    [Theory]
    [InlineData("0201", "PL", "0201")]
    [InlineData("0201", "BG", "BGS01")]
    [InlineData("1827", "BG", "RSE27")]
    [InlineData("06", "PL", "PL81")]
    [InlineData("14", "PL", "PL9")]
    [InlineData("18", "BG", "BG323")]
    [InlineData("PL812", "BG", null)]
    public void Find_ShortCode_DependsOnTheCountry(string code, string country, string? unit) => Assert.Equal(unit, Shipped.Territory.Find(code, country)?.Code);

    [Theory]
    [InlineData("18")]
    [InlineData("06")]
    public void Find_CodeOfTwoCountriesWithoutCountry_IsNotGuessed(string code) => Assert.Null(Shipped.Territory.Find(code));

    [Theory]
    [InlineData("0218034")]
    [InlineData("0218035")]
    [InlineData("021803")]
    public void Find_PartOfMixedGmina_GivesTheGmina(string code) => Assert.Equal("0218033", Shipped.Territory.Find(code)!.Code);

    [Theory]
    [InlineData("PL31", "PL81")]
    [InlineData("PL12", "PL9")]
    [InlineData("PL3", "PL3")]
    [InlineData("0218032", "0218033")]
    [InlineData("3203042", "3203042")]
    [InlineData("BG323", "BG323")]
    public void Current_OfUnit_FollowsOnlyWholeSuccessors(string code, string today) =>
        Assert.Equal(today, Shipped.Territory.Current(Shipped.Territory.Find(code)!).Code);

    [Fact]
    public void Relations_OfDividedGmina_NameBothHeirs() =>
        Assert.Equal(["3203023", "3203063"], Shipped.Territory.Relations("3203042").Select(r => r.Successor));

    [Fact]
    public void Children_OnADayBeforeTheDivision_IncludeTheGmina() =>
        Assert.Contains(Shipped.Territory.Children("3203", new DateOnly(2018, 1, 1)), u => u.Code == "3203042");

    [Fact]
    public void Children_OfToday_LeaveOutTheDividedGmina() => Assert.DoesNotContain(Shipped.Territory.Children("3203"), u => u.Code == "3203042");

    [Fact]
    public void Line_OfTown_GoesFromCountryToIt() =>
        Assert.Equal(["PL", "PL8", "PL81", "PL812", "0618", "0618011"], Shipped.Territory.Line(Shipped.Territory.Find("0618011")!).Select(u => u.Code));

    [Theory]
    [InlineData("BG323", Language.Bulgarian, "Русе", "bg")]
    [InlineData("BG323", Language.English, "Ruse", "bg-Latn")]
    [InlineData("BG321", Language.Polish, "Wielkie Tyrnowo", "pl")]
    [InlineData("BG32", Language.English, "North Central", "en")]
    [InlineData("PL81", Language.Bulgarian, "Люблинско", "bg")]
    [InlineData("PL812", Language.Bulgarian, "Chełmsko-zamojski", "pl")]
    [InlineData("PL", Language.Bulgarian, "Полша", "bg")]
    [InlineData("EL", Language.Polish, "Grecja", "pl")]
    [InlineData("PT16", Language.English, "PT16", "zxx")]
    public void Label_InALanguage_IsTheNameItsReadersCanRead(string code, Language language, string text, string tag)
    {
        var label = Shipped.Territory.Find(code)!.Label(language);

        Assert.Equal((text, tag), (label.Text, label.Language));
    }
}
