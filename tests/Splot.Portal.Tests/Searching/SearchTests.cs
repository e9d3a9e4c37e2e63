using System.Globalization;
using Splot.Contracts.Projects;
using Splot.Kernel;
using Splot.Data;
using Splot.Portal.Tests.Support;
using Splot.Testing;

namespace Splot.Portal.Tests.Searching;

public sealed class SearchTests(SearchTests.Apps shared) : IClassFixture<SearchTests.Apps>
{
    private static readonly string[] Sorts = ["relevance", "start", "-start", "end", "-end", "budget", "-budget", "eu", "-eu"];

    private static readonly OperationDocument Ruse = Given.Operation("bg-1", "Укрепване на капацитета", "bg") with
    {
        Country = "BG",
        Fund = "ESF+",
        Programme = new ProgrammeReference("2021BG05SFPR002", "Развитие", "2021-2027"),
        Objective = new CodeName("ESO4.11", null),
        Fields = [new CodeName("158", null)],
        Theme = "services",
        Contracts = ["BG05SFPR002-2.002-0109-С01"],
        Beneficiary = new PartyDocument { Id = "bg-org-1", Name = "Община Русе", Identifiers = [new IdentifierDocument("EIK", "000530632")] },
        Locations = [new LocationDocument { Code = "BG323", Kind = "nuts3", Path = "/BG/BG3/BG32/BG323/" }],
        Start = new DateOnly(2023, 4, 1),
        End = new DateOnly(2025, 4, 1),
        Budget = Given.Eur(394_210.64m),
        EuContribution = Given.Eur(335_079.05m),
        Slices = [new SliceDocument { Currency = "EUR", Fund = "ERDF", Programme = "2021BG16FFPR003", Objective = "RSO4.5" }],
    };

    private static readonly OperationDocument Lublin = Given.Operation("pl-1", "Polityka 100% w_regionie", "pl") with
    {
        Summary = Given.Texts(("pl", "Zażółć gęślą jaźń w Lublinie.", TextOrigin.Original)),
        Locations = [new LocationDocument { Code = "PL81", Kind = "nuts2" }],
        Start = new DateOnly(2024, 1, 1),
        End = new DateOnly(2028, 12, 31),
        Budget = Given.Eur(100_000m),
    };

    private static readonly OperationDocument Bare = Given.Operation("zz-9", "Nothing else") with { Country = null };

    [Theory]
    [EachEngine("", "pl-1 bg-1 zz-9")]
    [EachEngine("?country=bg", "bg-1")]
    [EachEngine("?country=PL&country=BG", "pl-1 bg-1")]
    [EachEngine("?country=none", "zz-9")]
    [EachEngine("?region=BG3", "bg-1")]
    [EachEngine("?region=BG", "bg-1")]
    [EachEngine("?region=BG32", "bg-1")]
    [EachEngine("?region=BG324", "")]
    [EachEngine("?region=PL8", "pl-1")]
    [EachEngine("?region=none", "zz-9")]
    [EachEngine("?fund=esf%2B", "bg-1")]
    [EachEngine("?fund=ERDF", "bg-1")]
    [EachEngine("?fund=ESF", "")]
    [EachEngine("?fund=none", "pl-1 zz-9")]
    [EachEngine("?programme=2021BG16FFPR003", "bg-1")]
    [EachEngine("?programme=none&country=PL", "pl-1")]
    [EachEngine("?objective=ESO4.11", "bg-1")]
    [EachEngine("?field=158", "bg-1")]
    [EachEngine("?theme=services", "bg-1")]
    [EachEngine("?theme=none", "pl-1 zz-9")]
    [EachEngine("?period=2021-2027", "bg-1")]
    [EachEngine("?period=none", "pl-1 zz-9")]
    [EachEngine("?beneficiary=bg-org-1", "bg-1")]
    [EachEngine("?status=finished", "bg-1")]
    [EachEngine("?status=running", "pl-1")]
    [EachEngine("?status=planned", "")]
    [EachEngine("?status=none", "zz-9")]
    [EachEngine("?budgetFrom=100000&budgetTo=100000", "pl-1")]
    [EachEngine("?budgetFrom=100000.01", "bg-1")]
    [EachEngine("?euTo=335079.05", "bg-1")]
    [EachEngine("?euFrom=335079.06", "")]
    [EachEngine("?startFrom=2024-01-01&startTo=2024-01-01", "pl-1")]
    [EachEngine("?endTo=2025-04-01", "bg-1")]
    [EachEngine("?modifiedSince=2026-05-01T10:00:00Z", "pl-1 bg-1 zz-9")]
    [EachEngine("?modifiedSince=2026-05-02", "")]
    public async Task List_WithFilter_FindsExactlyWhatItNames(Engine engine, string query, string ids)
    {
        var app = await shared.OnAsync(engine);

        Assert.Equal(ids.Split(' ', StringSplitOptions.RemoveEmptyEntries), await app.IdsAsync(query));
    }

