using Splot.Data;
using Splot.Territory.Model;

namespace Splot.Territory.Store;

/// <summary>Writes rows of the module's tables in bulk.</summary>
internal static class TerritoryTables
{
    private static readonly BulkTable Unit = BulkTable.Of(
        "territory_unit", "code", "valid_from", "valid_to", "kind", "country", "parent", "path", "type", "nuts_versions", "population", "urbanisation", "lat", "lon", "origin");

    private static readonly BulkTable UnitName = BulkTable.Of("territory_unit_name", "code", "valid_from", "place", "language", "name", "transliterated");
    private static readonly BulkTable UnitAlias = BulkTable.Of("territory_unit_alias", "code", "valid_from", "alias");
    private static readonly BulkTable RelationTable = BulkTable.Of("territory_relation", "predecessor", "successor", "happened_on", "change", "verified", "source", "origin");
    private static readonly BulkTable CodeList = BulkTable.Of("territory_code_list", "list", "en", "pl", "bg", "origin");
    private static readonly BulkTable Code = BulkTable.Of(
        "territory_code", "list", "code", "valid_from", "valid_to", "parent", "en", "pl", "bg", "translated", "aliases", "value", "verified", "source", "origin");

    private static readonly BulkTable Mapping = BulkTable.Of("territory_mapping", "list", "code", "target", "valid_from", "valid_to", "value", "origin");
    private static readonly BulkTable Rate = BulkTable.Of("territory_rate", "currency", "valid_from", "kind", "valid_to", "rate", "fixed_on", "source", "origin");

    /// <summary>Writes units with their names and aliases.</summary>
    public static void Insert(Session session, IReadOnlyCollection<UnitRow> units)
    {
        Write(session, Unit, units, static (table, u) =>
        {
            table.Set(0, u.Code);
            table.Set(1, u.ValidFrom);
            table.Set(2, u.ValidTo);
            table.Set(3, u.Kind);
            table.Set(4, u.Country);
            table.Set(5, u.Parent);
            table.Set(6, u.Path);
            table.Set(7, u.Type);
            table.Set(8, u.NutsVersions);
            table.Set(9, u.Population);
            table.Set(10, u.Urbanisation);
            table.Set(11, u.Lat);
            table.Set(12, u.Lon);
            table.Set(13, u.Origin);
        });
        Write(session, UnitName, units.SelectMany(u => u.Names), static (table, n) =>
        {
            table.Set(0, n.Code);
            table.Set(1, n.ValidFrom);
            table.Set(2, n.Place);
            table.Set(3, n.Language);
            table.Set(4, n.Name);
            table.Set(5, n.Transliterated);
        });
        Write(session, UnitAlias, units.SelectMany(u => u.Aliases), static (table, a) =>
        {
            table.Set(0, a.Code);
            table.Set(1, a.ValidFrom);
            table.Set(2, a.Alias);
        });
    }

    public static void Insert(Session session, IEnumerable<RelationRow> relations) => Write(session, RelationTable, relations, static (table, r) =>
    {
        table.Set(0, r.Predecessor);
        table.Set(1, r.Successor);
        table.Set(2, r.HappenedOn);
        table.Set(3, r.Change);
        table.Set(4, r.Verified);
        table.Set(5, r.Source);
        table.Set(6, r.Origin);
    });

    public static void Insert(Session session, IEnumerable<CodeListRow> lists) => Write(session, CodeList, lists, static (table, l) =>
    {
        table.Set(0, l.List);
        table.Set(1, l.En);
        table.Set(2, l.Pl);
        table.Set(3, l.Bg);
        table.Set(4, l.Origin);
    });

    public static void Insert(Session session, IEnumerable<CodeRow> codes) => Write(session, Code, codes, static (table, c) =>
    {
        table.Set(0, c.List);
        table.Set(1, c.Code);
        table.Set(2, c.ValidFrom);
        table.Set(3, c.ValidTo);
        table.Set(4, c.Parent);
        table.Set(5, c.En);
        table.Set(6, c.Pl);
        table.Set(7, c.Bg);
        table.Set(8, c.Translated);
        table.Set(9, c.Aliases);
        table.Set(10, c.Value);
        table.Set(11, c.Verified);
        table.Set(12, c.Source);
        table.Set(13, c.Origin);
    });

    public static void Insert(Session session, IEnumerable<MappingRow> mappings) => Write(session, Mapping, mappings, static (table, m) =>
    {
        table.Set(0, m.List);
        table.Set(1, m.Code);
        table.Set(2, m.Target);
        table.Set(3, m.ValidFrom);
        table.Set(4, m.ValidTo);
        table.Set(5, m.Value);
        table.Set(6, m.Origin);
    });

    public static void Insert(Session session, IEnumerable<RateRow> rates) => Write(session, Rate, rates, static (table, r) =>
    {
        table.Set(0, r.Currency);
        table.Set(1, r.ValidFrom);
        table.Set(2, r.Kind);
        table.Set(3, r.ValidTo);
        table.Set(4, r.Rate);
        table.Set(5, r.FixedOn);
        table.Set(6, r.Source);
        table.Set(7, r.Origin);
    });

    private static void Write<TRow>(Session session, BulkTable target, IEnumerable<TRow> rows, Action<BulkInsert, TRow> set)
    {
        using var table = BulkInsert.Into(session, target);
        foreach (var row in rows)
        {
            set(table, row);
            table.NextRow();
        }

        table.Complete();
    }
}
