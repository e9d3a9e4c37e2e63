using System.Runtime.InteropServices;

namespace Splot.Kernel;

/// <summary>
/// A municipality's code in Eurostat's list of local administrative units: the country and the national code, written <c>BG_RSE27</c> or
/// <c>PL_1006061101801</c> as GISCO does. Checked for form only. Equality and ordering are those of the written form (ordinal).
/// </summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct LauCode : IComparable<LauCode>
{
    private const int LongestLocal = 16;

    private readonly string? _country;
    private readonly string? _local;

    private LauCode(string country, string local)
    {
        _country = country;
        _local = local;
    }

    /// <summary>The country's two letters, as in NUTS.</summary>
    public string Country => _country ?? "";

    /// <summary>The national code: 1 to 16 letters and digits, capitals, leading zeros kept.</summary>
    public string Local => _local ?? "";

    /// <summary>Orders by the written form, ordinally.</summary>
    public static bool operator <(LauCode left, LauCode right) => left.CompareTo(right) < 0;

    /// <inheritdoc cref="op_LessThan"/>
    public static bool operator <=(LauCode left, LauCode right) => left.CompareTo(right) <= 0;

    /// <inheritdoc cref="op_LessThan"/>
    public static bool operator >(LauCode left, LauCode right) => left.CompareTo(right) > 0;

    /// <inheritdoc cref="op_LessThan"/>
    public static bool operator >=(LauCode left, LauCode right) => left.CompareTo(right) >= 0;

    /// <summary>Why <paramref name="text"/> is no code with country (<see cref="Reasons"/>), or null where it is one.</summary>
    public static string? WhyNot(string? text)
    {
        var (country, local) = Split(text);
        if (country.Length + local.Length == 0)
        {
            return Reasons.Empty;
        }

        if (!(country + local).All(char.IsAsciiLetterOrDigit))
        {
            return Reasons.Characters;
        }

        return country.Length != 2 || !country.All(char.IsAsciiLetter) ? Reasons.Country
            : local.Length is 0 or > LongestLocal ? Reasons.Length : null;
    }

    /// <summary>Reads a code with its country (<c>BG_RSE27</c>); false where <see cref="WhyNot"/> has a reason.</summary>
    public static bool TryParse(string? text, out LauCode code)
    {
        var (country, local) = Split(text);
        var good = WhyNot(text) is null;
        code = good ? new LauCode(country, local) : default;
        return good;
    }

    /// <summary>Reads a national code of a country known otherwise.</summary>
    public static bool TryParse(string? country, string? local, out LauCode code) => TryParse(country?.Trim() + "_" + local?.Trim(), out code);

    /// <summary>
    /// The six digits WWPPGG that a Polish code shares with TERC: its fifth and sixth digit and its last four. Null for other countries and forms.
    /// Source: the Polish codes of the LAU list, which carry the region, the voivodeship and the NUTS 3 in between.
    /// </summary>
    public string? PolishSixDigits => Country == "PL" && Local.Length == 13 && Local.All(char.IsAsciiDigit) ? Local[4..6] + Local[^4..] : null;

    /// <inheritdoc/>
    public int CompareTo(LauCode other) => string.CompareOrdinal(ToString(), other.ToString());

    /// <summary>The country, an underscore and the national code.</summary>
    public override string ToString() => Country + "_" + Local;

    private static (string Country, string Local) Split(string? text)
    {
        var code = text?.Trim().ToUpperInvariant() ?? "";
        var at = code.IndexOf('_', StringComparison.Ordinal);
        return at < 0 ? ("", code) : (code[..at], code[(at + 1)..]);
    }
}
