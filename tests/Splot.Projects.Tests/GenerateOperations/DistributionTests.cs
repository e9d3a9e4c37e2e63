using System.Globalization;
using Splot.Projects.GenerateOperations;

namespace Splot.Projects.Tests.GenerateOperations;

/// <summary>Invented lists look like real ones from afar. Ten thousand rows with a fixed seed: the shares are what they are, the bounds say what was meant.</summary>
public class DistributionTests
{
    [Theory]
    [InlineData("pl", 0.40)]
    [InlineData("en", 0.45)]
    [InlineData("bg", 0.15)]
    public void Summaries_Languages_FollowTheirShares(string language, double share)
    {
        var summaries = GeneratedLists.Rows.Where(row => row["summary_pl"].Length + row["summary_bg"].Length + row["summary_en"].Length > 0).ToArray();
        Assert.Equal(share, (double)summaries.Count(row => row["summary_" + language].Length > 0) / summaries.Length, 0.02);
    }

    [Fact]
    public void Rows_NaturalPersons_AreAboutOneInAHundred() => Assert.InRange(Share(row => row["natural_person"] == "true"), 0.006, 0.014);

    [Fact]
    public void Rows_SocialFund_PaysForMost() => Assert.InRange(Share(row => row["fund"].StartsWith("ESF", StringComparison.Ordinal)), 0.9, 0.98);

    [Theory]
    [InlineData("fund", 0.01, 0.04)]
    [InlineData("location_codes", 0.02, 0.06)]
    [InlineData("partners", 0.05, 0.12)]
    [InlineData("fields", 0.2, 0.5)]
    public void Rows_SeveralValues_OccurInSome(string column, double from, double to) =>
        Assert.InRange(Share(row => row[column].Contains('|', StringComparison.Ordinal)), from, to);

    [Theory]
    [InlineData("eu", 0.02, 0.06)]
    [InlineData("objective", 0.03, 0.07)]
    [InlineData("call", 0.4, 0.6)]
    [InlineData("end", 0.005, 0.02)]
    [InlineData("location_codes", 0.02, 0.05)]
    [InlineData("lat", 0.7, 0.8)]
    public void Rows_OptionalFields_AreEmptyInSome(string column, double from, double to) => Assert.InRange(Share(row => row[column].Length == 0), from, to);

    [Fact]
    public void Regions_Operations_FollowThePopulation()
    {
        // Sofia has 1 328 of 6 952 thousand inhabitants.
        var bulgarian = GeneratedLists.Rows.Where(row => row["country"] == "BG" && row["location_codes"].Length > 0).ToArray();
        Assert.Equal(0.19, (double)bulgarian.Count(row => row["location_codes"].StartsWith("BG411", StringComparison.Ordinal)) / bulgarian.Length, 0.03);
    }

    [Fact]
    public void Regions_OfThreeCountries_AllOccur() =>
        Assert.Equal(109, GeneratedLists.Rows.SelectMany(row => row["location_codes"].Split('|')).Where(code => code.Length > 0).Distinct(StringComparer.Ordinal).Count());

    [Fact]
    public void Budgets_Logarithms_AreSpreadLikeANormalDistribution()
    {
        var logs = GeneratedLists.Rows.Where(row => row["currency"] == "PLN").Select(row => Math.Log(Amount(row["total"]))).Order().ToArray();
        var mean = logs.Average();
        var deviation = Math.Sqrt(logs.Average(log => (log - mean) * (log - mean)));

        // Within one deviation 68 %, within two 95 %.
        Assert.Equal((0.68, 0.95), (Math.Round(Within(logs, mean, deviation), 2), Math.Round(Within(logs, mean, 2 * deviation), 2)), new Near(0.02));
    }

    [Fact]
    public void Budgets_Median_IsThatOfTheList()
    {
        var totals = GeneratedLists.Rows.Where(row => row["currency"] == "PLN").Select(row => Amount(row["total"])).Order().ToArray();
        Assert.InRange(totals[totals.Length / 2], 1_200_000, 1_600_000);
    }

    [Fact]
    public void Words_Frequencies_FallWithTheRank()
    {
        var words = GeneratedLists.Read(GeneratedLists.Bytes(InventedLists.Poland, 5000, 1, 60)).SelectMany(row => row["summary_pl"].Split([' ', '.', ','], StringSplitOptions.RemoveEmptyEntries))
            .CountBy(word => word.ToLower(CultureInfo.InvariantCulture)).OrderByDescending(word => word.Value).Select(word => word.Value).ToArray();

        // Zipf: frequencies fall steeply at first, then slowly, and the tail is long.
        Assert.True(words[0] > 5 * words[20] && words[20] > 4 * words[150] && words.Length > 3000, $"{words[0]} {words[20]} {words[150]} {words.Length}");
    }

    [Fact]
    public void Divide_Operations_LosesNone() => Assert.All([1, 2, 99, 1000, 500_000], count => Assert.Equal(count, InventedLists.Divide(count).Sum()));

    private static double Share(Func<IReadOnlyDictionary<string, string>, bool> condition) => (double)GeneratedLists.Rows.Count(condition) / GeneratedLists.Rows.Count;

    private static double Within(double[] values, double mean, double distance) => (double)values.Count(value => Math.Abs(value - mean) <= distance) / values.Length;

    // A picture of the distribution, no money: binary fractions do.
    private static double Amount(string text) => double.Parse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);

    private sealed class Near(double tolerance) : IEqualityComparer<(double, double)>
    {
        public bool Equals((double, double) x, (double, double) y) => Math.Abs(x.Item1 - y.Item1) <= tolerance && Math.Abs(x.Item2 - y.Item2) <= tolerance;

        public int GetHashCode((double, double) obj) => 0;
    }
}
