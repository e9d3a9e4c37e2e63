using System.Globalization;
using System.Text;

namespace Splot.Portal.Searching;

/// <summary>Writes a search as the query of an address: canonical, so equal searches have equal addresses in every language.</summary>
internal static class SearchAddress
{
    /// <summary>The query with its question mark; empty for the search that asks for nothing. Without <paramref name="after"/> it is the first page.</summary>
    public static string Query(SearchRequest request, string? after = null)
    {
        var query = new StringBuilder();
        if (request.Words is { } words)
        {
            Add(query, "q", words);
        }

        foreach (var group in request.Without)
        {
            Add(query, "without", group);
        }

        foreach (var parameter in CodeParameter.All)
        {
            foreach (var code in request.Wanted(parameter))
            {
                Add(query, parameter.Name, code);
            }
        }

        foreach (var parameter in BoundParameter.All)
        {
            if (request.Bounds.TryGetValue(parameter, out var bound))
            {
                Add(query, parameter.Name, Write(parameter, bound));
            }
        }

        if (request.ModifiedSince is { } since)
        {
            Add(query, "modifiedSince", since.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture));
        }

        if (request.Sort != SearchSort.Relevance)
        {
            Add(query, "sort", request.Sort.Name());
        }

        if (request.Limit != SearchRequest.DefaultLimit)
        {
            Add(query, "limit", request.Limit.ToString(CultureInfo.InvariantCulture));
        }

        if (after is not null)
        {
            Add(query, "after", after);
        }

        return query.ToString();
    }

    /// <summary>A bound as it stands in addresses.</summary>
    public static string Write(BoundParameter parameter, long bound) =>
        parameter.IsMoney ? Amounts.Write(bound) : DateOnly.FromDayNumber((int)bound).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>The search for one code only of a parameter.</summary>
    public static SearchRequest With(this SearchRequest request, CodeParameter parameter, string code) =>
        request with { Codes = new Dictionary<CodeParameter, IReadOnlyList<string>>(request.Codes) { [parameter] = [code] } };

    /// <summary>The search for what starts in a year only.</summary>
    public static SearchRequest StartingIn(this SearchRequest request, int year) => request with
    {
        Bounds = new Dictionary<BoundParameter, long>(request.Bounds)
        {
            [BoundParameter.StartFrom] = new DateOnly(year, 1, 1).DayNumber,
            [BoundParameter.StartTo] = new DateOnly(year, 12, 31).DayNumber,
        },
    };

    /// <summary>The search without one code.</summary>
    public static SearchRequest Without(this SearchRequest request, CodeParameter parameter, string code)
    {
        var codes = new Dictionary<CodeParameter, IReadOnlyList<string>>(request.Codes);
        codes[parameter] = [.. request.Wanted(parameter).Where(c => c != code)];
        if (codes[parameter].Count == 0)
        {
            codes.Remove(parameter);
        }

        return request with { Codes = codes };
    }

    /// <summary>The search without one bound.</summary>
    public static SearchRequest Without(this SearchRequest request, BoundParameter parameter) =>
        request with { Bounds = request.Bounds.Where(b => b.Key != parameter).ToDictionary(b => b.Key, b => b.Value) };

    private static void Add(StringBuilder query, string name, string value) =>
        query.Append(query.Length == 0 ? '?' : '&').Append(name).Append('=').Append(Uri.EscapeDataString(value));
}
