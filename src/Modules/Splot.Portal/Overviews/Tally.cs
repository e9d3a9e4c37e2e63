using System.Data.Common;
using System.Globalization;
using System.Runtime.InteropServices;
using Splot.Data;
using Splot.Portal.Labels;
using Splot.Portal.Model;

namespace Splot.Portal.Overviews;

/// <summary>Adds up groups of operations.</summary>
internal sealed class Tally
{
    private readonly Dictionary<string, long> countries = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long> periods = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long> themes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long> funds = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long> programmes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long> regions = new(StringComparer.Ordinal);
    private long projects;
    private long demo;
    private decimal eu;

    /// <summary>Adds a group: country, period, theme, funds, programmes, regions, count, invented ones, cents of the Union.</summary>
    public void Add(DbDataReader group)
    {
        var count = Convert.ToInt64(group.GetValue(6), CultureInfo.InvariantCulture);
        projects += count;
        demo += Convert.ToInt64(group.GetValue(7), CultureInfo.InvariantCulture);
        eu += (group.Decimal(8) ?? 0m) / 100m;
        Count(countries, [group.Text(0)], count);
        Count(periods, [group.Text(1)], count);
        Count(themes, [group.Text(2)], count);
        Count(funds, group.GetString(3).Split(Codes.Bar, StringSplitOptions.RemoveEmptyEntries), count);
        Count(programmes, group.GetString(4).Split(Codes.Bar, StringSplitOptions.RemoveEmptyEntries), count);
        Count(regions, group.GetString(5).TrimStart(Model.Regions.Unplaced).Split('/', StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.Ordinal), count);
    }

    public Overview Finish(long sequence, LabelBook labels, long beneficiaries) => new()
    {
        Sequence = sequence,
        Labels = labels,
        Projects = projects,
        Demo = demo,
        EuEur = eu,
        Beneficiaries = beneficiaries,
        Regions = regions,
        Countries = Sorted(countries),
        Funds = Sorted(funds),
        Programmes = Sorted(programmes),
        Themes = Sorted(themes),
        Periods = Sorted(periods),
    };

    private static void Count(Dictionary<string, long> counts, IEnumerable<string?> codes, long count)
    {
        foreach (var code in codes)
        {
            if (code is not null)
            {
                CollectionsMarshal.GetValueRefOrAddDefault(counts, code, out _) += count;
            }
        }
    }

    private static IReadOnlyList<CodeCount> Sorted(Dictionary<string, long> counts) =>
        [.. counts.Select(c => new CodeCount(c.Key, c.Value)).OrderByDescending(c => c.Count).ThenBy(c => c.Code, StringComparer.Ordinal)];
}
