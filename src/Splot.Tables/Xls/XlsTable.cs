namespace Splot.Tables;

/// <summary>A table in a binary workbook.</summary>
internal sealed class XlsTable : TableFile
{
    private const long LargestFile = 1L << 30;
    private const string StreamName = "Workbook";

    private readonly ByteSource _source;
    private readonly XlsWorkbook _workbook;
    private readonly CellStyle[] _styles;
    private readonly XlsSheet _sheet;

    private XlsTable(ByteSource source, XlsWorkbook workbook, CellStyle[] styles, XlsSheet sheet, TableOptions options)
        : base(TableFormat.Xls, options)
    {
        _source = source;
        _workbook = workbook;
        _styles = styles;
        _sheet = sheet;
        Sheets = [.. workbook.Sheets.Select(one => one.Name)];
        Sheet = sheet.Name;
        CountsFrom1904 = workbook.CountsFrom1904;
    }

    public static TableOpening Open(ByteSource source, TableOptions options, CancellationToken cancellation)
    {
        if (source.Length > LargestFile)
        {
            return new TableOpening.Refused(Refusals.FileTooLarge(LargestFile));
        }

        var (records, foreign) = Records(source);
        if (records is null)
        {
            return new TableOpening.Refused(foreign!);
        }

        XlsWorkbook workbook;
        using (records)
        {
            workbook = XlsWorkbook.Read(records, options.Limits, cancellation);
        }

        XlsTable? table = null;
        try
        {
            var sheet = Choose(source, workbook, options, cancellation, out var refusal);
            if (sheet is null)
            {
                return new TableOpening.Refused(refusal!);
            }

            table = new XlsTable(source, workbook, workbook.Styles, sheet, options);
            return new TableOpening.Opened(table);
        }
        finally
        {
            if (table is null)
            {
                workbook.Dispose();
            }
        }
    }

    public override TableReader Read() => new XlsReader(Records(_source).Records!, _sheet, _workbook, _styles, Options.Limits);

    protected override void Dispose(bool disposing)
    {
        _workbook.Dispose();
        _source.Dispose();
    }

    private static XlsSheet? Choose(ByteSource source, XlsWorkbook workbook, TableOptions options, CancellationToken cancellation, out TableRefusal? refusal)
    {
        var sheets = workbook.Sheets;
        refusal = Refusals.NoTable("the workbook has no sheet of cells.");
        if (options.Sheet is { Length: > 0 } name)
        {
            refusal = Refusals.UnknownSheet(name, [.. sheets.Select(sheet => sheet.Name)]);
            return sheets.FirstOrDefault(sheet => sheet.Name.Trim().Equals(name.Trim(), StringComparison.OrdinalIgnoreCase));
        }

        var shown = sheets.Where(sheet => !sheet.IsHidden).ToList();
        shown = shown.Count == 0 ? [.. sheets] : shown;
        return shown.Count <= 1 ? shown.FirstOrDefault() : shown.MaxBy(sheet => Count(source, workbook, sheet, options.Limits, cancellation));
    }

    private static long Count(ByteSource source, XlsWorkbook workbook, XlsSheet sheet, TableLimits limits, CancellationToken cancellation)
    {
        using var reader = new XlsReader(Records(source).Records!, sheet, workbook, [], limits);
        return reader.Count(cancellation);
    }

    /// <summary>The workbook's records, or the refusal of a compound file that holds something else.</summary>
    private static (BiffRecords? Records, TableRefusal? Foreign) Records(ByteSource source)
    {
        var stream = source.OpenRead();
        try
        {
            var file = new CompoundFile(stream);
            if (file.Open(StreamName) is { } content)
            {
                var records = new BiffRecords(stream, content);
                stream = null;
                return (records, null);
            }

            return (null, file switch
            {
                _ when file.Has("EncryptedPackage") => Refusals.Encrypted,
                _ when file.Has("Book") => Refusals.OldWorkbook,
                _ when file.Has("WordDocument") => Refusals.Unsupported("a word processor's document", "Copy its table into a spreadsheet and save it as .xlsx or CSV."),
                _ => Refusals.Unsupported("an Office file without a workbook", "Save the list as .xlsx or CSV."),
            });
        }
        finally
        {
            stream?.Dispose();
        }
    }
}
