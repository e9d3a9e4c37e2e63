using Deque.AxeCore.Playwright;

namespace Splot.Journeys.Tests;

/// <summary>The pages of organisations in a real browser, in the demo.</summary>
public class OrganisationPageTests(DemoSite demo)
{
    [Theory]
    [InlineData("/en/desk/organisations")]
    [InlineData("/pl/desk/organisations/demo-municipality")]
    [InlineData("/bg/desk/organisations/new")]
    [InlineData("/pl/desk/organisations/import")]
    [InlineData("/en/desk/organisations/demo-welfare/merge")]
    [InlineData("/bg/desk/organisations/demo-welfare/units/demo-team-1")]
    public async Task Page_OfOrganisations_HasNoSeriousAccessibilityFindingAndFitsAPhone(string address)
    {
        var page = await demo.OpenAsync("/en/demo/system-administrator", width: 320);
        await page.ClickAsync("main form button");
        await page.WaitForURLAsync("**/en/desk");

        await page.GotoAsync(demo.Address + address);

        Assert.True(await page.Locator("h1").IsVisibleAsync());
        Assert.InRange(await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth"), 1, 320);
        var result = await page.RunAxe();
        Assert.Empty(result.Violations.Where(v => v.Impact is "serious" or "critical").Select(v => v.Id + ": " + string.Join(", ", v.Nodes.Select(n => n.Html))));
        await page.Context.CloseAsync();
    }
}
