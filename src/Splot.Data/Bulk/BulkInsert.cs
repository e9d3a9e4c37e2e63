namespace Splot.Data;

/// <summary>
/// Writes many rows of one table through a session: a prepared statement on SQLite, binary COPY on PostgreSQL. Set every column of a
/// row, then call <see cref="NextRow"/>; call <see cref="Complete"/> after the last one. One bulk insert at a time on a PostgreSQL
/// session. Columns that are not set stay null.
/// </summary>
public abstract class BulkInsert : IDisposable
{
    /// <summary>Opens a bulk insert into <paramref name="table"/>. Both names come from code, never from input.</summary>
    public static BulkInsert Into(Session session, BulkTable table) => session.Store.Engine == Engine.Sqlite
        ? new SqliteBulkInsert(session, table)
        : new PostgresBulkInsert(session, table);

    /// <summary>Sets an integer, or null.</summary>
    public abstract void Set(int column, long? value);

    /// <summary>Sets a text, or null.</summary>
    public abstract void Set(int column, string? value);

    /// <summary>Sets a calendar date, or null.</summary>
    public abstract void Set(int column, DateOnly? value);

    /// <summary>Sets a truth value.</summary>
    public abstract void Set(int column, bool? value);

    /// <summary>Sets a decimal, or null.</summary>
    public abstract void Set(int column, decimal? value);

    /// <summary>Sets bytes, or null.</summary>
    public abstract void Set(int column, byte[]? value);

    /// <summary>Writes the row.</summary>
    public abstract void NextRow();

    /// <summary>Ends the insert; without it a PostgreSQL COPY is cancelled.</summary>
    public abstract void Complete();

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Frees the statement.</summary>
    protected abstract void Dispose(bool disposing);
}

/// <summary>A table for bulk inserts: its statements for both engines, written out as constants where the table is declared.</summary>
/// <param name="Sqlite">INSERT with positional parameters.</param>
/// <param name="Postgres">COPY … FROM STDIN (FORMAT BINARY).</param>
/// <param name="Columns">Number of columns.</param>
public sealed record BulkTable(string Sqlite, string Postgres, int Columns)
{
    /// <summary>The statements for a table and its columns. All names must be identifiers: lower-case letters, digits and underscores.</summary>
    public static BulkTable Of(string table, params ReadOnlySpan<string> columns)
    {
        Check(table);
        foreach (var column in columns)
        {
            Check(column);
        }

        var names = string.Join(", ", columns!);
        var marks = string.Join(", ", Enumerable.Repeat("?", columns.Length));
        return new BulkTable(
            string.Create(System.Globalization.CultureInfo.InvariantCulture, $"INSERT INTO {table} ({names}) VALUES ({marks})"),
            string.Create(System.Globalization.CultureInfo.InvariantCulture, $"COPY {table} ({names}) FROM STDIN (FORMAT BINARY)"),
            columns.Length);
    }

    private static void Check(string name)
    {
        if (name.Length == 0 || !name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '_'))
        {
            throw new ArgumentException("A table or column name holds only lower-case letters, digits and underscores.", nameof(name));
        }
    }
}
