using Splot.Kernel;

namespace Splot.Projects.ImportOperations;

/// <summary>Tells which register an organisation's number comes from, by country and check digit.</summary>
internal static class OrganisationNumbers
{
    /// <summary>NIP, REGON, KRS, EIK, VAT, or local where nothing tells.</summary>
    public static string KindOf(string value, string? country)
    {
        var digits = new string([.. value.Where(char.IsAsciiDigit)]);
        return country switch
        {
            "PL" when digits.Length == 10 && Valid(IdentifierKind.Nip, digits) => "NIP",
            "PL" when digits.Length is 9 or 14 && Valid(IdentifierKind.Regon, digits) => "REGON",
            "PL" when digits.Length == 10 && digits.StartsWith("000", StringComparison.Ordinal) => "KRS",
            "BG" when digits.Length is 9 or 13 && Valid(IdentifierKind.Eik, digits) => "EIK",
            _ when value.Length > 4 && country is not null && value.StartsWith(country, StringComparison.OrdinalIgnoreCase) && digits.Length >= 6 => "VAT",
            _ => "local",
        };
    }

    /// <summary>
    /// True for a number that only natural persons have: PESEL, and in Bulgaria EGN or LNCh (ten digits, where bodies have nine or thirteen). Such a number is
    /// never published, and whoever has it is no body.
    /// </summary>
    public static bool IsPersonal(string value, string? country)
    {
        var digits = new string([.. value.Where(char.IsAsciiDigit)]);
        return (digits.Length == 11 && country is "PL" or null && Valid(IdentifierKind.Pesel, digits))
            || (digits.Length == 10 && country is "BG" && (Valid(IdentifierKind.Egn, digits) || Valid(IdentifierKind.Lnch, digits)));
    }

    private static bool Valid(IdentifierKind kind, string digits) => Identifier.Check(kind, digits, DateOnly.MinValue).IsValid;
}
