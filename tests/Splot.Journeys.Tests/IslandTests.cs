namespace Splot.Journeys.Tests;

/// <summary>The islands: what scripts add to pages that are whole without them.</summary>
public class IslandTests(DemoSite site)
{
    [Fact]
    public async Task Points_OnTheMap_OpenWithoutAnyOtherHost()
    {
        var page = await site.OpenAsync("/en/map?country=PL");
        var elsewhere = new List<string>();
        page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith(site.Address, StringComparison.Ordinal))
            {
                elsewhere.Add(request.Url);
            }
        };

        await page.Locator("[data-points] button").ClickAsync();
        await page.WaitForSelectorAsync(".sp-points__mark");
        await page.Locator(".sp-points__mark").First.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        var link = page.Locator(".leaflet-popup a[href^='/en/projects']");
        await link.WaitForAsync();

        Assert.Empty(elsewhere);
        await page.HasNoSeriousFindingAsync();
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Islands_WithoutScripts_LeaveNoEmptyPlace()
    {
        var page = await site.OpenAsync("/pl/map", scripts: false);

        Assert.False(await page.Locator("[data-points] button").IsVisibleAsync());
        Assert.True(await page.Locator("main table").First.CountAsync() > 0);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Suggestions_Open_HaveNoSeriousAccessibilityFinding()
    {
        var page = await site.OpenAsync("/bg/projects");
        await page.Locator("main input[name=q]").First.PressSequentiallyAsync("ру");
        await page.WaitForSelectorAsync(".sp-suggest [role=option]");

        await page.HasNoSeriousFindingAsync();
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Poster_Printed_IsOnePageOfA3()
    {
        var page = await site.OpenAsync("/pl/projects/pl-2021-lubelskie-effective-social-policy/kit/poster");

        var pdf = System.Text.Encoding.Latin1.GetString(await page.PdfAsync(new() { PreferCSSPageSize = true, PrintBackground = true }));

        Assert.Single(System.Text.RegularExpressions.Regex.Matches(pdf, @"/Type\s*/Page[^s]", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(5)));
        var sides = System.Text.RegularExpressions.Regex.Match(pdf, @"/MediaBox\s*\[\s*0 0 (?<width>[\d.]+) (?<height>[\d.]+)\s*\]", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(5)).Groups;
        Assert.InRange(decimal.Parse(sides["width"].Value, System.Globalization.CultureInfo.InvariantCulture), 840m, 844m); // 297 mm
        Assert.InRange(decimal.Parse(sides["height"].Value, System.Globalization.CultureInfo.InvariantCulture), 1_189m, 1_193m); // 420 mm
        await page.Context.CloseAsync();
    }
}
