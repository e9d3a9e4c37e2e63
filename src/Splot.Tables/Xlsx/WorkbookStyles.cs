namespace Splot.Tables;

/// <summary>Reads the cell styles of a workbook.</summary>
internal static class WorkbookStyles
{
    private const int MaxStyles = 1 << 17;

    public static CellStyle[] Read(WorkbookArchive archive, string path)
    {
        using var scanner = archive.Scan(path);
        if (scanner is null)
        {
            return [];
        }

        var formats = new Dictionary<int, CellStyle>();
        var styles = new List<CellStyle>();
        var inCells = false;
        XmlToken token;
        while ((token = scanner.Read()) != XmlToken.End)
        {
            if (scanner.Name.SequenceEqual("cellXfs"u8))
            {
                inCells = token == XmlToken.Start && !scanner.IsEmpty;
            }
            else if (token == XmlToken.Start && scanner.Name.SequenceEqual("numFmt"u8) && formats.Count < MaxStyles)
            {
                formats[scanner.Number("numFmtId"u8, -1)] = NumberFormats.Of(scanner.Attribute("formatCode"u8) ?? string.Empty);
            }
            else if (token == XmlToken.Start && inCells && scanner.Name.SequenceEqual("xf"u8) && styles.Count < MaxStyles)
            {
                var id = scanner.Number("numFmtId"u8, 0);
                styles.Add(formats.TryGetValue(id, out var style) ? style : NumberFormats.BuiltIn(id));
            }
        }

        return [.. styles];
    }
}
