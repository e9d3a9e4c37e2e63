namespace Splot.Kernel;

/// <summary>
/// Why a code or an identifier is refused: stable kebab-case codes, which the terminal prints and pages translate. They are part of the
/// contract; none is renamed, and every check uses the first that applies in this order.
/// </summary>
public static class Reasons
{
    /// <summary>Nothing was given.</summary>
    public const string Empty = "empty";

    /// <summary>A character that the scheme does not use, or a digit where it wants a letter.</summary>
    public const string Characters = "characters";

    /// <summary>The country prefix is not one the scheme knows.</summary>
    public const string Country = "country";

    /// <summary>Too short or too long.</summary>
    public const string Length = "length";

    /// <summary>The part that names a region, district or voivodeship names none.</summary>
    public const string Region = "region";

    /// <summary>The part that names a kind of unit names none.</summary>
    public const string UnitKind = "unit-kind";

    /// <summary>The digits of the birth date are no day of the calendar.</summary>
    public const string Date = "date";

    /// <summary>The check digits do not fit.</summary>
    public const string CheckDigit = "check-digit";

    /// <summary>A note on a valid number, not a fault: its birth date lies after today.</summary>
    public const string FutureBirth = "future-birth";

    /// <summary>The kind of identifier is not one we know.</summary>
    public const string UnknownKind = "unknown-kind";
}
