using System.Data.Common;
using System.Globalization;
using System.Text.RegularExpressions;
using Splot.Data;

namespace Splot.Testing;

/// <summary>A column, as far as filling it goes.</summary>
/// <param name="Name">Name.</param>
/// <param name="Type">Declared type.</param>
/// <param name="Optional">True where it may stay empty.</param>
/// <param name="KeyPlace">Place in the primary key from 1; 0 outside it.</param>
/// <param name="Checks">Conditions of the table that name the column.</param>
internal sealed record ColumnShape(string Name, string Type, bool Optional, int KeyPlace, string Checks);

/// <summary>A table, as far as filling it goes.</summary>
internal sealed partial record TableShape(string Name, IReadOnlyList<ColumnShape> Columns)
{
    private const string SelectSqlite = """
        SELECT t.name, c.name, c.type, c."notnull" = 0 AND c.pk = 0, c.pk, t.sql
        FROM sqlite_schema t JOIN pragma_table_xinfo(t.name) c
        WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite\_%' ESCAPE '\' AND t.name <> 'data_migration' AND c.hidden = 0
        ORDER BY t.name, c.cid
        """;

    private const string SelectPostgres = """
        SELECT t.relname, a.attname, format_type(a.atttypid, a.atttypmod), NOT a.attnotnull,
            COALESCE(array_position(k.conkey, a.attnum), 0),
            COALESCE((SELECT string_agg(pg_get_constraintdef(x.oid), ' ') FROM pg_constraint x WHERE x.conrelid = t.oid AND x.contype = 'c' AND a.attnum = ANY (x.conkey)), '')
        FROM pg_class t
        JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
        LEFT JOIN pg_constraint k ON k.conrelid = t.oid AND k.contype = 'p'
        WHERE t.relnamespace = current_schema()::regnamespace AND t.relkind IN ('r', 'p') AND t.relname <> 'data_migration'
        ORDER BY t.relname, a.attnum
        """;

    /// <summary>Names of the primary key's columns, in its order.</summary>
    public IReadOnlyList<string> Key => [.. Columns.Where(c => c.KeyPlace > 0).OrderBy(c => c.KeyPlace).Select(c => c.Name)];

    /// <summary>The tables of the store.</summary>
    public static async Task<IReadOnlyList<TableShape>> ReadAsync(Engine engine, DbConnection connection)
    {
        await using var command = connection.Prepare(null, engine == Engine.Sqlite ? SelectSqlite : SelectPostgres, []);
        await using var reader = await command.ExecuteReaderAsync();
        var columns = new List<(string Table, ColumnShape Column)>();
        while (await reader.ReadAsync())
        {
            var optional = Convert.ToBoolean(reader.GetValue(3), CultureInfo.InvariantCulture);
            columns.Add((reader.GetString(0), new ColumnShape(reader.GetString(1), reader.GetString(2), optional, Convert.ToInt32(reader.GetValue(4), CultureInfo.InvariantCulture), reader.GetString(5))));
        }

        return [.. columns.GroupBy(c => c.Table, c => c.Column, StringComparer.Ordinal).Select(t => new TableShape(t.Key, [.. t]))];
    }

    /// <summary>Reads the primary keys, or all columns where there is no key.</summary>
    public string SelectKeys(Engine engine, string table)
    {
        var columns = Key.Count > 0 ? Key : [.. Columns.Select(c => c.Name)];
        return $"SELECT {string.Join(", ", columns.Select(c => engine == Engine.Sqlite ? $"\"{c}\"" : $"\"{c}\"::text"))} FROM \"{table}\"";
    }

    /// <summary>Inserts row <paramref name="row"/>, with or without the columns that may stay empty.</summary>
    public Task InsertAsync(Engine engine, DbConnection connection, int row, bool optional)
    {
        var columns = Columns.Where(c => optional || !c.Optional).ToList();
        var names = string.Join(", ", columns.Select(c => $"\"{c.Name}\""));
        var values = string.Join(", ", columns.Select((c, i) => engine == Engine.Sqlite ? $"@p{i}" : $"CAST(@p{i} AS {c.Type})"));
        var overriding = engine == Engine.Sqlite ? string.Empty : " OVERRIDING SYSTEM VALUE";
        return connection.ExecuteAsync(
            null,
            $"INSERT INTO \"{Name}\" ({names}){overriding} VALUES ({values})",
            [.. columns.Select((c, i) => ($"p{i}", (object?)Value(engine, c, row)))],
            CancellationToken.None);
    }

    private static object Value(Engine engine, ColumnShape column, int row)
    {
        if (Allowed(column) is { } allowed)
        {
            return allowed;
        }

        var number = row.ToString(CultureInfo.InvariantCulture);
        var text = column.Type.ToUpperInvariant() switch
        {
            var type when type.Contains("BYTEA", StringComparison.Ordinal) => $"\\x0{number}",
            var type when type.Contains("BOOL", StringComparison.Ordinal) => "true",
            var type when type.EndsWith("[]", StringComparison.Ordinal) => $"{{{number}}}",
            var type when type.StartsWith("TIMESTAMP", StringComparison.Ordinal) || type == "DATE" => $"2026-01-0{number}",
            "UUID" => $"00000000-0000-0000-0000-00000000000{number}",
            _ => number,
        };
        return engine switch
        {
            Engine.Sqlite when column.Type.Contains("INT", StringComparison.OrdinalIgnoreCase) => row,
            Engine.Sqlite when column.Type.Contains("BLOB", StringComparison.OrdinalIgnoreCase) => new[] { (byte)row },
            _ => text,
        };
    }

    /// <summary>The first value of a list that a condition allows for the column: <c>sex IN ('f', 'm')</c>, which PostgreSQL writes as ANY (ARRAY['f'::text, …]).</summary>
    private static string? Allowed(ColumnShape column) =>
        Literals().Matches(column.Checks).FirstOrDefault(m => m.Groups["column"].Value == column.Name)?.Groups["value"].Value;

    [GeneratedRegex(@"""?(?<column>\w+)""?\s*\)?\s*(in\s*\(|=\s*any\s*\(+array\[|=)\s*'(?<value>[^']*)'", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Literals();
}
