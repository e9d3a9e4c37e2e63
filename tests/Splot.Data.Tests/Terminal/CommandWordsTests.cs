using Splot.Data.Terminal;

namespace Splot.Data.Tests.Terminal;

public class CommandWordsTests
{
    private static readonly VerbOption[] Options = [new("--profile", "NAME", "Profile."), new("--dry-run", null, "Stores nothing.")];

    [Fact]
    public void Read_WordsAndOptions_Parted()
    {
        var read = Read("list.csv", "--dry-run", "--profile=itb", "-5");

        Assert.Equal(["list.csv", "-5"], read.Arguments);
        Assert.Equal(new Dictionary<string, string> { ["--dry-run"] = string.Empty, ["--profile"] = "itb" }, read.Options);
    }

    [Fact]
    public void Read_AfterTwoDashes_EverythingIsAWord() => Assert.Equal(["--profile", "x"], Read("--", "--profile", "x").Arguments);

    [Theory]
    [InlineData("Unknown option --prfile. Try --help.", "--prfile", "itb")]
    [InlineData("--profile needs a value: --profile NAME.", "--profile")]
    public void Read_WrongUsage_SentenceSaysWhatIsRight(string sentence, params string[] words) =>
        Assert.Equal(new WordsReading.Wrong(sentence), CommandWords.Read(words, Options));

    private static WordsReading.Read Read(params string[] words) => Assert.IsType<WordsReading.Read>(CommandWords.Read(words, Options));
}
