using Splot.Kernel;

namespace Splot.Texts.Tests;

public sealed class TextGeneratorTests
{
    private const string English = "Found[one] = {count} project in {place}\nFound[other] = {count} projects in {place}";
    private const string Polish = "Found[one] = {count} projekt: {place}\nFound[few] = {count} projekty: {place}\nFound[many] = {count} projektów: {place}";
    private const string Bulgarian = "Found[one] = {count} проект в {place}\nFound[other] = {count} проекта в {place}";

    [Theory]
    [InlineData(Language.English, "Projects")]
    [InlineData(Language.Polish, "Projekty")]
    [InlineData(Language.Bulgarian, "Проекти")]
    public void WholeSet_Property_SpeaksTheCurrentLanguage(Language language, string expected) =>
        Assert.Equal(expected, Generated.From("Title = Projects", "Title = Projekty", "Title = Проекти").Say(language, "Title"));

    [Theory]
    [InlineData(Language.English, 1, "1 project in Ruse")]
    [InlineData(Language.English, 0, "0 projects in Ruse")]
    [InlineData(Language.English, 1292, "1,292 projects in Ruse")]
    [InlineData(Language.Polish, 1, "1 projekt: Ruse")]
    [InlineData(Language.Polish, 3, "3 projekty: Ruse")]
    [InlineData(Language.Polish, 5, "5 projektów: Ruse")]
    [InlineData(Language.Polish, 12, "12 projektów: Ruse")]
    [InlineData(Language.Polish, 22, "22 projekty: Ruse")]
    [InlineData(Language.Polish, 12920, "12\u00A0920 projektów: Ruse")]
    [InlineData(Language.Bulgarian, 1, "1 проект в Ruse")]
    [InlineData(Language.Bulgarian, 2, "2 проекта в Ruse")]
    public void WholeSet_Plural_TakesTheFormOfTheLanguage(Language language, long count, string expected) =>
        Assert.Equal(expected, Generated.From(English, Polish, Bulgarian).Say(language, "Found", count, "Ruse"));

    [Fact]
    public void WholeSet_Output_CompilesWithoutComplaint()
    {
        var generated = Generated.From("Title = A & B <c>\n" + English, "Title = A i B\n" + Polish, "Title = А и Б\n" + Bulgarian);

        Assert.Empty(generated.Problems);
        Assert.Empty(generated.CompilerComplaints);
    }

    [Theory]
    [InlineData("say \"yes\" \\ no")]
    [InlineData("a\u2028b\u0085c\td")]
    [InlineData("\\u0041 {name}")]
    [InlineData("key = value = more # not a comment")]
    public void WholeSet_SpecialCharacters_ComeOutAsWritten(string text)
    {
        var generated = Generated.From("Odd = " + text, "Odd = " + text, "Odd = " + text);

        object[] arguments = text.Contains("{name}", StringComparison.Ordinal) ? ["Ada"] : [];
        Assert.Equal(text.Replace("{name}", "Ada", StringComparison.Ordinal), generated.Say(Language.English, "Odd", arguments));
    }

    [Fact]
    public void WholeSet_ArgumentThatLooksLikeAPlaceholder_StaysAsItIs() =>
        Assert.Equal("{b} x", Generated.From("T = {a} {b}", "T = {b} {a}", "T = {a} {b}").Say(Language.English, "T", "{b}", "x"));

    [Fact]
    public void WholeSet_OtherOrderInALanguage_KeepsTheOrderOfTheParameters() =>
        Assert.Equal("B A", Generated.From("T = {first} {second}", "T = {second} {first}", "T = {first} {second}").Say(Language.Polish, "T", "A", "B"));

    [Fact]
    public void WholeSet_PlaceholderNamedLikeAKeyword_Compiles() =>
        Assert.Equal("x", Generated.From("T = {class}", "T = {class}", "T = {class}").Say(Language.English, "T", "x"));

    [Fact]
    public void WholeSet_Subfolder_BecomesItsNamespace() =>
        Assert.Equal("Hi", Generated.From("T = Hi", "T = Hej", "T = Ей", "Lists/Import").Say("Splot.Room.Lists.Import", Language.English, "T"));

    [Fact]
    public void TwoFolders_Sets_BecomeTwoClasses()
    {
        var generated = Generated.From([.. Generated.Files("One", "T = 1", "T = 1", "T = 1"), .. Generated.Files("Two", "T = 2", "T = 2", "T = 2")]);

        Assert.Equal("1 2", generated.Say("Splot.Room.One", Language.English, "T") + " " + generated.Say("Splot.Room.Two", Language.English, "T"));
    }

    [Fact]
    public void FolderWithAProblem_OtherFolder_IsStillWritten()
    {
        var generated = Generated.From([.. Generated.Files("One", "T = 1", "T = 1", null), .. Generated.Files("Two", "T = 2", "T = 2", "T = 2")]);

        Assert.Single(generated.Sources);
        Assert.Equal(["SPLOT001 One: Text.bg is missing", "SPLOT001 One: 'T' is missing in bg"], generated.Problems.OrderDescending(StringComparer.Ordinal));
    }

    [Fact]
    public void NoTextFiles_Nothing_IsWritten() => Assert.Empty(Generated.From([]).Sources);

    [Theory]
    [InlineData("A = a\nB = b", "A = a", "A = a\nB = b", "'B' is missing in pl")]
    [InlineData("A = {x}", "A = {x}", "A = {y}", "'A' has other placeholders in bg")]
    [InlineData("A = {x}", "A = {x}", "A = a", "'A' has other placeholders in bg")]
    [InlineData(English, "Found[one] = {count} a {place}\nFound[many] = {count} b {place}", Bulgarian, "'Found' lacks the form [few] in pl")]
    [InlineData(English, Polish, Bulgarian + "\nFound[few] = {count} в {place}", "'Found' has the form [few], which bg does not use here")]
    [InlineData("A = a", "A = a", "A[one] = a\nA[other] = b", "'A' lacks the form [one] in en")]
    [InlineData("A[one] = a\nA[other] = b", "A[one] = a\nA[few] = b\nA[many] = c", "A[one] = a\nA[other] = b", "'A' has plural forms but no {count}")]
    [InlineData("A = a\na = b", "A = a", "A = a", "line 2 of Text.en is not 'Key = text' with a key in PascalCase and a text")]
    [InlineData("A = a", "A = a\nA = b", "A = a", "line 2 of Text.pl says 'A' twice")]
    [InlineData("A =", "A = a", "A = a", "line 1 of Text.en is not 'Key = text' with a key in PascalCase and a text")]
    [InlineData("A = {Name}", "A = {Name}", "A = {Name}", "'A' has a brace in pl that is no {placeholder}")]
    [InlineData("A = {x", "A = a", "A = a", "'A' has a brace in en that is no {placeholder}")]
    [InlineData("Text = a", "Text = b", "Text = c", "'Text' is the name of the class and cannot be a key")]
    public void BrokenSet_Problem_IsABuildErrorAndNothingIsWritten(string english, string polish, string bulgarian, string problem)
    {
        var generated = Generated.From(english, polish, bulgarian);

        Assert.Contains("SPLOT001 : " + problem, generated.Problems);
        Assert.Empty(generated.Sources);
    }
}
