using System.Text.RegularExpressions;
using AngleSharp.Dom;
using Microsoft.AspNetCore.Components;
using Splot.Ui.Tests.Govuk;

namespace Splot.Ui.Tests.Samples;

/// <summary>What holds for every page, looked at on pages made of all components.</summary>
public sealed class WholePageTests
{
    public static TheoryData<string> Pages() => ["home", "results", "project", "figures", "form", "desk", "list", "step", "check", "sheet", "error", "refused", "outdated", "gone"];

    [Fact]
    public async Task Samples_Names_AreThoseTested() => Assert.Equal(Pages().Select(p => p.Data).Order(StringComparer.Ordinal), (await SamplePages.AllAsync()).Keys.Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Page_Markup_HasNoStyleAndNoScript(string name)
    {
        var page = await Page(name);

        Assert.Empty(page.QuerySelectorAll("[style], style, script"));
        Assert.DoesNotContain(page.QuerySelectorAll("*").SelectMany(e => e.Attributes), a => a.Name.StartsWith("on", StringComparison.Ordinal) || a.Value.StartsWith("javascript:", StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Page_Files_AreOurOwn(string name)
    {
        var loaded = (await Page(name)).QuerySelectorAll("link[rel=stylesheet], link[rel=icon], link[rel=preload], img, source, iframe, object, embed, use, image")
            .Select(e => e.GetAttribute("href") ?? e.GetAttribute("src") ?? "");

        Assert.All(loaded, address => Assert.StartsWith("/_content/Splot.Ui/", address, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Page_Ids_AreUniqueAndReferencesMeet(string name)
    {
        var page = await Page(name);
        var ids = page.QuerySelectorAll("[id]").Select(e => e.Id!).ToList();
        string[] references = ["for", "aria-describedby", "aria-labelledby"];
        var named = page.QuerySelectorAll("*").SelectMany(e => references.SelectMany(r => (e.GetAttribute(r) ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries)));

        Assert.Equal(ids.Distinct(), ids);
        Assert.Empty(named.Except(ids));
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Page_Headings_HaveOneFirst(string name) => Assert.Single((await Page(name)).QuerySelectorAll("h1"));

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Page_Tables_HaveCaptionsAndScopedHeaders(string name)
    {
        var page = await Page(name);

        Assert.All(page.QuerySelectorAll("table"), t => Assert.NotNull(t.QuerySelector("caption")));
        Assert.All(page.QuerySelectorAll("th"), h => Assert.True(h.HasAttribute("scope")));
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Page_Drawings_AreNamedOrSilent(string name) => Assert.All(
        (await Page(name)).QuerySelectorAll("svg").Where(s => s.ParentElement!.Closest("svg") is null),
        s => Assert.True(s.GetAttribute("aria-hidden") == "true" || s.HasAttribute("aria-label") || s.HasAttribute("aria-labelledby"), s.OuterHtml));

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Page_Charts_HaveNoViewBox(string name) => Assert.Empty((await Page(name)).QuerySelectorAll("svg.sp-chart[viewBox]"));

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Page_CyrillicInAnotherLanguage_SaysSo(string name)
    {
        var page = await Page(name);
        var foreign = page.Body!.Descendants<IText>().Where(t => Regex.IsMatch(t.Data, @"\p{IsCyrillic}{3}", RegexOptions.None, TimeSpan.FromSeconds(1)));

        Assert.All(foreign, t => Assert.Equal("bg", t.ParentElement!.Closest("[lang]")!.GetAttribute("lang")));
    }

    [Fact]
    public void Components_All_AreRenderedByATest()
    {
        var tests = Path.Combine(Fixture.RepositoryRoot(), "tests", "Splot.Ui.Tests");
        var text = string.Concat(Directory.EnumerateFiles(tests, "*.*", SearchOption.AllDirectories)
            .Where(f => (f.EndsWith(".cs", StringComparison.Ordinal) || f.EndsWith(".razor", StringComparison.Ordinal)) && !f.Contains("/obj/", StringComparison.Ordinal)).Select(File.ReadAllText));
        var components = typeof(PageLayout).Assembly.GetExportedTypes().Where(t => !t.IsAbstract && typeof(IComponent).IsAssignableFrom(t)).Select(t => t.Name).ToList();

        Assert.Contains("Hit", components);

        // Parts of others, which no page uses alone.
        string[] parts = ["PageHeader", "PageFooter", "ErrorWords", "FormGroup", "HatchPattern", "SvgText", "TileBadge", "SplitBar", "ListFilters", "ListTable", "ListViews", "_Imports"];
        Assert.DoesNotContain(components.Except(parts), c => !Regex.IsMatch(text, $@"(<{c}[\s/>])|(<{c}>\()", RegexOptions.None, TimeSpan.FromSeconds(5)));
    }

    [Fact]
    public void Components_All_SayWhatTheyAre() => Assert.All(
        Directory.EnumerateFiles(Path.Combine(Fixture.RepositoryRoot(), "src", "Splot.Ui"), "*.razor", SearchOption.AllDirectories)
            .Where(f => !f.Contains("/obj/", StringComparison.Ordinal) && Path.GetFileName(f) != "_Imports.razor"),
        f => Assert.Contains(File.ReadLines(f).Take(3), l => l.StartsWith("@* ", StringComparison.Ordinal)));

    private static async Task<IDocument> Page(string name) => Rendering.Parse((await SamplePages.AllAsync())[name]);
}
