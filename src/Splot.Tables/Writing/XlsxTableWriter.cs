using System.Buffers;
using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Splot.Tables;

/// <summary>
/// Writes a workbook of one sheet (ECMA-376): header in bold, frozen and with a filter, widths by kind, amounts and dates as numbers with formats, text in
/// place. A sheet holds 1 048 576 rows; more throw. Text longer than a cell may be (32 767 characters) is cut there, visibly.
/// </summary>
public sealed class XlsxTableWriter : TableWriter
{
    /// <summary>Rows a sheet can hold, the header included.</summary>
    public const int MaxRows = 1_048_576;

    private const int LongestText = 32_767;
    private const int FlushAt = 1 << 15;
    private const int HeaderStyle = 1;
    private const int DateStyle = 2;
    private const int AmountStyle = 3;
    private const string Cut = "…";

    private static readonly DateOnly SerialStart = new(1899, 12, 30);
    private static readonly DateTimeOffset PartTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [System.Diagnostics.CodeAnalysis.SuppressMessage("Usage", "CA2213:Disposable fields should be disposed", Justification = "The stream is the caller's.")]
    private readonly Stream _stream;
    private readonly string _sheetName;
    private readonly ArrayBufferWriter<byte> _bytes = new(FlushAt * 2);
    private readonly CollectingStream _packed = new();
    private readonly ZipArchive _archive;
    private readonly Stream _sheet;
    private int _row;
    private bool _rowIsOpen;
    private bool _headerIsWritten;

    /// <summary>A writer of these columns to the stream, which stays open. The sheet's name is cut to what workbooks allow.</summary>
    public XlsxTableWriter(Stream stream, IReadOnlyList<OutputColumn> columns, string sheetName = "Data")
        : base(columns)
    {
        _stream = stream;
        _sheetName = WorkbookTemplate.SheetName(sheetName);
        _archive = new ZipArchive(_packed, ZipArchiveMode.Create, leaveOpen: true);
        _sheet = Create(WorkbookTemplate.SheetPath);
        WorkbookTemplate.WriteSheetStart(_bytes, columns);
        foreach (var column in columns)
        {
            WriteText(column.Header);
        }

        EndLine();
        _headerIsWritten = true;
    }

    /// <inheritdoc/>
    public override async ValueTask EndRowAsync(CancellationToken cancellation = default)
    {
        if (_row >= MaxRows + (_rowIsOpen ? 1 : 0))
        {
            throw new InvalidOperationException("A sheet cannot hold more rows.");
        }

        EndLine();
        if (_bytes.WrittenCount >= FlushAt)
        {
            await FlushAsync(cancellation);
        }
    }

    /// <inheritdoc/>
    public override async ValueTask CompleteAsync(CancellationToken cancellation = default)
    {
        WorkbookTemplate.WriteSheetEnd(_bytes, Columns.Count, _row);
        await FlushAsync(cancellation);
        _sheet.Dispose();
        foreach (var (path, content) in WorkbookTemplate.Parts(_sheetName))
        {
            using var part = Create(path);
            part.Write(Encoding.UTF8.GetBytes(content));
        }

        _archive.Dispose();
        await _packed.MoveToAsync(_stream, cancellation);
        await _stream.FlushAsync(cancellation);
    }

    /// <inheritdoc/>
    public override ValueTask DisposeAsync()
    {
        // What was not completed stays in the buffer: a file that broke off must not look whole.
        _sheet.Dispose();
        _archive.Dispose();
        _packed.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    protected override void WriteText(ReadOnlySpan<char> text) => Write(text, FormulaGuard.LooksLikeFormula(text));

    /// <inheritdoc/>
    protected override void WritePlain(ReadOnlySpan<char> text) => Write(text, guarded: false);

    /// <inheritdoc/>
    protected override void WriteNumber(decimal number)
    {
        BeginCell(Columns[Column].Kind == OutputKind.Amount ? AmountStyle : 0);
        _bytes.Write("><v>"u8);
        number.TryFormat(_bytes.GetSpan(40), out var written, default, CultureInfo.InvariantCulture);
        _bytes.Advance(written);
        _bytes.Write("</v></c>"u8);
    }

    /// <inheritdoc/>
    protected override void WriteDate(DateOnly date)
    {
        var serial = date.DayNumber - SerialStart.DayNumber;
        if (serial < 61)
        {
            // Before 1 March 1900 serials of workbooks are a day off or missing.
            WriteText(date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            return;
        }

        BeginCell(DateStyle);
        _bytes.Write("><v>"u8);
        Append(serial);
        _bytes.Write("</v></c>"u8);
    }

    private void Write(ReadOnlySpan<char> text, bool guarded)
    {
        if (text.IsEmpty)
        {
            Column++;
            return;
        }

        BeginCell(_headerIsWritten ? 0 : HeaderStyle);
        _bytes.Write(" t=\"inlineStr\"><is><t xml:space=\"preserve\">"u8);
        if (guarded)
        {
            _bytes.Write("'"u8);
        }

        var isCut = text.Length > LongestText - 1;
        WorkbookTemplate.WriteEscaped(_bytes, isCut ? text[..(LongestText - 1 - Cut.Length)] : text);
        if (isCut)
        {
            Encoding.UTF8.GetBytes(Cut, _bytes);
        }

        _bytes.Write("</t></is></c>"u8);
    }

    private void OpenRow()
    {
        if (_rowIsOpen)
        {
            return;
        }

        _rowIsOpen = true;
        _row++;
        _bytes.Write("<row r=\""u8);
        Append(_row);
        _bytes.Write("\">"u8);
    }

    private void BeginCell(int style)
    {
        OpenRow();
        _bytes.Write("<c r=\""u8);
        WorkbookTemplate.WriteReference(_bytes, Column, _row);
        _bytes.Write("\""u8);
        if (style > 0)
        {
            _bytes.Write(" s=\""u8);
            Append(style);
            _bytes.Write("\""u8);
        }

        Column++;
    }

    private void EndLine()
    {
        OpenRow();
        _bytes.Write("</row>"u8);
        _rowIsOpen = false;
        Column = 0;
    }

    private void Append(int number)
    {
        number.TryFormat(_bytes.GetSpan(12), out var written, default, CultureInfo.InvariantCulture);
        _bytes.Advance(written);
    }

    private async ValueTask FlushAsync(CancellationToken cancellation)
    {
        _sheet.Write(_bytes.WrittenSpan);
        _bytes.ResetWrittenCount();
        await _packed.MoveToAsync(_stream, cancellation);
    }

    private Stream Create(string path)
    {
        var entry = _archive.CreateEntry(path, CompressionLevel.Fastest);
        entry.LastWriteTime = PartTime;
        return entry.Open();
    }
}
