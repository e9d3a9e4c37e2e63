namespace Splot.Tables;

/// <summary>Follows which table of a page the current place belongs to: the innermost open one. Tables count from 1 in the order in which they start; rows outside any belong to 0.</summary>
internal sealed class HtmlTables
{
    private const int MaxDepth = 200;

    private readonly Stack<int> _open = new();
    private int _started;

    /// <summary>The innermost open table.</summary>
    public int Current => _open.Count == 0 ? 0 : _open.Peek();

    /// <summary>True inside the table, however deep.</summary>
    public bool IsInside(int table) => table == 0 || _open.Contains(table);

    /// <summary>Takes a tag in; true if it was a table's.</summary>
    public bool Follow(HtmlToken token, HtmlScanner scanner)
    {
        if (!scanner.Is("table"))
        {
            return false;
        }

        if (token == HtmlToken.Close)
        {
            _open.TryPop(out _);
            return true;
        }

        if (_open.Count == MaxDepth)
        {
            throw new TableRefusedException(Refusals.NoTable("its tables are nested without end."));
        }

        _open.Push(++_started);
        return true;
    }

    /// <summary>The table with the most rows of its own; -1 if no row is found.</summary>
    public static int Largest(HtmlScanner scanner, CancellationToken cancellation)
    {
        var tables = new HtmlTables();
        var rows = new Dictionary<int, long>();
        HtmlToken token;
        while ((token = scanner.Read()) != HtmlToken.End)
        {
            if (token != HtmlToken.Text && !tables.Follow(token, scanner) && token == HtmlToken.Start && scanner.Is("tr"))
            {
                cancellation.ThrowIfCancellationRequested();
                rows[tables.Current] = rows.GetValueOrDefault(tables.Current) + 1;
            }
        }

        return rows.Count == 0 ? -1 : rows.OrderByDescending(entry => entry.Value).ThenBy(entry => entry.Key).First().Key;
    }
}