    [Theory]
    [EachEngine("zazolc lublinie", "pl-1")]
    [EachEngine("ZAŻÓŁĆ", "pl-1")]
    [EachEngine("zazolc ruse", "")]
    [EachEngine("\"gesla jazn\"", "pl-1")]
    [EachEngine("\"jazn gesla\"", "")]
    [EachEngine("polit*", "pl-1")]
    [EachEngine("русе", "bg-1")]
    [EachEngine("ruse", "bg-1")]
    [EachEngine("politykami", "pl-1")]
    [EachEngine("polityki NOT lublin", "")]
    [EachEngine("русе OR polityka", "pl-1 bg-1")]
    [EachEngine("fund:ERDF", "bg-1")]
    [EachEngine("BG05SFPR002-2.002-0109-C01", "bg-1")]
    [EachEngine("bg05sfpr002-2.002-0109-с01", "bg-1")]
    [EachEngine("000530632", "bg-1")]
    [EachEngine("100%", "pl-1")]
    [EachEngine("1%0", "")]
    [EachEngine("w_regionie", "pl-1")]
    [EachEngine("w_reg", "")]
    [EachEngine("w_r_g", "")]
    [EachEngine("_", "pl-1 bg-1 zz-9")]
    [EachEngine("100\\%", "pl-1")]
    [EachEngine("'; DROP TABLE portal_operation; --", "")]
    public async Task List_WithWords_FindsWhereEveryWordOccurs(Engine engine, string words, string ids)
    {
        var app = await shared.OnAsync(engine);

        Assert.Equal(ids.Split(' ', StringSplitOptions.RemoveEmptyEntries), await app.IdsAsync("?q=" + Uri.EscapeDataString(words)));
    }

    [Theory, EachEngine]
    public async Task List_ForExactTitle_PutsTheRealOneFirst(Engine engine)
    {
        await using var app = await PortalApp.CreateAsync(
            engine,
            Given.Operation("a-demo", "Centre of support") with { Demo = true, Start = new DateOnly(2026, 1, 1) },
            Given.Operation("b-longer", "Centre of support for everybody") with { Start = new DateOnly(2026, 1, 1) },
            Given.Operation("c-body") with { Summary = Given.Texts(("en", "A centre of support.", TextOrigin.Original)), Start = new DateOnly(2026, 2, 1) },
            Given.Operation("d-real", "„Centre of Support”") with { Start = new DateOnly(2020, 1, 1) });

        Assert.Equal(["d-real", "a-demo", "b-longer", "c-body"], await app.IdsAsync("?q=centre%20of%20support"));
    }

    [Theory, EachEngine]
    public async Task List_Totals_AreExact(Engine engine)
    {
        var app = await shared.OnAsync(engine);

        var answer = await app.JsonAsync("/api/v1/projects?limit=1");

        Assert.Equal(3, (int)answer["total"]!);
        Assert.Equal("494210.64", (string)answer["totals"]!["budgetEur"]!);
        Assert.Equal("335079.05", (string)answer["totals"]!["euEur"]!);
    }

    [Theory, EachEngine]
    public async Task Pages_WalkedToTheEnd_HaveNoGapAndNoDuplicate(Engine engine)
    {
        var random = new Random(7);
        var all = Enumerable.Range(0, 53).Select(i => Given.Operation(string.Create(CultureInfo.InvariantCulture, $"op-{random.Next(1000)}.{i}"), "Same words") with
        {
            Demo = random.Next(3) == 0,
            Start = random.Next(3) == 0 ? null : new DateOnly(2024, random.Next(1, 4), 1),
            End = random.Next(3) == 0 ? null : new DateOnly(2027, random.Next(1, 4), 1),
            Budget = random.Next(3) == 0 ? null : Given.Eur(random.Next(5) * 100),
            EuContribution = random.Next(3) == 0 ? null : Given.Eur(random.Next(5) * 50),
        }).ToArray();
        await using var app = await PortalApp.CreateAsync(engine, all);

        foreach (var sort in Sorts)
        {
            Assert.Equal(await app.IdsAsync($"?q=same&limit=100&sort={sort}"), await WalkAsync(app, $"?q=same&limit=7&sort={sort}"));
        }
    }

    [Fact]
    public async Task Pages_OnBothEngines_ComeInTheSameOrder()
    {
        OperationDocument[] all = [Ruse, Lublin, Bare, .. Enumerable.Range(0, 20).Select(i => Given.Operation(string.Create(CultureInfo.InvariantCulture, $"x{i * 7 % 20}-a.{i}")))];
        await using var small = await PortalApp.CreateAsync(Engine.Sqlite, all);
        await using var large = await PortalApp.CreateAsync(Engine.Postgres, all);

        foreach (var sort in Sorts)
        {
            Assert.Equal(await small.IdsAsync("?limit=100&sort=" + sort), await large.IdsAsync("?limit=100&sort=" + sort));
        }
    }

    [Theory]
    [EachEngine("start", "bg-1 pl-1 zz-9")]
    [EachEngine("-start", "pl-1 bg-1 zz-9")]
    [EachEngine("eu", "bg-1 pl-1 zz-9")]
    [EachEngine("-eu", "bg-1 pl-1 zz-9")]
    [EachEngine("budget", "pl-1 bg-1 zz-9")]
    [EachEngine("-budget", "bg-1 pl-1 zz-9")]
    public async Task List_Sorted_PutsMissingValuesLast(Engine engine, string sort, string ids)
    {
        var app = await shared.OnAsync(engine);

        Assert.Equal(ids.Split(' '), await app.IdsAsync("?sort=" + sort));
    }

    private static async Task<List<string>> WalkAsync(PortalApp app, string query)
    {
        var ids = new List<string>();
        for (string? after = ""; after is not null;)
        {
            var answer = await app.JsonAsync("/api/v1/projects" + query + (after.Length > 0 ? "&after=" + after : ""));
            ids.AddRange(answer["items"]!.AsArray().Select(i => (string)i!["id"]!));
            after = (string?)answer["next"];
        }

        return ids;
    }

    public sealed class Apps : SharedApps
    {
        private protected override Task<PortalApp> CreateAsync(Engine engine) => PortalApp.CreateAsync(engine, Ruse, Lublin, Bare);
    }
}
