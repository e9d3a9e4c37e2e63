namespace Splot.Journeys.Tests;

/// <summary>The public pages, one of each kind, in a real browser and in three languages.</summary>
public class PublicPageTests(DemoSite site)
{
    private const string Lublin = "/projects/pl-2021-lubelskie-effective-social-policy";

    // WCAG 1.4.12: a reader may space text so and must not lose any of it.
    private const string Spaced = "* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; } p { margin-bottom: 2em !important; }";

    private static readonly (string Path, int Status)[] Kinds =
    [
        ("/", 200), ("/projects", 200), ("/projects?q=nothing-like-this&country=BG", 200), ("/projects?budgetFrom=lots", 400), (Lublin, 200), (Lublin + "/history", 200), (DemoSite.Invented, 200),
        (DemoSite.Withdrawn, 410), ("/beneficiaries/bg-obshtihapyce", 200), ("/about", 200), ("/accessibility", 200), ("/report?about=%2Fprojects", 200), ("/report/sent", 200), ("/nowhere", 404),
        ("/map", 200), ("/map?region=PL81&measure=per-inhabitant", 200), ("/regions", 200), ("/regions/PL", 200), ("/regions/PL81", 200), ("/regions/BG323", 200), ("/regions/0618011", 200), ("/regions/IE", 200),
        ("/programmes/2021BG05SFPR002", 200), ("/themes/active-inclusion", 200), ("/compare", 200), ("/compare?region=PL81&region=BG323&region=PL9", 200), ("/embed/projects?fund=ERDF", 200), ("/embed/map", 200),
        (Lublin + "/kit", 200), (Lublin + "/kit/poster", 200), (Lublin + "/kit/plaque", 200),
    ];

    public static TheoryData<string, string, int> Pages
    {
        get
        {
            var data = new TheoryData<string, string, int>();
            foreach (var language in (string[])["en", "pl", "bg"])
            {
                foreach (var (path, status) in Kinds)
                {
                    data.Add(language, path, status);
                }
            }

            return data;
        }
    }

    /// <summary>A window of 1280 by 1024 at 400 % shows 320 by 256. Text is spaced in Bulgarian, whose words are the longest.</summary>
    [Theory, MemberData(nameof(Pages))]
    public async Task Page_InAnyLanguage_HasNoSeriousFindingAndFitsAtFourTimesItsSize(string language, string path, int status)
    {
        var page = await site.OpenAsync("/" + language + path, status: status, ownStyles: language == "bg");

        await page.HasNoSeriousFindingAsync();
        await page.SetViewportSizeAsync(320, 256);
        await page.FitsAsync();
        if (language == "bg")
        {
            await page.SetViewportSizeAsync(390, 900);
            await page.AddStyleTagAsync(new() { Content = Spaced });
            await page.FitsAsync();
        }

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

    [Theory]
    [InlineData("/en/")]
    [InlineData("/bg" + Lublin)]
    public async Task Page_InForcedColours_ShowsItsFieldsAndTiles(string path)
    {
        var page = await site.OpenAsync(path);
        await page.EmulateMediaAsync(new() { ForcedColors = Microsoft.Playwright.ForcedColors.Active });

        var faint = await page.EvaluateAsync<string[]>("""
            () => [...document.querySelectorAll('main input.govuk-input, main .sp-tiles rect')].filter(e => {
              const style = getComputedStyle(e);
              return e.tagName === 'rect' ? style.stroke === 'none' : style.borderTopStyle === 'none' || parseFloat(style.borderTopWidth) === 0;
            }).map(e => e.outerHTML)
            """);
        Assert.Empty(faint);
        await page.Context.CloseAsync();
    }
}
