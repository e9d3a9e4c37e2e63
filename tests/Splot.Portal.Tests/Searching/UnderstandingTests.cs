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
    }
}
