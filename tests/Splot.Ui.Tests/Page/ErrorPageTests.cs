using Splot.Kernel;
using Splot.Ui.Tests.Samples;

namespace Splot.Ui.Tests.Page;

public sealed class ErrorPageTests
{
    public static TheoryData<int, Language> All()
    {
        var data = new TheoryData<int, Language>();
        foreach (var status in new[] { 400, 404, 410, 429, 500 })
        {
            foreach (var language in Languages.All)
            {
                data.Add(status, language);
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task ErrorPage_Status_SaysWhatHappenedAndWhereToGo(int status, Language language)
    {
        var page = Rendering.Parse(await Rendering.Html<ErrorPage>(new { View = Rendering.View(language), Status = status }, language));

        Assert.NotEmpty(page.QuerySelector("main .sp-lede")!.TextContent);
        Assert.Equal("/" + language.Code() + "/", page.QuerySelector("main a")!.GetAttribute("href"));
        Assert.Equal(page.QuerySelector("h1")!.TextContent + " – Splot", page.Title);
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task ErrorPage_Status_HasATitleOfItsOwn(int status, Language language)
    {
        var titles = new List<string>();
        foreach (var each in new[] { 400, 404, 410, 429, 500 }.Where(s => s != status))
        {
            titles.Add(Rendering.Parse(await Rendering.Html<ErrorPage>(new { View = Rendering.View(language), Status = each }, language)).Title!);
        }

        Assert.DoesNotContain(Rendering.Parse(await Rendering.Html<ErrorPage>(new { View = Rendering.View(language), Status = status }, language)).Title!, titles);
    }

    [Fact]
    public async Task ErrorPage_Number_IsShown()
    {
        var body = await Rendering.Body<ErrorPage>(new { View = Rendering.View(), Status = 500, Number = "7F3K" });

        Assert.Equal("7F3K", body.QuerySelector(".sp-number")!.TextContent);
    }

    [Fact]
    public async Task ErrorPage_Reason_IsShownInItsLanguage()
    {
        var body = await Rendering.Body<ErrorPage>(new { View = Rendering.View(), Status = 410, Reason = "Wycofano", ReasonLang = "pl" });

        Assert.Equal("Wycofano", body.QuerySelector("main p[lang=pl]")!.TextContent);
    }

    [Theory]
    [InlineData(404, true)]
    [InlineData(410, true)]
    [InlineData(500, false)]
    public async Task ErrorPage_OfSomethingAbsent_OffersTheSearch(int status, bool offers)
    {
        var site = new SiteOptions { Search = new SearchEntry("/projects", () => "Find") };
        var body = await Rendering.Body<ErrorPage>(new { View = Rendering.View(Language.Polish, site: site), Status = status }, Language.Polish);

        Assert.Equal(offers ? "/pl/projects" : null, body.QuerySelector("form[role=search]")?.GetAttribute("action"));
    }

    [Fact]
    public async Task ErrorPage_Any_IsNotIndexed() =>
        Assert.Contains("noindex", await Rendering.Html<ErrorPage>(new { View = Rendering.View(), Status = 404 }), StringComparison.Ordinal);

    [Theory]
    [InlineData(false, "/en/sign-in")]
    [InlineData(true, "/en/desk/prove")]
    public async Task ErrorPage_Of401_LeadsToAnotherTab(bool proves, string href)
    {
        var page = Rendering.Parse(await Rendering.Html<ErrorPage>(new { View = Rendering.View(Language.English), Status = 401, Proves = proves }, Language.English));

        Assert.Equal(href, page.QuerySelector("main a[target]")!.GetAttribute("href"));
    }

    [Theory]
    [InlineData(400, Language.English)]
    [InlineData(403, Language.Polish)]
    [InlineData(404, Language.Bulgarian)]
    [InlineData(405, Language.English)]
    public async Task DeskErrorPage_Status_KeepsTheReaderAtTheDesk(int status, Language language)
    {
        var page = Rendering.Parse(await Rendering.Html<DeskErrorPage>(new { View = Rendering.View(language, "/desk/x", site: SampleData.Site), ListSample.Desk, Status = status, Asked = true }, language));

        Assert.Equal(["/desk/contracts", "/desk"], page.QuerySelectorAll(".sp-nav a, main .sp-error a").Select(a => a.GetAttribute("href")![3..]));
        Assert.NotNull(page.QuerySelector("body.sp-desk .sp-who form"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task OutdatedFormPage_HoldsWhatWasSentWithATokenOfToday(bool kept)
    {
        KeyValuePair<string, string>[] typed = [KeyValuePair.Create("langs", "pl"), KeyValuePair.Create("langs", "bg")];

        var page = Rendering.Parse(await Rendering.Html<OutdatedFormPage>(new { View = Rendering.View(), ListSample.Desk, Address = "/pl/desk/x?y=1", Fields = kept ? (IReadOnlyList<KeyValuePair<string, string>>)typed : null }));

        var form = page.QuerySelector("main .sp-error form");
        Assert.Equal(kept ? "/pl/desk/x?y=1" : null, form?.GetAttribute("action"));
        Assert.Equal(kept ? [KeyValuePair.Create("token", "abc"), .. typed] : [], page.QuerySelectorAll("main .sp-error input").Select(f => KeyValuePair.Create(f.GetAttribute("name")!, f.GetAttribute("value")!)));
    }

    [Fact]
    public async Task HandedBackPage_HoldsWhatWasSentAsItWas()
    {
        KeyValuePair<string, string>[] typed = [KeyValuePair.Create("note", "one \"two\"\n<b>"), KeyValuePair.Create("langs", "pl"), KeyValuePair.Create("langs", "bg")];

        var page = Rendering.Parse(await Rendering.Html<HandedBackPage>(new { View = Rendering.View(), Address = "/pl/desk/x?y=1", Fields = (IReadOnlyList<KeyValuePair<string, string>>)typed }, Language.Polish));

        var form = page.QuerySelector("main form")!;
        Assert.Equal("/pl/desk/x?y=1", form.GetAttribute("action"));
        Assert.Equal(typed, form.QuerySelectorAll("input[type=hidden]").Select(f => KeyValuePair.Create(f.GetAttribute("name")!, f.GetAttribute("value")!)));
    }
}
