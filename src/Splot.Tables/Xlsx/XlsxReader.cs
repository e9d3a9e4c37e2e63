using System.Buffers.Text;
using System.Globalization;

namespace Splot.Tables;

/// <summary>Reads the rows of one sheet. Row numbers are the sheet's own; rows the sheet leaves out are left out.</summary>
internal sealed class XlsxReader : TableReader
{
    private const int LastColumn = 16_383;

    private readonly WorkbookArchive _archive;
    private readonly XmlScanner _scanner;
    private readonly SharedStrings _strings;
    private readonly CellStyle[] _styles;
    private readonly bool _from1904;
    private readonly TableLimits _limits;
    private readonly TextBuffer _text = new();
    private bool _ended;

    public XlsxReader(WorkbookArchive archive, string path, SharedStrings strings, CellStyle[] styles, bool from1904, TableLimits limits)
    {
        _archive = archive;
        _strings = strings;
        _styles = styles;
        _from1904 = from1904;
        _limits = limits;
        try
        {
            _scanner = archive.Scan(path)!;
        }
        catch
        {
            archive.Dispose();
            throw;
        }
    }

    public override bool Read(CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        while (!_ended)
        {
            switch (_scanner.Read())
            {
                case XmlToken.Start when _scanner.Name.SequenceEqual("row"u8):
                    ReadRow();
                    return true;
                case XmlToken.Close when _scanner.Name.SequenceEqual("sheetData"u8):
                case XmlToken.Start when _scanner.Name.SequenceEqual("sheetData"u8) && _scanner.IsEmpty:
                    _scanner.Drain();
                    _ended = true;
                    break;
                case XmlToken.End:
                    throw Damaged("the sheet breaks off");
            }
        }

        return false;
    }

    protected override void Dispose(bool disposing)
    {
        _scanner.Dispose();
        _archive.Dispose();
    }

    private void ReadRow()
    {
        var number = _scanner.Number("r"u8, -1);
        Row.Number = number > 0 ? number : Row.Number + 1;
        Row.Line = Row.Number;
        Row.Count = 0;
        Row.Flaws = RowFlaws.None;
        _text.Length = 0;
        var column = 0;
        var open = !_scanner.IsEmpty;
        while (open)
        {
            switch (_scanner.Read())
            {
                case XmlToken.Start when _scanner.Name.SequenceEqual("c"u8):
                    column = ReadCell(column);
                    break;
                case XmlToken.Close when _scanner.Name.SequenceEqual("row"u8):
                    open = false;
                    break;
                case XmlToken.End:
                    throw Damaged("the sheet breaks off");
            }
        }

        Row.Buffer = _text.Characters;
        Row.Start = 0;
    }

    /// <summary>Reads one cell; the column of the next one if it names none.</summary>
    private int ReadCell(int column)
    {
        var type = CellType.Number;
        var style = default(CellStyle);
        foreach (var (name, value) in _scanner.Attributes)
        {
            switch (name)
            {
                case [(byte)'r']:
                    column = ColumnOf(value, column);
                    break;
                case [(byte)'s'] when Utf8Parser.TryParse(value, out int index, out _) && (uint)index < (uint)_styles.Length:
                    style = _styles[index];
                    break;
                case [(byte)'t']:
                    type = TypeOf(value);
                    break;
            }
        }

        if (column > Math.Min(LastColumn, _limits.Columns - 1))
        {
            throw new TableRefusedException(Refusals.TooManyColumns(_limits.Columns, Row.Number));
        }

        var start = _text.Length;
        if (!_scanner.IsEmpty)
        {
            ReadContent();
        }

        ref var slot = ref Row.At(column);
        Interpret(ref slot, start, type, style);
        if (slot.Length > _limits.CellCharacters || _text.Length > _limits.RowCharacters)
        {
            throw new TableRefusedException(Refusals.CellTooLong(_limits.CellCharacters, Row.Number, Row.Line));
        }

        return column + 1;
    }

