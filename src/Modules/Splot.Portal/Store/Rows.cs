namespace Splot.Portal.Store;

/// <summary>
/// One public operation, as narrow as lists, filters and sums need it. Days are day numbers of the proleptic Gregorian calendar,
/// amounts euro cents, instants Unix milliseconds. Columns with several values hold them between bars: |ESF+|ERDF|.
/// </summary>
internal sealed class OperationRow
{
    public long Key { get; set; }

    public required string Id { get; set; }

    public long Publication { get; set; }

    /// <summary>The entry of portal_change under which the row was last written; who follows the store asks for greater ones.</summary>
    public long Change { get; set; }

    /// <summary>1 for invented operations, else 0.</summary>
    public long Demo { get; set; }

    public string? Country { get; set; }

    public string? Period { get; set; }

    public string? Status { get; set; }

    public string? Theme { get; set; }

    /// <summary>Public id of the beneficiary; null for natural persons and where none is published.</summary>
    public string? Beneficiary { get; set; }

    public long? StartDay { get; set; }

    /// <summary>The actual last day where known, else the planned one.</summary>
    public long? EndDay { get; set; }

    public long? BudgetEur { get; set; }

    public long? EuEur { get; set; }

    public required string Funds { get; set; }

    public required string Programmes { get; set; }

    public required string Objectives { get; set; }

    public required string Fields { get; set; }

    /// <summary>Paths /PL/PL8/PL81/ of all places, one after the other; begins with - where no place is finer than the country.</summary>
    public required string Regions { get; set; }

    public long UpdatedAt { get; set; }

    /// <summary>When the operation left the public; then nothing but id and reason is kept.</summary>
    public long? WithdrawnAt { get; set; }

    public string? WithdrawnReason { get; set; }

    /// <summary>The only place of a natural person's name in the public store (CPR Art. 49(3)(b)).</summary>
    public string? PersonName { get; set; }

    /// <summary>Last day on which the name may be shown.</summary>
    public long? PersonNameUntil { get; set; }

    /// <summary>The list that the shown values come from.</summary>
    public string? List { get; set; }

    /// <summary>Day of the list's edition.</summary>
    public long? Edition { get; set; }

    /// <summary>Which fields are published; see <see cref="Coverage.Measure"/>. Null for what was not measured.</summary>
    public long? Filled { get; set; }

    /// <summary>Which rules of the list's profile are broken; see <see cref="ListOfOperations.ListRule"/>.</summary>
    public long? Findings { get; set; }
}

/// <summary>The document as UTF-8 JSON, as the API gives it.</summary>
internal sealed class DocumentRow
{
    public long Key { get; set; }

    public required byte[] Json { get; set; }
}

/// <summary>A write to the store. Index, feeds and caches follow this table.</summary>
internal sealed class ChangeRow
{
    public long Sequence { get; set; }

    /// <summary>One of <see cref="ChangeKind"/>.</summary>
    public required string Kind { get; set; }

    /// <summary>The operation, where the change is about one; null for a batch, whose rows carry the sequence.</summary>
    public string? OperationId { get; set; }

    /// <summary>Key of an operation that left the store; who follows the store knows it by that.</summary>
    public long? OperationKey { get; set; }

    /// <summary>Rows written.</summary>
    public long Count { get; set; }

    public long At { get; set; }
}

/// <summary>Kinds of <see cref="ChangeRow"/>.</summary>
internal static class ChangeKind
{
    /// <summary>Operations were written: published, changed or withdrawn. Their rows carry the sequence.</summary>
    public const string Operations = "operations";

    /// <summary>An operation left the store without a trace; the entry names it.</summary>
    public const string Removed = "removed";

    /// <summary>Names of natural persons were removed; the rows carry the sequence.</summary>
    public const string Names = "names";

    /// <summary>Labels, places, outlines or figures of code lists were written.</summary>
    public const string Labels = "labels";
}

/// <summary>A changed field of an operation.</summary>
internal sealed class HistoryRow
{
    public long Number { get; set; }

    /// <summary>Key of the operation.</summary>
    public long Key { get; set; }

    public long At { get; set; }

    public required string Field { get; set; }

    public string? Old { get; set; }

    public string? New { get; set; }

    public required string Source { get; set; }
}

/// <summary>The label of a code in a language.</summary>
internal sealed class LabelRow
{
    public required string Kind { get; set; }

    public required string Code { get; set; }

    public required string Language { get; set; }

    public required string Text { get; set; }

    /// <summary>BCP 47 tag of the text: bg-Latn where a Bulgarian name is written in Latin letters, zxx for a bare code.</summary>
    public required string Tag { get; set; }

    /// <summary>Code of what it lies in, within the same kind.</summary>
    public string? Parent { get; set; }
}

/// <summary>A region, municipality or settlement: what pages say of it besides its name, which is a label of kind region.</summary>
internal sealed class PlaceRow
{
    public required string Code { get; set; }

    /// <summary>country, nuts1, nuts2, nuts3, powiat, lau or settlement.</summary>
    public required string Kind { get; set; }

    public required string Country { get; set; }

    public string? Parent { get; set; }

    /// <summary>Codes from the country to the place: /PL/PL8/PL81/.</summary>
    public required string Path { get; set; }

    /// <summary>Last day of the place; null while it lasts.</summary>
    public long? LastDay { get; set; }

    /// <summary>Inhabitants in 2019; null where unknown.</summary>
    public long? Population { get; set; }

    /// <summary>Latitude of its centre in ten-thousandths of a degree.</summary>
    public long? Lat { get; set; }

    /// <summary>Longitude of its centre in ten-thousandths of a degree.</summary>
    public long? Lon { get; set; }
}

/// <summary>An outline for drawing.</summary>
internal sealed class OutlineRow
{
    public required string Code { get; set; }

    /// <summary>GeoJSON geometry, longitude first.</summary>
    public required string Geometry { get; set; }
}

/// <summary>The figure that belongs to a code of a list from a day on.</summary>
internal sealed class ValueRow
{
    public required string List { get; set; }

    public required string Code { get; set; }

    /// <summary>First day; 1 January of the year 1 where it always held.</summary>
    public long FirstDay { get; set; }

    public long? LastDay { get; set; }

    /// <summary>The figure with a decimal point.</summary>
    public required string Value { get; set; }

    public required string Source { get; set; }
}
