namespace Splot.Texts.Tests;

public sealed class TextFileTests
{
    [Fact]
    public void Parse_CommentsBlankLinesAndWindowsLineEnds_AreSkipped()
    {
        var file = TextFile.Parse("# heading\r\n\r\nTitle = Projects \r\n  # more\r\n");

        Assert.Empty(file.Errors);
        Assert.Equal("Projects", file.Texts["Title"][""]);
    }

    [Fact]
    public void Parse_PluralForms_StandUnderTheirKey() =>
        Assert.Equal(["few", "many", "one"], TextFile.Parse("A[one] = 1\nA[few]=2\nA[many] = 5").Texts["A"].Keys.Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("a = b")]
    [InlineData("Key")]
    [InlineData("Key[two] = b")]
    [InlineData("Some Key = b")]
    public void Parse_LineThatIsNoText_IsAnErrorWithItsNumber(string line) =>
        Assert.Equal(2, Assert.Single(TextFile.Parse("Good = a\n" + line).Errors).Key);

    [Fact]
    public void Parse_Nothing_IsEmpty() => Assert.Empty(TextFile.Parse("").Texts);
}
