namespace Splot.Tables;

/// <summary>What a cell holds, as far as the file's own format says so. Text formats know only text.</summary>
public enum CellKind
{
    /// <summary>Nothing.</summary>
    Empty = 0,

    /// <summary>Text, to be interpreted by its form.</summary>
    Text = 1,

    /// <summary>A number the format itself holds as one: exact, no question of decimal marks.</summary>
    Number = 2,

    /// <summary>A number shown as a percentage; the value is the fraction (0.5 for 50 %).</summary>
    Percent = 3,

    /// <summary>A calendar date (a number with a date format in a workbook).</summary>
    Date = 4,

    /// <summary>True or false.</summary>
    Boolean = 5,

    /// <summary>An error of the workbook's own calculation, such as #N/A.</summary>
    Error = 6,
}

/// <summary>Irregularities of a row that were put right while reading.</summary>
[Flags]
public enum RowFlaws
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>A quotation mark stood where RFC 4180 allows none; it was kept as text.</summary>
    StrayQuote = 1,

    /// <summary>NUL characters were dropped or control characters became spaces.</summary>
    ControlCharacters = 2,

    /// <summary>The text file ends with the row and no line end: perhaps it was cut off.</summary>
    NoLineEnd = 4,
}

/// <summary>One cell of the row being read; valid until the next row is read.</summary>
public readonly ref struct TableCell
{
    /// <summary>A cell of text, empty if there is none.</summary>
    public TableCell(ReadOnlySpan<char> text)
    {
        Text = text;
        Kind = text.IsEmpty ? CellKind.Empty : CellKind.Text;
    }

    internal TableCell(ReadOnlySpan<char> text, in CellSlot slot)
    {
        Text = text;
        Kind = slot.Kind;
        if (slot.Kind > CellKind.Text)
        {
            Number = slot.Number;
            Date = slot.Date;
            Currency = slot.Currency;
        }
    }

    /// <summary>The text; numbers in invariant form, dates as yyyy-MM-dd, percentages with their sign.</summary>
    public ReadOnlySpan<char> Text { get; }

    /// <summary>What the format says the cell holds.</summary>
    public CellKind Kind { get; }

    /// <summary>The value of a number or percentage (workbooks hold 15 significant digits), the serial of a date.</summary>
    public decimal Number { get; }

    /// <summary>The value of a date.</summary>
    public DateOnly Date { get; }

    /// <summary>ISO code of the currency that a number's format shows; null without one.</summary>
    public string? Currency { get; }
}

/// <summary>The row being read. One object serves all rows of a reader: keep nothing of it but copies.</summary>
public sealed class TableRow
{
    private CellSlot[] _slots = new CellSlot[64];

    /// <summary>The row's position as a person sees it, counting from 1: the spreadsheet's row number, the record in a text file (title and blank rows counted), the n-th record in JSON.</summary>
    public long Number { get; internal set; }

    /// <summary>The line on which the row starts in a text file, counting from 1; elsewhere the same as <see cref="Number"/>.</summary>
    public long Line { get; internal set; }

    /// <summary>Cells in the row, trailing empty ones included where the format has them.</summary>
    public int Count { get; internal set; }

    /// <summary>What had to be put right while reading.</summary>
    public RowFlaws Flaws { get; internal set; }

    internal char[] Buffer { get; set; } = [];

    internal int Start { get; set; }

    internal Span<CellSlot> Slots => _slots.AsSpan(0, Count);

    /// <summary>The text of a cell; empty beyond the row's end.</summary>
    public ReadOnlySpan<char> this[int column]
    {
        get
        {
            if ((uint)column >= (uint)Count)
            {
                return default;
            }

            ref var slot = ref _slots[column];
            return Buffer.AsSpan(Start + slot.Start, slot.Length);
        }
    }

    /// <summary>A cell with what the format knows of its value; an empty one beyond the row's end.</summary>
    public TableCell Cell(int column) => (uint)column >= (uint)Count ? default : new TableCell(this[column], in _slots[column]);

    /// <summary>True if no cell holds anything but white space.</summary>
    public bool IsBlank
    {
        get
        {
            for (var column = 0; column < Count; column++)
            {
                if (!this[column].IsWhiteSpace())
                {
                    return false;
                }
            }

            return true;
        }
    }

    /// <summary>Copies of all cells' texts.</summary>
    public string[] ToArray()
    {
        var cells = new string[Count];
        for (var column = 0; column < cells.Length; column++)
        {
            cells[column] = this[column].ToString();
        }

        return cells;
    }

    internal void AddText(int start, int length)
    {
        if (Count == _slots.Length)
        {
            Array.Resize(ref _slots, _slots.Length * 2);
        }

        ref var slot = ref _slots[Count++];
        slot.Start = start;
        slot.Length = length;
        slot.Kind = length == 0 ? CellKind.Empty : CellKind.Text;
    }

    /// <summary>The slot of a column, the columns up to it added empty.</summary>
    internal ref CellSlot At(int column)
    {
        while (Count <= column)
        {
            AddText(0, 0);
        }

        return ref _slots[column];
    }
}

/// <summary>Where a cell's text lies, relative to the row's start in the buffer, and its value.</summary>
internal struct CellSlot
{
    public int Start;
    public int Length;
    public CellKind Kind;
    public DateOnly Date;
    public decimal Number;
    public string? Currency;

    /// <summary>Makes the cell a number, a percentage or a date as its style says, and writes its text.</summary>
    public void Set(decimal number, CellStyle style, bool from1904, TextBuffer text)
    {
        Number = number;
        Currency = style.Currency;
        Start = text.Length;
        if (style.Kind == StyleKind.Date && SerialDates.ToDate(number, from1904) is { } date)
        {
            Kind = CellKind.Date;
            Date = date;
            text.Append(date);
        }
        else if (style.Kind == StyleKind.Percent)
        {
            Kind = CellKind.Percent;
            // Divided by one with all its decimals, a decimal loses its trailing zeros.
            text.Append(number * 100 / 1.0000000000000000000000000000m);
            text.Append('%');
        }
        else
        {
            Kind = CellKind.Number;
            text.Append(number);
        }

        Length = text.Length - Start;
    }
}
