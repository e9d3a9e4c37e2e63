using System.Reflection;
using System.Security.Cryptography;
using Splot.Territory.Model;

namespace Splot.Territory.Tables;

/// <summary>Everything a set of fact tables says.</summary>
internal sealed class TerritoryFacts
{
    private const string Prefix = "Splot.Territory.Facts.";

    public List<UnitRow> Units { get; } = [];

    public List<RelationRow> Relations { get; } = [];

    public List<CodeListRow> Lists { get; } = [];

    public List<CodeRow> Codes { get; } = [];

    public List<MappingRow> Mappings { get; } = [];

    public List<RateRow> Rates { get; } = [];

    /// <summary>The tables that the program ships, with the checksum of all of them.</summary>
    public static (TerritoryFacts Facts, string Checksum) Shipped()
    {
        var facts = new TerritoryFacts();
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (name, bytes) in Resources())
        {
            hash.AppendData(bytes);
            facts.Add(FactTable.Read(name, FactTable.Decode(bytes)), Origins.Shipped);
        }

        UnitPaths.Set(facts.Units, []);
        return (facts, Convert.ToHexStringLower(hash.GetHashAndReset()));
    }

    /// <summary>The checksum of the shipped tables alone: enough to know that nothing is to be done.</summary>
    public static string ShippedChecksum()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (_, bytes) in Resources())
        {
            hash.AppendData(bytes);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>Reads a table by what its header says it is.</summary>
    public void Add(FactTable table, string origin)
    {
        switch (FactTables.KindOf(table))
        {
            case FactTableKind.Units:
                Units.AddRange(table.Rows.Select(r => FactRows.Unit(r, origin)));
                break;
            case FactTableKind.Relations:
                Relations.AddRange(table.Rows.Select(r => FactRows.Relation(r, origin)));
                break;
            case FactTableKind.Codes:
                Codes.AddRange(table.Rows.Select(r => FactRows.Code(r, origin)));
                break;
            case FactTableKind.Mappings:
                Mappings.AddRange(table.Rows.Select(r => FactRows.Mapping(r, origin)));
                break;
            case FactTableKind.Rates:
                Rates.AddRange(table.Rows.Select(r => FactRows.Rate(r, origin)));
                break;
            case FactTableKind.Lists:
                Lists.AddRange(table.Rows.Select(r => FactRows.List(r, origin)));
                break;
            default:
                throw new BadTableException(Text.UnknownHeader(string.Join(", ", table.Columns.Take(6))));
        }
    }

    private static IEnumerable<(string Name, byte[] Bytes)> Resources()
    {
        var assembly = Assembly.GetExecutingAssembly();
        foreach (var name in assembly.GetManifestResourceNames().Where(n => n.StartsWith(Prefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var stream = assembly.GetManifestResourceStream(name)!;
            var bytes = new byte[stream.Length];
            stream.ReadExactly(bytes);
            yield return (name[Prefix.Length..], bytes);
        }
    }
}

/// <summary>Where a row of the store comes from.</summary>
internal static class Origins
{
    /// <summary>Shipped with the program: replaced when a newer program ships other facts.</summary>
    public const string Shipped = "splot";
}

/// <summary>What a fact table holds.</summary>
internal enum FactTableKind
{
    Unknown,
    Units,
    Relations,
    Codes,
    Mappings,
    Rates,
    Lists,
}

/// <summary>Tells fact tables by the columns they must have.</summary>
internal static class FactTables
{
    private static readonly (FactTableKind Kind, string[] Columns)[] Shapes =
    [
        (FactTableKind.Units, ["kind", "code", "parent"]),
        (FactTableKind.Relations, ["relation", "predecessor", "successor"]),
        (FactTableKind.Mappings, ["list", "code", "target", "value"]),
        (FactTableKind.Codes, ["list", "code", "source"]),
        (FactTableKind.Rates, ["currency", "from", "rate", "kind"]),
        (FactTableKind.Lists, ["list", "en", "pl", "bg"]),
    ];

    public static FactTableKind KindOf(FactTable table) =>
        Shapes.FirstOrDefault(shape => shape.Columns.All(column => table.Place(column) >= 0)).Kind;
}
