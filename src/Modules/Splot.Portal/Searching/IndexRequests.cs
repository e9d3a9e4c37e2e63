using Splot.Portal.Indexing;
using Splot.Search.Searching;
using Asked = Splot.Search.Searching.SearchRequest;

namespace Splot.Portal.Searching;

/// <summary>Says to the index what an address asks for.</summary>
internal static class IndexRequests
{
    /// <summary>The level of regions that is counted where no region is chosen: NUTS 2, below country and NUTS 1.</summary>
    private const int RegionLevel = 3;

    private static readonly Dictionary<BoundParameter, string> Columns = new()
    {
        [BoundParameter.BudgetFrom] = IndexColumns.Budget,
        [BoundParameter.BudgetTo] = IndexColumns.Budget,
        [BoundParameter.EuFrom] = IndexColumns.Eu,
        [BoundParameter.EuTo] = IndexColumns.Eu,
        [BoundParameter.StartFrom] = IndexColumns.Start,
        [BoundParameter.StartTo] = IndexColumns.Start,
        [BoundParameter.EndFrom] = IndexColumns.End,
        [BoundParameter.EndTo] = IndexColumns.End,
    };

    /// <summary>The request for a page; <paramref name="facets"/> are counted beside what every page needs.</summary>
    public static Asked Of(SearchRequest request, Understanding? understood, IReadOnlyList<FacetRequest> facets)
    {
        var (sort, descending) = Order(request);
        return new Asked
        {
            Text = request.Words,
            Query = understood?.Query,
            Codes = [.. request.Codes.Select(c => new CodeFilter(c.Key.Name, c.Key == CodeParameter.Region ? [.. c.Value.Select(Place)] : c.Value))],
            Ranges = [.. request.Bounds.Select(b => b.Key.IsLower ? new RangeFilter(Columns[b.Key], b.Value, null) : new RangeFilter(Columns[b.Key], null, b.Value)), .. Since(request)],
            SortBy = sort,
            Descending = descending,
            Limit = request.Limit,
            After = request.After?.Key,
            Facets = facets,
        };
    }

    /// <summary>The facet of a parameter. Regions are counted on the level below the one chosen region, else on NUTS 2.</summary>
    public static FacetRequest Facet(CodeParameter parameter, SearchRequest request, int most = int.MaxValue, bool sums = false) => parameter == CodeParameter.Region
        ? request.Wanted(parameter) is [var one] && one != SearchRequest.None
            ? new FacetRequest(parameter.Name, Under: one, Most: most, WithSums: sums)
            : new FacetRequest(parameter.Name, RegionLevel, Most: most, WithSums: sums)
        : new FacetRequest(parameter.Name, Most: most, WithSums: sums);

    private static string Place(string code) => code == SearchRequest.None ? IndexColumns.Unplaced : code;

    private static IEnumerable<RangeFilter> Since(SearchRequest request) =>
        request.ModifiedSince is { } since ? [new RangeFilter(IndexColumns.Updated, since.ToUnixTimeMilliseconds(), null)] : [];

    private static (string? Column, bool Descending) Order(SearchRequest request) => request.Sort switch
    {
        SearchSort.Start => (IndexColumns.Start, false),
        SearchSort.StartDescending => (IndexColumns.Start, true),
        SearchSort.End => (IndexColumns.End, false),
        SearchSort.EndDescending => (IndexColumns.End, true),
        SearchSort.Budget => (IndexColumns.Budget, false),
        SearchSort.BudgetDescending => (IndexColumns.Budget, true),
        SearchSort.Eu => (IndexColumns.Eu, false),
        SearchSort.EuDescending => (IndexColumns.Eu, true),
        SearchSort.Changed => (IndexColumns.Updated, true),
        _ => request.Words is null ? (IndexColumns.Standing, true) : (null, false),
    };
}
