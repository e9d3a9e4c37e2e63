using System.Globalization;

namespace Splot.Kernel.Tests;

public sealed class LanguagesTests
{
    [Theory]
    [InlineData(Language.English, "en", "en-GB")]
    [InlineData(Language.Polish, "pl", "pl-PL")]
    [InlineData(Language.Bulgarian, "bg", "bg-BG")]
    public void Language_Code_RoundTripsAndNamesItsCulture(Language language, string code, string culture)
    {
        Assert.Equal(code, language.Code());
        Assert.Equal(language, Languages.Parse(code));
        Assert.Equal(culture, language.Culture().Name);
    }

    [Fact]
    public void All_Languages_AreThere() => Assert.Equal(Enum.GetValues<Language>(), Languages.All);

    [Theory]
    [InlineData("de")]
    [InlineData("PL")]
    [InlineData("pl-PL")]
    [InlineData("")]
    [InlineData(null)]
    public void Parse_AnythingElse_IsNull(string? code) => Assert.Null(Languages.Parse(code));

    [Fact]
    public void Speak_InAnotherLanguage_LeavesTheReadersOwn()
    {
        Language.Polish.MakeCurrent();

        Assert.Equal(Language.Bulgarian, Language.Bulgarian.Speak(() => Languages.Current));
        Assert.Equal((Language.Polish, "pl-PL"), (Languages.Current, CultureInfo.CurrentCulture.Name));
    }

    [Theory] // CLDR cardinal rules
    [InlineData(Language.English, 0, 2)]
    [InlineData(Language.English, 1, 0)]
    [InlineData(Language.English, 2, 2)]
    [InlineData(Language.Bulgarian, 1, 0)]
    [InlineData(Language.Bulgarian, 21, 2)]
    [InlineData(Language.Polish, 0, 2)]
    [InlineData(Language.Polish, 1, 0)]
    [InlineData(Language.Polish, 2, 1)]
    [InlineData(Language.Polish, 4, 1)]
    [InlineData(Language.Polish, 5, 2)]
    [InlineData(Language.Polish, 12, 2)]
    [InlineData(Language.Polish, 14, 2)]
    [InlineData(Language.Polish, 21, 2)]
    [InlineData(Language.Polish, 22, 1)]
    [InlineData(Language.Polish, 112, 2)]
    [InlineData(Language.Polish, 1_292, 1)]
    [InlineData(Language.Polish, -3, 1)]
    [InlineData(Language.Polish, long.MinValue, 2)]
    public void PluralForm_Count_FollowsTheRulesOfTheLanguage(Language language, long count, int form) => Assert.Equal(form, language.PluralForm(count));

    [Theory]
    [InlineData("bg-BG", Language.Bulgarian)]
    [InlineData("pl", Language.Polish)]
    [InlineData("de-DE", Language.English)]
    public void Current_CultureOfTheRequest_DecidesAndEnglishIsTheRest(string culture, Language expected)
    {
        var before = CultureInfo.CurrentUICulture;
        try
        {
            CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(culture);
            Assert.Equal(expected, Languages.Current);
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }
}
