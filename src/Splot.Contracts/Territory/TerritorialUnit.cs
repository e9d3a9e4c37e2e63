using Splot.Kernel;

namespace Splot.Contracts.Territory;

/// <summary>What a territorial unit is. The order is that of size: a unit lies in units with a smaller number.</summary>
public enum UnitKind
{
    /// <summary>A country (NUTS 0).</summary>
    Country,

    /// <summary>A NUTS 1 region.</summary>
    Nuts1,

    /// <summary>A NUTS 2 region.</summary>
    Nuts2,

    /// <summary>A NUTS 3 region; in Bulgaria an oblast.</summary>
    Nuts3,

    /// <summary>A Polish powiat, cities with powiat rights included.</summary>
    Powiat,

    /// <summary>A local administrative unit: gmina, obshtina.</summary>
    Lau,

    /// <summary>A populated place; in Bulgaria one of EKATTE.</summary>
    Settlement,
}

/// <summary>The words under which the contract's JSON knows kinds and how exact they make a place.</summary>
public static class UnitKinds
{
    /// <summary>The word for <paramref name="kind"/>: country, nuts1, nuts2, nuts3, powiat, lau or settlement.</summary>
    public static string Word(this UnitKind kind) => kind switch
    {
        UnitKind.Country => "country",
        UnitKind.Nuts1 => "nuts1",
        UnitKind.Nuts2 => "nuts2",
        UnitKind.Nuts3 => "nuts3",
        UnitKind.Powiat => "powiat",
        UnitKind.Lau => "lau",
        _ => "settlement",
    };

    /// <summary>The kind with the word <paramref name="word"/>, or null.</summary>
    public static UnitKind? Parse(string word) => word switch
    {
        "country" => UnitKind.Country,
        "nuts1" => UnitKind.Nuts1,
        "nuts2" => UnitKind.Nuts2,
        "nuts3" => UnitKind.Nuts3,
        "powiat" => UnitKind.Powiat,
        "lau" => UnitKind.Lau,
        "settlement" => UnitKind.Settlement,
        _ => null,
    };

    /// <summary>How exact a place is when only a unit of this kind is known: settlement, municipality, county, region or country.</summary>
    public static string Precision(this UnitKind kind) => kind switch
    {
        UnitKind.Country => "country",
        UnitKind.Nuts1 or UnitKind.Nuts2 or UnitKind.Nuts3 => "region",
        UnitKind.Powiat => "county",
        UnitKind.Lau => "municipality",
        _ => "settlement",
    };
}

/// <summary>
/// One state of a territorial unit: what a code meant from <see cref="ValidFrom"/> to <see cref="ValidTo"/>. Units are equal when they
/// are the same state of the same edition of the territory.
/// </summary>
public sealed class TerritorialUnit
{
    /// <summary>NUTS code (countries included: EL and UK, as the Union writes them), TERC code of 4 or 7 digits, LAU code or EKATTE code.</summary>
    public required string Code { get; init; }

    /// <summary>What it is.</summary>
    public required UnitKind Kind { get; init; }

    /// <summary>Two-letter ISO 3166 code of the country (GR and GB, where NUTS writes EL and UK).</summary>
    public required string Country { get; init; }

    /// <summary>Code of the unit around it; null for countries.</summary>
    public string? Parent { get; init; }

    /// <summary>Codes from the country to this unit, each between slashes: <c>/PL/PL8/PL81/PL812/0618/0618011/</c>. A unit lies in another when its path starts with the other's.</summary>
    public required string Path { get; init; }

    /// <summary>Finer kind: land or city (powiat), urban, rural or urban-rural (gmina), obshtina, town, village or other (settlement); null elsewhere.</summary>
    public string? Type { get; init; }

    /// <summary>First day of this state; null where it is older than the records held.</summary>
    public DateOnly? ValidFrom { get; init; }

    /// <summary>Last day of this state; null while it lasts.</summary>
    public DateOnly? ValidTo { get; init; }

    /// <summary>NUTS versions that have the code, oldest first: 2013, 2016, 2021, 2024. Empty for units that are not NUTS regions.</summary>
    public IReadOnlyList<string> NutsVersions { get; init; } = [];

    /// <summary>The unit's names, the national one first. Empty where no source held gives one.</summary>
    public IReadOnlyList<UnitName> Names { get; init; } = [];

    /// <summary>Former names, short names and codes of other registers.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>Inhabitants in 2019, within the borders of then; null where unknown.</summary>
    public long? Population { get; init; }

    /// <summary>Degree of urbanisation of 2019: 1 dense, 2 intermediate, 3 thin (rural); null where unknown.</summary>
    public int? Urbanisation { get; init; }

    /// <summary>Latitude of the area's centre, for Bulgarian provinces of their seat, WGS 84 degrees; null where neither is known.</summary>
    public decimal? Lat { get; init; }

    /// <summary>Longitude of the same point, WGS 84 degrees; null where it is not known.</summary>
    public decimal? Lon { get; init; }

    /// <summary>True while the state lasts.</summary>
    public bool IsCurrent => ValidTo is null;

    /// <summary>True when this unit is <paramref name="other"/> or lies in it.</summary>
    public bool IsWithin(TerritorialUnit other) => Path.StartsWith(other.Path, StringComparison.Ordinal);

    /// <summary>True when the state held on <paramref name="day"/>.</summary>
    public bool HeldOn(DateOnly day) => (ValidFrom is not { } from || from <= day) && (ValidTo is not { } to || day <= to);

    /// <summary>
    /// The name to show to a reader of <paramref name="language"/>: the one in that language, else one in Latin letters, else the national
    /// one, else the code (with the language tag <c>zxx</c>: no language). Mark it up with the tag that comes with it.
    /// </summary>
    public UnitName Label(Language language)
    {
        var tag = language.Code();
        return Names.FirstOrDefault(n => n.Language == tag)
            ?? Names.FirstOrDefault(n => n.Language.EndsWith("-Latn", StringComparison.Ordinal))
            ?? (Names is [var national, ..] ? national : new UnitName("zxx", Code, false));
    }
}

/// <summary>A name of a unit.</summary>
/// <param name="Language">BCP 47 tag: pl, bg, bg-Latn for a Bulgarian name in Latin letters, und where a country has several languages.</param>
/// <param name="Text">The name.</param>
/// <param name="Transliterated">True where no source gives the name and the law's table of letters made it.</param>
public sealed record UnitName(string Language, string Text, bool Transliterated);

/// <summary>What became of a unit.</summary>
public enum UnitChange
{
    /// <summary>The same territory under another code.</summary>
    Recode,

    /// <summary>The same territory, another type (a village commune becomes a town-and-village one).</summary>
    TypeChange,

    /// <summary>The whole predecessor became part of the successor.</summary>
    Merge,

    /// <summary>Part of the predecessor became (part of) the successor.</summary>
    Split,

    /// <summary>The classification drew new borders; territories overlap.</summary>
    Redrawn,
}

/// <summary>A step in the history of two units.</summary>
/// <param name="Change">What happened.</param>
/// <param name="Predecessor">Code before.</param>
/// <param name="Successor">Code after.</param>
/// <param name="On">First day of the new state, as far as the source dates it.</param>
/// <param name="Verified">True where a register shows it; false for general knowledge.</param>
/// <param name="Source">Where it comes from.</param>
public sealed record UnitRelation(UnitChange Change, string Predecessor, string Successor, DateOnly On, bool Verified, string Source);
