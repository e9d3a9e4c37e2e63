using System.Globalization;
using System.IO.Compression;
using System.Text.Json.Nodes;
using Splot.Contracts.Projects;
using Splot.Data;
using Splot.Portal.Searching;
using Splot.Portal.Tests.Support;
using Splot.Testing;

namespace Splot.Portal.Tests.Exports;

public sealed class ExportTests
{
    [Theory, EachEngine]
    public async Task Csv_OfASearch_HasEveryHitInOrder(Engine engine)
    {
        await using var app = await PortalApp.CreateAsync(engine, [.. Enumerable.Range(0, 450).Select(i => Given.Operation(string.Create(CultureInfo.InvariantCulture, $"op-{i}")) with { Budget = Given.Eur(i) })]);

        var lines = (await app.Client.GetStringAsync("/api/v1/projects.csv?sort=-budget&budgetFrom=10&fields=budget")).Trim('\uFEFF').Split("\r\n", StringSplitOptions.RemoveEmptyEntries);

        Assert.StartsWith("id,demo,budget,", lines[0], StringComparison.Ordinal);
        Assert.Equal(440, lines.Length - 1);
        Assert.StartsWith("op-449,false,449", lines[1], StringComparison.Ordinal);
        Assert.StartsWith("op-10,false,10", lines[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_WhileOperationsChangePlaces_ComesOnceEach()
    {
        await using var app = await PortalApp.CreateAsync(Engine.Sqlite, [.. Enumerable.Range(0, 450).Select(i => Given.Operation(string.Create(CultureInfo.InvariantCulture, $"op-{i}")) with { Budget = Given.Eur(i) })]);
        var ids = new List<string>();

        await foreach (var operation in app.Get<ProjectSearch>().AllAsync(new SearchRequest { Sort = SearchSort.BudgetDescending }, CancellationToken.None))
        {
            ids.Add(operation.Id);
            if (ids.Count == 1)
            {
                await app.PublishAsync(Given.Published(Given.Operation("op-0") with { Budget = Given.Eur(1000m) }, 2), Given.Published(Given.Operation("op-440") with { Budget = Given.Eur(0m) }, 2));
            }
        }

        Assert.Equal(450, ids.Count);
        Assert.Equal(450, ids.Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public async Task Csv_OfWhatChangedSince_HasNothingElse()
    {
        await using var app = await PortalApp.CreateAsync(Engine.Sqlite, Given.Operation("old"), Given.Operation("new") with { UpdatedAt = Given.Updated.AddDays(1) });

        var lines = (await app.Client.GetStringAsync("/api/v1/projects.csv?fields=id&modifiedSince=" + Given.Updated.AddHours(1).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture))).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal("new,false", Assert.Single(lines[1..]));
    }

    [Fact]
    public async Task Csv_OfFormulas_NeutralisesThem()
    {
        await using var app = await PortalApp.CreateAsync(Engine.Sqlite, Given.Operation("a", "=HYPERLINK(\"http://x\")") with { Demo = true });

        var csv = await app.Client.GetStringAsync("/api/v1/projects.csv");

        Assert.Contains("'=HYPERLINK", csv, StringComparison.Ordinal);
        Assert.Contains("a,true,", csv, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Csv_WithLang_ChoosesTexts()
    {
        await using var app = await PortalApp.CreateAsync(Engine.Sqlite, Everything.Operation);

        Assert.Contains("Всичко наведнъж,bg,original", await app.Client.GetStringAsync("/api/v1/projects.csv?lang=bg&fields=title"), StringComparison.Ordinal);
        Assert.Contains("Everything at once,en,machine,Всичко наведнъж", await app.Client.GetStringAsync("/api/v1/projects.csv?lang=pl&fields=title"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Csv_OfEverything_LeavesNoColumnEmpty()
    {
        await using var app = await PortalApp.CreateAsync(Engine.Sqlite, Everything.Operation with { Locations = [Everything.Operation.Locations[0] with { Lat = 43.8m, Lon = 25.9m }], PublishedRate = 85m });

        var lines = (await app.Client.GetStringAsync("/api/v1/projects.csv?lang=pl")).Split("\r\n");

        Assert.DoesNotContain(",,", lines[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ndjson_HasTheContractsForm()
    {
        await using var app = await PortalApp.CreateAsync(Engine.Sqlite, Everything.Operation, Given.Operation("a"));

        var lines = (await app.Client.GetStringAsync("/api/v1/projects.ndjson?sort=start")).Split('\n', StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal(2, lines.Length);
        Assert.Equal(OperationJson.Write(Everything.Operation), lines[0]);
        Assert.Equal("a", (string?)JsonNode.Parse(lines[1])!["id"]);
    }

    [Fact]
    public async Task Xlsx_IsAWorkbook()
    {
        await using var app = await PortalApp.CreateAsync(Engine.Sqlite, Everything.Operation);

        var response = await app.Client.GetAsync("/api/v1/projects.xlsx");
        using var archive = new ZipArchive(await response.Content.ReadAsStreamAsync());

        Assert.Contains("projects.xlsx", response.Content.Headers.ContentDisposition!.ToString(), StringComparison.Ordinal);
        Assert.NotNull(archive.GetEntry("xl/workbook.xml"));
    }

    [Theory]
    [InlineData("csv")]
    [InlineData("xlsx")]
    [InlineData("ndjson")]
    [InlineData("geojson")]
    public async Task Export_WithBadValue_IsRefused(string format)
    {
        await using var app = await PortalApp.CreateAsync(Engine.Sqlite);

        Assert.Equal("country", (string?)(await app.JsonAsync("/api/v1/projects." + format + "?country=POL", 400))["parameter"]);
    }
}
