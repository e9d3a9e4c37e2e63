using Microsoft.AspNetCore.Components;
using Splot.Kernel;

namespace Splot.Ui.Tests.Lists;

public sealed class ListTests
{
    [Fact]
    public async Task Find_Form_IsAGetSearchThatKeepsOtherParameters()
    {
        var form = (await Rendering.Body<Find>(new { Action = "/en/projects", Label = "Find", Query = "a\"b", Keep = new[] { KeyValuePair.Create("country", "PL") } })).QuerySelector("form")!;

        Assert.Equal(("search", null, "a\"b", "PL"), (form.GetAttribute("role"), form.GetAttribute("method"), form.QuerySelector("#q")!.GetAttribute("value"), form.QuerySelector("[type=hidden][name=country]")!.GetAttribute("value")));
        Assert.Equal("q", form.QuerySelector("label")!.GetAttribute("for"));
    }

    [Fact]
    public async Task Find_Hint_DescribesTheField()
    {
        var body = await Rendering.Body<Find>(new { Action = "/", Label = "Find", Hint = (RenderFragment)Rendering.Text("A place") });

        Assert.Equal("A place", body.QuerySelector("#" + body.QuerySelector("input")!.GetAttribute("aria-describedby"))!.TextContent);
    }

    [Fact]
    public async Task Chips_Removing_SaySoInWords()
    {
        var body = await Rendering.Body<Chips>(new { Items = new[] { new Chip("ESF+", "/x", Removes: true) }, ClearHref = "/clear" }, Language.Polish);

        Assert.Equal(["Usuń: ESF+", "Usuń wszystkie"], body.QuerySelectorAll("a").Select(a => a.TextContent));
    }

    [Fact]
    public async Task Chips_InAnotherLanguage_CarryIt() =>
        Assert.Equal("bg", (await Rendering.Body<Chips>(new { Items = new[] { new Chip("Русе", "/x", Lang: "bg") }, Label = "Often" })).QuerySelector("a span")!.GetAttribute("lang"));

    [Fact]
    public async Task Hit_OriginalTitle_CarriesItsLanguage()
    {
        var hit = (await Rendering.Body<Hit>(new { Title = (RenderFragment)Rendering.Text("Опора"), Href = "/en/projects/1", TitleLang = "bg" })).QuerySelector(".sp-hit")!;

        Assert.Equal(("bg", "/en/projects/1"), (hit.QuerySelector("h3")!.GetAttribute("lang"), hit.QuerySelector("h3 a")!.GetAttribute("href")));
    }

    [Fact]
    public async Task Hit_WithoutRegion_HasAnEmptyTile() =>
        Assert.Empty((await Rendering.Body<Hit>(new { Title = (RenderFragment)Rendering.Text("T"), Href = "/" })).QuerySelector(".sp-bit")!.TextContent);

    [Theory]
    [InlineData(0, "sp-bit--plain")]
    [InlineData(3, "sp-m3")]
    [InlineData(9, "sp-bit--plain")]
    public async Task TileBadge_Class_PicksTheColour(int number, string css)
    {
        var badge = (await Rendering.Body<TileBadge>(new { Label = "LU", Class = number })).QuerySelector("span")!;

        Assert.Contains(css, badge.ClassList);
        Assert.Equal("true", badge.GetAttribute("aria-hidden"));
    }

    [Fact]
    public async Task MoneyBlock_NotPublished_SaysSoAndDrawsNoBar()
    {
        var body = await Rendering.Body<MoneyBlock>(new { Label = "EU", Amount = (string?)null, Share = 0.5m }, Language.Bulgarian);

        Assert.Contains("не е публикувано", body.TextContent, StringComparison.Ordinal);
        Assert.Null(body.QuerySelector("svg"));
    }

    [Fact]
    public async Task MoneyBlock_WithoutShare_DrawsNoBar() => Assert.Null((await Rendering.Body<MoneyBlock>(new { Label = "EU", Amount = "€1.00" })).QuerySelector("svg"));

