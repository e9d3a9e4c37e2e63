using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Splot.Data;
using Splot.Portal.Searching;
using Splot.Testing;

namespace Splot.Portal.Tests.Oracle;

/// <summary>Every count and sum that the API gives for hundreds of random filter sets, beside plain SQL over the published store.</summary>
public sealed class FilterOracleTests(GeneratedSites sites)
{
    private const int MostCodes = 1_000;

    [Theory, EachEngine]
    public async Task Counts_Under500RandomFilterSets_AreThoseOfSql(Engine engine)
    {
        var app = await sites.OnAsync(engine);
        var store = app.Services.GetRequiredService<PublicStore>();
        var filters = await RandomFilters.CreateAsync(store, seed: 500);
        var (narrow, found) = (0, 0);
        for (var i = 0; i < 500; i++)
        {
            var set = i == 0 ? new FilterSet() : filters.Next();
            var counted = await store.ReadAsync(session => SqlOracle.CountAsync(session, set, Today(app)), CancellationToken.None);
            Assert.Equal([], Differences(counted, await AnswerAsync(app, set)).Select(d => $"set {i}, {set.Query}: {d}"));
            narrow += counted.Total is > 0 and < 200 ? 1 : 0;
            found += counted.Total > 0 ? 1 : 0;
        }

        Assert.True(found > 250 && narrow > 80, $"Only {found} of the sets find anything, {narrow} of them little: they prove too little.");
    }

    [Theory]
    [InlineData("UPDATE portal_operation SET budget_eur = budget_eur + 1 WHERE key = (SELECT MAX(key) FROM portal_operation WHERE budget_eur IS NOT NULL)", "budgetEur")]
    [InlineData("UPDATE portal_operation SET eu_eur = eu_eur - 1 WHERE key = (SELECT MAX(key) FROM portal_operation WHERE eu_eur IS NOT NULL)", "euEur")]
    [InlineData("DELETE FROM portal_operation WHERE key = (SELECT MAX(key) FROM portal_operation WHERE withdrawn_at IS NULL)", "total")]
    [InlineData("UPDATE portal_operation SET country = NULL WHERE key = (SELECT MAX(key) FROM portal_operation WHERE country IS NOT NULL)", "country")]
    [InlineData("UPDATE portal_operation SET period = NULL WHERE key = (SELECT MAX(key) FROM portal_operation WHERE period IS NOT NULL)", "period")]
    [InlineData("UPDATE portal_operation SET theme = 'other' WHERE key = (SELECT MAX(key) FROM portal_operation WHERE theme IS NOT NULL)", "theme")]
    [InlineData("UPDATE portal_operation SET status = 'withdrawn' WHERE key = (SELECT MAX(key) FROM portal_operation WHERE withdrawn_at IS NULL)", "status")]
    [InlineData("UPDATE portal_operation SET beneficiary = NULL WHERE key = (SELECT MAX(key) FROM portal_operation WHERE beneficiary IS NOT NULL)", "beneficiary")]
    [InlineData("UPDATE portal_operation SET funds = funds || 'XX|' WHERE key = (SELECT MAX(key) FROM portal_operation WHERE funds <> '')", "fund")]
    [InlineData("UPDATE portal_operation SET programmes = '' WHERE key = (SELECT MAX(key) FROM portal_operation WHERE programmes <> '')", "programme")]
    [InlineData("UPDATE portal_operation SET objectives = '|XX|' WHERE key = (SELECT MAX(key) FROM portal_operation WHERE objectives <> '')", "objective")]
    [InlineData("UPDATE portal_operation SET fields = '|1|2|' WHERE key = (SELECT MAX(key) FROM portal_operation WHERE fields <> '')", "field")]
    [InlineData("UPDATE portal_operation SET regions = '-/PL/' WHERE key = (SELECT MAX(key) FROM portal_operation WHERE regions LIKE '/PL%')", "region")]
    public async Task Canary_StoreChangedBehindTheIndex_IsNoticed(string change, string difference)
    {
        var app = await sites.OnAsync(Engine.Sqlite);
        var everything = new FilterSet();
        var answer = await AnswerAsync(app, everything);
        IReadOnlyList<string> found = [];

        // Rolled back: nobody else sees it.
        await Assert.ThrowsAsync<InvalidOperationException>(() => app.Services.GetRequiredService<PublicStore>().WriteAsync(
            async session =>
            {
                Assert.Equal(1, await session.Command(change).ExecuteNonQueryAsync());
                found = Differences(await SqlOracle.CountAsync(session, everything, Today(app)), answer);
                throw new InvalidOperationException();
            },
            CancellationToken.None));

        Assert.Contains(found, d => d.StartsWith(difference + " ", StringComparison.Ordinal));
    }

    private static DateOnly Today(SplotApp app) => DateOnly.FromDateTime(app.Clock.GetUtcNow().UtcDateTime);

    private static async Task<JsonObject> AnswerAsync(SplotApp app, FilterSet set)
    {
        using var response = await app.Client.GetAsync(new Uri("/api/v1/projects" + set.Query, UriKind.Relative));
        var text = await response.Content.ReadAsStringAsync();
        Assert.True((int)response.StatusCode == 200, set.Query + " answered " + text);
        return JsonNode.Parse(text)!.AsObject();
    }

    private static List<string> Differences(Counted counted, JsonObject answer)
    {
        var differences = new List<string>();
        Compare("total", $"{counted.Total}", $"{(long)answer["total"]!}");
        Compare("budgetEur", counted.BudgetEur.ToString("0.00", CultureInfo.InvariantCulture), (string)answer["totals"]!["budgetEur"]!);
        Compare("euEur", counted.EuEur.ToString("0.00", CultureInfo.InvariantCulture), (string)answer["totals"]!["euEur"]!);
        foreach (var parameter in CodeParameter.All)
        {
            var given = answer["facets"]![parameter.Name]!.AsArray().Select(c => $"{(string)c!["code"]!} {(long)c["count"]!}").ToList();
            var expected = counted.Facets[parameter.Name].Take(MostCodes).ToList();
            Compare(parameter.Name, string.Join(", ", expected.Except(given)), string.Join(", ", given.Except(expected)));
            Compare(parameter.Name, $"{expected.Count} in order", given.SequenceEqual(expected) ? $"{expected.Count} in order" : $"{given.Count} in another order");
        }

        return differences;

        void Compare(string what, string expected, string given)
        {
            if (expected != given)
            {
                differences.Add($"{what} is {expected}, the API says {given}");
            }
        }
    }
}
