using System.Collections.Frozen;
using Splot.Contracts.Territory;
using Splot.Territory.Model;
using Splot.Territory.Tables;

namespace Splot.Territory.LookUp;

/// <summary>One edition of the territory in memory. Immutable; every question is a dictionary look-up.</summary>
internal sealed class TerritorySnapshot
{
    private readonly FrozenDictionary<string, TerritorialUnit[]> byCode;
    private readonly FrozenDictionary<string, TerritorialUnit[]> byAlias;
    private readonly FrozenDictionary<string, TerritorialUnit[]> byTerc6;
    private readonly FrozenDictionary<string, TerritorialUnit[]> byParent;
    private readonly FrozenDictionary<string, UnitRelation[]> relations;

    public TerritorySnapshot(IReadOnlyCollection<UnitRow> units, IReadOnlyCollection<RelationRow> relationRows, long version)
    {
        Version = version;
        Units = [.. units.OrderBy(u => u.Code, StringComparer.Ordinal).ThenBy(u => u.ValidFrom).Select(Unit)];
        byCode = Group(Units.Select(u => (u.Code, u)));
        byAlias = Group(Units.SelectMany(u => u.Aliases.Where(IsCode).Select(alias => (alias.ToUpperInvariant(), u))));
        byTerc6 = Group(Units.Where(u => u is { Country: "PL", Kind: UnitKind.Lau, Code.Length: 7 }).Select(u => (u.Code[..6], u)));
        byParent = Group(Units.Where(u => u.Parent is not null).Select(u => (u.Parent!, u)));
        var steps = relationRows.Select(Relation).OrderBy(r => r.On).ThenBy(r => r.Predecessor, StringComparer.Ordinal).ThenBy(r => r.Successor, StringComparer.Ordinal).ToList();
        relations = steps
            .SelectMany(r => new[] { (Code: r.Predecessor, Step: r), (Code: r.Successor, Step: r) })
            .GroupBy(x => x.Code, x => x.Step)
            .ToFrozenDictionary(g => g.Key, g => g.ToArray());
        Places = new PlaceIndex(this);
    }

    public long Version { get; }

    public IReadOnlyList<TerritorialUnit> Units { get; }

    public PlaceIndex Places { get; }

    public TerritorialUnit? Find(string? code, string? country)
    {
        if (string.IsNullOrWhiteSpace(code))
        {
            return null;
        }

        var key = code.AsSpan().Trim().ToString().ToUpperInvariant();
        if (byCode.TryGetValue(key, out var states) && Fits(states[0], country))
        {
            return Lasting(states);
        }

        // Eurostat's GISCO writes the country before an underscore: PL_1006061101801, BG_RSE27.
        if (key.Length > 3 && key[2] == '_')
        {
            return Find(key[3..], country ?? key[..2]);
        }

        return Alias(key, country) ?? Terc(key, country);
    }

    public TerritorialUnit? FindOn(string code, DateOnly day) => byCode.GetValueOrDefault(code)?.FirstOrDefault(u => u.HeldOn(day));

    public TerritorialUnit Current(TerritorialUnit unit)
    {
        // A chain of reforms is short; the limit only guards against a circle in imported relations.
        for (var steps = 0; !unit.IsCurrent && steps < 16; steps++)
        {
            var later = Find(unit.Code, null);
            if (later is { IsCurrent: true })
            {
                return later;
            }

            var whole = Relations(unit.Code)
                .Where(r => r.Predecessor == unit.Code && (r.Change is UnitChange.Recode or UnitChange.TypeChange or UnitChange.Merge))
                .Select(r => r.Successor).Distinct().ToList();
            if (whole.Count != 1 || Find(whole[0], null) is not { } next)
            {
                return unit;
            }

            unit = next;
        }

        return unit;
    }

    public IReadOnlyList<TerritorialUnit> Children(string code, DateOnly? on) =>
        [.. byParent.GetValueOrDefault(code, []).Where(u => on is { } day ? u.HeldOn(day) : u.IsCurrent)];

