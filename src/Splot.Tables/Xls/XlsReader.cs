namespace Splot.Tables;

/// <summary>Reads the rows of one sheet of a binary workbook; formulas give the values they had when the file was saved.</summary>
internal sealed class XlsReader : TableReader
{
    private const int Eof = 0x000A;
    private const int Formula = 0x0006;
    private const int LabelSst = 0x00FD;
    private const int Label = 0x0204;
    private const int RichLabel = 0x00D6;
    private const int Number = 0x0203;
    private const int Rk = 0x027E;
    private const int MulRk = 0x00BD;
    private const int BoolErr = 0x0205;
    private const int StringResult = 0x0207;
    private const int Bof = 0x0809;

    private readonly BiffRecords _records;
    private readonly SharedStrings _strings;
    private readonly CellStyle[] _styles;
    private readonly bool _from1904;
    private readonly TableLimits _limits;
    private readonly TextBuffer _text = new();
    private int _row = -1;
    private bool _waits;
    private bool _begun;
    private bool _ended;
    private int _formulaColumn = -1;

    public XlsReader(BiffRecords records, XlsSheet sheet, XlsWorkbook workbook, CellStyle[] styles, TableLimits limits)
    {
        _records = records;
        _strings = workbook.Strings;
        _styles = styles;
        _from1904 = workbook.CountsFrom1904;
        _limits = limits;
        records.Seek(sheet.Position);
    }

    public override bool Read(CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        Row.Count = 0;
        Row.Flaws = RowFlaws.None;
        _text.Length = 0;
        if (!_waits && !FindCell())
        {
            return false;
        }

        _row = _records.U16(0);
        Row.Number = _row + 1;
        Row.Line = Row.Number;
        do
        {
            ReadCell();
        }
        while (FindCell() && _records.U16(0) == _row);

        _waits = !_ended;
        if (_waits && _records.U16(0) < _row)
        {
            throw BiffRecords.Damaged("its rows are out of order", Row.Number);
        }

        Row.Buffer = _text.Characters;
        Row.Start = 0;
        return true;
    }

    protected override void Dispose(bool disposing) => _records.Dispose();

    /// <summary>Counts the rows that hold cells.</summary>
    public long Count(CancellationToken cancellation)
    {
        long rows = 0;
        while (Read(cancellation))
        {
            rows++;
        }

        return rows;
    }

    /// <summary>Moves to the next record that holds a cell; the text results of formulas are taken on the way.</summary>
    private bool FindCell()
    {
        var nested = _begun ? 0 : -1;
        while (!_ended)
        {
            if (!_records.Read())
            {
                throw BiffRecords.Damaged("the sheet breaks off", Row.Number);
            }

            switch (_records.Type)
            {
                case Bof:
                    // The sheet's own start, or a chart's inside it.
                    nested++;
                    _begun = true;
                    break;
                case Eof:
                    _ended = nested == 0;
                    nested--;
                    break;
                case StringResult when _formulaColumn >= 0 && nested == 0:
                    ReadFormulaText();
                    break;
                case Formula or LabelSst or Label or RichLabel or Number or Rk or MulRk or BoolErr when nested == 0:
                    return true;
            }
        }

        return false;
    }

    private void ReadCell()
    {
        var column = _records.U16(2);
        _formulaColumn = -1;
        if (_records.Type == MulRk)
        {
            var count = (_records.Data.Length - 6) / 6;
            for (var index = 0; index < count; index++)
            {
                SetNumber(column + index, _records.U16(4 + (index * 6)), RkValue(_records.U32(6 + (index * 6))));
            }

            return;
        }

        var style = _records.U16(4);
        switch (_records.Type)
        {
            case Number:
                SetNumber(column, style, _records.Double(6));
                break;
            case Rk:
                SetNumber(column, style, RkValue(_records.U32(6)));
                break;
            case LabelSst:
                SetShared(column, _records.U32(6));
                break;
            case Label or RichLabel:
                var start = _text.Length;
                new BiffTexts(_records, 6).Append(_text);
                SetText(column, start, CellKind.Text);
                break;
            case BoolErr:
                SetResult(column, _records.Byte(6), _records.Byte(7) != 0);
                break;
            case Formula:
                SetFormula(column, style);
                break;
        }
    }

    private void SetFormula(int column, int style)
    {
        if (_records.U16(12) != 0xFFFF)
        {
            SetNumber(column, style, _records.Double(6));
            return;
        }

        switch (_records.Byte(6))
        {
            case 0:
                _formulaColumn = column;
                break;
            case 1 or 2:
                SetResult(column, _records.Byte(8), _records.Byte(6) == 2);
                break;
        }
    }

    private void ReadFormulaText()
    {
        var start = _text.Length;
        new BiffTexts(_records, 0).Append(_text);
        SetText(_formulaColumn, start, CellKind.Text);
        _formulaColumn = -1;
    }

    private void SetShared(int column, uint index)
    {
        var start = _text.Length;
        if (index > int.MaxValue || !_strings.TryAppend((int)index, _text))
        {
            throw BiffRecords.Damaged("a cell names a text that the workbook does not hold", Row.Number);
        }

        SetText(column, start, CellKind.Text);
    }

    private void SetResult(int column, byte value, bool isError)
    {
        var start = _text.Length;
        _text.Append(isError ? ErrorName(value) : value != 0 ? "TRUE" : "FALSE");
        SetText(column, start, isError ? CellKind.Error : CellKind.Boolean);
    }

    private void SetNumber(int column, int style, double value)
    {
        if (!NumberValue.TryRound(value, out var number))
        {
            return;
        }

        SetNumber(column, style, number);
    }

    private void SetNumber(int column, int style, decimal number)
    {
        Check(column);
        Row.At(column).Set(number, (uint)style < (uint)_styles.Length ? _styles[style] : default, _from1904, _text);
    }

    private void SetText(int column, int start, CellKind kind)
    {
        Check(column);
        Row.Flaws |= _text.Clean(start, hasEscapes: false) ? RowFlaws.ControlCharacters : RowFlaws.None;
        ref var slot = ref Row.At(column);
        slot.Start = start;
        slot.Length = _text.Length - start;
        slot.Kind = slot.Length == 0 ? CellKind.Empty : kind;
    }

    private void Check(int column)
    {
        if (column >= _limits.Columns)
        {
            throw new TableRefusedException(Refusals.TooManyColumns(_limits.Columns, Row.Number));
        }

        if (_text.Length > _limits.RowCharacters)
        {
            throw new TableRefusedException(Refusals.RowTooLong(_limits.RowCharacters, Row.Number, Row.Number));
        }
    }

    /// <summary>A number in four bytes: an integer or the upper half of a double, either perhaps a hundredfold.</summary>
    private static decimal RkValue(uint rk)
    {
        var isHundredfold = (rk & 1) != 0;
        var value = (rk & 2) != 0
            ? (int)rk >> 2
            : NumberValue.TryRound(BitConverter.Int64BitsToDouble((long)(rk & 0xFFFFFFFC) << 32), out var number) ? number : 0;
        return isHundredfold ? value / 100 : value;
    }

    private static string ErrorName(byte code) => code switch
    {
        0x00 => "#NULL!",
        0x07 => "#DIV/0!",
        0x0F => "#VALUE!",
        0x17 => "#REF!",
        0x1D => "#NAME?",
        0x24 => "#NUM!",
        _ => "#N/A",
    };
}
