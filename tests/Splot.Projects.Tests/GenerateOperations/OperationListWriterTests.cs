using System.Globalization;
using System.Text;
using Splot.Projects.GenerateOperations;

namespace Splot.Projects.Tests.GenerateOperations;

public class OperationListWriterTests
{
    private const string Header =
        "code,title_pl,title_bg,title_en,original_language,summary_pl,summary_bg,summary_en,start,end,actual_end,status,fund,programme_code,programme_name,period,"
        + "priority,objective,fields,theme,call,contracts,total,currency,eu,national,own,rate,region_category,beneficiary_name,beneficiary_id,natural_person,"
        + "partners,contractors,country,location_codes,location_name,lat,lon,updated,demo";

    [Fact]
    public void List_Header_IsThatOfTheSplotProfile() =>
        Assert.Equal(Header, Encoding.UTF8.GetString(GeneratedLists.Bytes(InventedLists.Poland, 1, 1)).Split('\n')[0]);

    [Fact]
    public void List_Bytes_BeginWithoutByteOrderMark() => Assert.Equal((byte)'c', GeneratedLists.Bytes(InventedLists.Poland, 1, 1)[0]);

    [Fact]
    public void List_SameSeed_GivesTheSameBytes() =>
        Assert.Equal(GeneratedLists.Bytes(InventedLists.Bulgaria, 500, 3), GeneratedLists.Bytes(InventedLists.Bulgaria, 500, 3));

    [Fact]
    public void List_OtherSeed_GivesOtherBytes() =>
        Assert.NotEqual(GeneratedLists.Bytes(InventedLists.Bulgaria, 500, 3), GeneratedLists.Bytes(InventedLists.Bulgaria, 500, 4));

    [Fact]
    public void List_Fingerprint_StaysAsItIs()
    {
        // Benchmarks compare runs over months: a change of the generator must be a decision, not an accident.
        var hash = System.Security.Cryptography.SHA256.HashData(GeneratedLists.Bytes(InventedLists.Poland, 1000, 1));
        Assert.Equal("7f9b938ddd2c1b88", Convert.ToHexStringLower(hash)[..16]);
    }

    [Fact]
    public void Rows_UsualSummaries_Take490To560BytesOnAverage()
    {
        var bytes = InventedLists.All.Zip(InventedLists.Divide(20_000)).Sum(part => GeneratedLists.Bytes(part.First, part.Second, 1).LongLength);
        Assert.InRange(bytes / 20_000, 490, 560);
    }

    [Theory]
    [InlineData(20)]
    [InlineData(125)]
    public void Summary_Length_FollowsTheOption(int words)
    {
        var summaries = GeneratedLists.Read(GeneratedLists.Bytes(InventedLists.Poland, 2000, 1, words))
            .Select(row => row["summary_pl"] + row["summary_en"]).Where(text => text.Length > 0).Select(text => text.Split(' ').Length - 1);
        Assert.InRange(summaries.Average(), words * 0.95, (words * 1.05) + 1);
    }

    [Fact]
    public void Rows_Codes_AreDistinct() =>
        Assert.Equal(GeneratedLists.Rows.Count, GeneratedLists.Rows.Select(row => row["code"]).Distinct(StringComparer.Ordinal).Count());

    [Fact]
    public void Rows_Operations_CarryTheMark() => Assert.All(GeneratedLists.Rows, row => Assert.Equal("true", row["demo"]));

    [Fact]
    public void Rows_Title_IsThereInTheOriginalLanguage() => Assert.All(GeneratedLists.Rows, row => Assert.NotEmpty(row["title_" + row["original_language"]]));

    [Fact]
    public void Rows_Amounts_HaveTwoDecimals() => Assert.All(
        GeneratedLists.Rows.SelectMany(row => new[] { row["total"], row["eu"], row["national"], row["own"], row["rate"] }).Where(value => value.Length > 0),
        value => Assert.Matches(@"^[0-9]+\.[0-9]{2}$", value));

    [Fact]
    public void Rows_Dates_AreIso() => Assert.All(
        GeneratedLists.Rows.SelectMany(row => new[] { row["start"], row["end"], row["actual_end"], row["updated"] }).Where(value => value.Length > 0),
        value => Assert.True(DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _), value));

    [Fact]
    public void Rows_Start_IsNeverAfterTheEnd() =>
        Assert.DoesNotContain(GeneratedLists.Rows, row => row["end"].Length > 0 && string.CompareOrdinal(row["start"], row["end"]) > 0);

    [Fact]
    public void Rows_ActualEnd_IsNeverBeforeTheStart() =>
        Assert.DoesNotContain(GeneratedLists.Rows, row => row["actual_end"].Length > 0 && string.CompareOrdinal(row["start"], row["actual_end"]) > 0);

    [Fact]
    public void Rows_Parts_AddUpToTheTotal() => Assert.All(
        GeneratedLists.Rows.Where(row => row["national"].Length > 0),
        row => Assert.Equal(Amount(row["total"]), Amount(row["eu"]) + Amount(row["national"]) + Amount(row["own"])));

    [Fact]
    public void Rows_PrintedRate_StandsOnlyWhereTheUnionPartDoesNot() =>
        Assert.All(GeneratedLists.Rows.Where(row => row["rate"].Length > 0), row => Assert.Empty(row["eu"]));

    [Fact]
    public void Rows_QuotedTitles_Occur() => Assert.Contains(GeneratedLists.Rows, row => row["title_" + row["original_language"]].Contains('"', StringComparison.Ordinal));

    [Fact]
    public void Rows_SamePartyNumber_IsTheSameBody() => Assert.All(
        GeneratedLists.Rows.Where(row => row["beneficiary_id"].Length > 0).GroupBy(row => (row["country"], row["beneficiary_id"])),
        body => Assert.Single(body.Select(row => row["beneficiary_name"]).Distinct(StringComparer.Ordinal)));

    [Fact]
    public void Rows_NaturalPersons_HaveNoNumber() => Assert.All(GeneratedLists.Rows.Where(row => row["natural_person"] == "true"), row => Assert.Empty(row["beneficiary_id"]));

    [Fact]
    public void Rows_Partners_AreNeverTheBeneficiary() => Assert.DoesNotContain(
        GeneratedLists.Rows.Where(row => row["partners"].Length > 0),
        row => row["partners"].Split('|').Append(row["beneficiary_name"]).GroupBy(name => name, StringComparer.Ordinal).Any(group => group.Count() > 1));

    private static decimal Amount(string text) => text.Length == 0 ? 0m : decimal.Parse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);
}
