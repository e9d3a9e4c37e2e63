using Splot.Contracts.Projects;
using Splot.Data;
using Splot.Portal.ListOfOperations;
using Splot.Portal.Tests.Support;

namespace Splot.Portal.Tests.ListOfOperations;

public sealed class ListTests
{
    [Fact]
    public async Task List_InEveryLetter_IsFilledOrSaysThatItIsNot()
    {
        await using var app = await PortalApp.CreateAsync(Engine.Sqlite, Lists.Whole("a"), Given.Operation("empty") with { Programme = new ProgrammeReference(null, null, "2021-2027") });

        var rows = (await app.JsonAsync("/data/PL-2021-2027-art49.json"))["operations"]!.AsArray();

        var letters = "abcdefghijklmn".Select(l => l + "_").ToList();
        Assert.All(rows, row =>
        {
            Assert.All(letters, letter => Assert.Contains(row!.AsObject(), m => m.Key.StartsWith(letter, StringComparison.Ordinal)));
            Assert.All(row!.AsObject(), member => Assert.NotEqual("", ((string?)member.Value)!.Trim()));
        });
        var whole = rows.Single(r => (string?)r!["code"] == "L-a")!;
        Assert.Equal(
            ["Gmina Zmyślona", "Builders", "n/a", "n/a", "Day centre a", "A place to meet.", "Opened.", "2024-01-01", "2025-12-31", "100", "EUR", "ESF+", "ESO4.11", "85", "PL814", "PL", "158", "false"],
            new[] { "a_beneficiary", "a_contractors", "b_natural_person", "c_fleet_number", "d_name", "e_purpose", "e_achievements", "f_start", "g_end_expected", "h_total_cost", "h_currency", "i_fund", "j_specific_objective", "k_cofinancing_rate", "l_location", "l_country", "n_intervention", "demo" }
                .Select(m => (string?)whole[m]));
        Assert.Equal("n/a", (string?)rows.Single(r => (string?)r!["code"] == "empty")!["i_fund"]);
    }

    [Fact]
    public async Task List_AsCsv_HasTheSameCellsAndNoFormula()
    {
        await using var app = await PortalApp.CreateAsync(Engine.Sqlite, Lists.Whole("a") with { Title = new Dictionary<string, string>(StringComparer.Ordinal) { ["en"] = "=1+1" } });

        var lines = (await app.Client.GetStringAsync("/data/PL-2021-2027-art49.csv")).Trim('\uFEFF').Split("\r\n", StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal(string.Join(',', ListColumn.All.Select(c => c.Name)), lines[0]);
        Assert.Contains(",'=1+1,", lines[1], StringComparison.Ordinal);
        Assert.DoesNotContain(",,", lines[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task NaturalPerson_AfterTheLastDay_IsInNoFile()
    {
        await using var app = await PortalApp.CreateAsync(Engine.Sqlite);
        var today = DateOnly.FromDateTime(app.Clock.GetUtcNow().UtcDateTime);
        await app.PublishAsync(Given.Published(Lists.Whole("a") with { Beneficiary = new PartyDocument { NaturalPerson = true } }) with { PersonName = "Zmyślona Osoba", PersonNameUntil = today.AddDays(10) });
        string[] files = ["PL-2021-2027.csv", "PL-2021-2027.ndjson", "PL-2021-2027.geojson", "PL-2021-2027-art49.csv", "PL-2021-2027-art49.json"];
        var before = await app.Client.GetAsync("/data/" + files[3]);
        Assert.All(await TextsAsync(app, files), text => Assert.Contains("Zmyślona Osoba", text, StringComparison.Ordinal));

        app.Clock.Advance(TimeSpan.FromDays(11));

        Assert.All(await TextsAsync(app, files), text => Assert.DoesNotContain("Zmyślona Osoba", text, StringComparison.Ordinal));
        Assert.NotEqual(before.Headers.ETag, (await app.Client.GetAsync("/data/" + files[3])).Headers.ETag);
    }

    [Theory]
    [InlineData(99, "SUCCESS", 0, 0)]
    [InlineData(100, "WARNING", 0, 1)]
    [InlineData(119, "WARNING", 0, 1)]
    [InlineData(120, "FAILURE", 1, 0)]
    public async Task Report_OfAnAgeingList_WarnsThenFails(int days, string result, int errors, int warnings)
    {
        await using var app = await PortalApp.CreateAsync(Engine.Sqlite);
        var today = DateOnly.FromDateTime(app.Clock.GetUtcNow().UtcDateTime);
        await app.PublishAsync(Given.Published(Lists.Whole("a") with { Source = Lists.Of("List A", today.AddDays(-days)) }));

        var report = await app.JsonAsync("/data/PL-2021-2027-art49-report.json");

        Assert.Equal((result, errors, warnings), ((string?)report["result"], (int)report["errors"]!, (int)report["warnings"]!));
    }

    [Fact]
    public async Task Report_OfBrokenOperations_CountsEachRuleAndNamesThem()
    {
        await using var app = await PortalApp.CreateAsync(
            Engine.Sqlite,
            Lists.Whole("good"),
            Lists.Whole("bad") with { Beneficiary = null, Start = new DateOnly(2026, 1, 1), Fund = "ESF", EuContribution = Given.Eur(101m), CoFinancingRate = 1.01m, LocalId = null });

        var report = await app.JsonAsync("/data/PL-2021-2027-art49-report.json");

        string[] broken = ["beneficiary-missing", "start-after-end", "rate-out-of-range", "contribution-above-total", "code-missing", "fund-of-another-period"];
        Assert.Equal(broken.Order(), report["rules"]!.AsArray().Where(r => (int)r!["count"]! > 0).Select(r => (string)r!["code"]!).Order());
        Assert.Equal(broken.Order(), report["items"]!.AsArray().Select(i => (string)i!["code"]!).Order());
        Assert.All(report["items"]!.AsArray(), i => Assert.Equal("bad", (string?)i!["id"]));
        Assert.All(report["rules"]!.AsArray(), r => Assert.NotEmpty((string)r!["message"]!));
    }

    [Fact]
    public void Rules_OfTheProfile_FitIntoTheColumn() => Assert.InRange(ListRule.All.Count, 14, 62);

    private static async Task<IReadOnlyList<string>> TextsAsync(PortalApp app, string[] files)
    {
        var texts = new List<string>();
        foreach (var file in files)
        {
            texts.Add(await app.Client.GetStringAsync("/data/" + file));
        }

        return texts;
    }
}
