using System.Buffers;
using System.Text;
using System.Text.Json;
using Splot.Kernel;
using Splot.Tables;

namespace Splot.Projects.ImportOperations;

/// <summary>
/// The cells of one row by field, with what becomes of them: issues go to the report, and the text of every cell that is not taken over
/// unchanged is kept for the row's source.
/// </summary>
internal sealed class RowSource(ColumnPlan plan, bool neutralised, Action<ImportIssue> report)
{
    private static readonly SearchValues<char> Plain = SearchValues.Create("0123456789.");
    private static readonly SearchValues<char> Blanks = SearchValues.Create("\t\r\n\u00A0\u202F\0");

    private readonly Dictionary<int, string> kept = [];
    private readonly List<ImportIssue> warnings = [];
    private TableRow row = new();

    public ColumnPlan Plan => plan;

    public long Number => row.Number;

    /// <summary>Goes on to another row.</summary>
    public void Read(TableRow next)
    {
        row = next;
        kept.Clear();
        warnings.Clear();
    }

    /// <summary>The cell's text without blanks around it; null where there is no column or nothing in it.</summary>
    public string? Text(string field)
    {
        if (!plan.Columns.TryGetValue(field, out var column))
        {
            return null;
        }

        var text = row[column].Trim();
        if (neutralised && text is ['\'', ..] && FormulaGuard.LooksLikeFormula(text[1..]))
        {
            text = text[1..];
        }

        return text.IsEmpty ? null : Squeeze(text);
    }

    /// <summary>As <see cref="Text"/>, but a dash or another word for nothing is nothing.</summary>
    public string? Value(string field) => Text(field) is { } text && text is not ("-" or "–" or "—" or "n/a" or "N/A" or "n.a." or "nd" or "n.d." or "brak" or "nie dotyczy" or "няма" or "null" or "NULL") ? text : null;

    /// <summary>Parts of a cell that holds several values, by bars or line breaks.</summary>
    public IReadOnlyList<string> Values(string field) =>
        Value(field)?.Split(['|', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];

    /// <summary>A date, or null with a warning where the cell holds none that can be read.</summary>
    public DateOnly? Date(string field)
    {
        if (!plan.Columns.TryGetValue(field, out var column))
        {
            return null;
        }

        var cell = row.Cell(column);
        var read = CellParsers.Date(in cell, plan.Format(field));
        if (read.Problem is not CellProblem.None)
        {
            Unread(field, column, read.Problem);
            return null;
        }

        if (read.OtherOrder)
        {
            Warn(field, "date-other-order", "The date can only be read with day and month in the other order than the rest of the column.");
        }

        Keep(column, row[column].Length == 10 && row[column][4] == '-' ? null : row[column]);
        return read.Value;
    }

    /// <summary>An amount and the currency beside it, or null.</summary>
    public (decimal? Amount, string? Currency) Amount(string field)
    {
        if (!plan.Columns.TryGetValue(field, out var column))
        {
            return (null, null);
        }

        var cell = row.Cell(column);
        var read = CellParsers.Amount(in cell, plan.Format(field));
        if (read.Problem is not CellProblem.None)
        {
            Unread(field, column, read.Problem);
            return (null, null);
        }

        if (read.OtherMark)
        {
            Warn(field, "decimal-other-mark", "The number can only be read with the other decimal mark than the rest of the column.");
        }

        var unit = plan.Units.GetValueOrDefault(field, 1m);
        var plain = unit == 1m && row[column].IndexOfAnyExcept(Plain) < 0;
        Keep(column, plain ? null : row[column]);
        if (read.Value < 0)
        {
            Warn(field, "amount-negative", "An amount below zero is not taken over.");
            return (null, null);
        }

        if (read.Value > 9_000_000_000_000m)
        {
            Warn(field, "number-too-large", "The amount is larger than any operation's and is not taken over.");
            return (null, null);
        }

        return (read.Value * unit, read.Currency ?? plan.Format(field).Currency);
    }

    /// <summary>A share in percent, or null.</summary>
    public decimal? Rate(string field)
    {
        if (!plan.Columns.TryGetValue(field, out var column))
        {
            return null;
        }

        var cell = row.Cell(column);
        var read = CellParsers.Rate(in cell, plan.Format(field));
        if (read.Problem is not CellProblem.None)
        {
            Unread(field, column, read.Problem);
            return null;
        }

        Keep(column, row[column]);
        return read.Value;
    }

    /// <summary>Warns of a field and keeps its text.</summary>
    public void Warn(string field, string code, string message)
    {
        var column = plan.Columns.GetValueOrDefault(field, -1);
        var text = column >= 0 ? row[column].Trim().ToString() : null;
        if (column >= 0)
        {
            Keep(column, row[column]);
        }

        warnings.Add(new ImportIssue(row.Number, plan.Name(field), "warning", code, message, field == Field.Beneficiary ? null : text));
    }

    /// <summary>Keeps a field's text although nothing is wrong with it.</summary>
    public void Keep(string field)
    {
        if (plan.Columns.TryGetValue(field, out var column))
        {
            Keep(column, row[column]);
        }
    }

    /// <summary>
    /// Ends the row: its warnings go to the report, and what was kept (with every column that no field uses) comes back as JSON.
    /// <paramref name="secret"/> holds natural persons' names: cells with one of them are never kept.
    /// </summary>
    public string? Finish(IReadOnlyList<string> secret)
    {
        string[] folded = [.. secret.Select(TextFold.Fold)];
        foreach (var warning in warnings)
        {
            report(warning.Value is not null && Tells(warning.Value) ? warning with { Value = null } : warning);
        }

        foreach (var column in plan.Unused)
        {
            Keep(column, row[column]);
        }

        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            foreach (var (column, text) in kept)
            {
                if (!Tells(text))
                {
                    json.WriteString(column < plan.Header.Columns.Count && plan.Header.Columns[column].Name.Length > 0 ? plan.Header.Columns[column].Name : "column " + (column + 1), text);
                }
            }

            json.WriteEndObject();
        }

        return buffer.Length <= 2 ? null : Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);

