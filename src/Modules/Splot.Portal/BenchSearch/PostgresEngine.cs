using System.Data.Common;
using System.Diagnostics;
using System.Globalization;
using Npgsql;
using Splot.Search.Text;

namespace Splot.Portal.BenchSearch;

/// <summary>PostgreSQL: its own full text with a GIN index, and SQL. Works in the schema splot_bench of a database, which it makes and drops.</summary>
internal sealed class PostgresEngine(Analyzer analyzer, string connectionString) : SqlEngine(analyzer)
{
    private const string Create = """
        DROP SCHEMA IF EXISTS splot_bench CASCADE;
        CREATE SCHEMA splot_bench;
        SET search_path = splot_bench, public;
        CREATE TABLE bench_operation (key bigint PRIMARY KEY, budget bigint NULL, eu bigint NULL, terms tsvector NOT NULL);
        CREATE TABLE bench_code (name text NOT NULL, key bigint NOT NULL, value text NOT NULL);
        """;

    private const string Finish = """
        SET maintenance_work_mem = '1GB';
        CREATE INDEX ON bench_operation USING gin (terms);
        CREATE INDEX ON bench_operation (budget DESC NULLS LAST);
        CREATE TABLE bench_country AS SELECT key, value FROM bench_code WHERE name = 'country';
        CREATE TABLE bench_region AS SELECT DISTINCT key, value FROM bench_code WHERE name = 'region';
        CREATE TABLE bench_fund AS SELECT DISTINCT key, value FROM bench_code WHERE name = 'fund';
        CREATE TABLE bench_programme AS SELECT DISTINCT key, value FROM bench_code WHERE name = 'programme';
        CREATE TABLE bench_theme AS SELECT key, value FROM bench_code WHERE name = 'theme';
        CREATE TABLE bench_period AS SELECT key, value FROM bench_code WHERE name = 'period';
        CREATE INDEX ON bench_country (value, key); CREATE INDEX ON bench_country (key);
        CREATE INDEX ON bench_region (value, key); CREATE INDEX ON bench_region (key);
        CREATE INDEX ON bench_fund (value, key); CREATE INDEX ON bench_fund (key);
        CREATE INDEX ON bench_programme (value, key); CREATE INDEX ON bench_programme (key);
        CREATE INDEX ON bench_theme (value, key); CREATE INDEX ON bench_theme (key);
        CREATE INDEX ON bench_period (value, key); CREATE INDEX ON bench_period (key);
        ANALYZE;
        """;

    private const string Settings = "SET search_path = splot_bench, public; SET statement_timeout = 30000; SET work_mem = '256MB'";
    private const string CopyOperations = "COPY bench_operation (key, budget, eu, terms) FROM STDIN (FORMAT TEXT)";
    private const string CopyCodes = "COPY bench_code (name, key, value) FROM STDIN (FORMAT BINARY)";
    private const string Gone = "DROP SCHEMA IF EXISTS splot_bench CASCADE";
    private const string FromText = "CREATE TEMP TABLE hits AS SELECT o.key, -ts_rank(o.terms, q) AS rank FROM bench_operation o, to_tsquery('simple', @terms) q WHERE o.terms @@ q";
    private const string FromAll = "CREATE TEMP TABLE hits AS SELECT o.key, 0 AS rank FROM bench_operation o WHERE true";

    private static readonly Dictionary<string, string> Filters = new(StringComparer.Ordinal)
    {
        ["country"] = "AND o.key IN (SELECT key FROM bench_country WHERE value = {0})",
        ["region"] = "AND o.key IN (SELECT key FROM bench_region WHERE value = {0})",
        ["fund"] = "AND o.key IN (SELECT key FROM bench_fund WHERE value = {0})",
        ["programme"] = "AND o.key IN (SELECT key FROM bench_programme WHERE value = {0})",
        ["theme"] = "AND o.key IN (SELECT key FROM bench_theme WHERE value = {0})",
        ["period"] = "AND o.key IN (SELECT key FROM bench_period WHERE value = {0})",
    };

    private NpgsqlConnection? connection;

    protected override string? AfterFilling => "ANALYZE hits";

    public override string Name => "PostgreSQL full text + SQL";

    public override async Task<TimeSpan> BuildAsync(IAsyncEnumerable<YardstickRow> rows, CancellationToken cancellation)
    {
        connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connectionString) { CommandTimeout = 0 }.ToString());
        await connection.OpenAsync(cancellation);
        var watch = Stopwatch.StartNew();
        await RunAsync(Create, [], cancellation);
        watch.Stop();
        var codes = new List<(long Key, string Name, string Value)>();
        await using (var operations = await connection.BeginTextImportAsync(CopyOperations, cancellation))
        {
            await foreach (var row in rows.WithCancellation(cancellation))
            {
                codes.AddRange(row.Codes.Select(c => (row.Key, c.Column, c.Value)));
                watch.Start();
                await operations.WriteAsync(string.Create(CultureInfo.InvariantCulture, $"{row.Key}\t{Or(row.Budget)}\t{Or(row.Eu)}\t{row.Terms}\n"));
                watch.Stop();
            }
        }

        watch.Start();
        await using (var table = await connection.BeginBinaryImportAsync(CopyCodes, cancellation))
        {
            foreach (var (key, name, value) in codes)
            {
                await table.WriteRowAsync(cancellation, name, key, value);
            }

            await table.CompleteAsync(cancellation);
        }

        await RunAsync(Finish, [], cancellation);
        await RunAsync(Settings, [], cancellation);
        return watch.Elapsed;
    }

    public override async ValueTask DisposeAsync()
    {
        if (connection is not null)
        {
            await RunAsync(Gone, [], CancellationToken.None);
            await connection.DisposeAsync();
        }
    }

    protected override DbCommand Command(string sql) => new NpgsqlCommand(sql, connection);

    // The server stops statements itself.
    protected override IDisposable Watch(CancellationToken cancellation) => new MemoryStream(0);

    protected override (string Sql, IReadOnlyList<(string Name, object Value)> Parameters) Fill(BenchQuery query)
    {
        var withText = query.Words.Count > 0;
        var filters = query.Filters.Select((f, i) => Filter(Filters[f.Column], i));
        var match = string.Join(" & ", Terms(query).Select(t => "(" + string.Join(" | ", t) + ")"));
        return ((withText ? FromText : FromAll) + string.Concat(filters), withText ? [("terms", match), .. FilterValues(query)] : FilterValues(query));
    }

    private static string Or(long? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "\\N";
}
