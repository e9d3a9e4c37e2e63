namespace Splot.Kernel;

/// <summary>
/// A code of a settlement in the Bulgarian register EKATTE: five digits, kept as text because leading zeros count (02796 Basarbovo, 63427 Ruse).
/// The register has no check digit; which codes exist is reference data. Equality and ordering are those of the text (ordinal).
/// </summary>
public readonly record struct EkatteCode : IComparable<EkatteCode>
{
    private readonly string? _value;

    private EkatteCode(string value) => _value = value;

    /// <summary>The five digits.</summary>
    public string Value => _value ?? "";

    /// <summary>Orders by text.</summary>
    public static bool operator <(EkatteCode left, EkatteCode right) => left.CompareTo(right) < 0;

    /// <inheritdoc cref="op_LessThan"/>
    public static bool operator <=(EkatteCode left, EkatteCode right) => left.CompareTo(right) <= 0;

    /// <inheritdoc cref="op_LessThan"/>
    public static bool operator >(EkatteCode left, EkatteCode right) => left.CompareTo(right) > 0;

    /// <inheritdoc cref="op_LessThan"/>
    public static bool operator >=(EkatteCode left, EkatteCode right) => left.CompareTo(right) >= 0;

    /// <summary>
    /// Why <paramref name="text"/> is no EKATTE code (<see cref="Reasons"/>), or null where it is one. Blanks around are forgiven; missing zeros are
    /// not filled in, because nobody can tell a lost zero from a lost digit.
    /// </summary>
    public static string? WhyNot(string? text)
    {
        var code = text?.Trim() ?? "";
        return code.Length == 0 ? Reasons.Empty
            : !code.All(char.IsAsciiDigit) ? Reasons.Characters
            : code.Length != 5 ? Reasons.Length : null;
    }

    /// <summary>Reads a code; false where <see cref="WhyNot"/> has a reason.</summary>
    public static bool TryParse(string? text, out EkatteCode code)
    {
        var good = WhyNot(text) is null;
        code = good ? new EkatteCode(text!.Trim()) : default;
        return good;
    }

    /// <inheritdoc/>
    public int CompareTo(EkatteCode other) => string.CompareOrdinal(Value, other.Value);

    /// <summary>The five digits.</summary>
    public override string ToString() => Value;
}
