using Splot.Projects.ExportOperations;
using Splot.Contracts.Projects;
using Splot.Projects.Tests.ImportOperations;

namespace Splot.Projects.Tests.ExportOperations;

/// <summary>The projection on the 33-column template.</summary>
public class TemplateTests
{
    private const string Header = "code,title_pl,title_en,original_language,summary_pl,start,end,actual_end,fund,programme_code,programme_name,period,fields,total,currency,eu,beneficiary_name,country,location_codes,lat,lon,demo\n";
    private const string Good = "A-1,Dom,Home,pl,Opis,2016-03-09,2018-12-31,2019-01-15,ESF,2014PL05M9OP001,PO WER,2014-2020,109,1000.50,PLN,850.43,Gmina,PL,PL814,51.25,22.57,";

    [Fact]
    public async Task Itb_Header_IsTheTemplatesColumnsInTheirOrder()
    {
        await using var importing = await Importing.CreateAsync();

        var header = (await importing.Services.TextAsync(ExportFormat.Itb)).TrimEnd().Split(',');

        Assert.Equal((33, "Operation_Unique_Identifier", "CountryID", "Social_Media_Links"), (header.Length, header[0], header[1], header[^1]));
        Assert.Equal(OperationTemplate.Columns.Select(c => c.Key), header);
    }

    [Fact]
    public async Task Itb_OperationOfTheOldPeriod_IsWrittenInTheTemplatesWaysAndPassesItsRules()
    {
        await using var importing = await Importing.CreateAsync();
        await importing.ImportAsync(Header + Good + "false\n");

        var (outcome, _) = await importing.Services.ExportAsync(ExportFormat.Itb);
        var row = await RowAsync(importing);

        Assert.Equal(("SUCCESS", 0L), ((string?)Validation(outcome)["result"], (long?)Validation(outcome)["errors"]));
        Assert.Equal(
            ["A-1", "PL", "Dom", "Home", "Poland", "", "09/03/2016", "31/12/2018", "15/01/2019", "85", "1000.5", "PLN"],
            row.Take(12));
        Assert.Equal(
            ["PL814", "Gmina", "22.57, 51.25", "109", "ESF", "2014PL05M9OP001", "", "Opis", "2014-2020", "PO WER"],
            row.Skip(13).Take(10));
    }

    [Fact]
    public async Task Itb_OperationOfTheNewPeriod_IsWrittenAndTheRulesSayWhatTheyDoNotKnow()
    {
        await using var importing = await Importing.CreateAsync();
        await importing.ImportAsync(Header + Good.Replace(",ESF,", ",ESF+,", StringComparison.Ordinal).Replace(",109,", ",158,", StringComparison.Ordinal) + "false\n");

        var (outcome, _) = await importing.Services.ExportAsync(ExportFormat.Itb);

        Assert.Equal(["Category_Of_Intervention", "Fund_Code"], Validation(outcome)["items"]!.AsArray().Select(i => (string?)i!["field"]));
    }

    [Fact]
    public async Task Itb_WithInventedOperations_HasAColumnThatSaysSo()
    {
        await using var importing = await Importing.CreateAsync();
        await importing.ImportAsync(Header + Good + "true\n");

        Assert.Equal((34, "true"), ((await RowAsync(importing)).Count, (await RowAsync(importing))[^1]));
    }

    [Fact]
    public async Task Itb_PlaceWestOfGreenwich_KeepsItsMinusAndNoApostrophe()
    {
        await using var importing = await Importing.CreateAsync();
        await importing.ImportAsync(Header + Good.Replace("51.25,22.57", "53.2944,-9.0491", StringComparison.Ordinal) + "false\n");

        Assert.Equal("-9.0491, 53.2944", (await RowAsync(importing))[15]);
    }

    [Fact]
    public async Task Itb_ImportedAgain_IsTheSameOperation()
    {
        await using var first = await Importing.CreateAsync();
        await first.ImportAsync(Header + Good + "false\n");
        await using var second = await Importing.CreateAsync();

        var report = await second.ImportAsync((await first.Services.ExportAsync(ExportFormat.Itb)).Bytes);

        Assert.Equal(("done", "itb", "SUCCESS"), (report.Outcome, report.Profile, (string?)report.Validation!["result"]));
        var (before, after) = (Assert.Single(await first.OperationsAsync()), Assert.Single(await second.OperationsAsync()));
        Assert.Equal((before.Id, before.Start, before.End, before.ActualEnd, before.Budget!.Amount, before.Budget.Eur), (after.Id, after.Start, after.End, after.ActualEnd, after.Budget!.Amount, after.Budget.Eur));
        Assert.Equal((before.Locations[0].Code, before.Locations[0].Lat), (after.Locations[0].Code, after.Locations[0].Lat));
    }

    private static System.Text.Json.Nodes.JsonObject Validation(ExportOutcome outcome) => Assert.IsType<ExportOutcome.Written>(outcome).Validation!;

    private static async Task<List<string>> RowAsync(Importing importing)
    {
        using var table = ((Tables.TableOpening.Opened)Tables.TableFile.Open(new MemoryStream((await importing.Services.ExportAsync(ExportFormat.Itb)).Bytes))).File;
        using var reader = table.Read();
        Assert.True(reader.Read() && reader.Read());
        return [.. reader.Row.ToArray()];
    }
}
