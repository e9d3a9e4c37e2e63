using System.Text.Json;
using Splot.Data;
using Splot.Projects.ExportOperations;
using Splot.Projects.Tests.ImportOperations;
using Splot.Testing;

namespace Splot.Projects.Tests.ExportOperations;

public class ExportTests
{
    private const string Header = "Title,Code,Country,Programming period,Beneficiary,Total,Currency\n";
    private const string Old = Header + "Care,A1,PL,2021-2027,Town,100,EUR\nHelp,A2,PL,2014-2020,Town,200,EUR\nЖена,B1,BG,2021-2027,Община,300,EUR\n";
    private const string New = Header + "Care at home,A1,PL,2021-2027,Town,100,EUR\nЖена,B1,BG,2021-2027,Община,300,EUR\n";

    [Theory, EachEngine]
    public async Task Export_AfterANewerEditionAndASecondList_GivesEachOperationOnce(Engine engine)
    {
        await using var importing = await Importing.CreateAsync(engine);
        await importing.ImportAsync(Old, s => s with { List = "First", Edition = new DateOnly(2024, 1, 1) });
        await importing.ImportAsync(New, s => s with { List = "First", Edition = new DateOnly(2024, 2, 1) });
        await importing.ImportAsync(Header + "Care from elsewhere,A1,PL,2021-2027,Town,100,EUR\n", s => s with { List = "Second", Edition = new DateOnly(2024, 1, 15) });

        var titles = (await importing.Services.TextAsync(ExportFormat.Ndjson)).Trim().Split('\n').Select(l => JsonDocument.Parse(l).RootElement.GetProperty("title").EnumerateObject().First().Value.GetString()).Order(StringComparer.Ordinal);

        Assert.Equal(["Care at home", "Жена"], titles);
    }

    [Theory]
    [InlineData("PL", null, null, "A1 A2")]
    [InlineData(null, "2021-2027", null, "A1 B1")]
    [InlineData("PL", "2014-2020", null, "A2")]
    [InlineData(null, null, "First", "A1 A2 B1")]
    [InlineData("DE", null, null, "")]
    public async Task Export_OfASelection_GivesNoOther(string? country, string? period, string? list, string codes)
    {
        await using var importing = await Importing.CreateAsync();
        await importing.ImportAsync(Old, s => s with { List = "First" });
        await importing.ImportAsync(Header + "Other,C1,FR,2007-2013,Ville,1,EUR\n", s => s with { List = "Other" });

        var lines = (await importing.Services.TextAsync(ExportFormat.Csv, new ExportSelection(country, period, list))).TrimEnd().Split("\r\n");

        Assert.Equal(codes, string.Join(' ', lines.Skip(1).Select(l => l.Split(',')[0])));
    }

    [Fact]
    public async Task Json_OfNothing_IsAnEmptyArray()
    {
        await using var importing = await Importing.CreateAsync();

        Assert.Empty(JsonDocument.Parse(await importing.Services.TextAsync(ExportFormat.Json)).RootElement.EnumerateArray());
        Assert.Equal("", await importing.Services.TextAsync(ExportFormat.Ndjson));
    }

    [Fact]
    public async Task Json_OfOperations_IsOneArrayOfTheDocumentsOfNdjson()
    {
        await using var importing = await Importing.CreateAsync();
        await importing.ImportAsync(Old);

        var array = JsonDocument.Parse(await importing.Services.TextAsync(ExportFormat.Json)).RootElement.EnumerateArray().Select(e => e.GetRawText());

        Assert.Equal((await importing.Services.TextAsync(ExportFormat.Ndjson)).Trim().Split('\n'), array);
    }

    [Fact]
    public async Task Csv_CellsThatLookLikeFormulas_AreNeutralised()
    {
        await using var importing = await Importing.CreateAsync();
        await importing.ImportAsync(Header + "\"=HYPERLINK(\"\"https://example.org\"\")\",A1,PL,2021-2027,@Town,100,EUR\n");

        var text = await importing.Services.TextAsync(ExportFormat.Csv);

        Assert.Contains("\"'=HYPERLINK(\"\"https://example.org\"\")\"", text, StringComparison.Ordinal);
        Assert.Contains(",'@Town,", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Csv_InventedOperations_CarryTheirMark()
    {
        await using var importing = await Importing.CreateAsync();
        await importing.ImportAsync("code,title_en,original_language,programme_code,location_codes,demo\nX1,Real,en,,,false\nX2,Invented,en,,,true\n");

        var lines = (await importing.Services.TextAsync(ExportFormat.Csv)).TrimEnd().Split("\r\n");

        var column = Array.IndexOf(lines[0].Split(','), "demo");
        Assert.Equal(["false", "true"], lines.Skip(1).Select(l => l.Split(',')[column]));
    }

    [Fact]
    public async Task Csv_Header_BeginsWithThatOfGeneratedLists()
    {
        await using var importing = await Importing.CreateAsync();

        Assert.StartsWith(Projects.GenerateOperations.OperationListWriter.Header + ",", await importing.Services.TextAsync(ExportFormat.Csv), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Workbook_ThatWouldNotHoldTheRows_IsNotWrittenToItsEnd()
    {
        await using var importing = await Importing.CreateAsync();
        await importing.ImportAsync(Old);

        var (outcome, _) = await importing.Services.ExportAsync(ExportFormat.Xlsx, mostRows: 2);
        var (enough, _) = await importing.Services.ExportAsync(ExportFormat.Xlsx, mostRows: 3);

        Assert.Equal(new ExportOutcome.TooMany(2), outcome);
        Assert.IsType<ExportOutcome.Written>(enough);
    }

    [Fact]
    public async Task Export_NaturalPerson_IsWithoutAName()
    {
        await using var importing = await Importing.CreateAsync();
        await importing.ImportAsync("code,title_en,original_language,programme_code,location_codes,beneficiary_name,natural_person\nX1,Garden,en,,,Anna Nobody,true\n");

        foreach (var format in Enum.GetValues<ExportFormat>().Where(f => f != ExportFormat.Xlsx))
        {
            Assert.DoesNotContain("Nobody", await importing.Services.TextAsync(format), StringComparison.Ordinal);
        }
    }
}
