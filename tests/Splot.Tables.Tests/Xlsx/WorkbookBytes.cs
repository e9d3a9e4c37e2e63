using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Splot.Tables.Tests.Xlsx;

/// <summary>Makes workbooks part by part, whole or broken.</summary>
internal sealed class WorkbookBytes
{
    private const string Main = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private readonly List<(string Name, string Xml, string State)> _sheets = [];

    public Dictionary<string, byte[]> Parts { get; } = [];

    public string SharedStrings { get; set; } = string.Empty;

    public string Styles { get; set; } = string.Empty;

    public string Properties { get; set; } = string.Empty;

    /// <summary>A workbook with one sheet of the given rows' XML.</summary>
    public static byte[] Of(string rows, string sharedStrings = "", string styles = "", string properties = "") =>
        new WorkbookBytes { SharedStrings = sharedStrings, Styles = styles, Properties = properties }.Sheet("Sheet1", rows).ToArray();

    public WorkbookBytes Sheet(string name, string rows, string state = "visible")
    {
        _sheets.Add((name, $"<worksheet {Main}><sheetData>{rows}</sheetData></worksheet>", state));
        return this;
    }

    public byte[] ToArray()
    {
        var sheets = string.Concat(_sheets.Select((sheet, index) => $"<sheet name=\"{sheet.Name}\" sheetId=\"{index + 1}\" state=\"{sheet.State}\" r:id=\"rId{index + 1}\"/>"));
        var relations = string.Concat(_sheets.Select((_, index) => $"<Relationship Id=\"rId{index + 1}\" Type=\"{Office}/worksheet\" Target=\"worksheets/s{index + 1}.xml\"/>"));
        Add("_rels/.rels", $"<Relationships><Relationship Id=\"r1\" Type=\"{Office}/officeDocument\" Target=\"/xl/workbook.xml\"/></Relationships>");
        Add("xl/workbook.xml", $"<?xml version=\"1.0\"?><workbook {Main}>{Properties}<sheets>{sheets}</sheets></workbook>");
        Add("xl/_rels/workbook.xml.rels", $"<Relationships>{relations}<Relationship Id=\"rs\" Type=\"{Office}/sharedStrings\" Target=\"sharedStrings.xml\"/><Relationship Id=\"rt\" Type=\"{Office}/styles\" Target=\"styles.xml\"/></Relationships>");
        Add("xl/sharedStrings.xml", $"<sst {Main}>{SharedStrings}</sst>");
        Add("xl/styles.xml", $"<styleSheet {Main}>{Styles}</styleSheet>");
        foreach (var (index, sheet) in _sheets.Index())
        {
            Add(string.Create(CultureInfo.InvariantCulture, $"xl/worksheets/s{index + 1}.xml"), sheet.Xml);
        }

        return Zip(Parts);
    }

    public static byte[] Zip(Dictionary<string, byte[]> parts)
    {
        var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (path, content) in parts)
            {
                using var part = archive.CreateEntry(path).Open();
                part.Write(content);
            }
        }

        return stream.ToArray();
    }

    private void Add(string path, string xml) => Parts.TryAdd(path, Encoding.UTF8.GetBytes(xml));
}
