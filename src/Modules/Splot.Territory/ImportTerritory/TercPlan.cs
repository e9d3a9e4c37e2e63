using System.Globalization;
using Splot.Contracts.Territory;
using Splot.Territory.Model;
using Splot.Territory.Tables;

namespace Splot.Territory.ImportTerritory;

/// <summary>Compares an edition of TERC with the units held: what is new, renamed, of another type, or gone.</summary>
internal sealed class TercPlan
{
    private readonly TercFile file;
    private readonly string origin;
    private readonly Dictionary<string, UnitRow> lasting;
    private readonly IReadOnlyCollection<UnitRow> units;

    private TercPlan(TercFile file, IReadOnlyCollection<UnitRow> held, string origin)
    {
        this.file = file;
        this.origin = origin;
        units = held;
        lasting = held.Where(u => u is { Country: "PL", ValidTo: null, Kind: "powiat" or "lau" }).ToDictionary(u => u.Code);
    }

    /// <summary>New and changed states; ended ones carry their last day.</summary>
    public List<UnitRow> Units { get; } = [];

    public List<RelationRow> Relations { get; } = [];

    public List<string> Warnings { get; } = [];

    public static TercPlan Make(TercFile file, IReadOnlyCollection<UnitRow> held, string origin)
    {
        var plan = new TercPlan(file, held, origin);
        var newest = plan.lasting.Values.Max(u => (DateOnly?)u.ValidFrom);
        if (newest > file.Day)
        {
            throw new BadTableException(Text.OlderEdition(Day(file.Day), Day(newest.Value)));
        }

        plan.ComparePowiats();
        plan.CompareGminas();
        plan.EndMissing();
        return plan;
    }

    private void ComparePowiats()
    {
        foreach (var unit in file.Powiats)
        {
            if (lasting.TryGetValue(unit.Code, out var known))
            {
                Rename(known, unit);
                continue;
            }

            // TERC does not know NUTS 3: a new powiat hangs on its voivodeship until a fuller table says more.
            Units.Add(New(unit, "powiat", Voivodeship(unit)));
            Warnings.Add(Text.NewPowiat(unit.Code, unit.Name));
        }
    }

    /// <summary>The region with the borders of the voivodeship carries the register's number of two digits as an alias.</summary>
    private string Voivodeship(TercUnit powiat) =>
        units.FirstOrDefault(u => u is { Country: "PL", ValidTo: null } && u.Aliases.Exists(a => a.Alias == powiat.Code[..2]))?.Code
        ?? throw new BadTableException(Text.NoSuchParent(powiat.Code));

    private void CompareGminas()
    {
        var bySix = lasting.Values.Where(u => u.Kind == "lau").ToDictionary(u => u.Code[..6]);
        foreach (var unit in file.Gminas)
        {
            if (!bySix.TryGetValue(unit.Code[..6], out var held))
            {
                Units.Add(New(unit, "lau", unit.Code[..4]));
                Warnings.Add(Text.NewGmina(unit.Code, unit.Name));
            }
            else if (held.Code == unit.Code)
            {
                Rename(held, unit);
            }
            else
            {
                End(held);
                Units.Add(Successor(held, unit));
                Relations.Add(Step(held.Code, unit.Code));
            }
        }
    }

    private void EndMissing()
    {
        var present = file.Powiats.Concat(file.Gminas).Select(u => u.Code).ToHashSet();
        var sixes = file.Gminas.Select(u => u.Code[..6]).ToHashSet();
        foreach (var held in lasting.Values.Where(u => !present.Contains(u.Code) && !(u.Kind == "lau" && sixes.Contains(u.Code[..6]))))
        {
            End(held);
            Warnings.Add(Text.UnitGone(held.Code, Name(held)));
        }
    }

    /// <summary>A new name begins a new state; the old name stays an alias, so that old lists still find the unit.</summary>
    private void Rename(UnitRow held, TercUnit unit)
    {
        if (Name(held) == unit.Name)
        {
            return;
        }

        End(held);
        Units.Add(Successor(held, unit));
        Warnings.Add(Text.Renamed(unit.Code, Name(held), unit.Name));
    }

    private void End(UnitRow held)
    {
        if (held.ValidFrom < file.Day)
        {
            held.ValidTo = file.Day.AddDays(-1);
            held.Origin = origin;
            Units.Add(held);
        }
    }

    private UnitRow Successor(UnitRow held, TercUnit unit)
    {
        var successor = New(unit, held.Kind, held.Parent!);
        (successor.Population, successor.Urbanisation, successor.Lat, successor.Lon) = (held.Population, held.Urbanisation, held.Lat, held.Lon);
        successor.Aliases = [.. held.Aliases.Select(a => a.Alias).Append(Name(held)).Where(a => a != unit.Name).Distinct()
            .Select(a => new UnitAliasRow { Code = unit.Code, ValidFrom = file.Day, Alias = a })];
        return successor;
    }

    private UnitRow New(TercUnit unit, string kind, string parent) => new()
    {
        Code = unit.Code,
        ValidFrom = file.Day,
        Kind = kind,
        Country = "PL",
        Parent = parent,
        Path = "",
        Type = unit.Type,
        Origin = origin,
        Names = [new UnitNameRow { Code = unit.Code, ValidFrom = file.Day, Language = "pl", Name = unit.Name }],
    };

    private RelationRow Step(string predecessor, string successor) => new()
    {
        Change = FactRows.Changes.First(c => c.Value == UnitChange.TypeChange).Key,
        Predecessor = predecessor,
        Successor = successor,
        HappenedOn = file.Day,
        Verified = true,
        Source = "TERC " + Day(file.Day),
        Origin = origin,
    };

    private static string Name(UnitRow unit) => unit.Names.Find(n => n.Language == "pl")?.Name ?? unit.Code;

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