        bool Tells(string text) => folded.Length > 0 && TextFold.Fold(text) is var words && Array.Exists(folded, name => words.Contains(name, StringComparison.Ordinal));
    }

    private void Keep(int column, ReadOnlySpan<char> text)
    {
        text = text.Trim();
        if (!text.IsEmpty)
        {
            kept[column] = text.ToString();
        }
    }

    private void Unread(string field, int column, CellProblem problem)
    {
        if (problem == CellProblem.Empty)
        {
            Keep(column, row[column]);
            return;
        }

        Warn(field, problem.Code(), Message(problem));
    }

    private static string Message(CellProblem problem) => problem switch
    {
        CellProblem.NotANumber => "This is no number; the field stays empty. Correct it at the source.",
        CellProblem.TooLarge => "The number has more digits than an amount can have; the field stays empty.",
        CellProblem.RateOutOfRange => "A share must lie between 0 and 100 percent; the field stays empty.",
        CellProblem.RateUnclear => "A share of 1 or less in a column of percentages may mean a fraction; the field stays empty.",
        CellProblem.NotADate => "This is no date; the field stays empty. Correct it at the source.",
        CellProblem.DateIncomplete => "The date has no day; the field stays empty.",
        CellProblem.DateImpossible => "No calendar has this day; the field stays empty. Correct it at the source.",
        CellProblem.ErrorValue => "The workbook's own calculation failed here; the field stays empty.",
        _ => "The name of the month means different months in different languages; the field stays empty. Give --language.",
    };

    private static string Squeeze(ReadOnlySpan<char> text)
    {
        if (text.IndexOfAny(Blanks) < 0 && text.IndexOf("  ") < 0)
        {
            return text.ToString();
        }

        var result = new StringBuilder(text.Length);
        foreach (var letter in text)
        {
            if (letter is '\n')
            {
                result.Append('\n');
            }
            else if (!char.IsWhiteSpace(letter) && letter != '\0')
            {
                result.Append(letter);
            }
            else if (result.Length > 0 && result[^1] is not (' ' or '\n'))
            {
                result.Append(' ');
            }
        }

        return result.ToString().Trim();
    }
}