    /// <summary>Appends the value, or the text of an inline string without its phonetic guides.</summary>
    private void ReadContent()
    {
        var wanted = false;
        var phonetic = false;
        while (true)
        {
            var token = _scanner.Read();
            if (token == XmlToken.Text)
            {
                if (wanted && !phonetic)
                {
                    _text.AppendXml(_scanner.Raw, _scanner.IsLiteral);
                }

                continue;
            }

            if (token == XmlToken.End)
            {
                throw Damaged("the sheet breaks off");
            }

            var opens = token == XmlToken.Start && !_scanner.IsEmpty;
            switch (_scanner.Name)
            {
                case [(byte)'v'] or [(byte)'t']:
                    wanted = opens;
                    break;
                case [(byte)'r', (byte)'P', (byte)'h']:
                    phonetic = opens;
                    break;
                case [(byte)'c'] when token == XmlToken.Close:
                    return;
            }

            if (_text.Length > _limits.RowCharacters)
            {
                throw new TableRefusedException(Refusals.RowTooLong(_limits.RowCharacters, Row.Number, Row.Line));
            }
        }
    }

    private void Interpret(ref CellSlot slot, int start, CellType type, CellStyle style)
    {
        var raw = _text.Written[start..];
        switch (type)
        {
            case CellType.Shared:
                if (!int.TryParse(raw, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && !raw.IsEmpty)
                {
                    throw Damaged("a cell names no text");
                }

                var named = !raw.IsEmpty;
                _text.Length = start;
                if (named && !_strings.TryAppend(index, _text))
                {
                    throw Damaged("a cell names a text that the workbook does not hold");
                }

                break;
            case CellType.Number when NumberValue.TryRead(raw, out var number):
                _text.Length = start;
                slot.Set(number, style, _from1904, _text);
                return;
            case CellType.Boolean:
                var isTrue = raw is "1" or "true";
                _text.Length = start;
                _text.Append(isTrue ? "TRUE" : "FALSE");
                slot.Kind = CellKind.Boolean;
                break;
            case CellType.IsoDate when raw.Length >= 10 && DateOnly.TryParseExact(raw[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date):
                _text.Length = start + 10;
                slot.Date = date;
                slot.Number = 0;
                slot.Kind = CellKind.Date;
                break;
            default:
                Row.Flaws |= _text.Clean(start, hasEscapes: true) ? RowFlaws.ControlCharacters : RowFlaws.None;
                break;
        }

        slot.Start = start;
        slot.Length = _text.Length - start;
        slot.Kind = type switch
        {
            _ when slot.Length == 0 => CellKind.Empty,
            CellType.Error => CellKind.Error,
            CellType.Boolean or CellType.IsoDate when slot.Kind != CellKind.Empty => slot.Kind,
            _ => CellKind.Text,
        };
    }

    private static int ColumnOf(ReadOnlySpan<byte> reference, int fallback)
    {
        var column = 0;
        foreach (var letter in reference)
        {
            if (!char.IsAsciiLetter((char)letter) || column > LastColumn)
            {
                break;
            }

            column = (column * 26) + ((letter | 0x20) - 'a' + 1);
        }

        return column == 0 ? fallback : column - 1;
    }

    private static CellType TypeOf(ReadOnlySpan<byte> type) => type switch
    {
        [(byte)'s'] => CellType.Shared,
        [(byte)'b'] => CellType.Boolean,
        [(byte)'e'] => CellType.Error,
        [(byte)'d'] => CellType.IsoDate,
        [(byte)'n'] => CellType.Number,
        _ => CellType.Text,
    };

    private TableRefusedException Damaged(string what) => new(Refusals.Damaged(TableFormat.Xlsx, what, Row.Number));

    private enum CellType
    {
        Number = 0,
        Shared = 1,
        Text = 2,
        Boolean = 3,
        Error = 4,
        IsoDate = 5,
    }
}
