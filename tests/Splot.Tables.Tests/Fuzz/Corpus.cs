using System.Text;
using Splot.Tables.Tests.Xls;
using Splot.Tables.Tests.Xlsx;

namespace Splot.Tables.Tests.Fuzz;

/// <summary>Small whole files of every kind, made in code: what mutations start from.</summary>
internal static class Corpus
{
    private const string Polish = "Lista projektów;;;;\r\nTytuł projektu;Numer umowy;Wartość (PLN);Dofinansowanie %;Data rozpoczęcia\r\n\"Żłobek w Łodzi\nfilia \"\"Miś\"\"\";UM/1;1 234 567,89;85,00 %;01.02.2021\r\nUsługi społeczne;UM/2;12.000,00 zł;80,5%;31.12.2023\r\nRazem;;1 246 567,89;;\r\n";
    private const string Bulgarian = "Име,Договор,Стойност,Дата\nПодкрепа,BG05-1.001,\"771 009,00 лв.\",1 януари 2024 г.\nОбучение,BG05-1.002,12.50,\"2.1.2024\"\n";
    private const string English = "Name\tGrant\tRate\tStart\r\nCouncil’s plan\t£1,434,364\t0.5\t6/29/2015\r\nHub\t£99.50\t0.4\t01. Nov 15\r\n";
    private const string Page = "<html><head><meta charset=utf-8></head><body><table><tr><th colspan=2>Име</th><th rowspan=2>Лв.</th></tr><tr><td>a&amp;b<br>c</td><td>&nbsp;1 234,50</td></tr><tr><td>x<td>y<td>3</table><!-- end --></body></html>";
    private const string Json = "{\"total\":2,\"items\":[{\"id\":1,\"title\":\"Żłobek \\u0105\",\"place\":{\"code\":\"PL71\"},\"tags\":[\"a\",\"b\"]},{\"id\":2.50,\"ok\":true,\"start\":\"2021-02-03\"}]}";

    public static IReadOnlyList<byte[]> Files { get; } =
    [
        Encoding.UTF8.GetBytes(Polish),
        [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Bulgarian)],
        Given.Encoding("windows-1250").GetBytes(Polish),
        Given.Encoding("windows-1251").GetBytes(Bulgarian),
        Given.Encoding("windows-1252").GetBytes(English),
        Encoding.Unicode.GetBytes(English),
        [0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes(Bulgarian)],
        Encoding.UTF8.GetBytes(Page),
        Given.Encoding("windows-1251").GetBytes(Page.Replace("utf-8", "windows-1251", StringComparison.Ordinal)),
        Encoding.UTF8.GetBytes(Json),
        Encoding.UTF8.GetBytes("{\"a\":1}\n{\"a\":2,\"b\":[1,2]}\n"),
        Xlsx().ToArray(),
        Xls(),
    ];

    public static WorkbookBytes Xlsx() => new WorkbookBytes
    {
        SharedStrings = "<si><t>Tytuł</t></si><si><r><t>a</t></r><r><t xml:space=\"preserve\"> b_x000D_</t></r></si>",
        Styles = "<numFmts><numFmt numFmtId=\"164\" formatCode=\"dd/mm/yyyy\"/></numFmts><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"164\"/><xf numFmtId=\"10\"/></cellXfs>",
        Properties = "<workbookPr date1904=\"0\"/>",
    }.Sheet("Lista", "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"inlineStr\"><is><t>Start &amp; &lt;</t></is></c></row><row r=\"3\"><c r=\"A3\" t=\"s\"><v>1</v></c><c r=\"B3\" s=\"1\"><v>42370</v></c><c r=\"D3\" s=\"2\"><v>0.85</v></c><c r=\"E3\" t=\"b\"><v>1</v></c></row>")
    .Sheet("Kody", "<row><c><v>1.5E3</v></c></row>");

    private static byte[] Xls()
    {
        var book = new XlsBytes();
        return book.Sheet("A", book.Shared(0, 0, "Tytuł"), XlsBytes.Label(0, 1, "Data"), XlsBytes.Number(1, 0, 2.5), XlsBytes.Number(1, 1, 42370, 1), XlsBytes.TextFormula(2, 0, "x"), XlsBytes.MulRk(3, 0, 6, 7), XlsBytes.Error(3, 4))
            .Sheet("B", XlsBytes.Boolean(0, 0, true)).ToArray(40);
    }
}
