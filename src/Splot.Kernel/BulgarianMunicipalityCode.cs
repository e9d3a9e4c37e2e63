namespace Splot.Kernel;

/// <summary>
/// A code of a Bulgarian municipality in EKATTE: three letters of the district and two digits (RSE27 for Ruse). Older systems write the district
/// as its number instead (1827); both are read and give the same code. Checked for form and district; which municipalities exist is
/// reference data. Equality and ordering are those of the lettered form (ordinal).
/// </summary>
public readonly record struct BulgarianMunicipalityCode : IComparable<BulgarianMunicipalityCode>
{
    // The 28 districts in the order of their EKATTE numbers 01–28.
    private static readonly string[] Districts =
    [
        "BLG", "BGS", "VAR", "VTR", "VID", "VRC", "GAB", "DOB", "KRZ", "KNL", "LOV", "MON", "PAZ", "PER",
        "PVN", "PDV", "RAZ", "RSE", "SLS", "SLV", "SML", "SOF", "SFO", "SZR", "TGV", "HKV", "SHU", "JAM",
    ];

    private readonly string? _value;

    private BulgarianMunicipalityCode(string value) => _value = value;

    /// <summary>The code with letters, in capitals.</summary>
    public string Value => _value ?? "";

    /// <summary>The district's three letters.</summary>
    public string District => Value[..3];

    /// <summary>The four digits that older systems use: the district's number and the municipality's.</summary>
    public string Numeric => (Array.IndexOf(Districts, District) + 1).ToString("00", System.Globalization.CultureInfo.InvariantCulture) + Value[3..];

    /// <summary>Orders by text.</summary>
    public static bool operator <(BulgarianMunicipalityCode left, BulgarianMunicipalityCode right) => left.CompareTo(right) < 0;

    /// <inheritdoc cref="op_LessThan"/>
    public static bool operator <=(BulgarianMunicipalityCode left, BulgarianMunicipalityCode right) => left.CompareTo(right) <= 0;

    /// <inheritdoc cref="op_LessThan"/>
    public static bool operator >(BulgarianMunicipalityCode left, BulgarianMunicipalityCode right) => left.CompareTo(right) > 0;

    /// <inheritdoc cref="op_LessThan"/>
    public static bool operator >=(BulgarianMunicipalityCode left, BulgarianMunicipalityCode right) => left.CompareTo(right) >= 0;

    /// <summary>
    /// Why <paramref name="text"/> is no municipality code (<see cref="Reasons"/>), or null where it is one. Case, blanks and Cyrillic look-alikes
    /// of Latin letters are forgiven.
    /// </summary>
    public static string? WhyNot(string? text)
    {
        var code = CodeText.Normalise(text);
        if (code.Length == 0)
        {
            return Reasons.Empty;
        }

        if (!code.All(char.IsAsciiLetterOrDigit))
        {
            return Reasons.Characters;
        }

        var numeric = code.All(char.IsAsciiDigit);
        if (code.Length != (numeric ? 4 : 5))
        {
            return Reasons.Length;
        }

        return !numeric && !(code[..3].All(char.IsAsciiLetter) && code[3..].All(char.IsAsciiDigit)) ? Reasons.Characters
            : DistrictOf(code) is null || code[^2..] == "00" ? Reasons.Region : null;
    }

    /// <summary>Reads a code in either form; false where <see cref="WhyNot"/> has a reason.</summary>
    public static bool TryParse(string? text, out BulgarianMunicipalityCode code)
    {
        var good = WhyNot(text) is null;
        var clean = CodeText.Normalise(text);
        code = good ? new BulgarianMunicipalityCode(DistrictOf(clean) + clean[^2..]) : default;
        return good;
    }

    /// <inheritdoc/>
    public int CompareTo(BulgarianMunicipalityCode other) => string.CompareOrdinal(Value, other.Value);

    /// <summary>The code with letters.</summary>
    public override string ToString() => Value;

    private static string? DistrictOf(string code)
    {
        if (code.Length == 5)
        {
            return Array.Find(Districts, d => code.StartsWith(d, StringComparison.Ordinal));
        }

        var number = ((code[0] - '0') * 10) + code[1] - '0';
        return number >= 1 && number <= Districts.Length ? Districts[number - 1] : null;
    }
}
