namespace Splot.Tables;

/// <summary>A table in an Office Open XML workbook.</summary>
internal sealed class XlsxTable : TableFile
{
    private readonly ByteSource _source;
    private readonly SharedStrings _strings;
    private readonly CellStyle[] _styles;
    private readonly string _path;

    private XlsxTable(ByteSource source, WorkbookParts parts, WorkbookSheet sheet, SharedStrings strings, CellStyle[] styles, TableOptions options)
        : base(TableFormat.Xlsx, options)
    {
        _source = source;
        _strings = strings;
        _styles = styles;
        _path = sheet.Path;
        Sheets = [.. parts.Sheets.Select(one => one.Name)];
        Sheet = sheet.Name;
        CountsFrom1904 = parts.CountsFrom1904;
    }

    public static TableOpening Open(ByteSource source, TableOptions options, CancellationToken cancellation)
    {
        using var archive = WorkbookArchive.Open(source, options.Limits);
        if (WorkbookParts.ForeignKind(archive) is { } foreign)
        {
            return new TableOpening.Refused(foreign);
        }

        var parts = WorkbookParts.Read(archive);
        if (parts.Sheets.Count == 0)
        {
            return new TableOpening.Refused(Refusals.NoTable("the workbook has no sheet of cells."));
        }

        var sheet = options.Sheet is { Length: > 0 } name ? parts.Find(name) : SheetChoice.Largest(archive, parts.Sheets, cancellation);
        if (sheet is null)
        {
            return new TableOpening.Refused(Refusals.UnknownSheet(options.Sheet!, [.. parts.Sheets.Select(one => one.Name)]));
        }

        var styles = WorkbookStyles.Read(archive, parts.Styles);
        var strings = SharedStrings.Read(archive, parts.SharedStrings, options.Limits, cancellation);
        return new TableOpening.Opened(new XlsxTable(source, parts, sheet, strings, styles, options));
    }

    public override TableReader Read() => new XlsxReader(WorkbookArchive.Open(_source, Options.Limits), _path, _strings, _styles, CountsFrom1904, Options.Limits);

    protected override void Dispose(bool disposing)
    {
        _strings.Dispose();
        _source.Dispose();
    }
}
