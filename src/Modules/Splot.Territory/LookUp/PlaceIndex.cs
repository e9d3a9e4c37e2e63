using System.Collections.Frozen;
using Splot.Contracts.Territory;
using Splot.Kernel;

namespace Splot.Territory.LookUp;

/// <summary>Finds units by name. Names are compared folded: case, diacritics and blanks do not matter.</summary>
internal sealed class PlaceIndex
{
    private readonly TerritorySnapshot territory;
    private readonly FrozenDictionary<string, TerritorialUnit[]> byName;

    public PlaceIndex(TerritorySnapshot territory)
    {
        this.territory = territory;
        byName = territory.Units
            .SelectMany(u => u.Names.Select(n => n.Text).Concat(u.Aliases).Select(TextFold.Fold).Distinct().Select(name => (Name: name, Unit: u)))
            .GroupBy(x => x.Name, x => x.Unit)
            .ToFrozenDictionary(g => g.Key, g => g.ToArray());
    }

    /// <summary>
    /// The units of today that bear a name (or bore it), inside <paramref name="scope"/> (not itself) and country, of a kind that
    /// <paramref name="wanted"/> accepts.
    /// </summary>
    public IReadOnlyList<TerritorialUnit> Named(string name, TerritorialUnit? scope, string? country, Func<TerritorialUnit, bool>? wanted = null)
    {
        if (!byName.TryGetValue(TextFold.Fold(name), out var named))
        {
            return [];
        }

        var found = new List<TerritorialUnit>();
        foreach (var state in named)
        {
            var unit = territory.Current(state);
            var inside = scope is null ? country is null || unit.Country == country : unit.IsWithin(scope) && unit.Code != scope.Code;
            if (inside && (wanted is null || wanted(unit)) && !found.Contains(unit))
            {
                found.Add(unit);
            }
        }

        // A unit that lasts goes before one that ended without a single successor, such as a gmina that was divided.
        return found.Exists(u => u.IsCurrent) ? [.. found.Where(u => u.IsCurrent)] : found;
    }

    /// <summary>The one unit meant: the only one, or the widest when all others lie in it; null when they lie apart.</summary>
    public static TerritorialUnit? Widest(IReadOnlyList<TerritorialUnit> units)
    {
        if (units.Count == 0)
        {
            return null;
        }

        var widest = units.MinBy(u => u.Path.Length)!;
        return units.All(u => u.IsWithin(widest)) ? widest : null;
    }
}
