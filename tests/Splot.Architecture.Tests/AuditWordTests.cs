using System.Text.RegularExpressions;

namespace Splot.Architecture.Tests;

/// <summary>What stands in the audit as a code has words for whoever reads it.</summary>
public sealed partial class AuditWordTests
{
    // Codes of other things that look alike: jobs, forms, files, consumers of events.
    private static readonly string[] Others = ["JobKind", "FormKey", "public string Name", "public static string Name"];

    [Fact]
    public void Acts_OfTheAudit_HaveWords()
    {
        var files = House.Files("src", ".cs").ToList();
        var words = string.Concat(files.Where(f => f.Path.EndsWith("/AccessWords.cs", StringComparison.Ordinal) || f.Path.EndsWith("/SeenWords.cs", StringComparison.Ordinal)).Select(f => f.Text));
        var acts = Acts(files.Where(f => f.Path.Contains("/Splot.Access/", StringComparison.Ordinal) || f.Path.Contains("/Splot.Persons/", StringComparison.Ordinal))).ToList();

        Assert.Contains("\"access.signed-in\"", acts);
        Assert.DoesNotContain(acts, a => !words.Contains(a, StringComparison.Ordinal));
    }

    [Fact]
    public void Canary_ActWithoutWords_IsFound() => Assert.Equal(["\"access.no-such\""], Acts([new HouseFile("x.cs", "Act = \"access.no-such\",\nconst string JobKind = \"access.nightly\";")]));

    private static IEnumerable<string> Acts(IEnumerable<HouseFile> files) => files
        .SelectMany(f => f.Text.Split('\n')).Where(line => !Others.Any(o => line.Contains(o, StringComparison.Ordinal)))
        .SelectMany(line => Code().Matches(line)).Select(m => m.Value).Distinct(StringComparer.Ordinal);

    [GeneratedRegex("\"(access|persons)\\.[a-z-]+\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Code();
}
