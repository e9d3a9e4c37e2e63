using Splot.Contracts.Projects;
using Splot.Data;
using Splot.Portal.Tests.Support;
using Splot.Testing;

namespace Splot.Portal.Tests.Places;

public sealed class RegionTests
{
    private static readonly OperationDocument[] Operations =
    [
        Placed("a", 4_000_000m, 2023, "PL81", "nuts2", "/PL/PL8/PL81/") with { Theme = "care", Beneficiary = new PartyDocument { Id = "pl-org-1", Name = "Gmina Przykładowo" }, Programme = new ProgrammeReference("2021PL05SFPR001", null, "2021-2027") },
        Placed("b", 1_000_000m, 2024, "0609011", "lau", "/PL/PL8/PL81/PL814/0609/0609011/") with { Theme = "work", Beneficiary = new PartyDocument { Id = "pl-org-1", Name = "Gmina Przykładowo" } },
        Placed("c", 1_000_000m, 2026, "PL84", "nuts2", "/PL/PL8/PL84/"),
    ];

    [Theory, EachEngine]
    public async Task Region_WithProjects_TellsWhatThereIs(Engine engine)
    {
        await using var app = await AppAsync(engine);

        var page = await app.PageAsync("/en/regions/PL81");

        Assert.Equal("Lubelskie", page.QuerySelector("h1")!.TextContent);
        Assert.Equal(["€2.50", "2", "€5.0 M"], page.QuerySelectorAll(".sp-figs .sp-big").Select(b => b.TextContent.Trim().Replace('\u00A0', ' ')));
        Assert.Equal(["/en/projects?region=PL81&sort=-eu", "/en/projects?region=PL81", "/en/projects?region=PL81&sort=-eu"], page.QuerySelectorAll(".sp-figs .sp-big a").Select(a => a.GetAttribute("href")));
        Assert.Contains("number 1 of 3 regions", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Lubelskie: 66.67% more per inhabitant than", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Gmina Przykładowo", page.QuerySelector("#organisations + ol a")!.TextContent);
    }

    [Theory, EachEngine]
    public async Task Region_WithCounties_CountsThemAndLeadsToThem(Engine engine)
    {
        await using var app = await AppAsync(engine);

        var page = await app.PageAsync("/pl/regions/PL81");

        var rows = page.QuerySelectorAll("section[aria-labelledby=below] tbody tr").Select(r => string.Join('|', r.Children.Select(c => c.TextContent.Trim().Replace('\u00A0', ' '))));
        Assert.Equal(["Lublin|0|0 €|0,00 €", "powiat lubelski|1|1,0 mln €|6,67 €"], rows);
        Assert.Equal("/pl/regions/0609", page.QuerySelectorAll("section[aria-labelledby=below] tbody a").First(a => a.TextContent.StartsWith("powiat", StringComparison.Ordinal)).GetAttribute("href"));
        Assert.NotNull(page.QuerySelector("section[aria-labelledby=below] svg a[href='/pl/regions/0663']"));
    }

    [Fact]
    public async Task Region_OnceOutlinesAreKnown_IsDrawnWithThem()
    {
        await using var app = await AppAsync(Engine.Sqlite);
        await app.ProjectTerritoryAsync(boundaries: new FakeBoundaries("0609", "0663"));
        await app.SettleAsync();

        Assert.Equal(2, (await app.PageAsync("/en/regions/PL81")).QuerySelectorAll("section[aria-labelledby=below] svg.sp-shapes path").Length);
    }

    [Theory]
    [InlineData("/en/regions/pl81", "Lubelskie")]
    [InlineData("/en/regions/0609", "powiat lubelski")]
    [InlineData("/en/regions/0609011", "Bychawa")]
    [InlineData("/bg/regions/BG323", "Русе")]
    [InlineData("/en/regions/RSE27", "Ruse")]
    [InlineData("/en/regions/PL", "Poland")]
    [InlineData("/pl/regions/PL8", "Makroregion wschodni")]
    public async Task Region_OfEveryKind_HasItsPage(string address, string name)
    {
        await using var app = await AppAsync(Engine.Sqlite);

        Assert.Equal(name, (await app.PageAsync(address)).QuerySelector("h1")!.TextContent);
    }

