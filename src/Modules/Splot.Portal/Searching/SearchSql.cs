using System.Data.Common;
using System.Globalization;
using System.Text;
using Splot.Contracts.Projects;
using Splot.Data;
using Splot.Portal.Model;

namespace Splot.Portal.Searching;

/// <summary>
/// A search as SQL: fragments from a fixed table, joined; every value is a parameter. Looks at every row that the filters leave,
/// which is enough until the search engine takes this class's place.
/// </summary>
internal sealed class SearchSql
{
    // instr and strpos know no wildcards, so nothing in a reader's words has to be escaped.
    private const string HasSqlite = "instr({0}, {1}) > 0";
    private const string HasPostgres = "strpos({0}, {1}) > 0";
    private const string Rank = "CASE WHEN {0} OR {1} THEN 0 WHEN {2} THEN 1 ELSE 2 END";
    private const string ModifiedFragment = "o.updated_at >= {0}";
    private const string Narrow = " FROM portal_operation o";
    private const string WithText = " FROM portal_operation o JOIN portal_text t ON t.key = o.key";
    private const string TotalsOf = "SELECT COUNT(*), COALESCE(SUM(o.demo), 0), COALESCE(SUM(o.budget_eur), 0), COALESCE(SUM(o.eu_eur), 0), COUNT(o.budget_eur){0} WHERE {1}";
    private const string MatchesOf = "SELECT o.key, o.id, o.status, o.start_day, o.end_day, o.person_name, o.person_name_until, {2} AS r, {3} AS d, {4} AS v{0} WHERE {1}";
    private const string KeysOf = "SELECT m.key FROM ({0}) m ORDER BY m.r, m.d, m.v, m.id";
    private const string Behind = " WHERE (m.r, m.d, m.v, m.id) > (@afterRank, @afterDemo, @afterValue, @afterId)";
    private const string PageOf = """
        SELECT p.key, p.r, p.d, p.v, p.id, p.status, p.start_day, p.end_day, p.person_name, p.person_name_until, j.json
        FROM (SELECT * FROM ({0}) m{1} ORDER BY m.r, m.d, m.v, m.id LIMIT @limit) p
        JOIN portal_document j ON j.key = p.key
        ORDER BY p.r, p.d, p.v, p.id
        """;

    private static readonly Dictionary<CodeParameter, CodeFragment> CodeFragments = new()
    {
        [CodeParameter.Country] = new("o.country", "o.country IS NULL"),
        [CodeParameter.Period] = new("o.period", "o.period IS NULL"),
        [CodeParameter.Theme] = new("o.theme", "o.theme IS NULL"),
        [CodeParameter.Beneficiary] = new("o.beneficiary", "o.beneficiary IS NULL"),
        [CodeParameter.Fund] = new("o.funds", "o.funds = ''", Codes.Between),
        [CodeParameter.Programme] = new("o.programmes", "o.programmes = ''", Codes.Between),
        [CodeParameter.Objective] = new("o.objectives", "o.objectives = ''", Codes.Between),
        [CodeParameter.Field] = new("o.fields", "o.fields = ''", Codes.Between),
        [CodeParameter.Region] = new("o.regions", "substr(o.regions, 1, 1) = '-'", Regions.Between),
    };

    private static readonly Dictionary<string, string> StatusFragments = new(StringComparer.Ordinal)
    {
        [OperationStatus.Planned] = "(o.status = 'planned' OR (o.status IS NULL AND o.start_day > @today AND (o.end_day IS NULL OR o.end_day >= @today)))",
        [OperationStatus.Running] = "(o.status = 'running' OR (o.status IS NULL AND o.start_day <= @today AND (o.end_day IS NULL OR o.end_day >= @today)))",
        [OperationStatus.Finished] = "(o.status = 'finished' OR (o.status IS NULL AND o.end_day < @today))",
        ["ended-early"] = "o.status = 'ended-early'",
        ["withdrawn"] = "o.status = 'withdrawn'",
        [SearchRequest.None] = "(o.status IS NULL AND o.start_day IS NULL AND (o.end_day IS NULL OR o.end_day >= @today))",
    };

    private static readonly Dictionary<BoundParameter, string> BoundFragments = new()
    {
        [BoundParameter.BudgetFrom] = "o.budget_eur >= {0}",
        [BoundParameter.BudgetTo] = "o.budget_eur <= {0}",
        [BoundParameter.EuFrom] = "o.eu_eur >= {0}",
        [BoundParameter.EuTo] = "o.eu_eur <= {0}",
        [BoundParameter.StartFrom] = "o.start_day >= {0}",
        [BoundParameter.StartTo] = "o.start_day <= {0}",
        [BoundParameter.EndFrom] = "o.end_day >= {0}",
        [BoundParameter.EndTo] = "o.end_day <= {0}",
    };

