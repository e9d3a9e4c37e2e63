using System.Collections.Frozen;

namespace Splot.Kernel;

/// <summary>
/// The form of an IBAN by country and its check digits (ISO 13616, ISO 7064 mod 97-10). The forms are the facts of the SWIFT IBAN registry,
/// written as runs of n (digits), a (capital letters) and c (letters or digits); national check digits inside the account number are not checked.
/// </summary>
internal static class Iban
{
    private const string Registry = """
        AD n8c12 AE n19 AL n8c16 AT n16 AZ a4c20 BA n16 BE n12 BG a4n6c8 BH a4c14 BI n23 BR n23a1c1 BY c4n4c16 CH n5c12 CR n18 CY n8c16
        CZ n20 DE n18 DJ n23 DK n14 DO c4n20 EE n16 EG n25 ES n20 FI n14 FK a2n12 FO n14 FR n10c11n2 GB a4n14 GE a2n16 GI a4c15 GL n14
        GR n7c16 GT c20c4 HN a4n20 HR n17 HU n24 IE a4n14 IL n19 IQ a4n15 IS n22 IT a1n10c12 JO a4n4c18 KW a4c22 KZ n3c13 LB n4c20 LC a4c24
        LI n5c12 LT n16 LU n3c13 LV a4c13 LY n21 MC n10c11n2 MD c20 ME n18 MK n3c10n2 MN n16 MR n23 MT a4n5c18 MU a4n19a3 NI a4n20 NL a4n10
        NO n11 OM n3c16 PK a4c16 PL n24 PS a4c21 PT n21 QA a4c21 RO a4c16 RS n18 RU n14c15 SA n2c18 SC a4n20a3 SD n14 SE n20 SI n15 SK n20
        SM a1n10c12 SO n19 ST n21 SV a4n20 TL n19 TN n20 TR n6c16 UA n6c19 VA n18 VG a4n16 XK n16 YE a4n4c18
        """;

    private static readonly FrozenDictionary<string, string> Forms = Registry
        .Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries)
        .Chunk(2)
        .ToFrozenDictionary(p => p[0], p => Expand(p[1]), StringComparer.Ordinal);

    /// <summary>Why the text (capitals, no separators, not empty) is no IBAN, or null where it is one.</summary>
    public static string? WhyNot(string iban)
    {
        if (!iban.All(char.IsAsciiLetterOrDigit))
        {
            return Reasons.Characters;
        }

        if (iban.Length < 4)
        {
            return Reasons.Length;
        }

        if (!Forms.TryGetValue(iban[..2], out var form))
        {
            return Reasons.Country;
        }

        if (iban.Length != form.Length + 4)
        {
            return Reasons.Length;
        }

        var fits = char.IsAsciiDigit(iban[2]) && char.IsAsciiDigit(iban[3]) && iban.Skip(4).Zip(form, Fits).All(f => f);
        return !fits ? Reasons.Characters : HasCheckDigits(iban) ? null : Reasons.CheckDigit;
    }

    // The digits are 98 minus a remainder of 97, so 00, 01 and 99 never occur although they would pass the division.
    private static bool HasCheckDigits(string iban)
    {
        var remainder = 0;
        foreach (var sign in iban.AsSpan(4))
        {
            remainder = Append(remainder, sign);
        }

        foreach (var sign in iban.AsSpan(0, 4))
        {
            remainder = Append(remainder, sign);
        }

        return remainder == 1 && iban[2..4] is not ("00" or "01" or "99");
    }

    private static int Append(int remainder, char sign) =>
        char.IsAsciiDigit(sign) ? ((remainder * 10) + sign - '0') % 97 : ((remainder * 100) + sign - 'A' + 10) % 97;

    private static bool Fits(char sign, char form) => form switch
    {
        'n' => char.IsAsciiDigit(sign),
        'a' => char.IsAsciiLetterUpper(sign),
        _ => true,
    };

    // "a4n2" becomes "aaaann".
    private static string Expand(string runs)
    {
        var form = new System.Text.StringBuilder();
        for (var i = 0; i < runs.Length;)
        {
            var sign = runs[i++];
            var length = 0;
            while (i < runs.Length && char.IsAsciiDigit(runs[i]))
            {
                length = (length * 10) + runs[i++] - '0';
            }

            form.Append(sign, length);
        }

        return form.ToString();
    }
}
