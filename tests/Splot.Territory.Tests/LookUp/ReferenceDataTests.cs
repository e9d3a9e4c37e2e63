using Splot.Contracts.Territory;
using Splot.Kernel;

namespace Splot.Territory.Tests.LookUp;

public class ReferenceDataTests
{
    [Theory]
    [InlineData(CodeLists.Fund, "EFS+", "ESF+")]
    [InlineData(CodeLists.Fund, "Европейски социален фонд плюс", "ESF+")]
    [InlineData(CodeLists.Fund, "european social fund", "ESF")]
    [InlineData(CodeLists.Fund, "ESF [ inc YEI]", "YEI")]
    [InlineData(CodeLists.Fund, "EFRR", "ERDF")]
    [InlineData(CodeLists.Fund, "Fund of Funds", null)]
    [InlineData(CodeLists.Objective, "k", "ESO4.11")]
    [InlineData(CodeLists.Objective, "4(k)", "ESO4.11")]
    [InlineData(CodeLists.Objective, "4.11", "ESO4.11")]
    [InlineData(CodeLists.Programme, "Програма „Развитие на човешките ресурси“ 2021-2027", "2021BG05SFPR002")]
    [InlineData(CodeLists.Programme, "Fundusze Europejskie dla Rozwoju Społecznego", "2021PL05SFPR001")]
    [InlineData(CodeLists.Programme, "Program Operacyjny Kapitał Ludzki", "2007PL051PO001")]
    [InlineData(CodeLists.Country, "EL", "GR")]
    [InlineData(CodeLists.Country, "Bułgaria", "BG")]
    [InlineData(CodeLists.Period, "2021–2027", "2021-2027")]
    public void CodeOf_TextAsPublished_GivesTheCode(string list, string text, string? code) => Assert.Equal(code, Shipped.Reference.CodeOf(list, text));

    [Theory]
    [InlineData(CodeLists.InterventionField, "158", "help-close-to-home")]
    [InlineData(CodeLists.InterventionField, "138", "social-economy")]
    [InlineData(CodeLists.InterventionField2014, "112", "help-close-to-home")]
    [InlineData(CodeLists.Objective, "ESO4.8", "active-inclusion")]
    [InlineData(CodeLists.InterventionField, "999", null)]
    public void Theme_OfFieldOrObjective_IsThatOfTheMapping(string list, string code, string? theme) => Assert.Equal(theme, Shipped.Reference.Theme(list, code));

    [Fact]
    public void Theme_EveryMapping_NamesCodeAndThemeHeld() =>
        Assert.Empty(Shipped.Facts.Mappings.Where(m => Shipped.Reference.Find(m.List, m.Code) is null || Shipped.Reference.Find(m.Target, m.Value) is null).Select(m => m.List + " " + m.Code));

    [Fact]
    public void Theme_EverySocialFundField_HasOne() =>
        Assert.Empty(Shipped.Reference.Values(CodeLists.InterventionField).Where(f => Shipped.Reference.Theme(f.List, f.Code) is null).Select(f => f.Code));

    [Fact]
    public void Themes_InOrder_BeginWithHelpAndEndWithOther()
    {
        var themes = Shipped.Reference.Values(CodeLists.Theme);

        Assert.Equal(("help-close-to-home", "other", 8), (themes[0].Code, themes[^1].Code, themes.Count));
    }

    [Fact]
    public void Objectives_InOrder_CountNumbersNotLetters() =>
        Assert.Equal(
            Enumerable.Range(1, 13).Select(i => "ESO4." + i),
            Shipped.Reference.Values(CodeLists.Objective).Select(v => v.Code).Where(c => c.StartsWith("ESO", StringComparison.Ordinal)));

    [Theory]
    [InlineData("less-developed", "0.85")]
    [InlineData("transition", "0.60")]
    [InlineData("more-developed", "0.40")]
    [InlineData("most-deprived", "0.90")]
    public void Ceiling_OfCategory_IsThatOfArticle112(string code, string share) =>
        Assert.Equal(decimal.Parse(share, System.Globalization.CultureInfo.InvariantCulture), Shipped.Reference.Find(CodeLists.CoFinancingCeiling, code, new DateOnly(2024, 1, 1))!.Value);

    [Fact]
    public void Label_Translated_SaysSo() => Assert.True(Shipped.Reference.Label(CodeLists.InterventionField, "158", Language.Polish).Translated);

    [Fact]
    public void Label_WithoutName_FallsBackToEnglishAndSaysSo() =>
        Assert.Equal("en", Shipped.Reference.Label(CodeLists.Programme, "2014BG05SFOP001", Language.Polish).Language);

    [Fact]
    public void Label_OfUnknownCode_IsTheCode() => Assert.Equal(new CodeLabel("X9", "zxx", false), Shipped.Reference.Label(CodeLists.Fund, "X9", Language.English));

    [Fact]
    public void Values_OnADay_LeaveOutThoseOfAnotherTime() =>
        Assert.DoesNotContain(Shipped.Reference.Values(CodeLists.Fund, new DateOnly(2016, 1, 1)), f => f.Code == "ESF+");

    [Fact]
    public void Lists_EveryCode_BelongsToANamedList()
    {
        var lists = Shipped.Reference.Lists.Select(l => l.Code).ToHashSet();

        Assert.Empty(Shipped.Facts.Codes.Where(c => !lists.Contains(c.List)).Select(c => c.List).Distinct());
    }

    [Fact]
    public void Codes_EveryParent_IsInTheSameList() =>
        Assert.Empty(Shipped.Facts.Codes.Where(c => c.Parent is not null && Shipped.Reference.Find(c.List, c.Parent) is null).Select(c => c.Code));

    [Fact]
    public void Codes_NoWriting_MeansTwoCodes()
    {
        string[] lists = [CodeLists.Fund, CodeLists.Programme, CodeLists.Objective, CodeLists.Theme, CodeLists.Period, CodeLists.RegionCategory];

        var ambiguous = lists.SelectMany(list => Shipped.Reference.Values(list)
            .SelectMany(v => v.Names.Values.Concat(v.Aliases).Append(v.Code).Select(TextFold.Fold).Distinct().Select(text => (text, v.Code)))
            .GroupBy(x => x.text, x => x.Code).Where(g => g.Distinct().Count() > 1).Select(g => list + ": " + g.Key));

        Assert.Empty(ambiguous);
    }
}
