using System.Text;

namespace Splot.Tables.Tests.Xlsx;

public class XlsxReaderTests
{
    private const string Formats = "<numFmts><numFmt numFmtId=\"164\" formatCode=\"dd\\/mm\\/yyyy;@\"/><numFmt numFmtId=\"165\" formatCode=\"#,##0.00\\ [$€-407]\"/><numFmt numFmtId=\"166\" formatCode=\"[Red]0.0\"/></numFmts>"
        + "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"164\"/><xf numFmtId=\"9\"/><xf numFmtId=\"165\"/><xf numFmtId=\"166\"/><xf numFmtId=\"20\"/></cellXfs>";

    [Fact]
    public void Read_TextsOfAllKinds_AreRead() => Assert.Equal(
        [["shared", "inline & <x>", "formula", "rich text", "TRUE", "#N/A"]],
        Given.Rows(WorkbookBytes.Of(
            "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"inlineStr\"><is><t>inline &amp; &lt;x&gt;</t></is></c><c r=\"C1\" t=\"str\"><f>\"a\"&amp;1</f><v>formula</v></c>"
            + "<c r=\"D1\" t=\"s\"><v>1</v></c><c r=\"E1\" t=\"b\"><v>1</v></c><c r=\"F1\" t=\"e\"><v>#N/A</v></c></row>",
            "<si><t>shared</t></si><si><r><rPr><b/></rPr><t>rich</t></r><r><t xml:space=\"preserve\"> text</t></r><rPh sb=\"0\" eb=\"1\"><t>guide</t></rPh></si>")));

    [Theory]
    [InlineData("<c r=\"A1\"><v>1234567.8899999999</v></c>", CellKind.Number, "1234567.89")]
    [InlineData("<c r=\"A1\"><v>0.30000000000000004</v></c>", CellKind.Number, "0.3")]
    [InlineData("<c r=\"A1\"><v>1.5E7</v></c>", CellKind.Number, "15000000")]
    [InlineData("<c r=\"A1\" s=\"1\"><v>42370</v></c>", CellKind.Date, "2016-01-01")]
    [InlineData("<c r=\"A1\" s=\"2\"><v>42370.75</v></c>", CellKind.Date, "2016-01-01")]
    [InlineData("<c r=\"A1\" s=\"3\"><v>0.5</v></c>", CellKind.Percent, "50%")]
    [InlineData("<c r=\"A1\" s=\"5\"><v>12.5</v></c>", CellKind.Number, "12.5")]
    [InlineData("<c r=\"A1\" s=\"6\"><v>0.25</v></c>", CellKind.Number, "0.25")]
    [InlineData("<c r=\"A1\" t=\"d\"><v>2020-02-03T00:00:00</v></c>", CellKind.Date, "2020-02-03")]
    [InlineData("<c r=\"A1\"/>", CellKind.Empty, "")]
    public void Read_NumberWithStyle_IsWhatTheStyleSays(string cell, CellKind kind, string text)
    {
        using var file = Given.File(WorkbookBytes.Of($"<row r=\"1\">{cell}</row>", styles: Formats));
        using var reader = file.Read();
        reader.Read(TestContext.Current.CancellationToken);

        Assert.Equal((kind, text), (reader.Row.Cell(0).Kind, reader.Row[0].ToString()));
    }

    [Fact]
    public void Read_CurrencyInTheFormat_IsTheCells()
    {
        using var file = Given.File(WorkbookBytes.Of("<row><c s=\"4\"><v>12.5</v></c></row>", styles: Formats));
        using var reader = file.Read();
        reader.Read(TestContext.Current.CancellationToken);
        var format = new ColumnFormat { Column = 0, Name = "x", Role = ColumnRole.Amount };

        Assert.Equal(new AmountCell(12.5m, "EUR", CellProblem.None), CellParsers.Amount(reader.Row.Cell(0), format));
    }

    [Fact]
    public void Read_WorkbookFrom1904_CountsFromThere()
    {
        var bytes = WorkbookBytes.Of("<row r=\"1\"><c r=\"A1\" s=\"1\"><v>40908</v></c></row>", styles: Formats, properties: "<workbookPr date1904=\"1\"/>");

        Assert.Equal([["2016-01-01"]], Given.Rows(bytes));
    }

    [Fact]
    public void Read_SparseRows_KeepTheirNumbersAndColumns()
    {
        using var file = Given.File(WorkbookBytes.Of("<row r=\"3\"><c r=\"C3\"><v>1</v></c></row><row><c><v>2</v></c></row><row r=\"9\"/>"));
        using var reader = file.Read();
        var rows = new List<(long, string)>();
        while (reader.Read(TestContext.Current.CancellationToken))
        {
            rows.Add((reader.Row.Number, string.Join('|', reader.Row.ToArray())));
        }

        Assert.Equal([(3, "||1"), (4, "2"), (9, "")], rows);
    }

    [Fact]
    public void Read_EscapedAndControlCharacters_AreCleaned() =>
        Assert.Equal([["a\nb", "c d", "_x0041"]], Given.Rows(WorkbookBytes.Of("<row><c t=\"str\"><v>a_x000D_\nb</v></c><c t=\"str\"><v>c_x0007_d</v></c><c t=\"str\"><v>_x0041</v></c></row>")));

    [Fact]
    public void Open_SeveralSheets_ReadsTheOneWithMostRows()
    {
        var bytes = new WorkbookBytes().Sheet("Info", "<row><c><v>1</v></c></row>").Sheet("Codes", "<row/><row/><row/><row/>", "hidden").Sheet("Lista", "<row><c><v>1</v></c></row><row><c><v>2</v></c></row>").ToArray();

        using var file = Given.File(bytes);

        Assert.Equal("Lista", file.Sheet);
    }

