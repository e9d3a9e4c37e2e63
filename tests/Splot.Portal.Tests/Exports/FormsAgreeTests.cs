using System.Text.Json.Nodes;
using Splot.Contracts.Projects;
using Splot.Data;
using Splot.Portal.Tests.Support;
using Splot.Tables;

namespace Splot.Portal.Tests.Exports;

/// <summary>One operation in every form: where it is, when and at what rate reads the same, whatever order and scale a form has.</summary>
public sealed class FormsAgreeTests
{
    // The third of February and the fourth of May: day and month cannot be swapped unseen. West of Greenwich: neither can latitude and longitude, nor the sign be lost.
    private static readonly OperationDocument Operation = Lists.Whole("a") with
    {
        Start = new DateOnly(2024, 2, 3),
        End = new DateOnly(2025, 5, 4),
        ActualEnd = new DateOnly(2025, 6, 7),
        CoFinancingRate = 0.8252m,
        Locations = [new LocationDocument { Lat = 53.2744m, Lon = -9.0491m, Kind = "point", Precision = "point" }],
    };

    [Theory]
    [InlineData("/api/v1/projects.csv")]
    [InlineData("/api/v1/projects.xlsx")]
    [InlineData("/data/PL-2021-2027.csv")]
    [InlineData("/data/PL-2021-2027.xlsx")]
    public async Task Table_OfAllFields_HasIsoDatesAFractionAndNamedAxes(string address)
    {
        var row = await RowAsync(address);

        Assert.Equal(["2024-02-03", "2025-05-04", "2025-06-07", "0.8252", "53.2744", "-9.0491"], new[] { "start", "end", "actualEnd", "coFinancingRate", "lat", "lon" }.Select(c => row[c]));
    }

    [Fact]
    public async Task List_OfTheLetters_HasIsoDatesPercentAndLatitudeFirst()
    {
        string[] columns = ["f_start", "g_end_expected", "g_end_actual", "k_cofinancing_rate", "l_coordinates"];
        string[] values = ["2024-02-03", "2025-05-04", "2025-06-07", "82.52", "53.2744,-9.0491"];
        var row = await RowAsync("/data/PL-2021-2027-art49.csv");
        await using var app = await PortalApp.CreateAsync(Engine.Sqlite, Operation);
        var json = (await app.JsonAsync("/data/PL-2021-2027-art49.json"))["operations"]![0]!;

        Assert.Equal(values, columns.Select(c => row[c]));
        Assert.Equal(values, columns.Select(c => (string)json[c]!));
    }

    [Fact]
    public async Task Template_OfTheCommission_HasDaysFirstPercentAndLongitudeFirst()
    {
        var row = await RowAsync("/data/PL-2021-2027-itb.csv");

        Assert.Equal(
            ["03/02/2024", "04/05/2025", "07/06/2025", "82.52", "-9.0491, 53.2744"],
            new[] { "Operation_Start_Date", "Operation_Expected_End_Date", "Operation_End_Date", "CoFinancing_Rate", "Location_Indicator_latitude_longitude" }.Select(c => row[c]));
    }

    [Fact]
    public async Task Json_InAllItsForms_HasIsoDatesAFractionAndItsOwnAxes()
    {
        await using var app = await PortalApp.CreateAsync(Engine.Sqlite, Operation);

        var one = await app.JsonAsync("/api/v1/projects/a");
        var line = JsonNode.Parse(await app.Client.GetStringAsync("/api/v1/projects.ndjson"))!;
        var feature = (await app.JsonAsync("/api/v1/projects.geojson"))["features"]![0]!;
        var project = (await app.JsonAsync("/api/v1/projects/a.jsonld"))["fundedItem"]!;
        var turtle = await app.Client.GetStringAsync("/api/v1/projects/a.ttl");

        foreach (var document in new[] { one, line, feature["properties"]! })
        {
            Assert.Equal(["2024-02-03", "2025-05-04", "2025-06-07", "0.8252"], new[] { "start", "end", "actualEnd", "coFinancingRate" }.Select(m => (string)document[m]!));
            Assert.Equal(("53.2744", "-9.0491"), ((string?)document["locations"]![0]!["lat"], (string?)document["locations"]![0]!["lon"]));
        }

        Assert.Equal("[-9.0491,53.2744]", feature["geometry"]!["coordinates"]!.ToJsonString());
        Assert.Equal(("2024-02-03", "2025-06-07"), ((string?)project["foundingDate"], (string?)project["dissolutionDate"]));
        Assert.Equal((53.2744m, -9.0491m), ((decimal)project["location"]![0]!["geo"]!["latitude"]!, (decimal)project["location"]![0]!["geo"]!["longitude"]!));
        Assert.All(["\"2024-02-03\"^^xsd:date", "schema:latitude \"53.2744\"", "schema:longitude \"-9.0491\""], part => Assert.Contains(part, turtle, StringComparison.Ordinal));
    }

    private static async Task<IReadOnlyDictionary<string, string>> RowAsync(string address)
    {
        await using var app = await PortalApp.CreateAsync(Engine.Sqlite, Operation);
        using var table = Assert.IsType<TableOpening.Opened>(TableFile.Open(await app.Client.GetStreamAsync(address))).File;
        var rows = table.ReadHead();
        return rows[0].Cells.Zip(rows[1].Cells).ToDictionary(c => c.First, c => c.Second, StringComparer.Ordinal);
    }
}