    [Fact]
    public async Task Region_WhoseAmountsNobodyPublished_SaysSoInsteadOfZero()
    {
        await using var app = await PortalApp.CreateAsync(Engine.Sqlite, Placed("a", 1m, 2023, "0609011", "lau", "/PL/PL8/PL81/PL814/0609/0609011/") with { Budget = null, EuContribution = null });
        await app.ProjectTerritoryAsync();
        await app.SettleAsync();

        var region = (await app.PageAsync("/en/regions/0609011")).QuerySelector("main")!.TextContent;
        var compare = (await app.PageAsync("/pl/compare?region=0609011&region=PL84")).QuerySelectorAll(".sp-compare section").Select(s => s.TextContent).ToList();

        Assert.Contains("Its amounts are not published.", region, StringComparison.Ordinal);
        Assert.DoesNotContain("€0", region, StringComparison.Ordinal);
        Assert.Contains("nie opublikowano", compare[0], StringComparison.Ordinal);
        Assert.DoesNotContain("nie opublikowano", compare[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Region_WithoutProjects_SaysSoAndLeadsOn()
    {
        await using var app = await AppAsync(Engine.Sqlite);

        var page = await app.PageAsync("/en/regions/BG323");

        Assert.NotNull(page.QuerySelector(".sp-empty a[href='/en/regions/BG']"));
        Assert.Null(page.QuerySelector(".sp-chart"));
    }

    [Theory]
    [InlineData("/en/regions/XX99")]
    [InlineData("/en/regions/%3Cscript%3E")]
    [InlineData("/en/programmes/NOBODY")]
    [InlineData("/en/programmes/none")]
    [InlineData("/en/themes/nothing")]
    [InlineData("/en/themes/none")]
    public async Task Page_OfAnUnknownCode_Is404(string address)
    {
        await using var app = await AppAsync(Engine.Sqlite);

        Assert.Single((await app.PageAsync(address, 404)).QuerySelectorAll("h1"));
    }

    [Theory]
    [InlineData("Lubelskie", "/en/regions/PL81")]
    [InlineData("бяла", "/en/regions/RSE04")]
    [InlineData("garbow", "/en/regions/0609022")]
    [InlineData("pl84", "/en/regions/PL84")]
    public async Task Regions_NamedByOneWord_LeadThere(string typed, string address)
    {
        await using var app = await AppAsync(Engine.Sqlite);

        var response = await app.Client.GetAsync("/en/regions?q=" + Uri.EscapeDataString(typed));

        Assert.Equal(address, response.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task Regions_NamedByOneOfSeveral_AreListed()
    {
        await using var app = await AppAsync(Engine.Sqlite);

        Assert.Equal(["/en/regions/BG323", "/en/regions/RSE27"], (await app.PageAsync("/en/regions?q=ruse")).QuerySelectorAll("#named + ul a").Select(a => a.GetAttribute("href")));
        Assert.Contains("No place called “atlantis”", (await app.PageAsync("/en/regions?q=atlantis")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Theory, EachEngine]
    public async Task Programme_WithProjects_TellsObjectivesPrioritiesAndWhoPays(Engine engine)
    {
        await using var app = await AppAsync(engine);
        await app.PublishAsync(
            Given.Published(Placed("d", 800m, 2024, "PL81", "nuts2", "/PL/PL8/PL81/") with { Budget = Given.Eur(1_000m), Programme = new ProgrammeReference("P/1", "Program Pierwszy", "2021-2027"), Priority = new CodeName("II", "Druga oś"), Objective = new CodeName("ESO4.11", null) }),
            Given.Published(Placed("e", 0.5m, 2024, "PL81", "nuts2", "/PL/PL8/PL81/") with { Budget = Given.Eur(1m), Programme = new ProgrammeReference("2021PL05SFPR001", null, "2021-2027"), Priority = new CodeName("X", "Dziesiąta oś"), Objective = new CodeName("ESO4.11", null) }));
        await app.SettleAsync();

        var page = await app.PageAsync("/en/programmes/2021pl05sfpr001");

        Assert.Equal(["2", "€4.0 M", "€1"], page.QuerySelectorAll(".sp-figs .sp-big").Select(b => b.TextContent.Trim().Replace('\u00A0', ' ')));
        Assert.Equal("Dziesiąta oś", page.QuerySelector("section[aria-labelledby=priorities] th span")!.TextContent);
        Assert.Equal("/en/projects?q=priority%3A%22X%22&programme=2021PL05SFPR001", page.QuerySelector("section[aria-labelledby=priorities] td a")!.GetAttribute("href"));
        Assert.Equal("/en/projects?programme=2021PL05SFPR001&objective=ESO4.11", page.QuerySelector("section[aria-labelledby=objectives] td a")!.GetAttribute("href"));
        Assert.Equal(["e"], (await app.PageAsync("/en/projects?q=priority%3A%22X%22&programme=2021PL05SFPR001")).QuerySelectorAll(".sp-hit__title a").Select(a => a.GetAttribute("href")![^1..]));
    }

    [Fact]
    public async Task Theme_WithProjects_TellsWhereTheyAre()
    {
        await using var app = await AppAsync(Engine.Sqlite);

        var page = await app.PageAsync("/en/themes/care");

        Assert.NotNull(page.QuerySelector("section[aria-labelledby=where] svg a[href='/en/regions/PL81'].sp-m1, section[aria-labelledby=where] svg a[href='/en/regions/PL81'].sp-m5"));
        Assert.Equal("/en/projects?theme=care", page.QuerySelector(".sp-figs .sp-big a")!.GetAttribute("href"));
    }

    internal static OperationDocument Placed(string id, decimal eu, int year, string code, string kind, string path) => Given.Operation(id, "Project " + id) with
    {
        EuContribution = Given.Eur(eu),
        Start = new DateOnly(year, 3, 1),
        End = new DateOnly(year + 1, 3, 1),
        Country = path[1..3],
        Locations = [new LocationDocument { Code = code, Kind = kind, Path = path }],
    };

    private static async Task<PortalApp> AppAsync(Engine engine)
    {
        var app = await PortalApp.CreateAsync(engine, Operations);
        await app.ProjectTerritoryAsync(FakeLists.Of(("theme", "care", "Care"), ("theme", "work", "Work"), ("fund", "ESF+", "Social fund")));
        await app.SettleAsync();
        return app;
    }
}
