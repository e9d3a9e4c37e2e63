using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.AspNetCore.Components;
using Splot.Kernel;
using Splot.Ui.Tests.Samples;

namespace Splot.Ui.Tests.Page;

public sealed class PageLayoutTests
{
    [Theory]
    [InlineData(Language.English, "en", "Skip to main content", "Co-funded by the European Union")]
    [InlineData(Language.Polish, "pl", "Przejdź do treści", "Współfinansowane przez Unię Europejską")]
    [InlineData(Language.Bulgarian, "bg", "Към основното съдържание", "Съфинансирано от Европейския съюз")]
    public async Task Layout_InALanguage_SpeaksIt(Language language, string code, string skip, string funding)
    {
        var page = await Document(language);

        Assert.Equal((code, skip, funding), (page.DocumentElement.GetAttribute("lang"), page.QuerySelector(".govuk-skip-link")!.TextContent, page.QuerySelector(".sp-eu")!.TextContent.Trim()));
    }

    [Fact]
    public async Task Layout_Letters_AreWrittenAsThemselves() =>
        Assert.Contains("Съфинансирано", await Rendering.Html<PageLayout>(new { View = Rendering.View(Language.Bulgarian), Title = "T" }, Language.Bulgarian), StringComparison.Ordinal);

    [Fact]
    public async Task Layout_StartsWith_Doctype() =>
        Assert.StartsWith("<!DOCTYPE html>", (await Rendering.Html<PageLayout>(new { View = Rendering.View(), Title = "T" })).TrimStart(), StringComparison.Ordinal);

    [Fact]
    public async Task Title_OfAPage_EndsWithTheSite() => Assert.Equal("T – Splot", (await Document()).Title);

    [Fact]
    public async Task Title_WithErrors_SaysSoFirst() =>
        Assert.Equal("Błąd: T – Splot", (await Document(Language.Polish, new() { ["HasErrors"] = true })).Title);

    [Fact]
    public async Task LanguageSwitch_OtherLanguages_KeepPathAndQuery()
    {
        var links = (await Document(query: "?q=a")).QuerySelectorAll<IHtmlAnchorElement>(".sp-lang a");

        Assert.Equal([("/pl/projects?q=a", "pl"), ("/bg/projects?q=a", "bg")], links.Select(a => (a.GetAttribute("href")!, a.GetAttribute("hreflang")!)));
    }

    [Fact]
    public async Task LanguageSwitch_Names_CarryTheirLanguage() => Assert.All(
        (await Document()).QuerySelectorAll(".sp-lang li > *"), e => Assert.Equal(e.GetAttribute("lang") switch { "pl" => "PolskiPL", "bg" => "БългарскиБГ", _ => "EnglishEN" }, e.TextContent));

    [Fact]
    public async Task Alternates_PublicUrl_NameAllLanguagesAndTheCanonicalAddress()
    {
        var page = await Document(query: "?q=a");

        Assert.Equal("https://splot.example/en/projects", page.QuerySelector("link[rel=canonical]")!.GetAttribute("href"));
        Assert.Equal(["en", "pl", "bg"], page.QuerySelectorAll("link[rel=alternate]").Select(l => l.GetAttribute("hreflang")!));
    }

    [Fact]
    public async Task Alternates_NoIndex_None()
    {
        var page = await Document(more: new() { ["NoIndex"] = true });

        Assert.Equal("noindex", page.QuerySelector("meta[name=robots]")!.GetAttribute("content"));
        Assert.Null(page.QuerySelector("link[rel=canonical], link[rel=alternate]"));
    }

    [Fact]
    public async Task Navigation_Section_IsCurrent() =>
        Assert.Equal("Map", (await Document(more: new() { ["Section"] = "Map" })).QuerySelector(".sp-nav [aria-current=page]")!.TextContent);

    [Fact]
    public async Task Navigation_Order_Decides()
    {
        var site = new SiteOptions();
        site.Navigation.Add(new NavEntry("b", "/b", () => "B", 2));
        site.Navigation.Add(new NavEntry("a", "/a", () => "A", 1));

        var page = Rendering.Parse(await Rendering.Html<PageLayout>(new { View = Rendering.View(site: site), Title = "T" }));

        Assert.Equal(["A", "B"], page.QuerySelectorAll(".sp-nav li").Select(l => l.TextContent));
    }

