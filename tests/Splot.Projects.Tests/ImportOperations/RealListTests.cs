using Splot.Testing;

namespace Splot.Projects.Tests.ImportOperations;

/// <summary>Two real lists; the figures were counted from the files by other means.</summary>
public class RealListTests
{
    private const string England = "operations-uk/England_2014-2020__ESIF_2014-2020_List_of_beneficiaries_Oct_2016.csv";
    private const string Scotland = "operations-uk/Scotland_2014-2020__ESF-and-ERDF-Scotland-2014-2020.csv";

    [Theory]
    [InlineData(England, 394, "2733478930.13", "1451379143.11")]
    [InlineData(Scotland, 210, "922649986.72", "397934435.68")]
    public async Task RealList_WithCountry_GivesItsRowsAndSums(string file, long rows, string total, string eu)
    {
        await using var importing = await Importing.CreateAsync();

        var report = await importing.ImportFileAsync(SharedFolder.Path("data/" + file), s => s with { Country = "GB" });

        Assert.Equal(("done", rows, rows, 0L), (report.Outcome, report.Rows, report.Accepted, report.Rejected));
        Assert.Equal((Number(total), (decimal?)Number(eu)), report.Totals["GBP"]);
    }

    [Fact]
    public async Task England_HeaderSaysMillions_IsNotBelieved()
    {
        await using var importing = await Importing.CreateAsync();

        var report = await importing.ImportFileAsync(SharedFolder.Path("data/" + England), s => s with { Country = "GB" });

        Assert.Contains(report.Issues, i => i.Code == "unit-disbelieved");
        var first = (await importing.OperationsAsync())[0];
        Assert.Equal((2390607.00m, 1434364.00m, new DateOnly(2015, 11, 1), new DateOnly(2018, 12, 31)), (first.Budget!.Amount, first.EuContribution!.Amount, first.Start!.Value, first.End!.Value));
    }

    [Fact]
    public async Task England_ContributionAboveTotal_StaysAbsentWithAWarning()
    {
        await using var importing = await Importing.CreateAsync();

        var report = await importing.ImportFileAsync(SharedFolder.Path("data/" + England), s => s with { Country = "GB" });

        Assert.Equal(2, report.Issues.Count(i => i.Code == "eu-exceeds-total"));
    }

    private static decimal Number(string text) => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
