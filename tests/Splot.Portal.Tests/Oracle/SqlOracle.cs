using System.Globalization;
using Splot.Data;
using Splot.Portal.Searching;

namespace Splot.Portal.Tests.Oracle;

/// <summary>What plain SQL over the published store says about a search: total, sums and the counts of every facet.</summary>
/// <param name="Facets">Lines "code count" by facet, the most frequent first, equal ones by code.</param>
internal sealed record Counted(long Total, decimal BudgetEur, decimal EuEur, IReadOnlyDictionary<string, IReadOnlyList<string>> Facets);

/// <summary>Counts without an index. The statement is the same on both engines; PostgreSQL gets the two functions that only SQLite has.</summary>
internal static class SqlOracle
{
    private const string ForPostgres = """
        CREATE FUNCTION instr(whole text, part text) RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT strpos(whole, part)';
        CREATE FUNCTION json_each(list text) RETURNS TABLE (key bigint, value text) LANGUAGE sql IMMUTABLE STRICT AS
            'SELECT ordinality - 1, value FROM json_array_elements_text(list::json) WITH ORDINALITY';
        """;

    private const string Parts = """
        WITH dated AS MATERIALIZED (
            SELECT *, COALESCE(status, CASE WHEN end_day < @today THEN 'finished' WHEN start_day > @today THEN 'planned' WHEN start_day IS NOT NULL THEN 'running' ELSE 'none' END) AS stands
            FROM portal_operation
            WHERE withdrawn_at IS NULL
                AND (CAST(@keys AS TEXT) IS NULL OR key IN (SELECT CAST(value AS BIGINT) FROM json_each(CAST(@keys AS TEXT))))
                AND (CAST(@budgetFrom AS BIGINT) IS NULL OR budget_eur >= @budgetFrom) AND (CAST(@budgetTo AS BIGINT) IS NULL OR budget_eur <= @budgetTo)
                AND (CAST(@euFrom AS BIGINT) IS NULL OR eu_eur >= @euFrom) AND (CAST(@euTo AS BIGINT) IS NULL OR eu_eur <= @euTo)
                AND (CAST(@startFrom AS BIGINT) IS NULL OR start_day >= @startFrom) AND (CAST(@startTo AS BIGINT) IS NULL OR start_day <= @startTo)
                AND (CAST(@endFrom AS BIGINT) IS NULL OR end_day >= @endFrom) AND (CAST(@endTo AS BIGINT) IS NULL OR end_day <= @endTo)
                AND (CAST(@since AS BIGINT) IS NULL OR updated_at >= @since)),
        missed AS (
            SELECT *,
                CASE WHEN CAST(@country AS TEXT) IS NULL OR COALESCE(country, 'none') IN (SELECT value FROM json_each(CAST(@country AS TEXT))) THEN 0 ELSE 1 END AS no_country,
                CASE WHEN CAST(@period AS TEXT) IS NULL OR COALESCE(period, 'none') IN (SELECT value FROM json_each(CAST(@period AS TEXT))) THEN 0 ELSE 1 END AS no_period,
                CASE WHEN CAST(@theme AS TEXT) IS NULL OR COALESCE(theme, 'none') IN (SELECT value FROM json_each(CAST(@theme AS TEXT))) THEN 0 ELSE 1 END AS no_theme,
                CASE WHEN CAST(@status AS TEXT) IS NULL OR stands IN (SELECT value FROM json_each(CAST(@status AS TEXT))) THEN 0 ELSE 1 END AS no_status,
                CASE WHEN CAST(@beneficiary AS TEXT) IS NULL OR COALESCE(beneficiary, 'none') IN (SELECT value FROM json_each(CAST(@beneficiary AS TEXT))) THEN 0 ELSE 1 END AS no_beneficiary,
                CASE WHEN CAST(@fund AS TEXT) IS NULL OR EXISTS (SELECT 1 FROM json_each(CAST(@fund AS TEXT)) w WHERE instr(funds, '|' || w.value || '|') > 0 OR (w.value = 'none' AND funds = '')) THEN 0 ELSE 1 END AS no_fund,
                CASE WHEN CAST(@programme AS TEXT) IS NULL OR EXISTS (SELECT 1 FROM json_each(CAST(@programme AS TEXT)) w WHERE instr(programmes, '|' || w.value || '|') > 0 OR (w.value = 'none' AND programmes = '')) THEN 0 ELSE 1 END AS no_programme,
                CASE WHEN CAST(@objective AS TEXT) IS NULL OR EXISTS (SELECT 1 FROM json_each(CAST(@objective AS TEXT)) w WHERE instr(objectives, '|' || w.value || '|') > 0 OR (w.value = 'none' AND objectives = '')) THEN 0 ELSE 1 END AS no_objective,
                CASE WHEN CAST(@field AS TEXT) IS NULL OR EXISTS (SELECT 1 FROM json_each(CAST(@field AS TEXT)) w WHERE instr(fields, '|' || w.value || '|') > 0 OR (w.value = 'none' AND fields = '')) THEN 0 ELSE 1 END AS no_field,
                CASE WHEN CAST(@region AS TEXT) IS NULL OR EXISTS (SELECT 1 FROM json_each(CAST(@region AS TEXT)) w WHERE instr(regions, '/' || w.value || '/') > 0 OR (w.value = 'none' AND substr(regions, 1, 1) = '-')) THEN 0 ELSE 1 END AS no_region
            FROM dated),
        flagged AS MATERIALIZED (
            SELECT *, no_country + no_period + no_theme + no_status + no_beneficiary + no_fund + no_programme + no_objective + no_field + no_region AS misses
            FROM missed),
        places AS MATERIALIZED (
            SELECT DISTINCT f.key, c.value AS place
            FROM flagged f, json_each('["' || replace(trim(f.regions, '-/'), '//', '","') || '"]') p, json_each('["' || replace(p.value, '/', '","') || '"]') c
            WHERE f.misses = f.no_region
                AND ((CAST(@under AS TEXT) IS NULL AND c.key = 2)
                    OR EXISTS (SELECT 1 FROM json_each('["' || replace(p.value, '/', '","') || '"]') u WHERE u.value = @under AND u.key = c.key - 1)))

        """;

