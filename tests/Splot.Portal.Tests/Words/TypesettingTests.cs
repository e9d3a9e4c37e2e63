using Splot.Portal.Words;

namespace Splot.Portal.Tests.Words;

public sealed class TypesettingTests
{
    [Theory]
    [InlineData("pl", "Fundacja z siedzibą i filią w Łodzi", "Fundacja z_siedzibą i_filią w_Łodzi")]
    [InlineData("pl", "A także i w domu (o ile) „z natury”", "A_także i_w_domu (o_ile) „z_natury”")]
    [InlineData("pl", "od 1 kwietnia 2023 do 31 grudnia 2028", "od 1_kwietnia 2023 do 31_grudnia 2028")]
    [InlineData("pl", "Plan B jest w toku", "Plan B jest w_toku")]
    [InlineData("bg", "От 1 април 2023 г. до 31 март 2025 г.", "От 1_април 2023_г. до 31_март 2025_г.")]
    [InlineData("en", "A day from 1 April 2023", "A day from 1 April 2023")]
    [InlineData("pl", "", "")]
    public void Text_InALanguage_KeepsTogetherWhatBelongsTogether(string language, string text, string expected) =>
        Assert.Equal(expected.Replace('_', '\u00A0'), Typesetting.Of(text, language));
}
