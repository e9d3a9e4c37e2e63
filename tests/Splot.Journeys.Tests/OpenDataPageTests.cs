using Deque.AxeCore.Playwright;

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
    public async Task Page_InAnyLanguage_HasNoSeriousAccessibilityFinding(string language, string path)
    {
        var page = await site.OpenAsync("/" + language + path);
        await page.EvaluateAsync("document.querySelectorAll('details').forEach(d => d.open = true)");

        var result = await page.RunAxe();

        Assert.Empty(result.Violations.Where(v => v.Impact is "serious" or "critical").Select(v => v.Id + ": " + string.Join(", ", v.Nodes.Select(n => n.Html))));
        await page.Context.CloseAsync();
    }

    [Theory, MemberData(nameof(Pages))]
    public async Task Page_OnASmallPhone_DoesNotScrollSideways(string language, string path)
    {
        var page = await site.OpenAsync("/" + language + path, width: 320);
        await page.EvaluateAsync("document.querySelectorAll('details').forEach(d => d.open = true)");

        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= window.innerWidth"), "The page is wider than 320 px.");
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