    [Theory]
    [InlineData(5, false)]
    [InlineData(6, true)]
    public async Task Navigation_ManyEntries_Fold(int entries, bool folds)
    {
        var site = new SiteOptions();
        foreach (var i in Enumerable.Range(1, entries))
        {
            site.Navigation.Add(new NavEntry("k" + i, "/k" + i, () => "K"));
        }

        var page = Rendering.Parse(await Rendering.Html<PageLayout>(new { View = Rendering.View(site: site), Title = "T" }));

        Assert.Equal((folds, entries), (page.QuerySelector(".sp-nav details") is not null, page.QuerySelectorAll(".sp-nav a").Length));
    }

    [Theory]
    [InlineData(10, true, false)]
    [InlineData(30, true, true)]
    [InlineData(30, false, false)]
    public async Task Navigation_LongBesideWhoIsSignedIn_FoldsOnWideScreensToo(int letters, bool who, bool folds)
    {
        var site = new SiteOptions();
        site.Navigation.Add(new NavEntry("a", "/a", () => new string('a', letters)));
        site.Navigation.Add(new NavEntry("b", "/b", () => new string('b', letters)));

        var page = Rendering.Parse(await Rendering.Html<PageLayout>(new { View = Rendering.View(site: site), Title = "T", Who = who ? Rendering.Text("Jagna") : null }));

        Assert.Equal(folds, page.QuerySelector(".sp-nav__fold--long") is not null);
    }

    [Fact]
    public async Task Navigation_OfTheReaderAlone_StandsBesideTheirName()
    {
        var page = Rendering.Parse(await Rendering.Html<DeskLayout>(new { View = Rendering.View(), ListSample.Desk, Title = "T", Section = "sessions", ChildContent = Rendering.Text("") }));

        Assert.Equal("Kontrakty", page.QuerySelector(".sp-nav")!.TextContent.Trim());
        Assert.Equal(("Moje logowanie", "page"), (page.QuerySelector(".sp-who a")!.TextContent, page.QuerySelector(".sp-who a")!.GetAttribute("aria-current")));
    }

    [Fact]
    public async Task Theme_OfTheSite_StandsOnTheDocument() => Assert.Equal(
        "elder", Rendering.Parse(await Rendering.Html<PageLayout>(new { View = Rendering.View(site: new SiteOptions { Theme = "elder" }), Title = "T" })).DocumentElement.GetAttribute("data-theme"));

    [Fact]
    public async Task Hero_Given_ComesBeforeTheBraid()
    {
        var page = await Document(more: new() { ["Hero"] = Rendering.Text("above"), ["ChildContent"] = Rendering.Markup("<p>below</p>") });

        Assert.Equal(["sp-hero", "sp-braid", ""], page.QuerySelector("main")!.Children.Select(c => c.ClassName));
        Assert.Single(page.QuerySelectorAll(".sp-braid"));
    }

    [Fact]
    public async Task Desk_Page_IsStitchedAndSaysWho()
    {
        var page = await Document(more: new() { ["Desk"] = true, ["Subtitle"] = "OPS", ["Who"] = (RenderFragment)Rendering.Text("Jagna") });

        Assert.Equal(("OPS", "Jagna"), (page.QuerySelector(".sp-brand small")!.TextContent, page.QuerySelector(".sp-who")!.TextContent.Trim()));
        Assert.NotNull(page.QuerySelector("body.sp-desk > .sp-stitch"));
    }

    [Fact]
    public async Task Footer_Entries_TakeThePagesLanguage() =>
        Assert.All((await Document(Language.Polish)).QuerySelectorAll(".sp-foot__links a"), a => Assert.StartsWith("/pl/", a.GetAttribute("href"), StringComparison.Ordinal));

    [Theory]
    [InlineData("/", "/report")]
    [InlineData("/projects/a b", "/report?about=%2Fprojects%2Fa%20b")]
    [InlineData("/report", "/report")]
    public void NavEntry_ThatNamesThePage_TellsItsAddress(string page, string expected) =>
        Assert.Equal(expected, new NavEntry("report", "/report", () => "R") { NamesPage = true }.From(page));

    [Fact]
    public void NavEntry_OfTheUsualKind_TellsNothing() => Assert.Equal("/map", new NavEntry("map", "/map", () => "M").From("/projects"));

    private static async Task<IHtmlDocument> Document(Language language = Language.English, Dictionary<string, object?>? more = null, string query = "")
    {
        var parameters = new Dictionary<string, object?>(more ?? [], StringComparer.Ordinal) { ["View"] = Rendering.View(language, query: query, site: SampleData.Site), ["Title"] = "T" };
        return Rendering.Parse(await Rendering.Html<PageLayout>(parameters, language));
    }
}
