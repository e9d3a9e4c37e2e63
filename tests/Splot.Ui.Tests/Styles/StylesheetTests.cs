using System.Text.RegularExpressions;
using Splot.Ui.Tests.Govuk;

namespace Splot.Ui.Tests.Styles;

public sealed partial class StylesheetTests
{
    private static readonly string Web = Path.Combine(Fixture.RepositoryRoot(), "src", "Splot.Ui", "wwwroot");
    private static readonly string Bundle = File.ReadAllText(Path.Combine(Web, "vendor", "splot.css"));

    [Fact]
    public void Bundle_Made_HoldsAllParts() => Assert.All(
        ["Sofia Sans Variable", ".govuk-button{", "[data-theme=nettle]", ".sp-hit ", "@media print", "prefers-reduced-motion", "forced-colors"],
        part => Assert.Contains(part, Bundle, StringComparison.Ordinal));

    [Fact]
    public void Bundle_Made_NamesNothingOfGovUkThatIsNotOurs() => Assert.DoesNotMatch("(?i)GDS Transport|crest|crown\\.svg|tudor", Bundle);

    [Fact]
    public void Vendor_Made_HasNoFontButSofiaSans() => Assert.All(
        Directory.GetFiles(Path.Combine(Web, "vendor"), "*.woff2").Select(f => Path.GetFileName(f)!), f => Assert.StartsWith("sofia-sans-", f, StringComparison.Ordinal));

    [Fact]
    public void Addresses_InTheBundle_AreOurOwnFilesWithTheirVersion()
    {
        var addresses = Address().Matches(Bundle).Select(m => m.Groups["address"].Value).ToList();

        Assert.NotEmpty(addresses);
        Assert.All(addresses, address =>
        {
            var parts = address.Split("?v=");
            var file = Path.GetRelativePath(Web, Path.GetFullPath(Path.Combine(Web, "vendor", parts[0]))).Replace('\\', '/');
            Assert.EndsWith(file + "?v=" + parts[1], Asset.Href(file), StringComparison.Ordinal);
        });
    }

    [Fact]
    public void Bundle_Made_ImportsAndNamesNoOtherHost() => Assert.DoesNotMatch("@import|url\\(\\s*[\"']?(https?:)?//", Bundle);

    [Fact]
    public void OwnClasses_InTheSources_CarryThePrefix()
    {
        var sources = Directory.GetFiles(Path.Combine(Fixture.RepositoryRoot(), "src", "Splot.Ui", "Styles"), "*.css").Select(File.ReadAllText);
        var classes = sources.SelectMany(s => Selector().Matches(Comment().Replace(s, "")).Select(m => m.Groups["name"].Value)).Distinct().ToList();

        // Inside a drawing the parts have short names, below .sp-chart, .sp-prog or .sp-tiles.
        string[] drawing = ["b", "q", "ax", "ln", "dot", "pale", "hi", "mu", "s", "yr", "k", "v", "on"];
        Assert.Contains("sp-hit", classes);
        Assert.Empty(classes.Where(c => !c.StartsWith("sp-", StringComparison.Ordinal) && !c.StartsWith("govuk-", StringComparison.Ordinal) && !c.StartsWith("leaflet-", StringComparison.Ordinal)).Except(drawing));
    }

    [Fact]
    public async Task OwnClasses_InTheComponents_AreStyled()
    {
        var pages = await Samples.SamplePages.AllAsync();
        var used = pages.Values.SelectMany(p => Rendering.Parse(p).QuerySelectorAll("[class]")).SelectMany(e => e.ClassList)
            .Where(c => c.StartsWith("sp-", StringComparison.Ordinal)).Distinct();

        Assert.DoesNotContain(used, c => !Regex.IsMatch(Bundle, $@"\.{Regex.Escape(c)}(?![\w-])", RegexOptions.None, TimeSpan.FromSeconds(5)));
    }

    [GeneratedRegex(@"url\((?<address>[^)]*)\)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Address();

    [GeneratedRegex(@"/\*.*?\*/|url\([^)]*\)", RegexOptions.Singleline, 1000)]
    private static partial Regex Comment();

    [GeneratedRegex(@"\.(?<name>[a-zA-Z][\w-]*)(?=[^{}]*\{)", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Selector();
}
