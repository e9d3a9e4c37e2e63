using System.IO.Compression;
using System.Text;

namespace Splot.Cli.Tests;

/// <summary>Files that are no lists of operations, or spoilt ones.</summary>
internal static class Hostile
{
    private const string Sheet = "xl/worksheets/sheet1.xml";

    private static readonly (string Path, string Content)[] Parts =
    [
        ("[Content_Types].xml", """<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>"""),
        ("_rels/.rels", """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"""),
        ("xl/workbook.xml", """<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="S" sheetId="1" r:id="r"/></sheets></workbook>"""),
        ("xl/_rels/workbook.xml.rels", """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"""),
    ];

    /// <summary>The bytes of a file by its kind.</summary>
    public static byte[] Of(string kind) => kind switch
    {
        "empty" => [],
        "blank" => "\n \n\t\n"u8.ToArray(),
        "zeros" => new byte[100_000],
        "noise" => Noise(300_000),
        "noise after a workbook's signature" => [.. "PK\u0003\u0004"u8, .. Noise(50_000)],
        "noise after an old workbook's signature" => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. Noise(50_000)],
        "header only" => Encoding.UTF8.GetBytes(Lists.Good.Split('\n')[0] + "\n"),
        "rows that name nothing" => "Title,Code,Total,Currency\n,,100,EUR\n,,200,EUR\n"u8.ToArray(),
        "one column" => "Title\nx\ny\n"u8.ToArray(),
        "a million columns" => Encoding.UTF8.GetBytes("Title,Code,Total\nA,1,2\nB,2," + string.Join(',', Enumerable.Repeat("x", 1_000_000)) + "\n"),
        "an endless cell" => Encoding.UTF8.GetBytes("Title,Code\n\"" + new string('x', 3_000_000) + "\",1\n"),
        "a page" => "<!DOCTYPE html><html><head><title>Sign in</title></head><body><form><input name=user></form></body></html>"u8.ToArray(),
        "other JSON" => "{\"error\":\"not found\"}"u8.ToArray(),
        "half a JSON" => "[{\"title\":\"A\",\"code\":\"1\"},{\"title\":"u8.ToArray(),
        "a workbook that unpacks without end" => Workbook(LongRows),
        "a workbook with one cell without end" => Workbook(LongCell),
        "half a workbook" => Workbook(s => s.Write("<worksheet><sheetData/></worksheet>"u8)) is var whole ? whole[..(whole.Length / 2)] : [],
        "an empty workbook" => Workbook(s => s.Write("<worksheet><sheetData/></worksheet>"u8)),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    private static byte[] Noise(int length)
    {
        var bytes = new byte[length];
        new Random(7).NextBytes(bytes);
        return bytes;
    }

    private static byte[] Workbook(Action<Stream> sheet)
    {
        using var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create))
        {
            foreach (var (path, content) in Parts)
            {
                using var part = archive.CreateEntry(path).Open();
                part.Write(Encoding.UTF8.GetBytes(content));
            }

            using var target = archive.CreateEntry(Sheet, CompressionLevel.SmallestSize).Open();
            sheet(target);
        }

        return file.ToArray();
    }

    private static void LongRows(Stream sheet)
    {
        sheet.Write("<worksheet><sheetData><row><c t=\"inlineStr\"><is><t>Title</t></is></c><c t=\"inlineStr\"><is><t>Code</t></is></c></row>"u8);
        var row = Encoding.UTF8.GetBytes("<row><c t=\"inlineStr\"><is><t>" + new string('a', 30_000) + "</t></is></c><c><v>1</v></c></row>");
        for (var i = 0; i < 10_000; i++)
        {
            sheet.Write(row);
        }

        sheet.Write("</sheetData></worksheet>"u8);
    }

    private static void LongCell(Stream sheet)
    {
        sheet.Write("<worksheet><sheetData><row><c t=\"inlineStr\"><is><t>"u8);
        for (var i = 0; i < 200; i++)
        {
            sheet.Write(Encoding.UTF8.GetBytes(new string('a', 1_000_000)));
        }
    }
}
