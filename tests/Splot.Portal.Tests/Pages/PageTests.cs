using System.Text.RegularExpressions;
using AngleSharp.Dom;
using Splot.Contracts.Projects;
using Splot.Data;
using Splot.Kernel;
using Splot.Portal.Tests.Support;

namespace Splot.Portal.Tests.Pages;

public sealed partial class PageTests(PageTests.Apps shared) : IClassFixture<PageTests.Apps>
{
    private static readonly string[] Addresses =
    [
        "/", "/about", "/accessibility", "/report", "/report/sent", "/projects", "/projects?q=everything", "/projects?q=nothing-like-this&country=PL&fund=ESF%2B&budgetFrom=1&startTo=2020-01-01", "/projects?limit=x",
        "/projects?region=BG323&status=running&theme=none&period=2021-2027&programme=2021BG05SFPR002&sort=-eu",
        "/projects/bg-2021-everything", "/projects/bg-2021-everything/history", "/projects/plain", "/projects/plain/history", "/projects/person", "/beneficiaries/bg-org-77", "/data", "/data/coverage", "/data/coverage?programme=2021BG05SFPR002",
        "/map", "/map?region=BG323&measure=eu", "/map?q=nothing-like-this", "/map?budgetFrom=x&limit=x", "/regions", "/regions?q=nowhere", "/regions/BG323", "/regions/BG", "/regions/PL81", "/programmes/2021BG05SFPR002", "/themes/theme-77",
        "/compare", "/compare?region=PL81&region=BG323", "/embed/projects", "/embed/map", "/projects/bg-2021-everything/kit", "/projects/bg-2021-everything/kit/poster", "/projects/bg-2021-everything/kit/plaque",
    ];