    /// <summary>All states of all units directly below.</summary>
    public IReadOnlyList<TerritorialUnit> AllChildren(string code) => byParent.GetValueOrDefault(code, []);

    public IReadOnlyList<TerritorialUnit> Line(TerritorialUnit unit) =>
        [.. unit.Path.Split('/', StringSplitOptions.RemoveEmptyEntries).SkipLast(1).Select(code => Find(code, null)).OfType<TerritorialUnit>(), unit];

    public IReadOnlyList<UnitRelation> Relations(string code) => relations.GetValueOrDefault(code, []);

    private static bool Fits(TerritorialUnit unit, string? country) => country is null || string.Equals(unit.Country, country, StringComparison.OrdinalIgnoreCase) || IsUnionCode(unit.Country, country);

    private static bool IsUnionCode(string iso, string country) =>
        (iso == "GR" && string.Equals(country, "EL", StringComparison.OrdinalIgnoreCase)) || (iso == "GB" && string.Equals(country, "UK", StringComparison.OrdinalIgnoreCase));

    private static TerritorialUnit Lasting(TerritorialUnit[] states) => states.LastOrDefault(u => u.IsCurrent) ?? states.MaxBy(u => u.ValidTo)!;

    // An alias that is a code: short, without blanks and lower-case letters (names are matched by the place index).
    private static bool IsCode(string alias) => alias.Length <= 8 && alias.All(c => char.IsAsciiDigit(c) || char.IsAsciiLetterUpper(c));

    private TerritorialUnit? Alias(string key, string? country)
    {
        var fitting = byAlias.GetValueOrDefault(key, []).Where(u => Fits(u, country)).ToArray();
        if (country is null && fitting.Length > 0 && byCode.ContainsKey(key))
        {
            return null;
        }

        return fitting.Select(u => u.Code).Distinct().Count() == 1 ? Lasting(fitting) : null;
    }

    /// <summary>TERC of six digits, of the parts of a mixed gmina or of a former type; the 13 digits of Eurostat, which hold the six.</summary>
    private TerritorialUnit? Terc(string key, string? country)
    {
        if ((country is not null && country != "PL") || !key.All(char.IsAsciiDigit))
        {
            return null;
        }

        var six = key.Length switch
        {
            6 => key,
            7 => key[..6],
            13 => key[4..6] + key[9..],
            _ => "",
        };
        return byTerc6.TryGetValue(six, out var states) ? Lasting(states) : null;
    }

    private static FrozenDictionary<string, TerritorialUnit[]> Group(IEnumerable<(string Key, TerritorialUnit Unit)> pairs) =>
        pairs.GroupBy(p => p.Key, p => p.Unit).ToFrozenDictionary(g => g.Key, g => g.ToArray());

    private static TerritorialUnit Unit(UnitRow row) => new()
    {
        Code = row.Code,
        Kind = UnitKinds.Parse(row.Kind) ?? throw new InvalidOperationException($"The store holds a unit of kind {row.Kind}."),
        Country = row.Country,
        Parent = row.Parent,
        Path = row.Path,
        Type = row.Type,
        ValidFrom = Since.Shown(row.ValidFrom),
        ValidTo = row.ValidTo,
        NutsVersions = row.NutsVersions?.Split(' ') ?? [],
        Names = [.. row.Names.OrderBy(n => n.Place).Select(n => new UnitName(n.Language, n.Name, n.Transliterated))],
        Aliases = [.. row.Aliases.Select(a => a.Alias).Order(StringComparer.Ordinal)],
        Population = row.Population,
        Urbanisation = (int?)row.Urbanisation,
        Lat = row.Lat,
        Lon = row.Lon,
    };

    private static UnitRelation Relation(RelationRow row) =>
        new(FactRows.Changes[row.Change], row.Predecessor, row.Successor, row.HappenedOn, row.Verified, row.Source);
}
