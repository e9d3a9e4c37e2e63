using System.Data.Common;
using System.Diagnostics;
using System.Globalization;
using Splot.Search.Text;

namespace Splot.Portal.BenchSearch;

/// <summary>
/// A yardstick: full text of a database for the words, SQL for filters, sums, counts and order. The hits of a question go into a temporary
/// table once, and everything is counted from there, which is the fastest way we know.
/// </summary>
internal abstract class SqlEngine(Analyzer analyzer) : IAsyncDisposable
{
    /// <summary>A question that takes longer is stopped, and counts as this long.</summary>
    protected static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    // A timer may go off a little before the watch says so.
    private static readonly TimeSpan Early = TimeSpan.FromSeconds(1);

    private static readonly string[] Counts =
    [
        "SELECT c.value, COUNT(*) FROM hits h JOIN bench_country c ON c.key = h.key GROUP BY c.value",
        "SELECT c.value, COUNT(*) FROM hits h JOIN bench_region c ON c.key = h.key GROUP BY c.value",
        "SELECT c.value, COUNT(*) FROM hits h JOIN bench_fund c ON c.key = h.key GROUP BY c.value",
        "SELECT c.value, COUNT(*) FROM hits h JOIN bench_programme c ON c.key = h.key GROUP BY c.value",
        "SELECT c.value, COUNT(*) FROM hits h JOIN bench_theme c ON c.key = h.key GROUP BY c.value",
        "SELECT c.value, COUNT(*) FROM hits h JOIN bench_period c ON c.key = h.key GROUP BY c.value",
    ];

    private const string Sums = "SELECT COUNT(*), SUM(o.budget), SUM(o.eu) FROM hits h JOIN bench_operation o ON o.key = h.key";
    private const string ByBudget = "SELECT h.key FROM hits h JOIN bench_operation o ON o.key = h.key ORDER BY o.budget DESC NULLS LAST, h.key LIMIT 20 OFFSET @skip";
    private const string ByRank = "SELECT key FROM hits ORDER BY rank, key LIMIT 20 OFFSET @skip";
    private const string Drop = "DROP TABLE IF EXISTS hits";

    public abstract string Name { get; }

    /// <summary>Builds the yardstick from the rows; returns how long its own work took, without the reading.</summary>
    public abstract Task<TimeSpan> BuildAsync(IAsyncEnumerable<YardstickRow> rows, CancellationToken cancellation);

    /// <summary>Answers one question: hits, or −1 where it was stopped.</summary>
    public async Task<(long Total, TimeSpan Took)> AskAsync(BenchQuery query, CancellationToken cancellation)
    {
        await RunAsync(Drop, [], cancellation);
        var watch = Stopwatch.StartNew();
        try
        {
            using var stop = Watch(cancellation);
            var (fill, parameters) = Fill(query);
            await RunAsync(fill, parameters, cancellation);
            if (AfterFilling is { } after)
            {
                await RunAsync(after, [], cancellation);
            }

            var total = await RunAsync(Sums, [], cancellation);
            foreach (var count in Counts)
            {
                await RunAsync(count, [], cancellation);
            }

            await RunAsync(query.ByBudget || query.Words.Count == 0 ? ByBudget : ByRank, [("skip", (long)query.Skip)], cancellation);
            return (total, watch.Elapsed);
        }
        catch (DbException) when (watch.Elapsed >= Longest - Early)
        {
            return (-1, Longest);
        }
    }

    public abstract ValueTask DisposeAsync();

    /// <summary>What the engine wants to know of the temporary table before it is asked about it; null for nothing.</summary>
    protected virtual string? AfterFilling => null;

    /// <summary>Stops the statement under way after <see cref="Longest"/>.</summary>
    protected abstract IDisposable Watch(CancellationToken cancellation);

    /// <summary>The statement that puts the hits into the temporary table.</summary>
    protected abstract (string Sql, IReadOnlyList<(string Name, object Value)> Parameters) Fill(BenchQuery query);

    protected abstract DbCommand Command(string sql);

    /// <summary>The alternatives of each word, as terms.</summary>
    protected IEnumerable<IReadOnlyList<string>> Terms(BenchQuery query) =>
        query.Words.SelectMany(w => w.Split(' ')).Select(word => (IReadOnlyList<string>)[.. analyzer.QueryTerms(word).Select(YardstickRows.Plain).Distinct(StringComparer.Ordinal)]);

    /// <summary>Runs a statement to its last row; the first column of the first row, as a number.</summary>
    protected async Task<long> RunAsync(string sql, IReadOnlyList<(string Name, object Value)> parameters, CancellationToken cancellation)
    {
        await using var command = Command(sql);
        foreach (var (name, value) in parameters)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, value);
            command.Parameters.Add(parameter);
        }

        await using var reader = await command.ExecuteReaderAsync(cancellation);
        long? first = null;
        while (await reader.ReadAsync(cancellation))
        {
            first ??= reader.GetValue(0) is long number ? number : 0;
        }

        return first ?? 0;
    }

    /// <summary>A fragment with the parameter of a filter in its place.</summary>
    protected static string Filter(string fragment, int number) => " " + string.Format(CultureInfo.InvariantCulture, fragment, string.Create(CultureInfo.InvariantCulture, $"@f{number}"));

    /// <summary>Parameters for the filters, in their order.</summary>
    protected static IReadOnlyList<(string Name, object Value)> FilterValues(BenchQuery query) =>
        [.. query.Filters.Select((f, i) => (string.Create(CultureInfo.InvariantCulture, $"f{i}"), (object)f.Value))];
}
