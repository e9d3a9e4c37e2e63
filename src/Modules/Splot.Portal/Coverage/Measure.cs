using Splot.Contracts.Projects;
using Splot.Portal.Model;

namespace Splot.Portal.Coverage;

/// <summary>
/// Which fields of an operation are published, as a set of bits that stands beside it in the store: filled fields are counted without
/// reading a document. The order is the order of the bits; new fields go to the end, with a migration that empties the column.
/// </summary>
internal static class Measure
{
    /// <summary>A place finer than the country is known by its code, as searches for <c>region</c> know it.</summary>
    public const string Place = "locations";

    /// <summary>The place is the beneficiary's seat and not where the operation happens.</summary>
    public const string Seat = "seat";

    /// <summary>A place comes with coordinates.</summary>
    public const string Point = "point";

    /// <summary>The total cost is known in euro.</summary>
    public const string Euro = "budgetEur";

    private static readonly (string Name, Func<OperationDocument, bool> IsFilled)[] All =
    [
        ("title", d => d.Title.Count > 0),
        ("summary", d => d.Summary.Count > 0),
        ("localId", d => d.LocalId is not null),
        ("start", d => d.Start is not null),
        ("end", d => d.End is not null || d.ActualEnd is not null),
        ("status", d => d.Status is not null),
        ("fund", d => d.Fund is not null || d.Slices.Any(s => s.Fund is not null)),
        ("programme", d => d.Programme is not null),
        ("priority", d => d.Priority is not null),
        ("objective", d => d.Objective is not null),
        ("fields", d => d.Fields.Count > 0),
        ("theme", d => d.Theme is not null),
        ("call", d => d.Call is not null),
        ("contracts", d => d.Contracts.Count > 0),
        ("budget", d => d.Budget is not null),
        (Euro, d => d.Budget?.Eur is not null),
        ("euContribution", d => d.EuContribution is not null),
        ("beneficiary", d => d.Beneficiary is not null),
        ("partners", d => d.Partners.Count > 0),
        ("contractors", d => d.Contractors.Count > 0),
        (Place, d => !Regions.Join(d).StartsWith(Regions.Unplaced)),
        (Seat, d => d.Locations.Any(l => l.Precision == "seat")),
        (Point, d => d.Locations.Any(l => l is { Lat: not null, Lon: not null })),
        ("aims", d => d.Aims.Count > 0),
        ("tasks", d => d.Tasks.Count > 0),
        ("targetGroups", d => d.TargetGroups.Count > 0),
        ("expectedResults", d => d.ExpectedResults.Count > 0),
        ("achievements", d => d.Achievements.Count > 0),
        ("indicators", d => d.Indicators.Count > 0),
        ("payments", d => d.Payments.Count > 0),
        ("links", d => d.Links.Count > 0),
        ("sameAs", d => d.SameAs.Count > 0),
    ];

    /// <summary>Names of the fields, in the order of their bits.</summary>
    public static IReadOnlyList<string> Fields { get; } = [.. All.Select(f => f.Name)];

    /// <summary>The set of an operation's filled fields.</summary>
    public static long Filled(OperationDocument document)
    {
        var filled = 0L;
        for (var i = 0; i < All.Length; i++)
        {
            filled |= All[i].IsFilled(document) ? 1L << i : 0L;
        }

        return filled;
    }

    /// <summary>True where the set holds the field.</summary>
    public static bool Has(long filled, string field)
    {
        for (var i = 0; i < All.Length; i++)
        {
            if (All[i].Name == field)
            {
                return (filled >> i & 1L) != 0;
            }
        }

        return false;
    }
}
