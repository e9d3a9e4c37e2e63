namespace Splot.Journeys.Tests;

/// <summary>The pages of organisations in a real browser, in the demo.</summary>
public class OrganisationPageTests(DemoSite demo)
{
    private static readonly string[] Pages =
    [
        "/en/desk/organisations", "/pl/desk/organisations/demo-municipality", "/bg/desk/organisations/new", "/pl/desk/organisations/import",
        "/en/desk/organisations/demo-welfare/merge", "/bg/desk/organisations/demo-welfare/units/demo-team-1",
    ];

    [Fact]
    public async Task Pages_OfOrganisations_HaveNoSeriousFindingAndFitAPhone()
    {
        var page = await demo.OpenAsync("/en/demo/system-administrator", width: 320);
        await page.ClickAsync("main form button");
        await page.WaitForURLAsync("**/en/desk");

        foreach (var address in Pages)
        {
            Assert.Equal((address, 200), (address, (await page.GotoAsync(demo.Address + address))!.Status));
            await page.FitsAsync();
            await page.HasNoSeriousFindingAsync();
        }

        await page.Context.CloseAsync();
    }
}
