namespace Splot.Tables;

/// <summary>What a row of a table is.</summary>
public enum RowKind
{
    /// <summary>A row of the list.</summary>
    Data = 0,

    /// <summary>Nothing in it.</summary>
    Blank = 1,

    /// <summary>Above the header.</summary>
    Title = 2,

    /// <summary>The header, or the header again further down.</summary>
    Header = 3,

    /// <summary>1, 2, 3 … under the header.</summary>
    ColumnNumbers = 4,

    /// <summary>A sum: a word for total, else only numbers.</summary>
    Total = 5,

    /// <summary>A footnote: one cell that starts like one.</summary>
    Note = 6,

    /// <summary>Nothing but numbers: a sum without its word if no row of data follows, else a row that names nothing.</summary>
    NumbersOnly = 7,
}

/// <summary>Tells rows of the list from what stands around them.</summary>
public sealed class RowClassifier
{
    private const int LongestLabel = 80;

    // Words for total in the EU's official languages, folded.
    private const string TotalWords =
        "total totals totale totali totaal totalt totais totales gesamt gesamtsumme gesamtbetrag summe suma sumy razem ogolem lacznie celkem celkom spolu souhrn osszesen mindosszesen ukupno sveukupno "
        + "skupaj vsota kopa pavisam viso kokku yhteensa summa somma soma suma общо всичко сума сбор συνολο αθροισμα iomlan insgesamt subtotal somme sammanlagt totalul";

    private const string TotalPhrases = "grand total|sub total|i alt|is viso|w sumie|en total|общ сбор|γενικο συνολο";

    private const string NoteWords = "source sources zrodlo zrodla uwaga uwagi note notes nota quelle hinweis stand anmerkung източник забележка πηγη fonte fuente megjegyzes poznamka zdroj";

    private static readonly HashSet<string> Totals = [.. TotalWords.Split(' ')];
    private static readonly string[] Phrases = TotalPhrases.Split('|');
    private static readonly HashSet<string> Notes = [.. NoteWords.Split(' ')];

    private readonly TableHeader _header;
    private readonly HeaderCell _landmark;

    /// <summary>A classifier for the table with this header.</summary>
    public RowClassifier(TableHeader header)
    {
        _header = header;
        _landmark = header.Columns.MaxBy(cell => cell.Name.Length) ?? new HeaderCell(0, string.Empty, []);
    }

    /// <summary>What the row is.</summary>
    public RowKind Classify(TableRow row)
    {
        if (row.Number <= _header.LastRow)
        {
            return row.Number >= _header.FirstRow ? RowKind.Header : row.IsBlank ? RowKind.Blank : RowKind.Title;
        }

        var (first, filled, numbers) = Survey(row);
        if (filled == 0)
        {
            return RowKind.Blank;
        }

        if (RepeatsHeader(row))
        {
            return RowKind.Header;
        }

        if (numbers == filled)
        {
            return filled >= 3 && CountsColumns(row) ? RowKind.ColumnNumbers : filled >= 2 || filled * 4 >= _header.Columns.Count ? RowKind.NumbersOnly : RowKind.Data;
        }

        if (numbers == filled - 1 && IsTotal(row[first], filled))
        {
            return RowKind.Total;
        }

        return filled == 1 && _header.Columns.Count > 2 && IsNote(row[first]) ? RowKind.Note : RowKind.Data;
    }

    /// <summary>The first filled cell, how many are filled, and how many hold numbers; stops counting at the second text.</summary>
    private static (int First, int Filled, int Numbers) Survey(TableRow row)
    {
        var (first, filled, numbers) = (-1, 0, 0);
        for (var column = 0; column < row.Count; column++)
        {
            var cell = row.Cell(column);
            if (cell.Kind == CellKind.Empty || cell.Text.IsWhiteSpace())
            {
                continue;
            }

            first = first < 0 ? column : first;
            filled++;
            if (IsNumber(in cell))
            {
                numbers++;
            }
            else if (filled - numbers > 1)
            {
                break;
            }
        }

        return (first, filled, numbers);
    }

    private static bool IsNumber(in TableCell cell) => cell.Kind switch
    {
        CellKind.Number or CellKind.Percent => true,
        CellKind.Text => NumberText.Read(cell.Text).Problem == CellProblem.None,
        _ => false,
    };

    private bool RepeatsHeader(TableRow row)
    {
        if (_landmark.Name.Length < 2 || !Says(row[_landmark.Column], _landmark))
        {
            return false;
        }

        var same = 0;
        var named = 0;
        foreach (var cell in _header.Columns)
        {
            named += cell.Parts.Count > 0 ? 1 : 0;
            same += cell.Parts.Count > 0 && Says(row[cell.Column], cell) ? 1 : 0;
        }

        return same >= 2 && same * 2 > named;
    }

    private static bool Says(ReadOnlySpan<char> text, HeaderCell cell)
    {
        text = text.Trim();
        foreach (var part in cell.Parts)
        {
            if (text.Equals(part.AsSpan().Trim(), StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private static bool CountsColumns(TableRow row)
    {
        var expected = 1;
        for (var column = 0; column < row.Count; column++)
        {
            var text = Blanks.Trim(row[column]).Trim("().");
            if (text.IsEmpty)
            {
                continue;
            }

            if (!int.TryParse(text, System.Globalization.NumberStyles.None, null, out var number) || number != expected)
            {
                return false;
            }

            expected++;
        }

        return true;
    }

    private static bool IsTotal(ReadOnlySpan<char> label, int filled)
    {
        if (filled < 2 || label.Length > LongestLabel)
        {
            return false;
        }

        var text = HeaderText.Normalise(label);
        var word = text.Split(' ')[0];
        return Totals.Contains(word) || Phrases.Any(phrase => text.StartsWith(phrase, StringComparison.Ordinal));
    }

    private static bool IsNote(ReadOnlySpan<char> text)
    {
        text = Blanks.Trim(text);
        return text[0] is '*' or '†' or '¹' or '²' or '³' || Notes.Contains(HeaderText.Normalise(text[..Math.Min(text.Length, LongestLabel)]).Split(' ')[0]);
    }
}
