using System.Text;

namespace Splot.Tables.Tests.Json;

public class JsonReaderTests
{
    [Theory]
    [InlineData("[{\"a\":\"x\",\"b\":1.50},{\"c\":true,\"a\":\"y\"}]")]
    [InlineData("{\"count\":2,\"data\":{\"rows\":[{\"a\":\"x\",\"b\":1.50},{\"c\":true,\"a\":\"y\"}],\"links\":[{\"q\":1}]}}")]
    [InlineData("{\"a\":\"x\",\"b\":1.50}\n{\"c\":true,\"a\":\"y\"}\n")]
    public void Read_Records_BecomeRowsUnderTheirNames(string json) => Assert.Equal([["a", "b", "c"], ["x", "1.50", ""], ["y", "", "TRUE"]], Given.Rows(json));

    [Fact]
    public void Read_InnerObjectsAndLists_AreFlattened() => Assert.Equal(
        [["id", "place.name", "place.code", "tags"], ["1", "Łódź", "PL71", "a|b|2"], ["2", "", "", "c"]],
        Given.Rows("[{\"id\":1,\"place\":{\"name\":\"Łódź\",\"code\":\"PL71\"},\"tags\":[\"a\",\"b\",{\"x\":2}]},{\"id\":2,\"place\":null,\"tags\":[\"c\"]}]"
            .Replace("\"place\":null", "\"place\":{}", StringComparison.Ordinal)));

    [Fact]
    public void Read_ListsOfValues_AreRows() => Assert.Equal([["a", "b"], ["1", "2"]], Given.Rows("[[\"a\",\"b\"],[1,2]]"));

    [Fact]
    public void Read_Numbers_AreExact()
    {
        using var file = Given.File("[{\"a\":12345678901234567.89}]");
        using var reader = file.Read();
        reader.Read(TestContext.Current.CancellationToken);
        reader.Read(TestContext.Current.CancellationToken);

        Assert.Equal((CellKind.Number, 12345678901234567.89m, 1L), (reader.Row.Cell(0).Kind, reader.Row.Cell(0).Number, reader.Row.Number));
    }

    [Fact]
    public void Read_EscapesAndWideEncodings_AreResolved() =>
        Assert.Equal([["a"], ["ż \"x\"\ny"]], Given.Rows([.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes("[{\"a\":\"\\u017c \\\"x\\\"\\r\\ny\"}]")]));

    [Fact]
    public void Read_ValuesOverManyBuffers_AreWhole()
    {
        var rows = Enumerable.Range(0, 4000).Select(row => new[] { row.ToString(null, System.Globalization.CultureInfo.InvariantCulture), new string('ł', row % 500) }).ToArray();
        var json = "{\"rows\":[" + string.Join(",\n", rows.Select(row => $"{{\"n\":\"{row[0]}\",\"t\":\"{row[1]}\"}}")) + "]}";

        Assert.Equal(rows, Given.Rows(json).Skip(1));
    }

    [Fact]
    public void Open_BrokenJson_NamesTheLine()
    {
        var refusal = Given.Refusal("[{\"a\":1},\n{\"a\" 2}]"u8.ToArray());

        Assert.Equal((RefusalCodes.Damaged, 2L), (refusal.Code, refusal.Line));
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("{}")]
    public void Open_NoRecords_IsRefusedOrEmpty(string json)
    {
        var opening = Given.Open(Encoding.UTF8.GetBytes(json));

        Assert.Equal(json == "[]" ? RefusalCodes.NoTable : null, (opening as TableOpening.Refused)?.Refusal.Code);
    }
}
