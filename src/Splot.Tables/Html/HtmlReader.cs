using System.Net;

namespace Splot.Tables;

/// <summary>
/// Reads the rows of one table of a page. A cell that spans columns or rows stands in the first of them only; the others stay empty, so that no amount
/// counts twice. Blanks are squeezed as a browser does; tables inside a cell become text of the cell.
/// </summary>
internal sealed class HtmlReader : TableReader
{
    private const int MaxSpan = 1000;
    private const int MaxRowSpan = 65_535;

    private readonly HtmlScanner _scanner;
    private readonly int _table;
    private readonly TableLimits _limits;
    private readonly HtmlTables _tables = new();
    private readonly TextBuffer _text = new();
    private readonly Dictionary<int, int> _spanned = [];
    private bool _rowWaits;
    private bool _ended;
    private int _cell = -1;
    private int _cellStart;
    private bool _blank;

    public HtmlReader(HtmlScanner scanner, int table, TableLimits limits)
    {
        _scanner = scanner;
        _table = table;
        _limits = limits;
    }

    public override bool Read(CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        if (!_rowWaits && !FindRow())
        {
            return false;
        }

        _rowWaits = false;
        BeginRow();
        while (ReadPart())
        {
            if (_text.Length > _limits.RowCharacters)
            {
                throw new TableRefusedException(Refusals.RowTooLong(_limits.RowCharacters, Row.Number, Row.Number));
            }
        }

        EndCell();
        Row.Buffer = _text.Characters;
        Row.Start = 0;
        return true;
    }

    protected override void Dispose(bool disposing) => _scanner.Dispose();

    private bool FindRow()
    {
        while (!_ended)
        {
            var token = _scanner.Read();
            if (token == HtmlToken.End)
            {
                End();
            }
            else if (token != HtmlToken.Text && !_tables.Follow(token, _scanner) && token == HtmlToken.Start && _tables.Current == _table && _scanner.Is("tr"))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A page may leave many tags open at its end, but no table: then it was cut off.</summary>
    private void End()
    {
        _ended = true;
        if (_table > 0 && _tables.IsInside(_table))
        {
            throw new TableRefusedException(Refusals.Damaged(TableFormat.Html, "it ends within its table", Row.Number));
        }
    }

    private void BeginRow()
    {
        Row.Number++;
        Row.Line = Row.Number;
        Row.Count = 0;
        Row.Flaws = RowFlaws.None;
        _text.Length = 0;
        _cell = -1;
        foreach (var column in _spanned.Keys.ToList())
        {
            if (--_spanned[column] <= 0)
            {
                _spanned.Remove(column);
            }
        }
    }

    /// <summary>Reads a tag or text of the row; false at its end.</summary>
    private bool ReadPart()
    {
        var token = _scanner.Read();
        if (token == HtmlToken.End)
        {
            End();
            return false;
        }

        if (token == HtmlToken.Text)
        {
            AppendText();
            return true;
        }

        var wasInside = _tables.IsInside(_table);
        if (_tables.Follow(token, _scanner))
        {
            _blank = true;
            return !wasInside || _tables.IsInside(_table);
        }

        if (_tables.Current != _table)
        {
            _blank = true;
            return true;
        }

        if (_scanner.Is("tr"))
        {
            _rowWaits = token == HtmlToken.Start;
            return false;
        }

        if (_scanner.Is("td") || _scanner.Is("th"))
        {
            EndCell();
            if (token == HtmlToken.Start)
            {
                BeginCell();
            }
        }
        else if (_scanner.Is("br") && _cell >= 0)
        {
            _text.Append('\n');
            _blank = false;
        }
        else if (_scanner.Is("p") || _scanner.Is("div") || _scanner.Is("li"))
        {
            _blank = true;
        }

        return true;
    }

    private void BeginCell()
    {
        var column = Row.Count;
        while (_spanned.ContainsKey(column))
        {
            column++;
        }

        var columns = Span("colspan", MaxSpan);
        var rows = Span("rowspan", MaxRowSpan);
        if (column + columns > _limits.Columns)
        {
            throw new TableRefusedException(Refusals.TooManyColumns(_limits.Columns, Row.Number));
        }

        Row.At(column + columns - 1);
        for (var index = 0; index < columns && rows > 1; index++)
        {
            _spanned[column + index] = rows;
        }

        _cell = column;
        _cellStart = _text.Length;
        _blank = false;
    }

    private int Span(string attribute, int most) =>
        int.TryParse(_scanner.Attribute(attribute).Trim(), System.Globalization.NumberStyles.None, null, out var span) ? Math.Clamp(span, 1, most) : 1;

    private void EndCell()
    {
        if (_cell < 0)
        {
            return;
        }

        Row.Flaws |= _text.Clean(_cellStart, hasEscapes: false) ? RowFlaws.ControlCharacters : RowFlaws.None;
        var text = _text.Written[_cellStart..].TrimEnd(" \n");
        if (text.Length > _limits.CellCharacters)
        {
            throw new TableRefusedException(Refusals.CellTooLong(_limits.CellCharacters, Row.Number, Row.Number));
        }

        ref var slot = ref Row.At(_cell);
        slot.Start = _cellStart;
        slot.Length = text.Length;
        slot.Kind = text.IsEmpty ? CellKind.Empty : CellKind.Text;
        _cell = -1;
    }

    /// <summary>Appends text with references resolved and blanks squeezed into one, none at a cell's or line's start.</summary>
    private void AppendText()
    {
        if (_cell < 0)
        {
            return;
        }

        var raw = _scanner.Raw;
        ReadOnlySpan<char> text = raw.Contains('&') ? WebUtility.HtmlDecode(raw.ToString()) : raw;
        foreach (var character in text)
        {
            if (character is ' ' or '\t' or '\r' or '\n')
            {
                _blank = true;
                continue;
            }

            if (_blank && _text.Length > _cellStart && _text.Written[^1] != '\n')
            {
                _text.Append(' ');
            }

            _blank = false;
            _text.Append(character);
        }
    }
}
