namespace Splot.Kernel.Tests;

public sealed class HomoglyphsTests
{
    [Theory]
    [InlineData("BG05SFPR002-2.002-0109-С01", "BG05SFPR002-2.002-0109-C01")]
    [InlineData("Cофия", "София")]
    [InlineData("Coфия", "София")]
    [InlineData("prоject", "project")]
    [InlineData("РОСТa", "РОСТа")]
    [InlineData("POCTа", "POCTa")]
    [InlineData("РД-09", "РД-09")]
    [InlineData("РОСТ", "РОСТ")]
    [InlineData("Łódź", "Łódź")]
    [InlineData("ИТsystem", "ИТsystem")]
    [InlineData("", "")]
    public void Unify_PutsAWordInOneAlphabet(string word, string unified) => Assert.Equal(unified, Homoglyphs.Unify(word));

    [Fact]
    public void Unify_Twice_GivesTheSameAsOnce() =>
        Law.Holds(Some.Text, text => Homoglyphs.Unify(Homoglyphs.Unify(text)) == Homoglyphs.Unify(text));
}
