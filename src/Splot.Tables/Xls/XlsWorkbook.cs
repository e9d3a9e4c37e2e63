namespace Splot.Tables;

/// <summary>A sheet of a binary workbook and where it starts.</summary>
internal sealed record XlsSheet(string Name, long Position, bool IsHidden);

/// <summary>What stands before the sheets of a binary workbook: its sheets, formats and texts.</summary>
internal sealed class XlsWorkbook : IDisposable
{
    private const int Bof = 0x0809;
    private const int Eof = 0x000A;
    private const int FilePass = 0x002F;
    private const int Date1904 = 0x0022;
    private const int BoundSheet = 0x0085;
    private const int Format = 0x041E;
    private const int Xf = 0x00E0;
    private const int Sst = 0x00FC;
    private const int Version8 = 0x0600;
    private const int MaxStyles = 1 << 16;

    private readonly List<XlsSheet> _sheets = [];
    private readonly Dictionary<int, CellStyle> _formats = [];
    private readonly List<int> _cellFormats = [];

    private XlsWorkbook(TableLimits limits) => Strings = new SharedStrings(limits.SharedTextBytes);

    public IReadOnlyList<XlsSheet> Sheets => _sheets;

    public SharedStrings Strings { get; }

    public bool CountsFrom1904 { get; private set; }

    public CellStyle[] Styles => [.. _cellFormats.Select(id => _formats.TryGetValue(id, out var style) ? style : NumberFormats.BuiltIn(id))];

    public static XlsWorkbook Read(BiffRecords records, TableLimits limits, CancellationToken cancellation)
    {
        var workbook = new XlsWorkbook(limits);
        try
        {
            if (!records.Read() || records.Type != Bof)
            {
                throw new TableRefusedException(Refusals.OldWorkbook);
            }

            if (records.U16(0) != Version8)
            {
                throw new TableRefusedException(Refusals.OldWorkbook);
            }

            while (records.Read() && records.Type != Eof)
            {
                cancellation.ThrowIfCancellationRequested();
                workbook.Take(records, limits, cancellation);
            }

            return workbook;
        }
        catch
        {
            workbook.Dispose();
            throw;
        }
    }

    public void Dispose() => Strings.Dispose();

    private void Take(BiffRecords records, TableLimits limits, CancellationToken cancellation)
    {
        switch (records.Type)
        {
            case FilePass:
                throw new TableRefusedException(Refusals.Encrypted);
            case Date1904:
                CountsFrom1904 = records.U16(0) == 1;
                break;
            case BoundSheet when records.Byte(5) == 0:
                var position = records.U32(0);
                var hidden = (records.Byte(4) & 3) != 0;
                _sheets.Add(new XlsSheet(Text(new BiffTexts(records, 7), records.Byte(6)), position, hidden));
                break;
            case Format when _formats.Count < MaxStyles:
                var id = records.U16(0);
                var texts = new BiffTexts(records, 2);
                _formats[id] = NumberFormats.Of(Text(texts, texts.U16()));
                break;
            case Xf when _cellFormats.Count < MaxStyles:
                _cellFormats.Add(records.U16(2));
                break;
            case Sst:
                ReadStrings(records, limits, cancellation);
                break;
        }
    }

    private void ReadStrings(BiffRecords records, TableLimits limits, CancellationToken cancellation)
    {
        var count = records.U32(4);
        var texts = new BiffTexts(records, 8);
        var text = new TextBuffer();
        for (uint index = 0; index < count; index++)
        {
            cancellation.ThrowIfCancellationRequested();
            texts.Append(text);
            text.Clean(0, hasEscapes: false);
            Strings.Add(text, limits);
        }
    }

    private static string Text(BiffTexts texts, int length)
    {
        var buffer = new TextBuffer();
        texts.Append(buffer, length);
        return buffer.Written.ToString();
    }
}
