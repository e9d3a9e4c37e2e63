using System.Buffers;
using System.Globalization;
using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Splot.Data;

/// <summary>A prepared statement of SQLite's own interface: no parameter objects, no boxing.</summary>
internal sealed class SqliteBulkInsert : BulkInsert
{
    private readonly sqlite3 database;
    private readonly sqlite3_stmt statement;
    private byte[] buffer = ArrayPool<byte>.Shared.Rent(4096);

    public SqliteBulkInsert(Session session, BulkTable table)
    {
        database = ((SqliteConnection)session.Connection).Handle!;
        var code = raw.sqlite3_prepare_v2(database, table.Sqlite, out statement);
        SqliteException.ThrowExceptionForRC(code, database);
    }

    public override void Set(int column, long? value)
    {
        if (value is { } number)
        {
            raw.sqlite3_bind_int64(statement, column + 1, number);
        }
        else
        {
            raw.sqlite3_bind_null(statement, column + 1);
        }
    }

    public override void Set(int column, string? value)
    {
        if (value is null)
        {
            raw.sqlite3_bind_null(statement, column + 1);
            return;
        }

        var needed = Encoding.UTF8.GetMaxByteCount(value.Length);
        if (needed > buffer.Length)
        {
            ArrayPool<byte>.Shared.Return(buffer);
            buffer = ArrayPool<byte>.Shared.Rent(needed);
        }

        var length = Encoding.UTF8.GetBytes(value, buffer);
        raw.sqlite3_bind_text(statement, column + 1, buffer.AsSpan(0, length));
    }

    public override void Set(int column, DateOnly? value) => Set(column, value?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    public override void Set(int column, bool? value) => Set(column, value is { } truth ? truth ? 1L : 0L : (long?)null);

    public override void Set(int column, decimal? value) => Set(column, value is { } number ? EfForm(number) : null);

    /// <summary>As EF Core stores a decimal on SQLite: text that keeps at least one decimal place.</summary>
    private static string EfForm(decimal value)
    {
        var text = value.ToString(CultureInfo.InvariantCulture);
        return text.Contains('.', StringComparison.Ordinal) ? text : text + ".0";
    }

    public override void Set(int column, byte[]? value)
    {
        if (value is null)
        {
            raw.sqlite3_bind_null(statement, column + 1);
        }
        else
        {
            raw.sqlite3_bind_blob(statement, column + 1, value);
        }
    }

    public override void NextRow()
    {
        var code = raw.sqlite3_step(statement);
        raw.sqlite3_reset(statement);
        raw.sqlite3_clear_bindings(statement);
        if (code != raw.SQLITE_DONE)
        {
            SqliteException.ThrowExceptionForRC(code, database);
        }
    }

    public override void Complete()
    {
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            statement.Dispose();
            ArrayPool<byte>.Shared.Return(buffer);
            buffer = [];
        }
    }
}
