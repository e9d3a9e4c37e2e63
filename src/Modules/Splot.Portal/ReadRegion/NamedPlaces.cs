using Splot.Contracts.Territory;
using Splot.Portal.Atlas;
using Splot.Portal.Indexing;
using Splot.Portal.Labels;
using Splot.Portal.Overviews;

namespace Splot.Portal.ReadRegion;

/// <summary>Finds places by what somebody typed: a code, or a name without regard to case, diacritics and script.</summary>
internal static class NamedPlaces
{
    private const int Most = 50;

    /// <summary>The places called so, the widest first; where none is, those whose names begin so.</summary>
    public static IReadOnlyList<Place> Find(string typed, Overview overview)
    {
        if (overview.Places.Find(typed) is { } byCode)
        {
            return [byCode];
        }

        var folded = PortalIndex.Analyzer.Fold(typed);
        var current = overview.Places.All.Where(p => p.IsCurrent && p.Kind != UnitKind.Settlement).Select(p => (Place: p, Names: overview.Labels.All(LabelKind.Region, p.Code).Select(n => PortalIndex.Analyzer.Fold(n)).ToList())).ToList();
        var exact = current.Where(p => p.Names.Contains(folded)).Select(p => p.Place).ToList();
        var found = exact.Count > 0 ? exact : [.. current.Where(p => p.Names.Exists(n => n.StartsWith(folded, StringComparison.Ordinal))).Select(p => p.Place)];
        return [.. found.OrderBy(p => p.Kind).ThenBy(p => p.Code, StringComparer.Ordinal).Take(Most)];
    }
}
