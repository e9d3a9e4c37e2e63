using System.Globalization;

namespace Splot.Tables;

/// <summary>What a column of an output holds; decides its format and width in a workbook.</summary>
public enum OutputKind
{
    /// <summary>Text.</summary>
    Text = 0,

    /// <summary>Long text: a wide column.</summary>
    LongText = 1,

    /// <summary>A whole number.</summary>
    Number = 2,

    /// <summary>An amount, shown with two decimals.</summary>
    Amount = 3,

    /// <summary>A calendar date.</summary>
    Date = 4,
}

/// <summary>A column of an output.</summary>
/// <param name="Header">Its header.</param>
/// <param name="Kind">What it holds.</param>
public sealed record OutputColumn(string Header, OutputKind Kind = OutputKind.Text);

/// <summary>
/// Writes a table row by row to a stream, never holding more than a few rows; every write to the stream is asynchronous. The header is written first, by
/// itself. Text that a spreadsheet would take for a formula is neutralised (see <see cref="FormulaGuard"/>); numbers and dates are typed and stay as they are.
/// </summary>
public abstract class TableWriter : IAsyncDisposable
{
    private protected TableWriter(IReadOnlyList<OutputColumn> columns)
    {
        if (columns.Count == 0)
        {
            throw new ArgumentException("A table has at least one column.", nameof(columns));
        }

        Columns = columns;
    }

    /// <summary>The columns in their order.</summary>
    public IReadOnlyList<OutputColumn> Columns { get; }

    /// <summary>The column the next cell goes into, counting from 0.</summary>
    protected int Column { get; set; }

    /// <summary>Writes a text cell; null or empty leaves it empty.</summary>
    public void Text(ReadOnlySpan<char> text)
    {
        Begin();
        WriteText(text);
    }

    /// <summary>Writes a number; null leaves the cell empty. The decimals are those of the value.</summary>
    public void Number(decimal? number)
    {
        Begin();
        if (number is { } value)
        {
            WriteNumber(value);
        }
        else
        {
            WriteText([]);
        }
    }

    /// <summary>Writes two numbers into one cell, a comma and a blank between them, such as coordinates; null leaves it empty.</summary>
    public void Pair((decimal First, decimal Second)? pair)
    {
        Begin();
        if (pair is { } both)
        {
            WritePlain(string.Create(CultureInfo.InvariantCulture, $"{both.First}, {both.Second}"));
        }
        else
        {
            WriteText([]);
        }
    }

    /// <summary>Writes a date; null leaves the cell empty.</summary>
    public void Date(DateOnly? date)
    {
        Begin();
        if (date is { } value)
        {
            WriteDate(value);
        }
        else
        {
            WriteText([]);
        }
    }

    /// <summary>Ends the row; missing cells are empty.</summary>
    public abstract ValueTask EndRowAsync(CancellationToken cancellation = default);

    /// <summary>Writes what is left and the end of the file. Must be called; a file without it is incomplete on purpose.</summary>
    public abstract ValueTask CompleteAsync(CancellationToken cancellation = default);

    /// <summary>Releases the writer; the stream stays open.</summary>
    public abstract ValueTask DisposeAsync();

    /// <summary>Writes a text cell, neutralised where it looks like a formula.</summary>
    protected abstract void WriteText(ReadOnlySpan<char> text);

    /// <summary>Writes a text cell as it is: for what this program formatted from numbers.</summary>
    protected abstract void WritePlain(ReadOnlySpan<char> text);

    /// <summary>Writes a number cell.</summary>
    protected abstract void WriteNumber(decimal number);

    /// <summary>Writes a date cell.</summary>
    protected abstract void WriteDate(DateOnly date);

    private void Begin()
    {
        if (Column == Columns.Count)
        {
            throw new InvalidOperationException("The row has more cells than the table has columns.");
        }
    }
}

/// <summary>Keeps spreadsheets from running text as a formula.</summary>
public static class FormulaGuard
{
    /// <summary>True if the text starts with a character that makes spreadsheets calculate: <c>= + - @</c> (also full width), tab or a line break. Such text gets an apostrophe in front.</summary>
    public static bool LooksLikeFormula(ReadOnlySpan<char> text) => !text.IsEmpty && text[0] is '=' or '+' or '-' or '@' or '\t' or '\r' or '\n' or '＝' or '＋' or '－' or '＠';
}
