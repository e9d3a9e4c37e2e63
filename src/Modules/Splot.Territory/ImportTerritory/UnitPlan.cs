using System.Globalization;
using Splot.Territory.Model;
using Splot.Territory.Tables;

namespace Splot.Territory.ImportTerritory;

/// <summary>Works out what an import of units changes: new states, states that end because a later one begins, paths that move.</summary>
internal static class UnitPlan
{
    /// <summary>
    /// The rows to write: <paramref name="incoming"/>, the held states that they end, and every held unit whose path changes. Incoming
    /// states replace held ones with the same code and first day.
    /// </summary>
    /// <exception cref="BadTableException">States of one code overlap, or a parent does not exist.</exception>
    public static IReadOnlyList<UnitRow> Make(IReadOnlyCollection<UnitRow> held, IReadOnlyCollection<UnitRow> incoming, string origin)
    {
        var put = new Dictionary<(string Code, DateOnly From), UnitRow>();
        foreach (var unit in incoming)
        {
            if (!put.TryAdd((unit.Code, unit.ValidFrom), unit))
            {
                throw new BadTableException(Text.UnitTwice(unit.Code));
            }
        }

        var touched = incoming.Select(u => u.Code).ToHashSet();
        foreach (var states in held.Where(u => touched.Contains(u.Code) && !put.ContainsKey((u.Code, u.ValidFrom))).Concat(incoming).GroupBy(u => u.Code))
        {
            EndEarlierStates([.. states.OrderBy(u => u.ValidFrom)], put, origin);
        }

        var kept = held.Where(u => !put.ContainsKey((u.Code, u.ValidFrom))).ToList();
        var places = kept.Select(u => (Unit: u, u.Path)).ToList();
        UnitPaths.Set([.. kept, .. put.Values], []);
        foreach (var (unit, _) in places.Where(p => p.Unit.Path != p.Path))
        {
            put[(unit.Code, unit.ValidFrom)] = unit;
        }

        return [.. put.Values];
    }

    private static void EndEarlierStates(IReadOnlyList<UnitRow> states, Dictionary<(string Code, DateOnly From), UnitRow> put, string origin)
    {
        for (var i = 1; i < states.Count; i++)
        {
            var (earlier, later) = (states[i - 1], states[i]);
            if (earlier.ValidTo is null && !put.ContainsKey((earlier.Code, earlier.ValidFrom)))
            {
                earlier.ValidTo = later.ValidFrom.AddDays(-1);
                // From now on the import answers for the row: shipped facts must not bring the open state back.
                earlier.Origin = origin;
                put[(earlier.Code, earlier.ValidFrom)] = earlier;
            }
            else if (earlier.ValidTo is not { } end || end >= later.ValidFrom)
            {
                throw new BadTableException(Text.StatesOverlap(later.Code, later.ValidFrom.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));
            }
        }
    }
}
