namespace Splot.Territory.Model;

/// <summary>One state of a unit, as stored. Its key is the code and the first day; <see cref="Since.Ever"/> stands for "older than our records".</summary>
internal sealed class UnitRow
{
    public required string Code { get; set; }

    public DateOnly ValidFrom { get; set; }

    public DateOnly? ValidTo { get; set; }

    public required string Kind { get; set; }

    public required string Country { get; set; }

    public string? Parent { get; set; }

    public required string Path { get; set; }

    public string? Type { get; set; }

    public string? NutsVersions { get; set; }

    public long? Population { get; set; }

    public long? Urbanisation { get; set; }

    public decimal? Lat { get; set; }

    public decimal? Lon { get; set; }

    public required string Origin { get; set; }

    public List<UnitNameRow> Names { get; set; } = [];

    public List<UnitAliasRow> Aliases { get; set; } = [];
}

/// <summary>A name of a state of a unit. The place orders the names: the national one first.</summary>
internal sealed class UnitNameRow
{
    public required string Code { get; set; }

    public DateOnly ValidFrom { get; set; }

    public long Place { get; set; }

    public required string Language { get; set; }

    public required string Name { get; set; }

    public bool Transliterated { get; set; }
}

/// <summary>Another code or name under which a unit is found.</summary>
internal sealed class UnitAliasRow
{
    public required string Code { get; set; }

    public DateOnly ValidFrom { get; set; }

    public required string Alias { get; set; }
}

/// <summary>A step in the history of two units.</summary>
internal sealed class RelationRow
{
    public required string Predecessor { get; set; }

    public required string Successor { get; set; }

    public DateOnly HappenedOn { get; set; }

    public required string Change { get; set; }

    public bool Verified { get; set; }

    public required string Source { get; set; }

    public required string Origin { get; set; }
}

/// <summary>A code list.</summary>
internal sealed class CodeListRow
{
    public required string List { get; set; }

    public required string En { get; set; }

    public required string Pl { get; set; }

    public required string Bg { get; set; }

    public required string Origin { get; set; }
}

/// <summary>One state of a value of a code list.</summary>
internal sealed class CodeRow
{
    public required string List { get; set; }

    public required string Code { get; set; }

    public DateOnly ValidFrom { get; set; }

    public DateOnly? ValidTo { get; set; }

    public string? Parent { get; set; }

    public string? En { get; set; }

    public string? Pl { get; set; }

    public string? Bg { get; set; }

    /// <summary>Languages of translated names, joined by blanks.</summary>
    public string? Translated { get; set; }

    /// <summary>Aliases, joined by semicolons.</summary>
    public string? Aliases { get; set; }

    public decimal? Value { get; set; }

    public bool Verified { get; set; }

    public required string Source { get; set; }

    public required string Origin { get; set; }
}

/// <summary>What a code of one list means in another.</summary>
internal sealed class MappingRow
{
    public required string List { get; set; }

    public required string Code { get; set; }

    public required string Target { get; set; }

    public DateOnly ValidFrom { get; set; }

    public DateOnly? ValidTo { get; set; }

    public required string Value { get; set; }

    public required string Origin { get; set; }
}

/// <summary>Units of a currency for one euro.</summary>
internal sealed class RateRow
{
    public required string Currency { get; set; }

    /// <summary>First day on which the rate holds; of a monthly rate the first of the month.</summary>
    public DateOnly ValidFrom { get; set; }

    /// <summary>legal, official (published by the Commission) or derived.</summary>
    public required string Kind { get; set; }

    public DateOnly? ValidTo { get; set; }

    public decimal Rate { get; set; }

    public DateOnly? FixedOn { get; set; }

    public required string Source { get; set; }

    public required string Origin { get; set; }
}

/// <summary>A simplified outline.</summary>
internal sealed class BoundaryRow
{
    public required string Code { get; set; }

    public required string Geometry { get; set; }

    public double West { get; set; }

    public double South { get; set; }

    public double East { get; set; }

    public double North { get; set; }

    public long Points { get; set; }

    public required string Source { get; set; }

    /// <summary>Unix milliseconds.</summary>
    public long ImportedAt { get; set; }
}

/// <summary>A fact table that is loaded, or an imported file; the greatest number is the version of the territory.</summary>
internal sealed class LoadRow
{
    public required string Name { get; set; }

    public required string Checksum { get; set; }

    public long Version { get; set; }

    /// <summary>Unix milliseconds.</summary>
    public long LoadedAt { get; set; }
}

/// <summary>The stored form of an open beginning: a key needs a value.</summary>
internal static class Since
{
    public static readonly DateOnly Ever = DateOnly.MinValue;

    public static DateOnly Stored(DateOnly? day) => day ?? Ever;

    public static DateOnly? Shown(DateOnly day) => day == Ever ? null : day;
}
