using Splot.Portal.Indexing;
using Splot.Search.Searching;

namespace Splot.Portal.Profiles;

/// <summary>Facets that some profiles have besides those of all.</summary>
internal static class ProfileFacets
{
    private const int Few = 9;

    /// <summary>The programmes with the most projects.</summary>
    public static FacetRequest Programmes { get; } = new(IndexColumns.Programme, WithSums: true, Most: Few);

    /// <summary>All specific objectives.</summary>
    public static FacetRequest Objectives { get; } = new(IndexColumns.Objective, WithSums: true);

    /// <summary>All priorities.</summary>
    public static FacetRequest Priorities { get; } = new(IndexColumns.Priority, WithSums: true);

    /// <summary>The levels of the regions that stand on the maps of countries.</summary>
    public static IReadOnlyList<FacetRequest> Tiles { get; } = [.. Enumerable.Range(2, 3).Select(level => new FacetRequest(IndexColumns.Region, level, WithSums: true))];
}
