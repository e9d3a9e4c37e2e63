namespace Splot.Architecture.Tests;

public sealed class AsvsTests
{
    private static readonly ILookup<string, string> Tests = House.Files("tests", "Tests.cs").ToLookup(f => Path.GetFileNameWithoutExtension(f.Path), f => f.Text, StringComparer.Ordinal);

    private static string Page => File.ReadAllText(Path.Combine(House.Root, "docs", "security", "asvs.md"));

    [Fact]
    public void Check_OfTheHouse_HasEveryRequirementOnceAndItsEvidenceExists() => Assert.Empty(Asvs.Findings(Page, Tests, Exists));

    [Fact]
    public void Threats_OfTheHouse_NameTestsThatExist()
    {
        var page = File.ReadAllText(Path.Combine(House.Root, "docs", "security", "threats.md"));

        Assert.Contains("`TamperTests`", page, StringComparison.Ordinal);
        Assert.Empty(Asvs.Gone(page, Tests, Exists));
    }

    [Fact]
    public void Requirements_OfLevelsOneAndTwo_AreAsManyAsTheStandardHas() => Assert.Equal(253, Asvs.Ids.Distinct(StringComparer.Ordinal).Count());

    [Fact]
    public void Counts_AtTheTop_AreThoseOfTheRows()
    {
        var verdicts = Page.Split('\n').Where(l => l.StartsWith("| ", StringComparison.Ordinal) && char.IsAsciiDigit(l[2])).CountBy(l => l.Split('|')[4].Trim()).ToDictionary();

        Assert.Contains($"{verdicts["met"]} met, {verdicts["partly"]} partly,", Page, StringComparison.Ordinal);
        Assert.Contains($"{verdicts.GetValueOrDefault("not met")} not met, {verdicts["n/a"]} n/a.", Page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("| 1.1.1 | 2 | a | met | `AsvsTests` |", "| 1.1.2 | 2 | a | met | `AsvsTests` |", "1.1.2 is missing")]
    [InlineData("| 1.1.1 | 2 | a | met | `AsvsTests` |", "| 1.1.1 | 2 | a | met | `AsvsTests` |\n| 1.1.1 | 2 | a | met | `AsvsTests` |", "1.1.1 is there twice")]
    [InlineData("| 1.1.1 | 2 | a | met | `AsvsTests` |", "| 1.2.10 | 2 | a | met | `AsvsTests` |", "1.2.10 is no requirement of levels 1 and 2")]
    [InlineData("`AsvsTests`", "`GoneTests`", "1.1.1 names GoneTests, which is no test")]
    [InlineData("`AsvsTests`", "`AsvsTests.Gone`", "1.1.1 names AsvsTests.Gone, which is no test")]
    [InlineData("`AsvsTests`", "`src/Gone.cs`", "1.1.1 names src/Gone.cs, which is not there")]
    [InlineData("| met |", "| perhaps |", "1.1.1 needs level, name, verdict, and evidence or a reason")]
    public void Canary_PageThatIsWrong_IsFound(string right, string wrong, string finding)
    {
        var page = string.Join('\n', Asvs.Ids.Select(id => $"| {id} | 2 | a | met | `AsvsTests` |"));
        Assert.Empty(Asvs.Findings(page, Tests, Exists));
        var (from, to) = finding.StartsWith("1.1.2", StringComparison.Ordinal) ? (wrong, "") : (right, wrong);
        var at = page.IndexOf(from, StringComparison.Ordinal);

        Assert.Contains(finding, Asvs.Findings(page[..at] + to + page[(at + from.Length)..], Tests, Exists));
    }

    private static bool Exists(string path) => Path.Exists(Path.Combine(House.Root, path));
}
