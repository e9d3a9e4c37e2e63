using System.Data.Common;
using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;
using SQLitePCL;
using Splot.Data;

namespace Splot.Testing;

/// <summary>Reads an SQLite schema back, as facts of one line each.</summary>
internal static partial class SqliteSchema
{
    private const string Tables = "SELECT name, sql FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND name <> 'data_migration' ORDER BY name";
    private const string Others = """
        SELECT CASE type WHEN 'view' THEN 'view ' || name || ': ' || sql ELSE 'trigger ' || tbl_name || '.' || name END
        FROM sqlite_schema WHERE type IN ('view', 'trigger') ORDER BY name
        """;
    private const string Columns = "SELECT name, type, \"notnull\", dflt_value, hidden FROM pragma_table_xinfo(@table) ORDER BY cid";
    private const string PrimaryKey = "SELECT group_concat(name, ', ') FROM (SELECT name FROM pragma_table_info(@table) WHERE pk > 0 ORDER BY pk)";
    private const string ForeignKeys = """
        SELECT group_concat("from", ', '), "table", group_concat("to", ', '), on_update, on_delete
        FROM (SELECT * FROM pragma_foreign_key_list(@table) ORDER BY id, seq) GROUP BY id
        """;

    private const string Indexes = """
        SELECT i."unique", COALESCE(s.sql, ''), (
            SELECT group_concat(COALESCE(x.name, 'expression') || CASE x."desc" WHEN 1 THEN ' desc' ELSE '' END || ' collate ' || x.coll, ', ')
            FROM (SELECT * FROM pragma_index_xinfo(i.name) WHERE key = 1 ORDER BY seqno) AS x)
        FROM pragma_index_list(@table) AS i LEFT JOIN sqlite_schema AS s ON s.type = 'index' AND s.name = i.name
        WHERE i.origin <> 'pk'
        """;

    public static async Task<IReadOnlyList<string>> DescribeAsync(DbConnection connection)
    {
        var facts = new List<string>();
        foreach (var table in await RowsAsync(connection, Tables))
        {
            facts.Add($"table {table[0]}");
            facts.AddRange(await ColumnsAsync((SqliteConnection)connection, table[0]));
            facts.AddRange((await RowsAsync(connection, PrimaryKey, table[0])).Select(key => $"{table[0]} primary key ({key[0]})"));
            facts.AddRange((await RowsAsync(connection, ForeignKeys, table[0])).Select(k => $"{table[0]} foreign key ({k[0]}) references {k[1]} ({k[2]}) on update {k[3]} on delete {k[4]}"));
            facts.AddRange((await RowsAsync(connection, Indexes, table[0])).Select(i => $"{table[0]} {(i[0] == "1" ? "unique index" : "index")} ({i[2]}){Filter(i[1])}"));
            facts.AddRange(Checks(table[1]).Select(check => $"{table[0]} check {check}"));
        }

        facts.AddRange((await RowsAsync(connection, Others)).Select(o => o[0]));
        return facts;
    }

    /// <summary>Collation and AUTOINCREMENT are told by the library's own function, not by a pragma.</summary>
    private static async Task<IEnumerable<string>> ColumnsAsync(SqliteConnection connection, string table) => (await RowsAsync(connection, Columns, table)).Select(column =>
    {
        raw.sqlite3_table_column_metadata(connection.Handle, "main", table, column[0], out _, out string collation, out _, out _, out var generated);
        var nullability = column[2] == "1" ? " not null" : string.Empty;
        var missing = column[3].Length > 0 ? $" default {column[3]}" : string.Empty;
        var computed = column[4] is "2" or "3" ? " computed" : string.Empty;
        return $"{table}.{column[0]} {column[1].ToUpperInvariant()}{nullability}{missing}{(generated == 1 ? " autoincrement" : string.Empty)}{computed} collate {collation}";
    });

    private static string Filter(string indexSql) => Where().Match(indexSql) is { Success: true } where ? $" where {Plain(where.Groups["filter"].Value)}" : string.Empty;

    /// <summary>The conditions of CHECK clauses, found by counting brackets.</summary>
    private static IEnumerable<string> Checks(string tableSql)
    {
        foreach (Match start in Check().Matches(tableSql))
        {
            var from = start.Index + start.Length - 1;
            var depth = 0;
            for (var i = from; i < tableSql.Length; i++)
            {
                depth += tableSql[i] == '(' ? 1 : tableSql[i] == ')' ? -1 : 0;
                if (depth == 0)
                {
                    yield return Plain(tableSql[from..(i + 1)]);
                    break;
                }
            }
        }
    }

    private static string Plain(string sql) => Space().Replace(sql.Replace("\"", string.Empty, StringComparison.Ordinal), " ").Trim();

    private static async Task<List<string[]>> RowsAsync(DbConnection connection, string sql, string? table = null)
    {
        await using var command = connection.Prepare(null, sql, table is null ? [] : [("table", table)]);
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<string[]>();
        while (await reader.ReadAsync())
        {
            rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(i => Convert.ToString(reader.GetValue(i), CultureInfo.InvariantCulture)!)]);
        }

        return rows;
    }

    [GeneratedRegex(@"\)\s*where\s+(?<filter>.*)$", RegexOptions.IgnoreCase | RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Where();

    [GeneratedRegex(@"\bcheck\s*\(", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Check();

    [GeneratedRegex(@"\s+", RegexOptions.None, 1000)]
    private static partial Regex Space();
}
