using Splot.Data;
using Splot.Portal.Tests.Support;
using Splot.Testing;

namespace Splot.Portal.Tests.Searching;

public sealed class UnderstandingTests
{
    [Theory, EachEngine]
    public async Task Search_ForAnAbbreviation_FindsItsWords(Engine engine)
    {
        await using var app = await PortalApp.CreateAsync(engine, Given.Operation("a", "Centrum usług społecznych w Zamyślu", "pl"), Given.Operation("b", "Dom kultury", "pl"));

        Assert.Equal(["a"], await app.IdsAsync("?q=CUS"));
        Assert.Empty(await app.IdsAsync("?q=CUS&without=all"));
    }

    [Theory, EachEngine]
    public async Task ResultPage_WithSynonyms_OffersToLeaveThemOut(Engine engine)
    {
        await using var app = await PortalApp.CreateAsync(engine, Given.Operation("a", "Centrum usług społecznych w Zamyślu", "pl"));
        var page = await app.PageAsync("/pl/projects?q=CUS");

        var link = page.QuerySelector("a[href*='without=']")!;

        Assert.Contains("q=CUS", link.GetAttribute("href"), StringComparison.Ordinal);
        Assert.Empty((await app.PageAsync(link.GetAttribute("href")!)).QuerySelectorAll("ol.sp-rows > li"));
    }

    [Theory, EachEngine]
    public async Task Search_WithFunctionWords_DoesNotInsistOnThem(Engine engine)
    {
        await using var app = await PortalApp.CreateAsync(engine, Given.Operation("a", "Szkolenia zawodowe seniorów", "pl"));

        Assert.Equal(["a"], await app.IdsAsync("?q=szkolenia%20dla%20seniora"));
        Assert.Equal(["a"], await app.IdsAsync("?q=" + Uri.EscapeDataString("pokaż projekty, które pomagają seniorom")));
    }

    [Theory, EachEngine]
    public async Task Search_ForTheNameOfACode_FindsWhatCarriesItInAnyLanguage(Engine engine)
    {
        await using var app = await PortalApp.CreateAsync(engine);
        await app.PublishAsync(Everything.Published);
        await app.PublishAsync(Given.Published(Given.Operation("other")));
        await app.ProjectTerritoryAsync(FakeLists.Of(("theme", "theme-77", "Help close to everyone"), ("programme", "2014OLD", "Growth of capabilities"), ("programme", "2021BG05SFPR002", "Growth of capabilities")));
        await app.SettleAsync();

        foreach (var name in new[] { "Help close to everyone", "\"help close to everyone\"", "growth of capabilities", "Северен централен", "severen tsentralen" })
        {
            Assert.Equal((name, "bg-2021-everything"), (name, string.Join(' ', await app.IdsAsync("?q=" + Uri.EscapeDataString(name)))));
        }

        Assert.Empty(await app.IdsAsync("?q=growth%20of%20capabilities&without=all"));
        var link = (await app.PageAsync("/en/projects?q=growth%20of%20capabilities")).QuerySelector("a[href*='without=']")!;
        Assert.Empty((await app.PageAsync(link.GetAttribute("href")!)).QuerySelectorAll("ol.sp-rows > li"));
    }
}
