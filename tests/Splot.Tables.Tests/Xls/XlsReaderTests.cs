namespace Splot.Tables.Tests.Xls;

public class XlsReaderTests
{
    [Fact]
    public void Read_CellsOfAllKinds_AreRead()
    {
        var book = new XlsBytes();
        book.Sheet(
            "Lista",
            book.Shared(0, 0, "Zażółć Ж"),
            XlsBytes.Label(0, 1, "etykieta"),
            XlsBytes.Number(0, 2, 1234567.89),
            XlsBytes.Formula(0, 3, 2.5),
            XlsBytes.TextFormula(0, 4, "wynik"),
            XlsBytes.Boolean(0, 5, true),
            XlsBytes.Error(0, 6));

        Assert.Equal([["Zażółć Ж", "etykieta", "1234567.89", "2.5", "wynik", "TRUE", "#N/A"]], Given.Rows(book.ToArray()));
    }

    [Theory]
    [InlineData((12_345u << 2) | 2, "12345")]
    [InlineData((12_345u << 2) | 3, "123.45")]
    [InlineData(unchecked((uint)(-5 << 2)) | 2, "-5")]
    [InlineData(0x40590000u, "100")]
    [InlineData(0x40590001u, "1")]
    public void Read_ShortNumbers_AreExact(uint rk, string text) => Assert.Equal([[text]], Given.Rows(new XlsBytes().Sheet("A", XlsBytes.Rk(0, 0, rk)).ToArray()));

    [Fact]
    public void Read_SeveralShortNumbers_StandInTheirColumns() =>
        Assert.Equal([["", "1", "2", "3"]], Given.Rows(new XlsBytes().Sheet("A", XlsBytes.MulRk(0, 1, (1 << 2) | 2, (2 << 2) | 2, (3 << 2) | 2)).ToArray()));

    [Theory]
    [InlineData(1, false, CellKind.Date, "2016-01-01")]
    [InlineData(2, false, CellKind.Date, "2016-01-01")]
    [InlineData(2, true, CellKind.Date, "2020-01-02")]
    [InlineData(0, false, CellKind.Number, "42370")]
    public void Read_NumberWithStyle_IsWhatTheStyleSays(int style, bool from1904, CellKind kind, string text)
    {
        using var file = Given.File(new XlsBytes { From1904 = from1904 }.Sheet("A", XlsBytes.Number(0, 0, 42370, style)).ToArray());
        using var reader = file.Read();
        reader.Read(TestContext.Current.CancellationToken);

        Assert.Equal((kind, text), (reader.Row.Cell(0).Kind, reader.Row[0].ToString()));
    }

    [Theory]
    [InlineData(20)]
    [InlineData(33)]
    [InlineData(8000)]
    public void Read_StringsCutByRecords_AreWhole(int recordLength)
    {
        var texts = Enumerable.Range(0, 60).Select(index => (index % 2 == 0 ? "zwykły tekst ł " : "plain text ") + index).ToArray();
        var book = new XlsBytes();
        book.Sheet("A", [.. texts.Select((text, row) => book.Shared(row, 0, text))]);

        Assert.Equal(texts, Given.Rows(book.ToArray(recordLength)).Select(row => row[0]));
    }

    [Fact]
    public void Read_LargeFile_FollowsItsSectors()
    {
        var book = new XlsBytes();
        book.Sheet("A", [.. Enumerable.Range(0, 3000).Select(row => book.Shared(row, 0, "row " + row))]);

        Assert.Equal("row 2999", Given.Rows(book.ToArray())[^1][0]);
    }

    [Fact]
    public void Open_SeveralSheets_ReadsTheOneWithMostRows()
    {
        var book = new XlsBytes().Sheet("Info", XlsBytes.Number(0, 0, 1)).HiddenSheet("Kody", XlsBytes.Number(0, 0, 1), XlsBytes.Number(1, 0, 1), XlsBytes.Number(2, 0, 1)).Sheet("Lista", XlsBytes.Number(0, 0, 1), XlsBytes.Number(4, 0, 2));

        using var file = Given.File(book.ToArray());

        Assert.Equal("Lista", file.Sheet);
    }

    [Fact]
    public void Read_GapsBetweenRows_KeepRowNumbers()
    {
        using var file = Given.File(new XlsBytes().Sheet("A", XlsBytes.Number(2, 0, 1), XlsBytes.Number(9, 0, 1)).ToArray());
        using var reader = file.Read();
        var numbers = new List<long>();
        while (reader.Read(TestContext.Current.CancellationToken))
        {
            numbers.Add(reader.Row.Number);
        }

        Assert.Equal([3, 10], numbers);
    }

    [Fact]
    public void Open_Encrypted_IsRefused() => Assert.Equal(RefusalCodes.Encrypted, Given.Refusal(new XlsBytes { Encrypted = true }.Sheet("A").ToArray()).Code);

    [Fact]
    public void Open_OlderWorkbook_IsRefused() => Assert.Equal(RefusalCodes.Unsupported, Given.Refusal(new XlsBytes { Version = 0x0500 }.Sheet("A").ToArray()).Code);

    [Fact]
    public void Open_WordDocument_IsRefused() => Assert.Equal(RefusalCodes.Unsupported, Given.Refusal(CompoundBytes.Of("WordDocument", new byte[5000])).Code);

    [Fact]
    public void Open_EncryptedOfficeFile_IsRefused() => Assert.Equal(RefusalCodes.Encrypted, Given.Refusal(CompoundBytes.Of("EncryptedPackage", new byte[5000])).Code);

    [Fact]
    public void Read_RowsOutOfOrder_AreRefused()
    {
        using var file = Given.File(new XlsBytes().Sheet("A", XlsBytes.Number(5, 0, 1), XlsBytes.Number(2, 0, 1)).ToArray());

        Assert.Equal(RefusalCodes.Damaged, Assert.Throws<TableRefusedException>(() => Given.Rows(file)).Refusal.Code);
    }

    [Fact]
    public void Open_CutFile_IsRefused()
    {
        var book = new XlsBytes();
        var bytes = book.Sheet("A", [.. Enumerable.Range(0, 500).Select(row => book.Shared(row, 0, "row " + row))]).ToArray();

        Assert.Equal(RefusalCodes.Damaged, Given.Refusal(bytes[..(bytes.Length / 2)]).Code);
    }
}