    private const string Sql = Parts + """
        SELECT 'total', '', COUNT(*), CAST(COALESCE(SUM(budget_eur), 0) AS TEXT), CAST(COALESCE(SUM(eu_eur), 0) AS TEXT) FROM flagged WHERE misses = 0
        UNION ALL SELECT 'country', COALESCE(country, 'none'), COUNT(*), '', '' FROM flagged WHERE misses = no_country GROUP BY 2
        UNION ALL SELECT 'period', COALESCE(period, 'none'), COUNT(*), '', '' FROM flagged WHERE misses = no_period GROUP BY 2
        UNION ALL SELECT 'theme', COALESCE(theme, 'none'), COUNT(*), '', '' FROM flagged WHERE misses = no_theme GROUP BY 2
        UNION ALL SELECT 'status', stands, COUNT(*), '', '' FROM flagged WHERE misses = no_status GROUP BY 2
        UNION ALL SELECT 'beneficiary', COALESCE(beneficiary, 'none'), COUNT(*), '', '' FROM flagged WHERE misses = no_beneficiary GROUP BY 2
        UNION ALL SELECT 'fund', COALESCE(NULLIF(c.value, ''), 'none'), COUNT(*), '', '' FROM flagged, json_each('["' || replace(trim(funds, '|'), '|', '","') || '"]') c WHERE misses = no_fund GROUP BY 2
        UNION ALL SELECT 'programme', COALESCE(NULLIF(c.value, ''), 'none'), COUNT(*), '', '' FROM flagged, json_each('["' || replace(trim(programmes, '|'), '|', '","') || '"]') c WHERE misses = no_programme GROUP BY 2
        UNION ALL SELECT 'objective', COALESCE(NULLIF(c.value, ''), 'none'), COUNT(*), '', '' FROM flagged, json_each('["' || replace(trim(objectives, '|'), '|', '","') || '"]') c WHERE misses = no_objective GROUP BY 2
        UNION ALL SELECT 'field', COALESCE(NULLIF(c.value, ''), 'none'), COUNT(*), '', '' FROM flagged, json_each('["' || replace(trim(fields, '|'), '|', '","') || '"]') c WHERE misses = no_field GROUP BY 2
        UNION ALL SELECT 'region', place, COUNT(*), '', '' FROM places GROUP BY 2
        UNION ALL SELECT 'region', 'none', COUNT(*), '', '' FROM flagged WHERE misses = no_region AND substr(regions, 1, 1) = '-' AND CAST(@under AS TEXT) IS NULL HAVING COUNT(*) > 0
        """;

    /// <summary>Once for each store, before the first count.</summary>
    public static Task PrepareAsync(PublicStore store) => store.Engine == Engine.Sqlite
        ? Task.CompletedTask
        : store.WriteAsync(session => session.Command(ForPostgres).ExecuteNonQueryAsync(), CancellationToken.None);

    public static async Task<Counted> CountAsync(Session session, FilterSet filters, DateOnly today)
    {
        if (session.Store.Engine == Engine.Postgres)
        {
            await session.Command("SET LOCAL jit = off").ExecuteNonQueryAsync(); // compiling takes longer than counting
        }

        await using var command = session.Command(Sql)
            .With("today", (long)today.DayNumber)
            .With("since", filters.Since?.ToUnixTimeMilliseconds())
            .With("keys", FilterSet.List(filters.Keys))
            .With("under", filters.Codes.GetValueOrDefault(CodeParameter.Region) is [var one] && one != SearchRequest.None ? one : null);
        foreach (var parameter in CodeParameter.All)
        {
            command.With(parameter.Name, FilterSet.List(filters.Codes.GetValueOrDefault(parameter)));
        }

        foreach (var parameter in BoundParameter.All)
        {
            command.With(parameter.Name, filters.Bounds.TryGetValue(parameter, out var bound) ? bound : null);
        }

        var rows = new List<(string Facet, string Code, long Count, string Budget, string Eu)>();
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            rows.Add((reader.GetString(0), reader.GetString(1), reader.GetInt64(2), reader.GetString(3), reader.GetString(4)));
        }

        var total = rows.Single(r => r.Facet == "total");
        return new Counted(total.Count, Euro(total.Budget), Euro(total.Eu), CodeParameter.All.ToDictionary(
            p => p.Name,
            IReadOnlyList<string> (p) => [.. rows.Where(r => r.Facet == p.Name).OrderByDescending(r => r.Count).ThenBy(r => r.Code, StringComparer.Ordinal).Select(r => $"{r.Code} {r.Count}")],
            StringComparer.Ordinal));
    }

    private static decimal Euro(string cents) => decimal.Parse(cents, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture) / 100m;
}