    public static TheoryData<string, string> PagesInAllLanguages
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var address in Addresses)
            {
                foreach (var language in Languages.All)
                {
                    data.Add(language.Code(), address);
                }
            }

            return data;
        }
    }

    [Theory, MemberData(nameof(PagesInAllLanguages))]
    public async Task Page_InEachLanguage_IsWholeAndTranslated(string language, string address)
    {
        var app = await shared.OnAsync(Engine.Sqlite);

        var page = await app.PageAsync("/" + language + address, address.EndsWith("limit=x", StringComparison.Ordinal) ? 400 : 200);

        Assert.Single(page.QuerySelectorAll("h1"));
        Assert.Equal(language, page.DocumentElement.GetAttribute("lang"));
        Assert.False(string.IsNullOrWhiteSpace(page.Title));
        Assert.Empty(page.QuerySelectorAll("[style], script:not([src][type=module]):not([type='application/ld+json'])"));
        Assert.Empty(DuplicateIds(page));
        Assert.Empty(BrokenReferences(page));
        Assert.DoesNotContain(page.QuerySelectorAll("a"), a => string.IsNullOrWhiteSpace(a.GetAttribute("href")));
        Assert.DoesNotMatch(Leftover(), Visible(page));
        Assert.Empty(EnglishTexts(page, language));
    }

    [Fact]
    public async Task Project_WithEveryMember_ShowsEveryMember()
    {
        var app = await shared.OnAsync(Engine.Sqlite);

        var text = Visible(await app.PageAsync("/en/projects/bg-2021-everything"));

        string[] expected =
        [
            "Everything at once", "Всичко наведнъж", "Summary made by a machine.", "Оригинално резюме на проекта.", "LOCAL-77", "1 April 2023", "31 March 2027", "28 February 2027", "Running", "ESF+",
            "Развитие на човешките ресурси", "2021BG05SFPR002", "2021–2027", "Седми приоритет", "P7", "Равен достъп", "ESO4.77", "Общински капацитет", "CALL-2.002", "Поле деветстотин", "977", "theme-77", "CONTRACT-0109-C01",
            "BGN 771,009.00", "€394,210.64", "BGN 655,357.65", "€335,079.05", "BGN 100,000.00", "€51,129.19", "BGN 15,651.35", "€8,002.41", "85.00%", "1.95583", "April 2023", "Council of the Union",
            "PROG-A", "PA", "SO-A", "BGN 700,000.00", "BGN 90,000.00", "BGN 10,000.00", "ERDF", "BGN 71,009.00",
            "Община Измислена", "EIK 000530632", "Партньор Едно", "координатор", "BGN 12,345.67", "Партньор Две", "Изпълнител Три", "natural person", "BG323", "Квартал Дружба", "43.8564", "25.9656", "exact place",
            "Целта на проекта.", "First task", "What the first task does.", "Staff of institutions", "Fifteen new posts", "Seven posts filled",
            "EECO18", "Administrations supported", "1,292", "703", "baseline 1", "31 March 2026", "Share of local governments", "50%", "6 May 2025", "BGN 98,765.43",
            "Project website", "План на услугите", "register.example", "List of operations", "Managing authority", "14 February 2026", "18,204", "15 February 2026", "Other list",
            "Invented example", "Currency as published", "Title translated by machine.", "2 April 2026", "700,009.00",
        ];
        Assert.All(expected, e => Assert.Contains(e, text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Project_Indicator_LeadsToTheProjectsThatHaveIt()
    {
        var app = await shared.OnAsync(Engine.Sqlite);

        var name = (await app.PageAsync("/en/projects/bg-2021-everything")).QuerySelectorAll("section[aria-labelledby=targets] th a").First(a => a.TextContent == "Administrations supported");

        Assert.Equal("/en/projects?q=%22Administrations%20supported%22", name.GetAttribute("href"));
        Assert.NotNull((await app.PageAsync(name.GetAttribute("href")!)).QuerySelector(".sp-hit__title a[href='/en/projects/bg-2021-everything']"));
    }

    [Theory]
    [InlineData(59131.60, "differ from the total by a cent")]
    [InlineData(59131.59, "what the others leave of the total")]
    public async Task Project_WithConvertedParts_SaysHowTheyAddUp(double national, string sentence)
    {
        AmountDocument lev(decimal amount, decimal eur) => new() { Amount = amount, Currency = "BGN", Eur = eur, Rate = 1.95583m };
        await using var app = await PortalApp.CreateAsync(
            Engine.Sqlite,
            Given.Operation("a") with { Budget = lev(771009.00m, 394210.64m), EuContribution = lev(655357.65m, 335079.05m), NationalContribution = lev(115651.35m, (decimal)national) });

        var text = Visible(await app.PageAsync("/en/projects/a"));

        Assert.Contains(sentence, text, StringComparison.Ordinal);
        Assert.Contains("This is the fixed legal rate.", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Project_WithLittle_SaysWhatIsNotPublished()
    {
        var app = await shared.OnAsync(Engine.Sqlite);

        var text = Visible(await app.PageAsync("/en/projects/plain"));

        Assert.Contains("The total budget was not published.", text, StringComparison.Ordinal);
        Assert.Contains("The start was not published.", text, StringComparison.Ordinal);
        Assert.Contains("Beneficiary, programme, priority, specific objective", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Invented", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Project_InAnotherLanguage_MarksForeignWords()
    {
        var app = await shared.OnAsync(Engine.Sqlite);

        var page = await app.PageAsync("/pl/projects/bg-2021-everything");

        Assert.Equal("en", page.QuerySelector("h1")!.GetAttribute("lang"));
        var unmarked = page.Body!.QuerySelectorAll("*")
            .Where(e => e.ChildNodes.Any(n => n.NodeType == NodeType.Text && Cyrillic().IsMatch(n.TextContent)) && e.Closest("[lang]")!.GetAttribute("lang") != "bg")
            .Select(e => e.OuterHtml);
        Assert.Empty(unmarked);
    }

    [Fact]
    public async Task Mazowieckie_WhichIsTwoRegionsOfNuts_HasTheNameOfItsVoivodeship()
    {
        var app = await shared.OnAsync(Engine.Sqlite);

        Assert.Contains("Mazowieckie", Visible(await app.PageAsync("/en/")), StringComparison.Ordinal);
        Assert.Equal("Mazowieckie", (await app.PageAsync("/en/projects?region=PL9")).QuerySelector(".sp-chips__off span[lang=pl]")!.TextContent);
    }

    [Fact]
    public async Task Project_FromBadTexts_IsEscaped()
    {
        const string evil = "<script>alert('x')</script>\"'&";
        var document = Everything.Operation with { Id = "evil", Title = new Dictionary<string, string>(StringComparer.Ordinal) { ["en"] = evil }, Theme = evil, LocalId = evil, Contracts = [evil], Links = [new LinkDocument("website", "https://x.example/\"><script>", evil)] };
        await using var app = await PortalApp.CreateAsync(Engine.Sqlite, document);

        foreach (var address in new[] { "/en/projects/evil", "/en/projects?q=" + Uri.EscapeDataString(evil), "/en/", "/en/projects?theme=" + Uri.EscapeDataString(evil) })
        {
            var page = await app.PageAsync(address);
            Assert.Empty(page.QuerySelectorAll("script:not([src]):not([type='application/ld+json'])"));
        }
    }

    [Fact]
    public async Task Links_WithUnsafeScheme_AreNotLinks()
    {
        await using var app = await PortalApp.CreateAsync(Engine.Sqlite, Given.Operation("a") with { Links = [new LinkDocument("website", "javascript:alert(1)", "Click")], SameAs = ["data:text/html,x"] });

        var page = await app.PageAsync("/en/projects/a");

        Assert.Empty(page.QuerySelectorAll("a[href^='javascript:'], a[href^='data:']"));
    }

    [Theory]
    [InlineData("/pl/projects/nobody", 404)]
    [InlineData("/bg/projects/nobody/history", 404)]
    [InlineData("/en/beneficiaries/nobody", 404)]
    [InlineData("/en/projects/NOT%20AN%20ID", 404)]
    [InlineData("/en/beneficiaries/bg-org-77?sort=x", 400)]
    public async Task Page_Unknown_SaysSo(string address, int status)
    {
        var app = await shared.OnAsync(Engine.Sqlite);

        var page = await app.PageAsync(address, status);

        Assert.Single(page.QuerySelectorAll("h1"));
    }

    [Theory]
    [InlineData("en")]
    [InlineData("pl")]
    [InlineData("bg")]
    public async Task Project_Withdrawn_Is410WithItsReason(string language)
    {
        await using var app = await AppAsync();
        await app.PublishAsync(new PublishedOperation { Id = "plain", Publication = 2, WithdrawnReason = "Published by mistake." });

        var page = await app.PageAsync("/" + language + "/projects/plain", 410);

        Assert.Contains("Published by mistake.", Visible(page), StringComparison.Ordinal);
        Assert.DoesNotContain((await app.PageAsync("/" + language + "/projects")).QuerySelectorAll(".sp-hit a"), a => a.GetAttribute("href")!.EndsWith("/plain", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Invented_OnPageAndList_CarryTheMark()
    {
        var app = await shared.OnAsync(Engine.Sqlite);

        Assert.NotEmpty((await app.PageAsync("/en/projects/bg-2021-everything")).QuerySelectorAll("main .sp-demo"));
        Assert.NotEmpty((await app.PageAsync("/en/projects?q=everything")).QuerySelectorAll(".sp-hit .sp-demo"));
        Assert.Empty((await app.PageAsync("/en/projects?q=plain")).QuerySelectorAll(".sp-hit .sp-demo"));
    }

    [Fact]
    public async Task PersonName_AfterItsDay_LeavesEveryPage()
    {
        await using var app = await AppAsync();
        Assert.Contains("Zofia Wymyślona", Visible(await app.PageAsync("/pl/projects/person")), StringComparison.Ordinal);
        Assert.Contains("Zofia Wymyślona", Visible(await app.PageAsync("/pl/projects")), StringComparison.Ordinal);

        app.Clock.Advance(TimeSpan.FromDays(40));

        foreach (var address in new[] { "/pl/projects/person", "/pl/projects", "/pl/", "/pl/projects.atom", "/api/v1/projects.csv", "/api/v1/projects.ndjson" })
        {
            Assert.DoesNotContain("Wymyślona", await app.Client.GetStringAsync(address), StringComparison.Ordinal);
        }

        Assert.Contains("osoba fizyczna", Visible(await app.PageAsync("/pl/projects/person")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Filters_AsChips_RemoveThemselves()
    {
        var app = await shared.OnAsync(Engine.Sqlite);

        var page = await app.PageAsync("/en/projects?country=BG&fund=ESF%2B&budgetFrom=1000&q=everything");

        Assert.Equal(
            ["/en/projects?q=everything&fund=ESF%2B&budgetFrom=1000", "/en/projects?q=everything&country=BG&budgetFrom=1000", "/en/projects?q=everything&country=BG&fund=ESF%2B", "/en/projects?q=everything"],
            page.QuerySelectorAll("main .sp-chips:first-of-type a[href^='/en/projects?']").Select(a => a.GetAttribute("href")).Take(4));
    }

    [Theory]
    [InlineData("en", "1,000.50")]
    [InlineData("pl", "1 000,50")]
    [InlineData("bg", "1 000,50 €")]
    public async Task Amount_AsReadersWriteIt_IsUnderstood(string language, string typed)
    {
        var app = await shared.OnAsync(Engine.Sqlite);

        var page = await app.PageAsync("/" + language + "/projects?budgetTo=" + Uri.EscapeDataString(typed));

        Assert.Contains("budgetTo=1000.50", page.QuerySelector("link[rel=alternate][type='application/atom+xml']")!.GetAttribute("href"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task List_WithBadValue_KeepsWhatWasTyped()
    {
        var app = await shared.OnAsync(Engine.Sqlite);

        var page = await app.PageAsync("/en/projects?q=day&budgetFrom=lots", 400);

        Assert.Equal("#budgetFrom", page.QuerySelector(".govuk-error-summary a")!.GetAttribute("href"));
        Assert.StartsWith("“Total budget from …” takes an amount", page.QuerySelector(".govuk-error-summary a")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("lots", page.QuerySelector("#budgetFrom")!.GetAttribute("value"));
        Assert.Equal("day", page.QuerySelector("#q")!.GetAttribute("value"));
    }

    [Fact]
    public async Task List_WithUnknownParameter_IgnoresIt()
    {
        var app = await shared.OnAsync(Engine.Sqlite);

        await app.PageAsync("/en/projects?utm_source=mail");
    }

    [Fact]
    public async Task List_LongerThanAPage_LeadsOnAndBack()
    {
        await using var app = await PortalApp.CreateAsync(Engine.Sqlite, [.. Enumerable.Range(0, 25).Select(i => Given.Operation($"op-{i}"))]);

        var first = await app.PageAsync("/en/projects");
        var second = await app.PageAsync(first.QuerySelector("a[rel=next]")!.GetAttribute("href")!);

        Assert.Equal(20, first.QuerySelectorAll(".sp-hit").Length);
        Assert.Equal(5, second.QuerySelectorAll(".sp-hit").Length);
        Assert.Contains("21–25 of 25", Visible(second), StringComparison.Ordinal);
        Assert.Null(second.QuerySelector("a[rel=next]"));
        Assert.NotNull(second.QuerySelector(".sp-next a[href='/en/projects']"));
    }

    [Fact]
    public async Task Root_LeadsToTheReadersLanguage()
    {
        await using var app = await PortalApp.CreateAsync(Engine.Sqlite);

        var response = await app.Client.GetAsync("/");

        Assert.Equal("/en/", response.Headers.Location!.OriginalString);
        Assert.Contains("Accept-Language", response.Headers.Vary);
        Assert.False(response.Headers.Contains("Set-Cookie"));
    }

    [Fact]
    public async Task EmptyPortal_SaysWhatToDo()
    {
        await using var app = await PortalApp.CreateAsync(Engine.Sqlite);

        Assert.NotNull((await app.PageAsync("/pl/")).QuerySelector(".sp-empty"));
        Assert.NotNull((await app.PageAsync("/pl/projects")).QuerySelector(".sp-empty"));
    }

    [Fact]
    public async Task Project_Languages_PointToEachOther()
    {
        var app = await shared.OnAsync(Engine.Sqlite);

        var page = await app.PageAsync("/pl/projects/plain");

        Assert.Equal("https://splot.example/pl/projects/plain", page.QuerySelector("link[rel=canonical]")!.GetAttribute("href"));
        Assert.Equal(["en", "pl", "bg"], page.QuerySelectorAll("link[rel=alternate][hreflang]").Select(l => l.GetAttribute("hreflang")));
    }

    public sealed class Apps : SharedApps
    {
        private protected override Task<PortalApp> CreateAsync(Engine engine) => AppAsync();
    }

    private static async Task<PortalApp> AppAsync()
    {
        var app = await PortalApp.CreateAsync(Engine.Sqlite, Given.Operation("plain", "A plain one"));
        await app.PublishAsync(
            Everything.Published,
            Given.Published(Given.Operation("person") with { Beneficiary = new PartyDocument { NaturalPerson = true } }) with { PersonName = "Zofia Wymyślona", PersonNameUntil = new DateOnly(2026, 7, 1) });
        await app.ProjectTerritoryAsync();
        await app.SettleAsync();
        return app;
    }

    private static string Visible(IDocument page) => Blank().Replace(page.Body!.TextContent, " ").Replace('\u00A0', ' ');

    private static IEnumerable<string?> DuplicateIds(IDocument page) => page.QuerySelectorAll("[id]").GroupBy(e => e.Id, StringComparer.Ordinal).Where(g => g.Count() > 1).Select(g => g.Key);

    private static IEnumerable<string> BrokenReferences(IDocument page) =>
        page.QuerySelectorAll("[aria-labelledby], [aria-describedby], label[for]")
            .SelectMany(e => new[] { e.GetAttribute("aria-labelledby"), e.GetAttribute("aria-describedby"), e.LocalName == "label" ? e.GetAttribute("for") : null })
            .OfType<string>().SelectMany(ids => ids.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Where(id => page.GetElementById(id) is null);

    // A Polish or Bulgarian page must hold no text that the English files have and the page's own ones do not.
    private static IEnumerable<string> EnglishTexts(IDocument page, string language)
    {
        if (language == "en")
        {
            return [];
        }

        var own = UiTexts.Of(language);
        var english = UiTexts.Of("en").Where(t => !own.Contains(t)).ToHashSet(StringComparer.Ordinal);
        return page.All.Where(e => e.Closest("[lang]")!.GetAttribute("lang") == language)
            .SelectMany(e => e.ChildNodes.Where(n => n.NodeType == NodeType.Text).Select(n => n.TextContent.Trim()))
            .Where(english.Contains);
    }

    [GeneratedRegex(@"\s+", RegexOptions.None, 1000)]
    private static partial Regex Blank();

    [GeneratedRegex(@"\p{IsCyrillic}", RegexOptions.None, 1000)]
    private static partial Regex Cyrillic();

    // Placeholders or code that reached the reader.
    [GeneratedRegex(@"\{[a-z]+\}|ToUpperInvariant|System\.|Splot\.[A-Z]", RegexOptions.None, 1000)]
    private static partial Regex Leftover();
}
