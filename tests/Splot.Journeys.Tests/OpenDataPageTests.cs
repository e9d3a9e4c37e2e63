namespace Splot.Journeys.Tests;

/// <summary>The pages of open data in a real browser.</summary>
public class OpenDataPageTests(DemoSite site)
{
    public static TheoryData<string, string> Pages
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var language in (string[])["en", "pl", "bg"])
            {
                foreach (var path in (string[])["/data", "/data/coverage"])
                {
                    data.Add(language, path);
                }
            }

            return data;
        }
    }

    [Theory, MemberData(nameof(Pages))]
    public async Task Page_InAnyLanguage_HasNoSeriousFindingAndFitsASmallPhone(string language, string path)
    {
        var page = await site.OpenAsync("/" + language + path);
        await page.EvaluateAsync("document.querySelectorAll('details').forEach(d => d.open = true)");

        await page.HasNoSeriousFindingAsync();
        await page.SetViewportSizeAsync(320, 900);
        await page.FitsAsync();
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Reader_WithoutScripts_GoesFromACountToItsProjects()
    {
        var page = await site.OpenAsync("/bg/data", scripts: false);
        await page.Locator("main a[href='/bg/data/coverage']").First.ClickAsync();
        var link = page.Locator("section[aria-labelledby=programmes] td a").First;
        var count = (await link.InnerTextAsync()).Trim();
        await link.ClickAsync();

        Assert.StartsWith(count + " ", (await page.Locator("h1").InnerTextAsync()).Trim().Replace('\u00A0', ' '), StringComparison.Ordinal);
        await page.Context.CloseAsync();
    }
}
