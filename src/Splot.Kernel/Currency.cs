using System.Text.Json.Serialization;

namespace Splot.Kernel;

/// <summary>
/// A currency by its ISO 4217 code of three capital letters. Any well-formed code is accepted, because lists of operations of many
/// years name currencies that have ceased to exist; only the number of decimals comes from a table.
/// Equality and ordering are those of the codes (ordinal). The default value is that of <see cref="None"/>.
/// </summary>
[JsonConverter(typeof(CurrencyJsonConverter))]
public readonly record struct Currency : IComparable<Currency>
{
    /// <summary>The code that ISO 4217 gives to "no currency".</summary>
    public const string None = "XXX";

    private readonly string? _code;

    private Currency(string code) => _code = code;

    /// <summary>The euro.</summary>
    public static Currency Eur { get; } = new("EUR");

    /// <summary>The Bulgarian lev (until 31 December 2025).</summary>
    public static Currency Bgn { get; } = new("BGN");

    /// <summary>The Polish złoty.</summary>
    public static Currency Pln { get; } = new("PLN");

    /// <summary>The pound sterling.</summary>
    public static Currency Gbp { get; } = new("GBP");

    /// <summary>The ISO 4217 code: three capital letters A–Z.</summary>
    public string Code => _code ?? None;

    /// <summary>How many decimals the minor unit has by ISO 4217: 2 unless listed otherwise (JPY 0, KWD 3, CLF 4).</summary>
    public int MinorDigits => Code switch
    {
        // Source: ISO 4217 list one, column "minor unit".
        "BIF" or "CLP" or "DJF" or "GNF" or "ISK" or "JPY" or "KMF" or "KRW" or "PYG" => 0,
        "RWF" or "UGX" or "UYI" or "VND" or "VUV" or "XAF" or "XOF" or "XPF" => 0,
        "BHD" or "IQD" or "JOD" or "KWD" or "LYD" or "OMR" or "TND" => 3,
        "CLF" or "UYW" => 4,
        _ => 2,
    };

    /// <summary>Orders by code, ordinally.</summary>
    public static bool operator <(Currency left, Currency right) => left.CompareTo(right) < 0;

    /// <summary>Orders by code, ordinally.</summary>
    public static bool operator <=(Currency left, Currency right) => left.CompareTo(right) <= 0;

    /// <summary>Orders by code, ordinally.</summary>
    public static bool operator >(Currency left, Currency right) => left.CompareTo(right) > 0;

    /// <summary>Orders by code, ordinally.</summary>
    public static bool operator >=(Currency left, Currency right) => left.CompareTo(right) >= 0;

    /// <summary>Reads a code: three letters A–Z in either case, blanks around them ignored. False for anything else.</summary>
    public static bool TryParse(string? text, out Currency currency)
    {
        var code = text?.Trim().ToUpperInvariant();
        if (code is { Length: 3 } && code.All(char.IsAsciiLetterUpper))
        {
            currency = new Currency(code);
            return true;
        }

        currency = default;
        return false;
    }

    /// <summary>The currency with this code.</summary>
    /// <exception cref="FormatException">The text is not three letters A–Z.</exception>
    public static Currency Parse(string text) =>
        TryParse(text, out var currency) ? currency : throw new FormatException($"'{text}' is no ISO 4217 code: three letters A–Z are needed.");

    /// <inheritdoc/>
    public bool Equals(Currency other) => string.Equals(Code, other.Code, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Code);

    /// <inheritdoc/>
    public int CompareTo(Currency other) => string.CompareOrdinal(Code, other.Code);

    /// <summary>The code.</summary>
    public override string ToString() => Code;
}
