namespace Splot.Journeys.Tests;

/// <summary>Ways through the site by keys only, without scripts of its own.</summary>
public class KeyboardTests(DemoSite site)
{
    private const string Lublin = "/projects/pl-2021-lubelskie-effective-social-policy";

    [Fact]
    public async Task Reader_WithKeysOnly_SkipsSearchesOpensAndChangesTheLanguage()
    {
        var page = await site.OpenAsync("/en/");

        await page.TabToAsync(".govuk-skip-link");
        await page.Keyboard.PressAsync("Enter");
        await page.TabToAsync("main input[name=q]");
        Assert.True(await page.EvaluateAsync<bool>("document.querySelector('main').contains(document.activeElement)"));
        await page.Keyboard.TypeAsync("Effective social policy");
        await page.EnterAsync();
        Assert.EndsWith("/en/projects?q=Effective+social+policy", page.Url, StringComparison.Ordinal);

        await page.TabToAsync($"main a[href='/en{Lublin}']");
        await page.EnterAsync();
        Assert.EndsWith("/en" + Lublin, page.Url, StringComparison.Ordinal);

        await page.TabToAsync(".sp-lang a[hreflang=pl]");
        await page.EnterAsync();
        Assert.Equal("Skuteczna polityka społeczna w województwie lubelskim", (await page.Locator("h1").InnerTextAsync()).Replace('\u00A0', ' '));
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task SkipLink_Followed_LeavesTheHeaderBehind()
    {
        var page = await site.OpenAsync("/pl/projects");
        await page.TabToAsync(".govuk-skip-link");
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.PressAsync("Tab");

        Assert.True(await page.EvaluateAsync<bool>("document.querySelector('main').contains(document.activeElement)"), "After the skip link the next stop lies outside the main content.");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Map_WithKeysOnly_LeadsToARegionAndItsProjects()
    {
        var page = await site.OpenAsync("/bg/");

        await page.TabToAsync("svg a[href='/bg/regions/BG323']");
        await page.EnterAsync();
        Assert.Equal("Русе", await page.Locator("h1").InnerTextAsync());
        await page.TabToAsync("main .sp-figs a[href='/bg/projects?region=BG323']");
        await page.EnterAsync();

        Assert.Contains("Русе", await page.Locator("main .sp-chips").First.InnerTextAsync(), StringComparison.Ordinal);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Report_WithKeysOnly_IsSent()
    {
        var page = await site.OpenAsync("/bg/projects");

        await page.TabToAsync("footer a[href^='/bg/report']");
        await page.EnterAsync();
        await page.TabToAsync("input[name=kind]");
        await page.Keyboard.PressAsync("ArrowDown");
        await page.TabToAsync("textarea");
        await page.Keyboard.TypeAsync("Проба");
        await page.TabToAsync("main form button");
        await page.EnterAsync();

        Assert.EndsWith("/bg/report/sent", page.Url, StringComparison.Ordinal);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Suggestions_WithKeysOnly_LeadToAPlace()
    {
        var page = await site.OpenAsync("/pl/");

        await page.TabToAsync("main input[name=q]");
        await page.Keyboard.TypeAsync("lublesk");
        await page.WaitForSelectorAsync(".sp-suggest [role=option]");
        await page.Keyboard.PressAsync("ArrowDown");
        Assert.Equal(await page.Locator("[role=combobox]").First.GetAttributeAsync("aria-activedescendant"), await page.Locator(".sp-suggest [aria-selected=true]").GetAttributeAsync("id"));
        await page.EnterAsync();

        Assert.Contains("/pl/regions/", page.Url, StringComparison.Ordinal);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Regions_WithoutScripts_AreChosenAndCompared()
    {
        var page = await site.OpenAsync("/en/compare", scripts: false);

        await page.SelectOptionAsync("#region-1", "PL81");
        await page.SelectOptionAsync("#region-2", "BG323");
        await page.Locator("main form button").ClickAsync();

        Assert.Equal(2, await page.Locator(".sp-compare section").CountAsync());
        await page.Context.CloseAsync();
    }
}
