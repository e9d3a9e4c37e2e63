using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using Splot.Contracts.Projects;
using Splot.Data;
using Splot.Portal.OpenData;
using Splot.Portal.Tests.Support;
using Splot.Testing;

namespace Splot.Portal.Tests.OpenData;

public sealed class DataFileTests
{
    [Theory, EachEngine]
    public async Task Files_OfAllGroups_HoldEachOperationOnce(Engine engine)
    {
        OperationDocument[] operations =
        [
            .. Enumerable.Range(0, 230).Select(i => Lists.Whole(string.Create(CultureInfo.InvariantCulture, $"pl-{i}"))), Lists.Whole("old", period: "2014-2020"), Lists.Whole("bg", "BG"),
            Given.Operation("no-period"), Given.Operation("nowhere") with { Country = null },
        ];
        await using var app = await PortalApp.CreateAsync(engine, operations);

        var ids = new List<string>();
        foreach (var file in new[] { "PL-2021-2027", "PL-2014-2020", "BG-2021-2027", "PL-none", "none-none" })
        {
            var lines = (await app.Client.GetStringAsync("/data/" + file + ".ndjson")).Split('\n', StringSplitOptions.RemoveEmptyEntries);
            ids.AddRange(lines.Select(l => (string)JsonNode.Parse(l)!["id"]!));
        }

        Assert.Equal(operations.Select(o => o.Id).Order(StringComparer.Ordinal), ids.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("csv", "text/csv")]
    [InlineData("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")]
    [InlineData("ndjson", "application/x-ndjson")]
    [InlineData("geojson", "application/geo+json")]
    public async Task File_UnchangedSince_Is304AndAChangeIsSeen(string extension, string type)
    {
        await using var app = await PortalApp.CreateAsync(Engine.Sqlite, Lists.Whole("a"), Lists.Whole("b"));
        var address = "/data/PL-2021-2027." + extension;
        var first = await app.Client.GetAsync(address);
        Assert.Equal(type, first.Content.Headers.ContentType!.MediaType);
        Assert.NotNull(first.Content.Headers.LastModified);
        Assert.Contains("PL-2021-2027." + extension, first.Content.Headers.ContentDisposition!.ToString(), StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.NotModified, await AgainAsync(app, address, first));
        await app.PublishAsync(new PublishedOperation { Id = "b", Publication = 2, WithdrawnReason = "gone" });
        app.Clock.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal(HttpStatusCode.OK, await AgainAsync(app, address, first));
    }

    [Fact]
    public async Task File_AfterTheCalendarChangedAState_IsAnother()
    {
        await using var app = await PortalApp.CreateAsync(Engine.Sqlite, Lists.Whole("a") with { End = new DateOnly(2026, 6, 2) });
        var first = await app.Client.GetAsync("/data/PL-2021-2027.csv");
        Assert.Contains(",running,", await first.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        app.Clock.Advance(TimeSpan.FromDays(2));

        Assert.Equal(HttpStatusCode.OK, await AgainAsync(app, "/data/PL-2021-2027.csv", first));
        Assert.Contains(",finished,", await app.Client.GetStringAsync("/data/PL-2021-2027.csv"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("PL-2021-2027.pdf")]
    [InlineData("pl-2021-2027.csv")]
    [InlineData("DE-2021-2027.csv")]
    [InlineData("PL-2021-2027-art49.xlsx")]
    [InlineData("..%2F..%2Fetc%2Fpasswd")]
    [InlineData("%D0%9F%D0%9B.csv")]
    [InlineData("a/b/c")]
    public async Task File_ThatIsNone_Is404WithCode(string name)
    {
        await using var app = await PortalApp.CreateAsync(Engine.Sqlite, Lists.Whole("a"));

        Assert.Equal("file-unknown", (string?)(await app.JsonAsync("/data/" + name, 404))["code"]);
    }

    [Theory]
    [InlineData("lang=de", "lang")]
    [InlineData("country=PL", "country")]
    [InlineData("lang=en&lang=pl", "lang")]
    public async Task File_WithAParameterItDoesNotTake_NamesIt(string query, string parameter)
    {
        await using var app = await PortalApp.CreateAsync(Engine.Sqlite, Lists.Whole("a"));

        Assert.Equal(parameter, (string?)(await app.JsonAsync("/data/PL-2021-2027.csv?" + query, 400))["parameter"]);
    }

    [Fact]
    public async Task Template_OfAPeriod_HasItsColumnsAndFormats()
    {
        await using var app = await PortalApp.CreateAsync(Engine.Sqlite, Lists.Whole("a", period: "2014-2020") with { Locations = [new LocationDocument { Lat = 51.25m, Lon = 22.57m, Path = "/PL/PL8/PL81/PL814/061/" }], Budget = new AmountDocument { Amount = 12.5m, Currency = "PLN", Eur = 3m, Rate = 4.2m } });

        var lines = (await app.Client.GetStringAsync("/data/PL-2014-2020-itb.csv")).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal(string.Join(',', OperationTemplate.Columns.Select(c => c.Key)), lines[0]);
        Assert.Equal(33, OperationTemplate.Columns.Count);
        Assert.Contains("L-a,PL,Day centre a,", lines[1], StringComparison.Ordinal);
        Assert.Contains(",01/01/2024,,31/12/2025,85,12.5,PLN,4.2,PL814,Gmina Zmyślona,\"22.57, 51.25\",158,", lines[1], StringComparison.Ordinal);
    }

    [Fact]
    public void Names_OfFiles_AreReadBack()
    {
        var files = new[] { new DataGroup("PL", "2021-2027"), new DataGroup(null, null), new DataGroup("BG", null) }.SelectMany(DataFile.Of).ToList();

        Assert.Equal(files, files.Select(f => DataFile.Parse(f.Name)));
        Assert.Equal(files.Count, files.Select(f => f.Name).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public async Task Size_OfAFileThatWasRead_IsTheNumberOfItsBytes()
    {
        await using var app = await PortalApp.CreateAsync(Engine.Sqlite, [.. Enumerable.Range(0, 150).Select(i => Lists.Whole(string.Create(CultureInfo.InvariantCulture, $"pl-{i}")))]);
        Assert.Contains("about", (await app.PageAsync("/en/data")).Body!.TextContent, StringComparison.Ordinal);

        var bytes = (await app.Client.GetByteArrayAsync("/data/PL-2021-2027.csv")).Length;

        var catalogue = await app.JsonAsync("/data/catalog.jsonld");
        var file = catalogue["dcat:dataset"]!.AsArray().SelectMany(d => d!["dcat:distribution"]?.AsArray() ?? []).Single(d => (string?)d!["dct:title"] == "PL-2021-2027.csv");
        Assert.Equal(bytes.ToString(CultureInfo.InvariantCulture), (string?)file!["dcat:byteSize"]!["@value"]);
    }

    [Theory]
    [InlineData("en")]
    [InlineData("pl")]
    [InlineData("bg")]
    public async Task DataPage_LinksEveryFile_AndEachIsThere(string language)
    {
        await using var app = await PortalApp.CreateAsync(Engine.Sqlite, Lists.Whole("a"), Everything.Operation);

        var page = await app.PageAsync("/" + language + "/data");

        var files = page.QuerySelectorAll("main a[href^='/data/'], main a[href^='/openapi/'], main a[href^='/api/']").Select(a => a.GetAttribute("href")!).ToList();
        Assert.Equal(2 * 8, files.Count(f => f.StartsWith("/data/PL", StringComparison.Ordinal) || f.StartsWith("/data/BG", StringComparison.Ordinal)));
        foreach (var file in files)
        {
            Assert.Equal(HttpStatusCode.OK, (await app.Client.GetAsync(file)).StatusCode);
        }
    }

    private static async Task<HttpStatusCode> AgainAsync(PortalApp app, string address, HttpResponseMessage first)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        return (await app.Client.SendAsync(request)).StatusCode;
    }
}
