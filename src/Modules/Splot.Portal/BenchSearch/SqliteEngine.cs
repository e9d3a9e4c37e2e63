using System.Data.Common;
using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Splot.Search.Text;

namespace Splot.Portal.BenchSearch;

/// <summary>SQLite: FTS5 without a copy of the texts, and SQL.</summary>
internal sealed class SqliteEngine : SqlEngine
{
    private const string Create = """
        PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -400000; PRAGMA temp_store = MEMORY;
        CREATE VIRTUAL TABLE bench_text USING fts5(terms, content='', tokenize='ascii');
        CREATE TABLE bench_operation (key INTEGER PRIMARY KEY, budget INTEGER NULL, eu INTEGER NULL);
        CREATE TABLE bench_country (key INTEGER NOT NULL, value TEXT NOT NULL, PRIMARY KEY (key, value)) WITHOUT ROWID;
        CREATE TABLE bench_region (key INTEGER NOT NULL, value TEXT NOT NULL, PRIMARY KEY (key, value)) WITHOUT ROWID;
        CREATE TABLE bench_fund (key INTEGER NOT NULL, value TEXT NOT NULL, PRIMARY KEY (key, value)) WITHOUT ROWID;
        CREATE TABLE bench_programme (key INTEGER NOT NULL, value TEXT NOT NULL, PRIMARY KEY (key, value)) WITHOUT ROWID;
        CREATE TABLE bench_theme (key INTEGER NOT NULL, value TEXT NOT NULL, PRIMARY KEY (key, value)) WITHOUT ROWID;
        CREATE TABLE bench_period (key INTEGER NOT NULL, value TEXT NOT NULL, PRIMARY KEY (key, value)) WITHOUT ROWID;
        """;

    private const string Indexes = """
        CREATE INDEX bench_operation_budget ON bench_operation (budget);
        CREATE INDEX bench_country_value ON bench_country (value, key);
        CREATE INDEX bench_region_value ON bench_region (value, key);
        CREATE INDEX bench_fund_value ON bench_fund (value, key);
        CREATE INDEX bench_programme_value ON bench_programme (value, key);
        CREATE INDEX bench_theme_value ON bench_theme (value, key);
        CREATE INDEX bench_period_value ON bench_period (value, key);
        ANALYZE;
        """;

    private const string AddText = "INSERT INTO bench_text (rowid, terms) VALUES (@key, @terms)";
    private const string AddOperation = "INSERT INTO bench_operation VALUES (@key, @budget, @eu)";
    // Without the limit the filters would be asked of the full text once for each of their rows.
    private const string FromText = "CREATE TEMP TABLE hits AS SELECT key, rank FROM (SELECT rowid AS key, rank FROM bench_text WHERE bench_text MATCH @terms LIMIT -1) WHERE 1 = 1";
    private const string FromAll = "CREATE TEMP TABLE hits AS SELECT key, 0 AS rank FROM bench_operation WHERE 1 = 1";

    private static readonly Dictionary<string, (string Add, string Filter)> Columns = new(StringComparer.Ordinal)
    {
        ["country"] = ("INSERT OR IGNORE INTO bench_country VALUES (@key, @value)", "AND key IN (SELECT key FROM bench_country WHERE value = {0})"),
        ["region"] = ("INSERT OR IGNORE INTO bench_region VALUES (@key, @value)", "AND key IN (SELECT key FROM bench_region WHERE value = {0})"),
        ["fund"] = ("INSERT OR IGNORE INTO bench_fund VALUES (@key, @value)", "AND key IN (SELECT key FROM bench_fund WHERE value = {0})"),
        ["programme"] = ("INSERT OR IGNORE INTO bench_programme VALUES (@key, @value)", "AND key IN (SELECT key FROM bench_programme WHERE value = {0})"),
        ["theme"] = ("INSERT OR IGNORE INTO bench_theme VALUES (@key, @value)", "AND key IN (SELECT key FROM bench_theme WHERE value = {0})"),
        ["period"] = ("INSERT OR IGNORE INTO bench_period VALUES (@key, @value)", "AND key IN (SELECT key FROM bench_period WHERE value = {0})"),
    };

    private readonly SqliteConnection connection;

    public SqliteEngine(Analyzer analyzer, string file)
        : base(analyzer)
    {
        connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ToString());
        connection.Open();
    }

    public override string Name => "SQLite FTS5 + SQL";

    public override async Task<TimeSpan> BuildAsync(IAsyncEnumerable<YardstickRow> rows, CancellationToken cancellation)
    {
        var watch = new Stopwatch();
        watch.Start();
        await RunAsync(Create, [], cancellation);
        await using var transaction = (SqliteTransaction)await connection.BeginTransactionAsync(cancellation);
        watch.Stop();
        var text = Prepared(AddText, "key", "terms");
        var operation = Prepared(AddOperation, "key", "budget", "eu");
        var codes = Columns.ToDictionary(c => c.Key, c => Prepared(c.Value.Add, "key", "value"), StringComparer.Ordinal);
        await foreach (var row in rows.WithCancellation(cancellation))
        {
            watch.Start();
            Run(text, row.Key, row.Terms);
            Run(operation, row.Key, (object?)row.Budget ?? DBNull.Value, (object?)row.Eu ?? DBNull.Value);
            foreach (var (column, value) in row.Codes)
            {
                Run(codes[column], row.Key, value);
            }

            watch.Stop();
        }

        watch.Start();
        await transaction.CommitAsync(cancellation);
        await RunAsync(Indexes, [], cancellation);
        return watch.Elapsed;
    }

    public override async ValueTask DisposeAsync() => await connection.DisposeAsync();

    protected override DbCommand Command(string sql)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        return command;
    }

    protected override IDisposable Watch(CancellationToken cancellation)
    {
        var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        stop.Token.Register(() => SQLitePCL.raw.sqlite3_interrupt(connection.Handle));
        stop.CancelAfter(Longest);
        return stop;
    }

    protected override (string Sql, IReadOnlyList<(string Name, object Value)> Parameters) Fill(BenchQuery query)
    {
        var withText = query.Words.Count > 0;
        var filters = query.Filters.Select((f, i) => Filter(Columns[f.Column].Filter, i));
        var match = string.Join(" AND ", Terms(query).Select(t => "(" + string.Join(" OR ", t) + ")"));
        return ((withText ? FromText : FromAll) + string.Concat(filters), withText ? [("terms", match), .. FilterValues(query)] : FilterValues(query));
    }

    private SqliteCommand Prepared(string sql, params ReadOnlySpan<string> names)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var name in names)
        {
            command.Parameters.AddWithValue(name, DBNull.Value);
        }

        command.Prepare();
        return command;
    }

    private static void Run(SqliteCommand command, params ReadOnlySpan<object> values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            command.Parameters[i].Value = values[i];
        }

        command.ExecuteNonQuery();
    }
}
