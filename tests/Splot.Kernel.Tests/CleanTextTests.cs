using System.Text;

namespace Splot.Kernel.Tests;

public sealed class CleanTextTests
{
    [Theory]
    [InlineData("a\uFFFEb")]
    [InlineData("a\uFFFFb")]
    [InlineData("a\uFDD0b")]
    [InlineData("a\uFDEFb")]
    [InlineData("a\U0001FFFEb")]
    [InlineData("a\U0010FFFFb")]
    [InlineData("a\0b")]
    [InlineData("a\u001Bb")]
    [InlineData("a\u0085b")]
    public void Line_WhatIsNoText_IsDropped(string text) => Assert.Equal("ab", CleanText.Line(text));

    // Halves of surrogate pairs cannot stand in an attribute.
    [Fact]
    public void Drop_HalvesOfSurrogatePairs_AreDropped() => Assert.Equal("abc", CleanText.Drop("a\uDC00b\uD800c\uD800"));

    [Fact]
    public void Drop_Text_IsTheSame() => Assert.Equal("Zażółć\t„гъсок”\r\n😀\uFDCF\uFDF0\uFFFD", CleanText.Drop("Zażółć\t„гъсок”\r\n😀\uFDCF\uFDF0\uFFFD"));

    [Theory]
    [InlineData(" a\n\n b\t\u00A0c\u2028d ", "a b c d")]
    [InlineData("a \0 b", "a b")]
    [InlineData("e\u0301", "é")]
    [InlineData(" \n ", "")]
    [InlineData(null, "")]
    public void Line_Text_IsOneLine(string? text, string line) => Assert.Equal(line, CleanText.Line(text));

    [Theory]
    [InlineData("  a\r\nb\rc \n", "a\nb\nc")]
    [InlineData("a\n\n  b", "a\n\n  b")]
    [InlineData("e\u0301\uFFFE", "é")]
    [InlineData(null, "")]
    public void Lines_Text_KeepsItsLines(string? text, string lines) => Assert.Equal(lines, CleanText.Lines(text));

    [Fact]
    public void Lines_AnyText_TwiceIsOnceAndComposed() =>
        Law.Holds(Some.Text, text => CleanText.Lines(CleanText.Lines(text)) == CleanText.Lines(text) && CleanText.Lines(text).IsNormalized(NormalizationForm.FormC));

    [Fact]
    public void Line_AnyText_TwiceIsOnceAndComposed() =>
        Law.Holds(Some.Text, text => CleanText.Line(CleanText.Line(text)) == CleanText.Line(text) && CleanText.Line(text).IsNormalized(NormalizationForm.FormC));

    [Fact]
    public void Line_EveryCharacter_CanBeComposed() => Assert.All(Some.EveryCharacter, c => Assert.True(CleanText.Line(c).IsNormalized(NormalizationForm.FormC)));
}
