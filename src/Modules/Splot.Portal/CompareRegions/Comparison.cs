using Splot.Portal.Atlas;
using Splot.Portal.Labels;
using Splot.Portal.Overviews;
using Splot.Portal.Profiles;

namespace Splot.Portal.CompareRegions;

/// <summary>A region among those compared.</summary>
/// <param name="Place">The region.</param>
/// <param name="Name">Its name.</param>
/// <param name="Profile">Its projects.</param>
public sealed record ComparedRegion(Place Place, Label Name, Profile Profile)
{
    private const decimal Heads = 100_000m;

    public PlaceFigures Figures => new(Place.Code, Place.Population, Profile.Totals.Total, Profile.Totals.EuEur);

    /// <summary>Projects for each hundred thousand inhabitants; null where inhabitants are unknown.</summary>
    public decimal? ProjectsPerHeads => Place.Population is > 0 and var heads ? Profile.Totals.Total * Heads / heads : null;
}

/// <summary>Regions side by side.</summary>
/// <param name="Overview">Labels and places.</param>
/// <param name="Regions">The regions in the order asked for; fewer than two are no comparison yet.</param>
/// <param name="Problem">What is wrong with the address; null where nothing is.</param>
public sealed record Comparison(Overview Overview, IReadOnlyList<ComparedRegion> Regions, string? Problem)
{
    /// <summary>More do not fit beside each other.</summary>
    public const int Most = 4;

    /// <summary>Themes with the most money over all regions together.</summary>
    public IReadOnlyList<string> Themes => [.. Regions.SelectMany(r => r.Profile.Of("theme")).Where(t => t.Code != "none").GroupBy(t => t.Code, StringComparer.Ordinal).OrderByDescending(g => g.Sum(t => t.EuEur)).ThenBy(g => g.Key, StringComparer.Ordinal).Select(g => g.Key)];

    /// <summary>The greatest sum of a year, so that all columns have one measure.</summary>
    public decimal MostInAYear => Regions.SelectMany(r => r.Profile.Of("year")).Where(y => y.Code != "none").Select(y => y.EuEur).DefaultIfEmpty().Max();
}
