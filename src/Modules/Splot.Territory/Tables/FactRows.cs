using Splot.Contracts.Territory;
using Splot.Kernel;
using Splot.Territory.Model;

namespace Splot.Territory.Tables;

/// <summary>Turns the rows of fact tables into rows of the store. Paths and countries of units are set afterwards, when all units are known.</summary>
internal static class FactRows
{
    private static readonly string[] Kinds = [.. Enum.GetValues<UnitKind>().Select(k => k.Word())];
    private static readonly string[] RateKinds = ["legal", "official", "derived"];

    /// <summary>The words of <see cref="UnitChange"/> in tables and store.</summary>
    public static IReadOnlyDictionary<string, UnitChange> Changes { get; } = new Dictionary<string, UnitChange>
    {
        ["recode"] = UnitChange.Recode,
        ["type-change"] = UnitChange.TypeChange,
        ["merge"] = UnitChange.Merge,
        ["split"] = UnitChange.Split,
        ["redrawn"] = UnitChange.Redrawn,
    };

    public static UnitRow Unit(FactRow row, string origin)
    {
        var code = row.Need("code");
        var from = row.Day("from");
        var to = row.Day("to");
        if (from > to)
        {
            throw row.Bad("to", Text.EndsBeforeItBegins);
        }

        var unit = new UnitRow
        {
            Code = code,
            ValidFrom = Since.Stored(from),
            ValidTo = to,
            Kind = row.OneOf("kind", Kinds),
            Country = "",
            Parent = row["parent"],
            Path = "",
            Type = row["type"],
            NutsVersions = row["versions"],
            Population = row.Number("population"),
            Urbanisation = row.Number("degurba"),
            Lat = row.Decimal("lat"),
            Lon = row.Decimal("lon"),
            Origin = origin,
        };
        unit.Names = [.. Names(row).Select((name, place) => new UnitNameRow
        {
            Code = code,
            ValidFrom = unit.ValidFrom,
            Place = place,
            Language = name.Language,
            Name = name.Text,
            Transliterated = name.Transliterated,
        })];
        unit.Aliases = [.. Parts(row["aliases"]).Distinct().Select(alias => new UnitAliasRow { Code = code, ValidFrom = unit.ValidFrom, Alias = alias })];
        return unit;
    }

    public static RelationRow Relation(FactRow row, string origin) => new()
    {
        Change = row.OneOf("relation", [.. Changes.Keys]),
        Predecessor = row.Need("predecessor"),
        Successor = row.Need("successor"),
        HappenedOn = row.Day("on") ?? throw row.Bad("on", Text.CellMissing),
        Verified = row.Truth("verified"),
        Source = row.Need("source"),
        Origin = origin,
    };

    public static CodeListRow List(FactRow row, string origin) =>
        new() { List = row.Need("list"), En = row.Need("en"), Pl = row.Need("pl"), Bg = row.Need("bg"), Origin = origin };

    public static CodeRow Code(FactRow row, string origin) => new()
    {
        List = row.Need("list"),
        Code = row.Need("code"),
        ValidFrom = Since.Stored(row.Day("from")),
        ValidTo = row.Day("to"),
        Parent = row["parent"],
        En = row["en"],
        Pl = row["pl"],
        Bg = row["bg"],
        Translated = row["translated"],
        Aliases = row["aliases"],
        Value = row.Decimal("value"),
        Verified = row.Truth("verified"),
        Source = row.Need("source"),
        Origin = origin,
    };

    public static MappingRow Mapping(FactRow row, string origin) => new()
    {
        List = row.Need("list"),
        Code = row.Need("code"),
        Target = row.Need("target"),
        ValidFrom = Since.Stored(row.Day("from")),
        ValidTo = row.Day("to"),
        Value = row.Need("value"),
        Origin = origin,
    };

    public static RateRow Rate(FactRow row, string origin)
    {
        var currency = row.Need("currency");
        if (!Currency.TryParse(currency, out _))
        {
            throw row.Bad("currency", Text.NoCurrency(currency));
        }

        var rate = row.Decimal("rate") ?? throw row.Bad("rate", Text.CellMissing);
        return new RateRow
        {
            Currency = currency,
            ValidFrom = row.Day("from") ?? throw row.Bad("from", Text.CellMissing),
            ValidTo = row.Day("to"),
            Kind = row.OneOf("kind", RateKinds),
            Rate = rate > 0m ? rate : throw row.Bad("rate", Text.RateNotPositive),
            FixedOn = row.Day("fixed"),
            Source = row.Need("source"),
            Origin = origin,
        };
    }

    /// <summary>Parts of a cell joined by semicolons.</summary>
    public static IEnumerable<string> Parts(string? cell) => (cell ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static IEnumerable<UnitName> Names(FactRow row)
    {
        var language = row["lang"] ?? "und";
        var national = row["national"];
        var latin = row["latin"];
        if (national is not null)
        {
            yield return new UnitName(language, national, false);
        }

        if (latin is not null)
        {
            yield return new UnitName(language + "-Latn", latin, false);
        }
        else if (national is not null && language == "bg")
        {
            yield return new UnitName("bg-Latn", Transliteration.ToLatin(national), true);
        }

        foreach (var tag in (string[])["en", "pl", "bg"])
        {
            if (tag != language && row[tag] is { } name)
            {
                yield return new UnitName(tag, name, false);
            }
        }
    }
}