    [Fact]
    public void Open_SheetNamed_ReadsIt() => Assert.Equal(
        [["1"]],
        Given.Rows(new WorkbookBytes().Sheet("Info", "<row><c><v>1</v></c></row>").Sheet("Lista", "<row/><row/>").ToArray(), new TableOptions { Sheet = "info" }));

    [Fact]
    public void Open_UnknownSheet_NamesTheSheets()
    {
        var refusal = Given.Refusal(WorkbookBytes.Of("<row/>"), new TableOptions { Sheet = "X" });

        Assert.Equal((RefusalCodes.UnknownSheet, "Sheet1"), (refusal.Code, refusal.Candidates.Single()));
    }

    [Fact]
    public void Read_PrefixedElementsAndWideParts_AreRead()
    {
        var workbook = new WorkbookBytes();
        workbook.Parts["xl/worksheets/s1.xml"] = [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes("<?xml version=\"1.0\" encoding=\"utf-16\"?><x:worksheet xmlns:x=\"m\"><!-- note > --><x:sheetData><x:row r='1'><x:c r='B1' t='str'><x:v><![CDATA[a<ź&amp;]]></x:v></x:c></x:row></x:sheetData></x:worksheet>")];

        Assert.Equal([["", "a<ź&amp;"]], Given.Rows(workbook.Sheet("Sheet1", "").ToArray()));
    }

    [Fact]
    public void Read_SharedStringsBeyondMemory_ComeFromTheFile()
    {
        var texts = Enumerable.Range(0, 3000).Select(index => new string((char)('a' + (index % 26)), 3000) + index).ToArray();
        var rows = string.Concat(Enumerable.Range(0, texts.Length).Select(index => $"<row><c t=\"s\"><v>{index}</v></c><c t=\"s\"><v>{texts.Length - 1 - index}</v></c></row>"));
        var bytes = WorkbookBytes.Of(rows, string.Concat(texts.Select(text => $"<si><t>{text}</t></si>")));

        var read = Given.Rows(bytes, new TableOptions { Limits = new TableLimits { SharedTextBytes = 0 } });

        Assert.Equal(texts.Zip(texts.Reverse(), (first, second) => new[] { first, second }), read);
    }

    [Theory]
    [InlineData("<row><c t=\"s\"><v>7</v></c></row>")]
    [InlineData("<row><c t=\"s\"><v>x</v></c></row>")]
    public void Read_TextThatDoesNotExist_IsRefusedWithItsRow(string rows)
    {
        using var file = Given.File(WorkbookBytes.Of(rows));

        Assert.Equal((RefusalCodes.Damaged, 1L), Assert.Throws<TableRefusedException>(() => Given.Rows(file)).Refusal is var refusal ? (refusal.Code, refusal.Row) : default);
    }

    [Theory]
    [InlineData("<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>")]
    [InlineData("<row r=\"1\"><c r=\"A1\"><v>1</v></c>")]
    [InlineData("<row r=\"1\"><c r=\"A1\"><v>1</v>")]
    [InlineData("<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>1")]
    public void Read_SheetThatBreaksOff_IsRefused(string rows)
    {
        var workbook = new WorkbookBytes();
        workbook.Parts["xl/worksheets/s1.xml"] = Encoding.UTF8.GetBytes("<worksheet><sheetData>" + rows);
        using var file = Given.File(workbook.Sheet("Sheet1", "").ToArray());

        Assert.Equal(RefusalCodes.Damaged, Assert.Throws<TableRefusedException>(() => Given.Rows(file)).Refusal.Code);
    }

    [Fact]
    public void Read_DigitFlippedInStoredPart_IsRefused()
    {
        var stream = new MemoryStream();
        using (var archive = new System.IO.Compression.ZipArchive(stream, System.IO.Compression.ZipArchiveMode.Create, leaveOpen: true))
        {
            var parts = new WorkbookBytes().Sheet("Sheet1", "<row><c><v>7777777</v></c></row>");
            parts.ToArray();
            foreach (var (path, content) in parts.Parts)
            {
                using var part = archive.CreateEntry(path, System.IO.Compression.CompressionLevel.NoCompression).Open();
                part.Write(content);
            }
        }

        var bytes = stream.ToArray();
        bytes[bytes.AsSpan().IndexOf("7777777"u8)]++;
        using var file = Given.File(bytes);

        Assert.Equal(RefusalCodes.Damaged, Assert.Throws<TableRefusedException>(() => Given.Rows(file)).Refusal.Code);
    }

    [Fact]
    public void Open_PartThatUnpacksToFarTooMuch_IsRefused()
    {
        var workbook = new WorkbookBytes();
        workbook.Parts["xl/sharedStrings.xml"] = new byte[80 << 20];

        Assert.Equal(RefusalCodes.TooLarge, Given.Refusal(workbook.Sheet("Sheet1", "").ToArray()).Code);
    }

    [Fact]
    public void Open_CutArchive_IsRefused()
    {
        var bytes = WorkbookBytes.Of("<row/>");

        Assert.Equal(RefusalCodes.Damaged, Given.Refusal(bytes[..(bytes.Length / 2)]).Code);
    }

    [Theory]
    [InlineData("word/document.xml")]
    [InlineData("content.xml")]
    [InlineData("xl/workbook.bin")]
    [InlineData("list.csv")]
    public void Open_OtherArchive_IsRefused(string part) => Assert.Equal(RefusalCodes.Unsupported, Given.Refusal(WorkbookBytes.Zip(new() { [part] = [1] })).Code);

    [Fact]
    public void Open_WorkbookWithoutSheets_IsRefused() => Assert.Equal(RefusalCodes.NoTable, Given.Refusal(new WorkbookBytes().ToArray()).Code);
}
