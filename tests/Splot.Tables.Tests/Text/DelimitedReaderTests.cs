using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace Splot.Tables.Tests.Text;

public class DelimitedReaderTests
{
    [Fact]
    public void Read_QuotedCellWithLineBreak_StaysOneRow() =>
        Assert.Equal([["a", "one\ntwo", "c"], ["d", "e", "f"]], Given.Rows("a,\"one\r\ntwo\",c\r\nd,e,f\r\n"));

    [Fact]
    public void Read_DoubledQuotes_BecomeOne() => Assert.Equal([["a \"b\" c", "d"]], Given.Rows("\"a \"\"b\"\" c\",d"));

    [Fact]
    public void Read_UndoubledQuotesInQuotedCell_AreKept() => Assert.Equal([["Firma \"ABC\" sp.", "1"]], Given.Rows("\"Firma \"ABC\" sp.\",1\n"));

    [Fact]
    public void Read_QuoteInsideUnquotedCell_IsKept() => Assert.Equal([["5\" disk", "x"]], Given.Rows("5\" disk,x\n"));

    [Fact]
    public void Read_BlanksAroundQuotedCell_AreDropped() => Assert.Equal([["1", "a,b", "2"]], Given.Rows("1, \"a,b\" ,2\n"));

    [Fact]
    public void Read_QuoteNeverClosed_KeepsRowsBelow() =>
        Assert.Equal([["a", "b"], ["1", "\"x"], ["2", "y"]], Given.Rows("a,b\n1,\"x\n2,y\n"));

    [Theory]
    [InlineData("a,b\nc,d")]
    [InlineData("a,b\r\nc,d\r\n")]
    [InlineData("a,b\rc,d\r")]
    public void Read_LineEndings_MakeTheSameRows(string text) => Assert.Equal([["a", "b"], ["c", "d"]], Given.Rows(text));

    [Fact]
    public void Read_NulAndControlCharacters_AreRemovedAndReported()
    {
        using var file = Given.File("a,b\nx\0y,p\u000Bq\n");
        using var reader = file.Read();
        reader.Read(TestContext.Current.CancellationToken);
        reader.Read(TestContext.Current.CancellationToken);

        Assert.Equal(("xy", "p q", RowFlaws.ControlCharacters), (reader.Row[0].ToString(), reader.Row[1].ToString(), reader.Row.Flaws));
    }

    [Fact]
    public void Read_BlankAndTitleRows_CountInRowNumbers()
    {
        using var file = Given.File("Title\n\na,\"b\nb\"\nc,d\n");
        using var reader = file.Read();
        var numbers = new List<(long, long)>();
        while (reader.Read(TestContext.Current.CancellationToken))
        {
            numbers.Add((reader.Row.Number, reader.Row.Line));
        }

        Assert.Equal([(1, 1), (2, 2), (3, 3), (4, 5)], numbers);
    }

    [Fact]
    public void Read_CellOverLimit_IsRefusedWithItsRow()
    {
        var text = "a,b\n1," + new string('x', 5000) + "\n";
        using var file = Given.File(text, new TableOptions { Limits = new TableLimits { CellCharacters = 4000 } });

        var refused = Assert.Throws<TableRefusedException>(() => Given.Rows(file));

        Assert.Equal((RefusalCodes.TooLarge, 2L), (refused.Refusal.Code, refused.Refusal.Row));
    }

    [Fact]
    public void Read_CellsAcrossBufferBorders_AreWhole()
    {
        var rows = Enumerable.Range(0, 400).Select(row => new[] { row.ToString("D5", null), new string((char)('a' + (row % 26)), 700 + row), "ż\"ó\n" + row }).ToArray();
        var text = new StringBuilder();
        foreach (var row in rows)
        {
            text.AppendJoin(';', row.Select(cell => "\"" + cell.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"")).Append("\r\n");
        }

        Assert.Equal(rows, Given.Rows(text.ToString()));
    }

    [Fact]
    public void Read_Twice_GivesTheSameRows()
    {
        using var file = Given.File("a;b\n1;2\n");

        Assert.Equal(Given.Rows(file), Given.Rows(file));
    }

    [Fact]
    public void Read_WhateverIsQuoted_ComesBack()
    {
        var character = Gen.Elements('a', 'ź', '"', ',', ';', '\n', ' ', '\t', '|', '\u00A0', '0', '=', '\'');
        var cell = Gen.ArrayOf(character).Select(characters => new string(characters));
        var table = Gen.Choose(2, 6).SelectMany(width => Gen.ArrayOf(Gen.ArrayOf(cell, width)).Where(rows => rows.Length > 0));

        Prop.ForAll(table.ToArbitrary(), rows =>
        {
            var text = string.Concat(rows.Select(row => string.Join(';', row.Select(value => "\"" + value.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"")) + "\r\n"));
            return rows.Select(row => string.Join('\u241F', row)).SequenceEqual(Given.Rows(text, new TableOptions { Delimiter = ';' }).Select(row => string.Join('\u241F', row)));
        }).Check(Given.Property);
    }

    [Fact]
    public void Open_EmptyFile_IsRefused() => Assert.Equal(RefusalCodes.Empty, Given.Refusal([]).Code);

    [Fact]
    public void Open_MissingFile_IsRefused() =>
        Assert.Equal(RefusalCodes.Unreadable, Assert.IsType<TableOpening.Refused>(TableFile.Open(Path.Combine(Path.GetTempPath(), "no-such-list.csv"), cancellation: TestContext.Current.CancellationToken)).Refusal.Code);

    [Fact]
    public void Open_Pdf_IsRefused() => Assert.Equal(RefusalCodes.Unsupported, Given.Refusal("%PDF-1.7 and more"u8.ToArray()).Code);

    [Theory]
    [InlineData("a,b,c\n1,2,3\n4,\"5;6;7\",8\n", ',')]
    [InlineData("a;b;c\n1,5;2,5;3,5\n4,1;5,2;8,3\n", ';')]
    [InlineData("a\tb\n1, 2\t3\n4, 5\t6\n", '\t')]
    [InlineData("List of operations, 2024\n\na|b|c\n1|2|3\n", '|')]
    [InlineData("sep=;\na,b;c\n", ';')]
    [InlineData("only\none\ncolumn\n", ',')]
    public void Open_Text_FindsDelimiter(string text, char delimiter)
    {
        using var file = Given.File(text);

        Assert.Equal(delimiter, file.Delimiter);
    }
}
