namespace Splot.Kernel.Tests;

public sealed class CodeTextTests
{
    private const string Ruse = "BG05SFPR002-2.002-0109-C01";

    [Theory]
    [InlineData("BG05SFPR002-2.002-0109-С01")]
    [InlineData("bg05sfpr002-2.002-0109-c01")]
    [InlineData(" № BG05SFPR002 – 2.002 - 0109 - С01 ")]
    [InlineData("ВG05SFРR002‑2.002‑0109‑C01")]
    [InlineData("BG05SFPR002-2.002-0109-C01\u200B")]
    public void Normalise_WritingsOfTheRuseContract_AreOne(string code) => Assert.Equal(Ruse, CodeText.Normalise(code));

    [Theory]
    [InlineData("FERS.04.13-IZ.00-0001/24", "FERS.04.13-IZ.00-0001/24")]
    [InlineData("РД-09-12", "PД-09-12")]
    [InlineData(null, "")]
    [InlineData("  ", "")]
    public void Normalise_OtherCodes_KeepTheirSigns(string? code, string expected) => Assert.Equal(expected, CodeText.Normalise(code));

    [Fact]
    public void Normalise_AnyText_TwiceIsOnce() => Law.Holds(Some.Text, text => CodeText.Normalise(CodeText.Normalise(text)) == CodeText.Normalise(text));

    [Fact]
    public void Normalise_EveryCharacterOnItsOwn_TwiceIsOnce()
    {
        var changed = Some.EveryCharacter.Select(c => CodeText.Normalise(c)).Where(f => CodeText.Normalise(f) != f);

        Assert.Empty(changed);
    }

    [Fact]
    public void ToLatin_CodeWithCyrillicLetter_GetsItsTwin() => Assert.Equal(Ruse, Homoglyphs.ToLatin("BG05SFPR002-2.002-0109-С01"));

    [Theory]
    [InlineData("РД-09-12")]
    [InlineData("СОРА")]
    [InlineData("Русе 2023")]
    public void ToLatin_CyrillicOnPurpose_Stays(string text) => Assert.Equal(text, Homoglyphs.ToLatin(text));

    [Fact]
    public void ToLatin_GreekCapitals_GetTheirTwins() => Assert.Equal("ABEZHIKMNOPTYX1", Homoglyphs.ToLatin("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ1"));

    [Fact]
    public void ToLatin_LatinCode_Stays() => Assert.Equal(Ruse, Homoglyphs.ToLatin(Ruse));
}