    [Theory]
    [InlineData("0.8252", "82.52%")]
    [InlineData("0", "0%")]
    [InlineData("1.2", "100%")]
    [InlineData("-0.1", "0%")]
    [InlineData("0.123456", "12.35%")]
    public async Task SplitBar_Share_IsTheWidthInEveryLanguage(string share, string width)
    {
        foreach (var language in Languages.All)
        {
            var body = await Rendering.Body<SplitBar>(new { Share = decimal.Parse(share, System.Globalization.CultureInfo.InvariantCulture) }, language);

            Assert.Equal(width, body.QuerySelector("rect")!.GetAttribute("width"));
        }
    }

    [Theory]
    [InlineData("pl", TextOrigin.Original, Language.English, "Original text in Polish.")]
    [InlineData("pl", TextOrigin.Human, Language.Bulgarian, "Преведено от полски от човек.")]
    [InlineData("bg", TextOrigin.Machine, Language.Polish, "Przetłumaczono maszynowo z bułgarskiego.")]
    [InlineData("sv", TextOrigin.Machine, Language.English, "Translated from another language (sv) by machine.")]
    public async Task OriginMark_Origin_IsSaidInFull(string from, TextOrigin origin, Language language, string sentence)
    {
        var mark = (await Rendering.Body<OriginMark>(new { From = from, Origin = origin }, language)).QuerySelector(".sp-origin")!;

        Assert.Equal((from.ToUpperInvariant(), from.ToUpperInvariant() + sentence), (mark.QuerySelector(".sp-origin__code")!.TextContent, mark.TextContent));
    }

    [Fact]
    public async Task OriginMark_Link_SpeaksTheOriginalsLanguage()
    {
        var link = (await Rendering.Body<OriginMark>(new { From = "bg", Origin = TextOrigin.Machine, OriginalHref = "/bg/projects/1" })).QuerySelector("a")!;

        Assert.Equal(("Оригинал на български", "bg", "bg"), (link.TextContent, link.GetAttribute("lang"), link.GetAttribute("hreflang")));
    }

    [Fact]
    public async Task NextPage_LastPage_HasNoNext()
    {
        var body = await Rendering.Body<NextPage>(new { ChildContent = (RenderFragment)Rendering.Text("Results 21–23 of 23"), FirstHref = "/first", FirstLabel = "First" });

        Assert.Equal(["/first"], body.QuerySelectorAll("a").Select(a => a.GetAttribute("href")));
    }

    [Fact]
    public async Task NextPage_Next_SaysThatItIs() =>
        Assert.Equal("next", (await Rendering.Body<NextPage>(new { NextHref = "/n", NextLabel = "Next" })).QuerySelector("a")!.GetAttribute("rel"));

    [Fact]
    public async Task DemoMark_Any_IsInWords() => Assert.Equal("Przykład zmyślony", (await Rendering.Body<DemoMark>(language: Language.Polish)).TextContent);

    [Fact]
    public async Task Facet_Bars_AreInProportionToTheLargest()
    {
        var body = await Rendering.Body<Facet>(new { Title = "Country", Name = "country", Items = new[] { new FacetChoice("PL", "Poland", 12_000, true), new FacetChoice("BG", "Bulgaria", 3000) } });

        Assert.Equal(["100%", "25%"], body.QuerySelectorAll("rect").Select(r => r.GetAttribute("width")));
        Assert.Equal(["12,000", "3,000"], body.QuerySelectorAll(".sp-facet__count").Select(c => c.TextContent));
        Assert.Equal(["PL"], body.QuerySelectorAll("input[checked]").Select(i => i.GetAttribute("value")));
    }

    [Fact]
    public async Task Facet_NoCounts_DrawsNothing() =>
        Assert.Null((await Rendering.Body<Facet>(new { Title = "Fund", Name = "fund", Items = new[] { new FacetChoice("a", "A") } })).QuerySelector("svg"));

    [Fact]
    public async Task Facet_AllCountsZero_DrawsEmptyBars() =>
        Assert.Equal("0%", (await Rendering.Body<Facet>(new { Title = "Fund", Name = "fund", Items = new[] { new FacetChoice("a", "A", 0) } })).QuerySelector("rect")!.GetAttribute("width"));

    [Fact]
    public async Task Facets_Active_AreCountedOnTheButton() =>
        Assert.Equal("Filters (3)", (await Rendering.Body<Facets>(new { Action = "/", Label = "Filters", Active = 3 })).QuerySelector("summary")!.TextContent);
}
