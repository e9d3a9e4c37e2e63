using Splot.Contracts.Projects;
using Splot.Data;
using Splot.Portal.Suggest;
using Splot.Portal.Tests.Support;
using Splot.Testing;

namespace Splot.Portal.Tests.Suggest;

public sealed class SuggestTests
{
    [Theory, EachEngine]
    public async Task Suggest_NamesOfEveryKind_LeadToTheirPages(Engine engine)
    {
        await using var app = await AppAsync(engine);

        Assert.Equal("region Lubelskie /en/regions/PL81", await FirstAsync(app, "lubel"));
        Assert.Equal("theme Care at home /en/themes/care", await FirstAsync(app, "care at"));
        Assert.Equal("fund Social fund /en/projects?fund=ESF%2B", await FirstAsync(app, "esf"));
        Assert.Equal("programme People first /en/programmes/2021PL05SFPR001", await FirstAsync(app, "people f"));
        Assert.Equal("beneficiary Община Измислена /en/beneficiaries/bg-org-1", await FirstAsync(app, "община"));
        Assert.Equal("project Dzienny dom pobytu /en/projects/a", await FirstAsync(app, "dzienny"));
    }

    [Theory]
    [InlineData("obshtina izm", "beneficiary Община Измислена /en/beneficiaries/bg-org-1")]
    [InlineData("измислена", "beneficiary Община Измислена /en/beneficiaries/bg-org-1")]
    [InlineData("lubleskie", "region Lubelskie /en/regions/PL81")]
    [InlineData("pobytu", "project Dzienny dom pobytu /en/projects/a")]
    public async Task Suggest_InAnotherScriptWithATypoOrFromAnInnerWord_Finds(string typed, string expected)
    {
        await using var app = await AppAsync(Engine.Sqlite);

        Assert.Equal(expected, await FirstAsync(app, typed));
    }

    [Fact]
    public async Task Suggest_InTheReadersLanguage_SpeaksIt()
    {
        await using var app = await AppAsync(Engine.Sqlite);

        var first = (await app.JsonAsync("/api/v1/suggest?q=dzienny&lang=bg"))["suggestions"]!.AsArray()[0]!;

        Assert.Equal(("проект", "pl", "/bg/projects/a"), ((string)first["kindLabel"]!, (string)first["lang"]!, (string)first["href"]!));
    }

    [Fact]
    public async Task Suggest_PeopleAndWhatIsGone_AreNeverAmongThem()
    {
        await using var app = await AppAsync(Engine.Sqlite);
        await app.PublishAsync(Given.Published(Given.Operation("p") with { Beneficiary = new PartyDocument { NaturalPerson = true } }) with { PersonName = "Zofia Wymyślona", PersonNameUntil = new DateOnly(2030, 1, 1) });
        await app.Get<SuggestionKeeper>().RebuildAsync(CancellationToken.None);
        Assert.Null(await FirstAsync(app, "zofia"));

        await app.PublishAsync(new PublishedOperation { Id = "a", Publication = 2, WithdrawnReason = "gone" });
        Assert.Null(await FirstAsync(app, "dzienny"));
    }

    [Theory]
    [InlineData("/api/v1/suggest?q=x&fund=ESF", 400)]
    [InlineData("/api/v1/suggest?q=x&limit=0", 400)]
    [InlineData("/api/v1/suggest?q=x&lang=xx", 400)]
    [InlineData("/api/v1/suggest", 200)]
    [InlineData("/api/v1/suggest?q=%F0%9F%98%80%00", 200)]
    [InlineData("/api/v1/suggest?q=l&limit=100", 200)]
    public async Task Suggest_AnyParameters_AreAnswered(string address, int status)
    {
        await using var app = await AppAsync(Engine.Sqlite);

        await app.JsonAsync(address, status);
    }

    [Fact]
    public async Task List_ThatFoundNothing_SuggestsWhatIsNear()
    {
        await using var app = await AppAsync(Engine.Sqlite);

        Assert.NotNull((await app.PageAsync("/en/projects?q=Lubelskei")).QuerySelector(".sp-empty a[href='/en/regions/PL81']"));
    }

    private static async Task<string?> FirstAsync(PortalApp app, string typed) =>
        (await app.JsonAsync("/api/v1/suggest?q=" + Uri.EscapeDataString(typed)))["suggestions"]!.AsArray().Select(s => $"{s!["kind"]} {s["text"]} {s["href"]}").FirstOrDefault();

    private static async Task<PortalApp> AppAsync(Engine engine)
    {
        var app = await PortalApp.CreateAsync(
            engine,
            Given.Operation("a", "Dzienny dom pobytu", "pl") with { Fund = "ESF+", Theme = "care", EuContribution = Given.Eur(1_000m), Programme = new ProgrammeReference("2021PL05SFPR001", null, null), Locations = [new LocationDocument { Code = "PL81", Kind = "nuts2", Path = "/PL/PL8/PL81/" }] },
            Given.Operation("b", "Приют", "bg") with { Country = "BG", Beneficiary = new PartyDocument { Id = "bg-org-1", Name = "Община Измислена" } });
        await app.ProjectTerritoryAsync(FakeLists.Of(("theme", "care", "Care at home"), ("fund", "ESF+", "Social fund"), ("programme", "2021PL05SFPR001", "People first")));
        await app.SettleAsync();
        await app.Get<SuggestionKeeper>().RebuildAsync(CancellationToken.None);
        return app;
    }
}
