namespace Splot.Kernel.Tests;

public sealed class TextFoldTests
{
    [Theory]
    [InlineData("Zażółć GĘŚLĄ jaźń", "zazolc gesla jazn")]
    [InlineData("Łódź", "lodz")]
    [InlineData("Straße · Ærø · Đakovo · Þór", "strasse · aero · dakovo · thor")]
    [InlineData("İstanbul ırmak", "istanbul irmak")]
    [InlineData("Ёлка ѝ мой", "елка и мой")]
    [InlineData("Μάρκος", "μαρκοσ")]
    [InlineData("ﬁnance №５", "finance no5")]
    [InlineData("  a \u00A0\t\r\n b ", "a b")]
    [InlineData("so\u00ADcial\u200B", "social")]
    [InlineData("„Зора“ ЕООД – Русе", "\"зора\" еоод - русе")]
    [InlineData("L’Aquila", "l'aquila")]
    [InlineData(null, "")]
    [InlineData(" ", "")]
    public void Fold_Text_IsPlain(string? text, string expected) => Assert.Equal(expected, TextFold.Fold(text));

    [Fact]
    public void Fold_ComposedAndDecomposed_AreEqual() => Assert.Equal(TextFold.Fold("Gmina Żółkiewka й"), TextFold.Fold("Gmina Z\u0307o\u0301łkiewka и\u0306"));

    [Fact]
    public void Fold_HalfASurrogatePair_DoesNotThrow() => Assert.Equal("a\uFFFDb", TextFold.Fold("a\uD800b"));

    [Fact]
    public void Fold_TextOfOtherScripts_KeepsItsVowelSigns() => Assert.Equal("हिन्दी", TextFold.Fold("हिन्दी"));

    [Fact]
    public void Fold_Emoji_Stays() => Assert.Equal("a😀b", TextFold.Fold("A😀B"));

    [Fact]
    public void Fold_AnyText_TwiceIsOnce() => Law.Holds(Some.Text, text => TextFold.Fold(TextFold.Fold(text)) == TextFold.Fold(text));

    [Fact]
    public void Fold_EuropeanText_TwiceIsOnce() => Law.Holds(Some.EuropeanText, text => TextFold.Fold(TextFold.Fold(text)) == TextFold.Fold(text));

    [Fact]
    public void Fold_EuropeanText_CaseDoesNotMatter() =>
        Law.Holds(Some.EuropeanText, text => TextFold.Fold(text.ToUpperInvariant()) == TextFold.Fold(text.ToUpperInvariant().ToLowerInvariant()));

    [Fact]
    public void Fold_ByTheTable_IsTheRule() => Law.Holds(Some.EuropeanText, text => TextFold.Fold(text) == TextFold.FoldUnicode(text));

    [Fact]
    public void Fold_EveryPairOfCharacters_ByTheTable_IsTheRule()
    {
        var letters = Some.EveryCharacter.Where(c => c[0] is < '\u0530' or (>= '\u2000' and < '\u2070')).ToList();

        // Each letter before and after every fourth other one: what joins its neighbour would show.
        Assert.All(letters.Index(), x => Assert.Equal(
            string.Concat(letters.Where((_, i) => i % 4 == x.Index % 4).Select(o => TextFold.FoldUnicode("a" + o + x.Item + o + "z"))),
            string.Concat(letters.Where((_, i) => i % 4 == x.Index % 4).Select(o => TextFold.Fold("a" + o + x.Item + o + "z")))));
    }

    [Fact]
    public void Fold_EveryCharacterOnItsOwn_TwiceIsOnce()
    {
        var changed = Some.EveryCharacter.Select(c => TextFold.Fold(c)).Where(f => TextFold.Fold(f) != f);

        Assert.Empty(changed);
    }
}
