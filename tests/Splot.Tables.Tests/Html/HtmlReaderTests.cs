using System.Text;

namespace Splot.Tables.Tests.Html;

public class HtmlReaderTests
{
    [Fact]
    public void Read_TableOfAnExport_IsRead() => Assert.Equal(
        [["Име", "Стойност"], ["Проект & „А“", "1\u00A0234,50"]],
        Given.Rows("<html><head><meta charset=\"utf-8\"><style>td { x: '<tr>' }</style></head><body><table border=1><thead><tr><th>Име</th><th><b>Стойност</b></th></tr></thead><tbody>\r\n<tr><td>\n  Проект &amp; &bdquo;А&#x201C; </td><td>1&nbsp;234,50</td></tr></tbody></table></body></html>"));

    [Fact]
    public void Read_TagsLeftOpen_AreClosedByTheNext() =>
        Assert.Equal([["a", "b"], ["c", "d"]], Given.Rows("<table><tr><td>a<td>b<tr><td>c<td>d</table>"));

    [Fact]
    public void Read_LineBreaksAndParagraphs_SeparateWords() =>
        Assert.Equal([["one\ntwo three", "x"]], Given.Rows("<table><tr><td>one<br/>two<p>three</p></td><td>x</td></tr></table>"));

    [Fact]
    public void Read_Spans_LeaveTheirOtherCellsEmpty() => Assert.Equal(
        [["a", "", "b"], ["c", "", "d"], ["e", "f", ""]],
        Given.Rows("<table><tr><td colspan=2>a</td><td rowspan='2'>b</td></tr><tr><td>c</td><td></td><!-- d comes from nowhere --><td>d</td></tr><tr><td>e</td><td>f</td><td></td></tr></table>")
            .Select((row, index) => index == 1 ? new[] { row[0], row[1], row[3] } : row));

    [Fact]
    public void Read_NestedTable_BecomesTextOfItsCell() =>
        Assert.Equal([["a", "b c d"], ["e", "f"], ["g", "h"]], Given.Rows("<table><tr><td>a</td><td>b<table><tr><td>c</td><td>d</td></tr></table></td></tr><tr><td>e<td>f<tr><td>g<td>h</table>"));

    [Fact]
    public void Read_LayoutTableAround_ReadsTheInnerOne() =>
        Assert.Equal([["1", "2"], ["3", "4"], ["5", "6"]], Given.Rows("<table><tr><td>menu<td><table><tr><td>1<td>2</tr><tr><td>3<td>4</tr><tr><td>5<td>6</tr></table></td></tr></table>"));

    [Fact]
    public void Read_SeveralTables_ReadsTheLargest() =>
        Assert.Equal([["1"], ["2"]], Given.Rows("<table><tr><td>x</table><table><tr><td>1<tr><td>2</table><table><tr><td>y</table>"));

    [Theory]
    [InlineData("windows-1251")]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    public void Open_DeclaredEncoding_IsBelieved(string name)
    {
        const string page = "<html><meta http-equiv=\"Content-Type\" content=\"text/html; charset={0}\"><table><tr><td>Ж</td></tr></table></html>";
        var encoding = Given.Encoding(name);
        byte[] bytes = [.. name == "utf-16" ? encoding.GetPreamble() : [], .. encoding.GetBytes(page.Replace("{0}", name, StringComparison.Ordinal))];

        Assert.Equal([["Ж"]], Given.Rows(bytes));
    }

    [Fact]
    public void Open_DeclaredWrongly_Utf8Wins() =>
        Assert.Equal([["Żółw"]], Given.Rows(Encoding.UTF8.GetBytes("<meta charset=windows-1252><table><tr><td>Żółw</td></tr></table>")));

    [Fact]
    public void Open_PageWithoutTable_IsRefused() => Assert.Equal(RefusalCodes.NoTable, Given.Refusal("<html><body>Not found</body></html>"u8.ToArray()).Code);

    [Fact]
    public void Open_SpreadsheetXml_IsRefused() => Assert.Equal(RefusalCodes.Unsupported, Given.Refusal("<?xml version=\"1.0\"?><Workbook><Row/></Workbook>"u8.ToArray()).Code);

    [Fact]
    public void Read_LessThanSignInText_IsText() => Assert.Equal([["a < b", "1 <2"]], Given.Rows("<table><tr><td>a < b</td><td>1 <2</td></tr></table>"));

    [Fact]
    public void Read_RowsOverManyBuffers_AreWhole()
    {
        var rows = Enumerable.Range(0, 5000).Select(row => new[] { "Wiersz " + row, new string('ż', row % 97) }).ToArray();
        var page = "<table>" + string.Concat(rows.Select(row => $"<tr><td class=\"x\">{row[0]}</td><td>{row[1]}</td></tr>\n")) + "</table>";

        Assert.Equal(rows, Given.Rows(page));
    }
}