    // What has no value gets the greatest number, and so comes last in both directions.
    private static readonly Dictionary<SearchSort, string> SortFragments = new()
    {
        [SearchSort.Relevance] = "COALESCE(-o.start_day, 9223372036854775807)",
        [SearchSort.Start] = "COALESCE(o.start_day, 9223372036854775807)",
        [SearchSort.StartDescending] = "COALESCE(-o.start_day, 9223372036854775807)",
        [SearchSort.End] = "COALESCE(o.end_day, 9223372036854775807)",
        [SearchSort.EndDescending] = "COALESCE(-o.end_day, 9223372036854775807)",
        [SearchSort.Budget] = "COALESCE(o.budget_eur, 9223372036854775807)",
        [SearchSort.BudgetDescending] = "COALESCE(-o.budget_eur, 9223372036854775807)",
        [SearchSort.Eu] = "COALESCE(o.eu_eur, 9223372036854775807)",
        [SearchSort.EuDescending] = "COALESCE(-o.eu_eur, 9223372036854775807)",
        [SearchSort.Changed] = "-o.updated_at",
    };

    private readonly SearchRequest request;
    private readonly string has;
    private readonly List<(string Name, object Value)> values = [];
    private readonly StringBuilder condition = new("o.withdrawn_at IS NULL");
    private readonly string rank;

    public SearchSql(SearchRequest request, Engine engine, DateOnly today)
    {
        this.request = request;
        has = engine == Engine.Sqlite ? HasSqlite : HasPostgres;
        AddCodes(today);
        foreach (var (parameter, bound) in request.Bounds)
        {
            And(Form(BoundFragments[parameter], Value(bound)));
        }

        if (request.ModifiedSince is { } since)
        {
            And(Form(ModifiedFragment, Value(since.ToUnixTimeMilliseconds())));
        }

        rank = AddWords();
    }

    private string From => request.Words is null ? Narrow : WithText;

    /// <summary>One row: number of operations, invented ones among them, sums of budget and Union contribution in cents, and how many have a budget in euro.</summary>
    public DbCommand Totals(Session session) => Fill(session.Command(Form(TotalsOf, From, condition)));

    /// <summary>One page in order, one row more than asked for where there are more: key, rank, demo, sort value, id, status, days, name, document.</summary>
    public DbCommand Page(Session session)
    {
        var command = Fill(session.Command(Form(PageOf, Matches(), request.After is null ? "" : Behind))).With("limit", (long)request.Limit + 1);
        return request.After is { } after
            ? command.With("afterRank", after.Rank).With("afterDemo", after.Demo).With("afterValue", after.Value).With("afterId", after.Id)
            : command;
    }

    /// <summary>The keys of the whole result in order.</summary>
    public DbCommand Keys(Session session) => Fill(session.Command(Form(KeysOf, Matches())));

    private string Matches() => request.Sort == SearchSort.Relevance
        ? Form(MatchesOf, From, condition, rank, "o.demo", SortFragments[request.Sort])
        : Form(MatchesOf, From, condition, "0", "0", SortFragments[request.Sort]);

    private void AddCodes(DateOnly today)
    {
        foreach (var (parameter, wanted) in request.Codes)
        {
            And("(" + string.Join(" OR ", wanted.Select(code => parameter == CodeParameter.Status ? StatusFragments[code] : Code(CodeFragments[parameter], code))) + ")");
        }

        if (request.Codes.ContainsKey(CodeParameter.Status))
        {
            values.Add(("today", (long)today.DayNumber));
        }
    }

    private string Code(CodeFragment fragment, string code)
    {
        if (code == SearchRequest.None)
        {
            return fragment.None;
        }

        return fragment.Form is { } form ? Has(fragment.Column, Value(form(code))) : fragment.Column + " = " + Value(code);
    }

    /// <summary>Every word must occur, as itself or as a number. Returns the expression of the rank.</summary>
    private string AddWords()
    {
        if (request.Words is not { } words)
        {
            return "2";
        }

        var inTitle = new List<string>();
        foreach (var word in words.Words)
        {
            var forms = new List<string> { Value(word.Folded) };
            if (word.Code is { } code)
            {
                forms.Add(Value(code));
            }

            var title = "(" + string.Join(" OR ", forms.Select(f => Has("t.title", f))) + ")";
            inTitle.Add(title);
            And("(" + title + " OR " + string.Join(" OR ", forms.Select(f => Has("t.body", f))) + ")");
        }

        return Form(Rank, Has("t.title", Value(Codes.Bar + words.Whole + Codes.Bar)), Has("t.title", Value(Codes.Bar + SearchText.CodeForm(words.Whole) + Codes.Bar)), string.Join(" AND ", inTitle));
    }

    private string Has(string column, string parameter) => Form(has, column, parameter);

    private static string Form(string fragment, params ReadOnlySpan<object?> parts) => string.Format(CultureInfo.InvariantCulture, fragment, parts);

    private void And(string fragment) => condition.Append(" AND ").Append(fragment);

    private string Value(object value)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"p{values.Count}");
        values.Add((name, value));
        return "@" + name;
    }

    private DbCommand Fill(DbCommand command)
    {
        foreach (var (name, value) in values)
        {
            command.With(name, value);
        }

        return command;
    }

    /// <summary>How a code parameter narrows: a column with one code, or (with a form) one with several.</summary>
    private sealed record CodeFragment(string Column, string None, Func<string, string>? Form = null);
}
