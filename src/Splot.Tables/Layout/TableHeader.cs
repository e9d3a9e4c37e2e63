namespace Splot.Tables;

/// <summary>One of the first rows of a table, kept.</summary>
/// <param name="Number">The row as a person counts it.</param>
/// <param name="Cells">Its texts.</param>
public sealed record HeadRow(long Number, IReadOnlyList<string> Cells);

/// <summary>The header of one column; a header of several rows has several parts.</summary>
/// <param name="Column">The column, counting from 0.</param>
/// <param name="Name">All parts on one line, blanks squeezed; empty if the column has no header.</param>
/// <param name="Parts">The text of each header row that has one, as it stands in the file.</param>
public sealed record HeaderCell(int Column, string Name, IReadOnlyList<string> Parts);

/// <summary>Where a table's header stands and what it says.</summary>
/// <param name="FirstRow">Its first row as a person counts it; rows above are titles.</param>
/// <param name="LastRow">Its last row; data begins below.</param>
/// <param name="Columns">All columns in their order.</param>
public sealed record TableHeader(long FirstRow, long LastRow, IReadOnlyList<HeaderCell> Columns)
{
    internal static TableHeader Join(IReadOnlyList<HeadRow> rows)
    {
        var width = rows.Max(row => row.Cells.Count);
        var columns = new HeaderCell[width];
        for (var column = 0; column < width; column++)
        {
            var parts = rows.Select(row => column < row.Cells.Count ? row.Cells[column] : string.Empty)
                .Where(text => !string.IsNullOrWhiteSpace(text))
                .Distinct()
                .ToList();
            columns[column] = new HeaderCell(column, Squeeze(string.Join(' ', parts)), parts);
        }

        while (width > 0 && columns[width - 1].Name.Length == 0)
        {
            width--;
        }

        return new TableHeader(rows[0].Number, rows[^1].Number, columns[..width]);
    }

    private static string Squeeze(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
