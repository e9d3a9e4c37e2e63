using System.Globalization;
using System.Text;

namespace Splot.Territory.Tables;

/// <summary>A file cannot be read as what it should be; the message says where and what to do.</summary>
public sealed class BadTableException(string message) : Exception(message);

/// <summary>
/// A fact table: UTF-8, tab-separated, comment lines with # at the head, one header line, no quoting. The format of the embedded tables
/// and of the files that <c>splot import territory</c> takes.
/// </summary>
internal sealed class FactTable
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly Dictionary<string, int> places;

    private FactTable(string name, IReadOnlyList<string> columns, IReadOnlyList<FactRow> rows)
    {
        Name = name;
        Columns = columns;
        Rows = rows;
        places = columns.Select((column, place) => (column, place)).ToDictionary(x => x.column, x => x.place);
    }

    /// <summary>Name of the resource or file, for messages.</summary>
    public string Name { get; }

    /// <summary>Column names as in the header.</summary>
    public IReadOnlyList<string> Columns { get; }

    public IReadOnlyList<FactRow> Rows { get; }

    /// <summary>Place of a column, or -1.</summary>
    public int Place(string column) => places.GetValueOrDefault(column, -1);

    /// <summary>Decodes strictly: a byte that is no UTF-8 is an error, not a question mark.</summary>
    public static string Decode(byte[] bytes)
    {
        try
        {
            return Strict.GetString(bytes).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException failure)
        {
            throw new BadTableException(Text.NotUtf8(Digits(failure.Index)));
        }
    }

    public static FactTable Read(string name, string text, char delimiter = '\t')
    {
        FactTable? table = null;
        var rows = new List<FactRow>();
        var line = 0;
        foreach (var span in text.AsSpan().EnumerateLines())
        {
            line++;
            if (span.IsWhiteSpace() || span[0] == '#')
            {
                continue;
            }

            var cells = span.ToString().Split(delimiter);
            if (table is null)
            {
                var columns = cells.Select(c => c.Trim()).ToList();
                if (columns.Distinct(StringComparer.Ordinal).Count() != columns.Count)
                {
                    throw new BadTableException(Text.ColumnTwice(Digits(line)));
                }

                table = new FactTable(name, columns, rows);
                continue;
            }

            if (cells.Length > table.Columns.Count)
            {
                throw new BadTableException(Text.TooManyCells(Digits(line), Digits(cells.Length), Digits(table.Columns.Count)));
            }

            rows.Add(new FactRow(table, line, cells));
        }

        return table ?? throw new BadTableException(Text.NoHeader);
    }

    private static string Digits(int number) => number.ToString(CultureInfo.InvariantCulture);
}

/// <summary>A row; cells missing at its end are empty.</summary>
internal sealed class FactRow(FactTable table, int line, string[] cells)
{
    private static readonly string[] Yes = ["yes", "no"];

    /// <summary>Line in the file, from 1.</summary>
    public int Line { get; } = line;

    /// <summary>The cell without blanks around it, or null when it is empty or the table has no such column.</summary>
    public string? this[string column]
    {
        get
        {
            var place = table.Place(column);
            var cell = place >= 0 && place < cells.Length ? cells[place].AsSpan().Trim() : default;
            return cell.IsEmpty ? null : cell.ToString();
        }
    }

    public string Need(string column) => this[column] ?? throw Bad(column, Text.CellMissing);

    public DateOnly? Day(string column) => this[column] is not { } text
        ? null
        : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : throw Bad(column, Text.NoDate(text));

    public long? Number(string column) => this[column] is not { } text
        ? null
        : long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw Bad(column, Text.NoNumber(text));

    public decimal? Decimal(string column) => this[column] is not { } text
        ? null
        : decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw Bad(column, Text.NoNumber(text));

    public bool Truth(string column) => this[column] switch
    {
        "yes" => true,
        "no" or null => false,
        { } text => throw Bad(column, Text.NoChoice(text, string.Join(", ", Yes))),
    };

    public string OneOf(string column, IReadOnlyList<string> choices)
    {
        var text = Need(column);
        return choices.Contains(text) ? text : throw Bad(column, Text.NoChoice(text, string.Join(", ", choices)));
    }

    public BadTableException Bad(string column, string problem) => new(Text.BadCell(Line.ToString(CultureInfo.InvariantCulture), column, problem));
}
