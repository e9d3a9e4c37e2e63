using Deque.AxeCore.Playwright;

namespace Splot.Journeys.Tests;

/// <summary>The public pages in a real browser, in three languages and at three widths.</summary>
public class PublicPageTests(DemoSite site)
{
    private const string Lublin = "/projects/pl-2021-lubelskie-effective-social-policy";

    public static TheoryData<string, string> Pages
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var language in (string[])["en", "pl", "bg"])
            {
                foreach (var path in (string[])["/", "/projects", Lublin])
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

        var result = await page.RunAxe();

        Assert.Empty(result.Violations.Where(v => v.Impact is "serious" or "critical").Select(v => v.Id + ": " + string.Join(", ", v.Nodes.Select(n => n.Html))));
        await page.Context.CloseAsync();
    }

    [Theory, MemberData(nameof(Pages))]
    public async Task Page_OnASmallPhone_DoesNotScrollSideways(string language, string path)
    {
        var page = await site.OpenAsync("/" + language + path, width: 320);

        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= window.innerWidth"), "The page is wider than 320 px.");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Search_WithoutScripts_FindsTheProjectAndShowsItInPolish()
    {
        var page = await site.OpenAsync("/pl/projects", scripts: false);
        await page.Locator("input[name=q]").First.FillAsync("Lubelskie");
        await page.Locator("input[name=q]").First.PressAsync("Enter");
        await page.Locator("main a[href*='" + Lublin + "']").First.ClickAsync();

        Assert.Contains("6\u00A0200\u00A0901,17", await page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        await page.Context.CloseAsync();
    }
}
