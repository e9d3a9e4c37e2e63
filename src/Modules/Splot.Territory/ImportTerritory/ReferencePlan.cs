using System.Globalization;
using Splot.Territory.Model;
using Splot.Territory.Tables;

namespace Splot.Territory.ImportTerritory;

/// <summary>What imported relations, codes, mappings and rates must agree with; ends states of codes that a later one follows.</summary>
internal static class ReferencePlan
{
    /// <exception cref="BadTableException">A row names a unit, list or code that does not exist, or a key comes twice.</exception>
    public static void Check(TerritoryFacts change, TerritoryFacts held)
    {
        CheckRelations(change, held);
        CheckLists(change, held);
        Once(change.Lists, l => l.List);
        Once(change.Codes, c => string.Join(' ', c.List, c.Code, Day(c.ValidFrom)));
        Once(change.Mappings, m => string.Join(' ', m.List, m.Code, m.Target, Day(m.ValidFrom)));
        Once(change.Rates, r => string.Join(' ', r.Currency, Day(r.ValidFrom), r.Kind));
        EndEarlierCodes(change, held);
    }

    private static void CheckRelations(TerritoryFacts change, TerritoryFacts held)
    {
        if (change.Relations.Count == 0)
        {
            return;
        }

        var units = held.Units.Concat(change.Units).Select(u => u.Code).ToHashSet();
        var missing = change.Relations.SelectMany(r => new[] { r.Predecessor, r.Successor }).FirstOrDefault(code => !units.Contains(code));
        if (missing is not null)
        {
            throw new BadTableException(Text.NoSuchUnit(missing));
        }

        Once(change.Relations, r => string.Join(' ', r.Predecessor, r.Successor, Day(r.HappenedOn)));
    }

    private static void CheckLists(TerritoryFacts change, TerritoryFacts held)
    {
        var lists = held.Lists.Concat(change.Lists).Select(l => l.List).ToHashSet();
        var missing = change.Codes.Select(c => c.List).Concat(change.Mappings.Select(m => m.List)).FirstOrDefault(list => !lists.Contains(list));
        if (missing is not null)
        {
            throw new BadTableException(Text.NoSuchList(missing));
        }
    }

    private static void EndEarlierCodes(TerritoryFacts change, TerritoryFacts held)
    {
        var keys = change.Codes.Select(c => (c.List, c.Code, c.ValidFrom)).ToHashSet();
        var open = held.Codes.Where(c => c.ValidTo is null && !keys.Contains((c.List, c.Code, c.ValidFrom))).ToLookup(c => (c.List, c.Code));
        foreach (var later in change.Codes.ToList())
        {
            foreach (var earlier in open[(later.List, later.Code)].Where(e => e.ValidFrom < later.ValidFrom && e.ValidTo is null))
            {
                earlier.ValidTo = later.ValidFrom.AddDays(-1);
                earlier.Origin = later.Origin;
                change.Codes.Add(earlier);
            }
        }
    }

    private static void Once<TRow>(IEnumerable<TRow> rows, Func<TRow, string> key)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        if (rows.Select(key).FirstOrDefault(k => !seen.Add(k)) is { } twice)
        {
            throw new BadTableException(Text.RowTwice(twice));
        }
    }

    private static string Day(DateOnly day) => day == Since.Ever ? "-" : day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
