using System.Data.Common;
using Splot.Data;

namespace Splot.Testing;

/// <summary>Reads a PostgreSQL schema back, as facts of one line each. The server's own functions write definitions in one form, whatever form they were given in.</summary>
internal static class PostgresSchema
{
    private const string Facts = """
        WITH own AS (
            SELECT oid, relname, relkind FROM pg_class WHERE relnamespace = current_schema()::regnamespace AND relname <> 'data_migration'
        )
        SELECT 'table ' || relname FROM own WHERE relkind IN ('r', 'p')
        UNION ALL
        SELECT own.relname || '.' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod)
            || CASE WHEN a.attnotnull THEN ' not null' ELSE '' END
            || CASE a.attidentity WHEN '' THEN '' WHEN 'a' THEN ' identity always' ELSE ' identity' END
            || CASE a.attgenerated WHEN '' THEN '' ELSE ' computed' END
            || COALESCE(' default ' || pg_get_expr(d.adbin, d.adrelid), '')
            || COALESCE(' collate ' || c.collname, '')
        FROM own
        JOIN pg_attribute a ON a.attrelid = own.oid AND a.attnum > 0 AND NOT a.attisdropped
        LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
        LEFT JOIN pg_collation c ON c.oid = a.attcollation
        WHERE own.relkind IN ('r', 'p')
        UNION ALL
        SELECT own.relname || ' ' || pg_get_constraintdef(k.oid) FROM own JOIN pg_constraint k ON k.conrelid = own.oid WHERE k.contype <> 'u'
        UNION ALL
        SELECT own.relname || ' ' || regexp_replace(pg_get_indexdef(i.indexrelid), 'INDEX .* ON ', 'INDEX ON ') FROM own JOIN pg_index i ON i.indrelid = own.oid WHERE NOT i.indisprimary
        UNION ALL
        SELECT 'view ' || relname || ': ' || pg_get_viewdef(oid) FROM own WHERE relkind IN ('v', 'm')
        UNION ALL
        SELECT 'trigger ' || own.relname || '.' || t.tgname FROM own JOIN pg_trigger t ON t.tgrelid = own.oid WHERE NOT t.tgisinternal
        """;

    public static async Task<IReadOnlyList<string>> DescribeAsync(DbConnection connection)
    {
        await using var command = connection.Prepare(null, Facts, []);
        await using var reader = await command.ExecuteReaderAsync();
        var facts = new List<string>();
        while (await reader.ReadAsync())
        {
            facts.Add(reader.GetString(0));
        }

        return facts;
    }
}
