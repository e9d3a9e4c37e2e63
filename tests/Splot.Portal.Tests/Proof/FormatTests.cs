using System.Text.Json.Nodes;
using Splot.Contracts.Projects;
using Splot.Data;
using Splot.Portal.Tests.Support;
using Splot.Tables;

namespace Splot.Portal.Tests.Proof;

/// <summary>Which number is the latitude, on which scale a rate is, how a date is written: the same operation says the same in every format.</summary>
public sealed class FormatTests(FormatTests.Apps shared) : IClassFixture<FormatTests.Apps>
{
    // Latitude and longitude, day and month, share and percent cannot be taken for each other here.
    private static readonly OperationDocument Operation = Given.Operation("pl-2021-axes", "Zażółć gęślą; \"jaźń\"\nw dwóch wierszach") with
    {
        Start = new DateOnly(2024, 2, 3),
        End = new DateOnly(2027, 11, 10),
        Budget = new AmountDocument { Amount = 6_200_901.17m, Currency = "PLN", Eur = 1_440_000.10m, Rate = 4.3061m, RateDate = new DateOnly(2024, 2, 1), RateSource = "ECB" },
        EuContribution = new AmountDocument { Amount = 5_116_983.64m, Currency = "PLN", Eur = 1_188_000.05m, Rate = 4.3061m },
        CoFinancingRate = 0.8252m,
        PublishedRate = 82.52m,
        Locations = [new LocationDocument { Name = "Lublin", Kind = "point", Lat = 51.2465m, Lon = 22.5684m, Precision = "point" }],
    };

    [Theory]
    [InlineData("csv")]
    [InlineData("xlsx")]
    public async Task Table_ReadBack_SaysWhatTheOperationSays(string format)
    {
        var app = await shared.OnAsync(Engine.Sqlite);

        var row = await RowAsync(app, "/api/v1/projects." + format);

        Assert.Equal(("51.2465", "22.5684"), (row["lat"], row["lon"]));
        Assert.Equal(("0.8252", "82.52"), (row["coFinancingRate"], row["publishedRate"]));
        Assert.Equal(("2024-02-03", "2027-11-10", "2024-02-01"), (row["start"], row["end"], row["rateDate"]));
        Assert.Equal(("6200901.17", "PLN", "1440000.10"), (Money(row["budget"]), row["budgetCurrency"], Money(row["budgetEur"])));
        Assert.Equal(("5116983.64", "1188000.05"), (Money(row["euContribution"]), Money(row["euContributionEur"])));
        Assert.Equal("4.3061", row["rate"]);
        Assert.Equal(Operation.Title["en"], row["title"]);
    }

    [Theory]
    [InlineData("/api/v1/projects.ndjson")]
    [InlineData("/api/v1/projects/pl-2021-axes")]
    public async Task Json_ReadBack_SaysWhatTheOperationSays(string address)
    {
        var app = await shared.OnAsync(Engine.Sqlite);

        var read = System.Text.Json.JsonSerializer.Deserialize<OperationDocument>(await app.Client.GetStringAsync(address), OperationJson.Options)!;

        Assert.Equal(OperationJson.Write(Operation with { Status = "running" }), OperationJson.Write(read));
        var json = JsonNode.Parse(await app.Client.GetStringAsync(address))!;
        Assert.Equal(("51.2465", "22.5684"), (json["locations"]![0]!["lat"]!.ToString(), json["locations"]![0]!["lon"]!.ToString()));
        Assert.Equal(("0.8252", "2024-02-03", "6200901.17"), ((string)json["coFinancingRate"]!, (string)json["start"]!, (string)json["budget"]!["amount"]!));
    }

    [Theory]
    [InlineData("en", "82.52%", "3 February 2024", "PLN 6,200,901.17", "€1,440,000.10")]
    [InlineData("pl", "82,52%", "3 lutego 2024", "6 200 901,17 PLN", "1 440 000,10 €")]
    [InlineData("bg", "82,52%", "3 февруари 2024 г.", "6 200 901,17 PLN", "1 440 000,10 €")]
    public async Task Page_InEachLanguage_WritesThemAsItsReadersDo(string language, params string[] said)
    {
        var app = await shared.OnAsync(Engine.Sqlite);

        var text = (await app.PageAsync("/" + language + "/projects/pl-2021-axes")).Body!.TextContent.Replace('\u00A0', ' ').Replace('\u202F', ' ');

        Assert.All(said, s => Assert.Contains(s, text, StringComparison.Ordinal));
    }

    private static string Money(string written) => decimal.Parse(written, System.Globalization.CultureInfo.InvariantCulture).ToString("0.00", System.Globalization.CultureInfo.InvariantCulture);

    private static async Task<Dictionary<string, string>> RowAsync(PortalApp app, string address)
    {
        using var content = new MemoryStream(await app.Client.GetByteArrayAsync(address));
        using var file = Assert.IsType<TableOpening.Opened>(TableFile.Open(content, cancellation: CancellationToken.None)).File;
        using var reader = file.Read();
        Assert.True(reader.Read(CancellationToken.None));
        var header = reader.Row.ToArray();
        Assert.True(reader.Read(CancellationToken.None));
        return header.Zip(reader.Row.ToArray()).ToDictionary(c => c.First, c => c.Second, StringComparer.Ordinal);
    }

    public sealed class Apps : SharedApps
    {
        private protected override Task<PortalApp> CreateAsync(Engine engine) => PortalApp.CreateAsync(engine, Operation);
    }
}
