namespace Splot.Ui.Tests.Page;

public sealed class SheetTests
{
    [Fact]
    public async Task Poster_OnItsLongSide_LeadsBackAndIsKeptFromSearchEngines()
    {
        var page = Rendering.Parse(await Rendering.Html<PosterSheet>(new { View = Rendering.View(), Title = "Plaque", Wide = true, BackHref = "/en/kit", BackLabel = "Back", ChildContent = Rendering.Markup("<h1>A bridge</h1>") }));

        Assert.Equal("A bridge", page.QuerySelector(".sp-poster--wide h1")!.TextContent);
        Assert.Equal("/en/kit", page.QuerySelector("aside a")!.GetAttribute("href"));
        Assert.Equal("noindex", page.QuerySelector("meta[name=robots]")!.GetAttribute("content"));
    }

    [Theory]
    [InlineData(true, 1)]
    [InlineData(false, 0)]
    public async Task Sheet_OfSomebodysOwnDocument_SaysNothingOfFunding(bool funded, int emblems)
    {
        var page = Rendering.Parse(await Rendering.Html<PrintSheet>(new { View = Rendering.View(), Title = "Clause", Funded = funded, ChildContent = Rendering.Markup("<h1>Clause</h1>") }));

        Assert.Equal(emblems, page.QuerySelectorAll(".sp-eu").Length);
    }

    [Fact]
    public async Task Frame_WhereverItStands_LeadsToTheWholePageOutsideIt()
    {
        var page = Rendering.Parse(await Rendering.Html<EmbedLayout>(new { View = Rendering.View(), Title = "Projects", Path = "/projects?fund=ERDF", ChildContent = Rendering.Markup("<h1>Projects</h1>") }));

        var link = page.QuerySelector("footer a")!;
        Assert.Equal(("/en/projects?fund=ERDF", "_blank", "noopener"), (link.GetAttribute("href"), link.GetAttribute("target"), link.GetAttribute("rel")));
    }

    [Fact]
    public async Task Emblem_WithItsStatement_SaysItInFull()
    {
        var emblem = await Rendering.Body<EuEmblem>(new { Statement = "Co-funded by the European Union", Large = true });

        Assert.Equal("Co-funded by the European Union", emblem.QuerySelector(".sp-emblem--xl span")!.TextContent);
        Assert.Equal("", emblem.QuerySelector("img")!.GetAttribute("alt"));
    }
}
