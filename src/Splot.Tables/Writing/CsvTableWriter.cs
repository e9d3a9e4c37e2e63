using System.Buffers;
using System.Globalization;
using System.Text;

namespace Splot.Tables;

/// <summary>How a CSV file is written.</summary>
public sealed record CsvFormat
{
    /// <summary>Between cells; a comma.</summary>
    public char Delimiter { get; init; } = ',';

    /// <summary>True (default) to start with a byte order mark, by which spreadsheets know UTF-8.</summary>
    public bool Mark { get; init; } = true;

    /// <summary>The form of dates, in invariant culture; ISO 8601.</summary>
    public string Dates { get; init; } = "yyyy-MM-dd";
}

/// <summary>Writes RFC 4180: UTF-8, CRLF, cells quoted where they must be, decimal points.</summary>
public sealed class CsvTableWriter : TableWriter
{
    private const int FlushAt = 1 << 15;

    [System.Diagnostics.CodeAnalysis.SuppressMessage("Usage", "CA2213:Disposable fields should be disposed", Justification = "The stream is the caller's.")]
    private readonly Stream _stream;
    private readonly CsvFormat _format;
    private readonly SearchValues<char> _quoted;
    private readonly ArrayBufferWriter<byte> _bytes = new(FlushAt * 2);

    /// <summary>A writer of these columns to the stream, which stays open.</summary>
    public CsvTableWriter(Stream stream, IReadOnlyList<OutputColumn> columns, CsvFormat? format = null)
        : base(columns)
    {
        _stream = stream;
        _format = format ?? new CsvFormat();
        _quoted = SearchValues.Create("\"\r\n" + _format.Delimiter);
        if (_format.Mark)
        {
            _bytes.Write("\uFEFF"u8);
        }

        foreach (var column in columns)
        {
            WriteText(column.Header);
        }

        EndLine();
    }

    /// <inheritdoc/>
    public override async ValueTask EndRowAsync(CancellationToken cancellation = default)
    {
        EndLine();
        if (_bytes.WrittenCount >= FlushAt)
        {
            await FlushAsync(cancellation);
        }
    }

    /// <inheritdoc/>
    public override async ValueTask CompleteAsync(CancellationToken cancellation = default)
    {
        await FlushAsync(cancellation);
        await _stream.FlushAsync(cancellation);
    }

    /// <inheritdoc/>
    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;

    /// <inheritdoc/>
    protected override void WriteText(ReadOnlySpan<char> text) => Write(text, FormulaGuard.LooksLikeFormula(text));

    /// <inheritdoc/>
    protected override void WritePlain(ReadOnlySpan<char> text) => Write(text, guarded: false);

    /// <inheritdoc/>
    protected override void WriteNumber(decimal number)
    {
        BeginCell();
        number.TryFormat(_bytes.GetSpan(40), out var written, default, CultureInfo.InvariantCulture);
        _bytes.Advance(written);
    }

    /// <inheritdoc/>
    protected override void WriteDate(DateOnly date)
    {
        BeginCell();
        date.TryFormat(_bytes.GetSpan(64), out var written, _format.Dates, CultureInfo.InvariantCulture);
        _bytes.Advance(written);
    }

    private void Write(ReadOnlySpan<char> text, bool guarded)
    {
        BeginCell();
        if (!text.ContainsAny(_quoted))
        {
            if (guarded)
            {
                _bytes.Write("'"u8);
            }

            Encoding.UTF8.GetBytes(text, _bytes);
            return;
        }

        _bytes.Write(guarded ? "\"'"u8 : "\""u8);
        while (text.IndexOf('"') is var at and >= 0)
        {
            Encoding.UTF8.GetBytes(text[..(at + 1)], _bytes);
            _bytes.Write("\""u8);
            text = text[(at + 1)..];
        }

        Encoding.UTF8.GetBytes(text, _bytes);
        _bytes.Write("\""u8);
    }

    private void BeginCell()
    {
        if (Column++ > 0)
        {
            _bytes.Write([(byte)_format.Delimiter]);
        }
    }

    private void EndLine()
    {
        while (Column < Columns.Count)
        {
            BeginCell();
        }

        _bytes.Write("\r\n"u8);
        Column = 0;
    }

    private async ValueTask FlushAsync(CancellationToken cancellation)
    {
        await _stream.WriteAsync(_bytes.WrittenMemory, cancellation);
        _bytes.ResetWrittenCount();
    }
}
