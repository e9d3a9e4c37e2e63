using System.Text.Json.Nodes;
using Splot.Contracts.Projects;
using Splot.Data;
using Splot.Portal.Tests.Support;
using Splot.Testing;

namespace Splot.Portal.Tests.Proof;

/// <summary>An operation with many partners, funds and places counts once wherever it is summed.</summary>
public sealed class PartnerTotalTests(PartnerTotalTests.Apps shared) : IClassFixture<PartnerTotalTests.Apps>
{
    private static readonly PartyDocument Leader = new() { Id = "org-lead", Name = "Gmina Wymyślona" };
    private static readonly PartyDocument Other = new() { Id = "org-other", Name = "Gmina Druga" };

    private static readonly OperationDocument[] Operations =
    [
        Given.Operation("many") with
        {
            Fund = "ESF+",
            Programme = new ProgrammeReference("P-1", "Pierwszy", "2021-2027"),
            Budget = Given.Eur(1_000m),
            EuContribution = Given.Eur(850m),
            Beneficiary = Leader,
            Partners = [new PartnerDocument("org-lead", "Gmina Wymyślona", "lider", 600m), new PartnerDocument("org-other", "Gmina Druga", "partner", 250m), new PartnerDocument("org-other", "Gmina Druga", "partner", null)],
            Contractors = [Other],
            Slices =
            [
                new SliceDocument { Currency = "EUR", Programme = "P-1", Fund = "ESF+", Total = 700m, Eu = 600m },
                new SliceDocument { Currency = "EUR", Programme = "P-2", Fund = "ERDF", Total = 300m, Eu = 250m },
                new SliceDocument { Currency = "EUR", Programme = "P-2", Fund = "ERDF", Total = 0m, Eu = 0m },
            ],
            Locations = [new LocationDocument { Code = "PL81", Kind = "nuts2" }, new LocationDocument { Code = "PL814", Kind = "nuts3" }, new LocationDocument { Code = "PL815", Kind = "nuts3" }, new LocationDocument { Code = "PL84", Kind = "nuts2" }],
        },
        Given.Operation("one") with { Fund = "ESF+", Budget = Given.Eur(10m), EuContribution = Given.Eur(8m), Beneficiary = Other, Locations = [new LocationDocument { Code = "PL81", Kind = "nuts2" }] },
    ];

    [Theory]
    [EachEngine("", 2, "1010.00", "858.00")]
    [EachEngine("?region=PL", 2, "1010.00", "858.00")]
    [EachEngine("?region=PL8", 2, "1010.00", "858.00")]
    [EachEngine("?region=PL81&region=PL84&region=PL814", 2, "1010.00", "858.00")]
    [EachEngine("?region=PL814&region=PL815", 1, "1000.00", "850.00")]
    [EachEngine("?fund=ESF%2B&fund=ERDF", 2, "1010.00", "858.00")]
    [EachEngine("?programme=P-1&programme=P-2", 1, "1000.00", "850.00")]
    [EachEngine("?beneficiary=org-other", 1, "10.00", "8.00")]
    [EachEngine("?beneficiary=org-other&beneficiary=org-lead", 2, "1010.00", "858.00")]
    [EachEngine("?q=gmina", 2, "1010.00", "858.00")]
    public async Task Totals_OfSeveralPlacesFundsAndPartners_CountEachOperationOnce(Engine engine, string search, long total, string budget, string eu)
    {
        var app = await shared.OnAsync(engine);

        var answer = await app.JsonAsync("/api/v1/projects" + search);

        Assert.Equal((total, budget, eu), ((long)answer["total"]!, (string)answer["totals"]!["budgetEur"]!, (string)answer["totals"]!["euEur"]!));
    }

    [Theory, EachEngine]
    public async Task Facets_OfOneOperationInOneRegionTwice_CountItOnce(Engine engine)
    {
        var app = await shared.OnAsync(engine);

        var facets = (await app.JsonAsync("/api/v1/projects"))["facets"]!;

        Assert.Equal(["PL81 2", "PL84 1"], Counts(facets["region"]!));
        Assert.Equal(["ESF+ 2", "ERDF 1"], Counts(facets["fund"]!));
        Assert.Equal(["P-1 1", "P-2 1", "none 1"], Counts(facets["programme"]!));
    }

    [Theory]
    [EachEngine("org-lead", "1000.00")]
    [EachEngine("org-other", "10.00")]
    public async Task Organisation_ThatIsPartnerToo_SumsWhatItCarriesOutOnly(Engine engine, string id, string budget)
    {
        var app = await shared.OnAsync(engine);

        var answer = await app.JsonAsync("/api/v1/beneficiaries/" + id);

        Assert.Equal((1L, budget), ((long)answer["total"]!, (string)answer["totals"]!["budgetEur"]!));
    }

    [Theory, EachEngine]
    public async Task Shares_OfPartners_AreAsPublishedAndNeverSplit(Engine engine)
    {
        var app = await shared.OnAsync(engine);

        var partners = (await app.JsonAsync("/api/v1/projects/many"))["partners"]!.AsArray();

        decimal?[] shares = [.. partners.Select(p => (string?)p!["share"] is { } share ? decimal.Parse(share, System.Globalization.CultureInfo.InvariantCulture) : (decimal?)null)];
        Assert.Equal([600m, 250m, null], shares);
        Assert.True(shares.Sum() <= 1_000m);
    }

    [Theory]
    [InlineData("Gmina Pierwsza; lider; 600.00|Gmina Druga; partner; 400.00", "600.00", "400.00")]
    [InlineData("Gmina Pierwsza; lider; 600.00|Gmina Druga; partner; 400.01", null, null)]
    public async Task Shares_ThatAddUpToMoreThanTheProject_AreNotPublished(string partners, params string?[] shares)
    {
        await using var app = await Site.StartAsync(Engine.Sqlite);
        await app.ImportAsync("code,title_en,period,total,currency,country,partners\nS1,A school,2021-2027,1000.00,EUR,PL," + partners + "\n", "2026-05-01");

        var project = JsonNode.Parse(await app.Client.GetStringAsync(new Uri("/api/v1/projects/pl-2021-s1", UriKind.Relative)))!;

        Assert.Equal(["Gmina Pierwsza", "Gmina Druga"], project["partners"]!.AsArray().Select(p => (string)p!["name"]!));
        Assert.Equal(shares, project["partners"]!.AsArray().Select(p => (string?)p!["share"]));
    }

    private static IEnumerable<string> Counts(JsonNode facet) => facet.AsArray().Select(v => (string)v!["code"]! + " " + (long)v["count"]!);

    public sealed class Apps : SharedApps
    {
        private protected override Task<PortalApp> CreateAsync(Engine engine) => PortalApp.CreateAsync(engine, Operations);
    }
}
