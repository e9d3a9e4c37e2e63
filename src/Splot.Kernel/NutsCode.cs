using System.Runtime.InteropServices;

namespace Splot.Kernel;

/// <summary>
/// A code of a region in one edition of NUTS. The same letters may mean another area in another edition, so the edition is part of equality.
/// Checked for form only; which codes exist is reference data. Ordered by code, ordinally, then by edition: a region stands before its parts.
/// </summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct NutsCode : IComparable<NutsCode>
{
    private readonly string? _value;

    private NutsCode(string value, NutsVersion version)
    {
        _value = value;
        Version = version;
    }

    /// <summary>The code in capitals: two letters of the country (EL for Greece, UK for the United Kingdom) and a sign for each level.</summary>
    public string Value => _value ?? "";

    /// <summary>The edition.</summary>
    public NutsVersion Version { get; }

    /// <summary>0 for a country, up to 3 for the smallest regions.</summary>
    public int Level => Math.Max(Value.Length - 2, 0);

    /// <summary>The country's two letters.</summary>
    public string Country => Value.Length < 2 ? "" : Value[..2];

    /// <summary>The region one level up; null for a country.</summary>
    public NutsCode? Parent => Level == 0 ? null : new NutsCode(Value[..^1], Version);

    /// <summary>Orders by code, then by edition.</summary>
    public static bool operator <(NutsCode left, NutsCode right) => left.CompareTo(right) < 0;

    /// <inheritdoc cref="op_LessThan"/>
    public static bool operator <=(NutsCode left, NutsCode right) => left.CompareTo(right) <= 0;

    /// <inheritdoc cref="op_LessThan"/>
    public static bool operator >(NutsCode left, NutsCode right) => left.CompareTo(right) > 0;

    /// <inheritdoc cref="op_LessThan"/>
    public static bool operator >=(NutsCode left, NutsCode right) => left.CompareTo(right) >= 0;

    /// <summary>Why <paramref name="text"/> is no NUTS code (<see cref="Reasons"/>), or null where it is one. Case and blanks around do not matter.</summary>
    public static string? WhyNot(string? text)
    {
        var code = Clean(text);
        return code.Length switch
        {
            0 => Reasons.Empty,
            _ when !code.All(char.IsAsciiLetterOrDigit) || !code.Take(2).All(char.IsAsciiLetter) => Reasons.Characters,
            < 2 or > 5 => Reasons.Length,
            _ => null,
        };
    }

    /// <summary>Reads a code of the given edition; false where <see cref="WhyNot"/> has a reason.</summary>
    public static bool TryParse(string? text, NutsVersion version, out NutsCode code)
    {
        var good = WhyNot(text) is null;
        code = good ? new NutsCode(Clean(text), version) : default;
        return good;
    }

    /// <summary>True where <paramref name="other"/> is this region or lies in it, by the codes of one edition.</summary>
    public bool Includes(NutsCode other) => Version == other.Version && Value.Length > 0 && other.Value.StartsWith(Value, StringComparison.Ordinal);

    /// <inheritdoc/>
    public int CompareTo(NutsCode other) =>
        string.CompareOrdinal(Value, other.Value) is not 0 and var byCode ? byCode : Version.CompareTo(other.Version);

    /// <summary>The code without the edition.</summary>
    public override string ToString() => Value;

    private static string Clean(string? text) => text?.Trim().ToUpperInvariant() ?? "";
}
