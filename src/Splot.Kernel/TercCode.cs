namespace Splot.Kernel;

/// <summary>
/// A Polish TERC code of seven digits WWPPGGR: voivodeship, county, municipality, kind. Text, not a number: leading zeros count. A municipality may
/// change its kind, and with it the code, so codes are dated where they are stored. Checked for form: voivodeships are even numbers 02–32,
/// counties 01–60, cities with county rights 61–99. Which codes exist is reference data. Equality and ordering are those of the text (ordinal).
/// Source: description of the TERYT register.
/// </summary>
public readonly record struct TercCode : IComparable<TercCode>
{
    private readonly string? _value;

    private TercCode(string value) => _value = value;

    /// <summary>The seven digits.</summary>
    public string Value => _value ?? "";

    /// <summary>The voivodeship's two digits, such as 06 for Lubelskie.</summary>
    public string Voivodeship => Value[..2];

    /// <summary>The four digits of the county (powiat), those of its voivodeship included.</summary>
    public string County => Value[..4];

    /// <summary>The six digits without the kind, which stay when a municipality changes from rural to urban-rural.</summary>
    public string SixDigits => Value[..6];

    /// <summary>The kind of unit.</summary>
    public TercKind Kind => (TercKind)(Value[6] - '0');

    /// <summary>True for whole municipalities; towns, rural areas, districts and branches are parts and must not be counted beside them.</summary>
    public bool IsMunicipality => Kind is TercKind.UrbanMunicipality or TercKind.RuralMunicipality or TercKind.MixedMunicipality;

    /// <summary>True where the unit lies in a city with county rights.</summary>
    public bool IsInCityWithCountyRights => string.CompareOrdinal(Value[2..4], "61") >= 0;

    /// <summary>Orders by text.</summary>
    public static bool operator <(TercCode left, TercCode right) => left.CompareTo(right) < 0;

    /// <inheritdoc cref="op_LessThan"/>
    public static bool operator <=(TercCode left, TercCode right) => left.CompareTo(right) <= 0;

    /// <inheritdoc cref="op_LessThan"/>
    public static bool operator >(TercCode left, TercCode right) => left.CompareTo(right) > 0;

    /// <inheritdoc cref="op_LessThan"/>
    public static bool operator >=(TercCode left, TercCode right) => left.CompareTo(right) >= 0;

    /// <summary>Why <paramref name="text"/> is no TERC code (<see cref="Reasons"/>), or null where it is one. Blanks are forgiven.</summary>
    public static string? WhyNot(string? text)
    {
        var code = Clean(text);
        if (code.Length == 0)
        {
            return Reasons.Empty;
        }

        if (!code.All(char.IsAsciiDigit))
        {
            return Reasons.Characters;
        }

        if (code.Length != 7)
        {
            return Reasons.Length;
        }

        var voivodeship = ((code[0] - '0') * 10) + code[1] - '0';
        if (voivodeship is < 2 or > 32 || voivodeship % 2 != 0 || code[2..4] == "00" || code[4..6] == "00")
        {
            return Reasons.Region;
        }

        return Enum.IsDefined((TercKind)(code[6] - '0')) ? null : Reasons.UnitKind;
    }

    /// <summary>Reads a code; false where <see cref="WhyNot"/> has a reason.</summary>
    public static bool TryParse(string? text, out TercCode code)
    {
        var good = WhyNot(text) is null;
        code = good ? new TercCode(Clean(text)) : default;
        return good;
    }

    /// <inheritdoc/>
    public int CompareTo(TercCode other) => string.CompareOrdinal(Value, other.Value);

    /// <summary>The seven digits.</summary>
    public override string ToString() => Value;

    private static string Clean(string? text) => text is null ? "" : string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
}
