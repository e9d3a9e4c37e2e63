using Microsoft.AspNetCore.Http;

namespace Splot.Ui;

/// <summary>What of a list is asked for. What the list does not know is left out, so that an old bookmark still opens.</summary>
public sealed record ListQuery
{
    private const int LongestText = 200;
    private const int LongestKey = 2000;

    private ListQuery()
    {
    }

    /// <summary>The state; null where the list is not divided.</summary>
    public string? Tab { get; private init; }

    /// <summary>The filters that are set, by key.</summary>
    public IReadOnlyDictionary<string, string> Filters { get; private init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Filters that cannot be read, by key: what was typed, and what is wrong with it. They narrow nothing.</summary>
    public IReadOnlyDictionary<string, FormField> Unreadable { get; private init; } = new Dictionary<string, FormField>(StringComparer.Ordinal);

    /// <summary>The column whose order the list is in.</summary>
    public string Sort { get; private init; } = "";

    /// <summary>Whether the greatest comes first.</summary>
    public bool Descending { get; private init; }

    /// <summary>Where the page begins; null for the beginning.</summary>
    public string? After { get; private init; }

    /// <summary>The columns that are shown, in the list's order.</summary>
    public IReadOnlyList<string> Columns { get; private init; } = [];

    /// <summary>Whether every row of the page is ticked.</summary>
    public bool AllTicked { get; private init; }

    private bool OwnColumns { get; init; }

    private bool OwnSort { get; init; }

    /// <summary>A filter's value; null where it is not set.</summary>
    public string? this[string filter] => Filters.GetValueOrDefault(filter);

    /// <summary>The day that a filter (<see cref="ListFilter.IsDay"/>) names; null where it is not set.</summary>
    public DateOnly? Day(string filter) => this[filter] is { } typed ? Typed(filter, typed).Date(filter) : null;

    /// <summary>Reads the query of a request.</summary>
    public static ListQuery Read<TRow>(HttpRequest request, ListShape<TRow> shape)
    {
        var query = request.Query;
        var sort = query["sort"].ToString();
        var sorts = shape.Columns.Any(c => c.Sorts && c.Key == sort.TrimStart('-'));
        var order = sorts ? sort : shape.Sort;
        var chosen = query["columns"].ToHashSet(StringComparer.Ordinal);
        var some = shape.Columns.Any(c => chosen.Contains(c.Key));
        var filters = shape.Filters.Select(f => (f.Key, Value: ValueOf(f, query[f.Key].ToString()))).Where(f => f.Value is not null).ToDictionary(f => f.Key, f => f.Value!, StringComparer.Ordinal);
        var unreadable = shape.Filters.Where(f => f.IsDay && filters.ContainsKey(f.Key)).Select(f => ReadDay(f.Key, filters[f.Key])).Where(f => f.Error is not null).ToDictionary(f => f.Name, StringComparer.Ordinal);
        return new ListQuery
        {
            Tab = shape.Tabs.Count == 0 ? null : (shape.Tabs.FirstOrDefault(t => t.Key == query["tab"].ToString()) ?? shape.Tabs[0]).Key,
            Filters = filters.Where(f => !unreadable.ContainsKey(f.Key)).ToDictionary(StringComparer.Ordinal),
            Unreadable = unreadable,
            Sort = order.TrimStart('-'),
            Descending = order.StartsWith('-'),
            OwnSort = sorts && order != shape.Sort,
            After = query["after"].ToString() is { Length: > 0 and <= LongestKey } after ? after : null,
            Columns = [.. shape.Columns.Where((c, i) => i == 0 || (some ? chosen.Contains(c.Key) : !c.Hidden)).Select(c => c.Key)],
            OwnColumns = some,
            AllTicked = query["all"] == "page",
        };
    }

    /// <summary>The query with its question mark that asks for the same; empty where nothing is asked for. The page within the list is part of it only on demand.</summary>
    public string Text(bool withPage = false) => QueryString.Create(Pairs(withPage)).Value ?? "";

    /// <summary>The same in another state, from the beginning.</summary>
    public ListQuery In(string tab) => this with { Tab = tab, After = null, AllTicked = false };

    /// <summary>The same in another order, from the beginning.</summary>
    public ListQuery By(string sort, bool descending) => this with { Sort = sort, Descending = descending, OwnSort = true, After = null, AllTicked = false };

    /// <summary>The same without a filter, from the beginning.</summary>
    public ListQuery Without(string filter) => this with { Filters = Filters.Where(f => f.Key != filter).ToDictionary(StringComparer.Ordinal), After = null, AllTicked = false };

    /// <summary>The same without any filter, from the beginning.</summary>
    public ListQuery WithoutFilters() => this with { Filters = new Dictionary<string, string>(StringComparer.Ordinal), After = null, AllTicked = false };

    /// <summary>The page that begins at a key.</summary>
    public ListQuery From(string? after) => this with { After = after, AllTicked = false };

    /// <summary>The same page with every row ticked, or none.</summary>
    public ListQuery Ticked(bool all) => this with { AllTicked = all };

    private static PostedForm Typed(string filter, string typed) => new(new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal) { [filter] = [typed] });

    private static FormField ReadDay(string filter, string typed)
    {
        var form = Typed(filter, typed);
        form.Date(filter);
        return form[filter];
    }

    private static string? ValueOf(ListFilter filter, string sent)
    {
        var value = new string([.. sent.Where(c => !char.IsControl(c))]).Trim();
        return value.Length is 0 or > LongestText || (filter.Choices is { } choices && choices.All(c => c.Value != value)) ? null : value;
    }

    private IEnumerable<KeyValuePair<string, string?>> Pairs(bool withPage) =>
    [
        .. Tab is null ? [] : new[] { Pair("tab", Tab) },
        .. Filters.Select(f => Pair(f.Key, f.Value)),
        .. OwnSort ? [Pair("sort", (Descending ? "-" : "") + Sort)] : Array.Empty<KeyValuePair<string, string?>>(),
        .. OwnColumns ? Columns.Select(c => Pair("columns", c)) : [],
        .. withPage && After is not null ? [Pair("after", After)] : Array.Empty<KeyValuePair<string, string?>>(),
        .. withPage && AllTicked ? [Pair("all", "page")] : Array.Empty<KeyValuePair<string, string?>>(),
    ];

    private static KeyValuePair<string, string?> Pair(string key, string? value) => new(key, value);
}
