namespace Splot.Kernel;

/// <summary>
/// A number that names a person, an organisation or an account, checked. <b>Valid</b> means: length, characters, a real calendar date in the number's
/// own century code, check digits (KRS has none); for an IBAN, the account form that its country gave to the ISO 13616 registry and mod 97. It does
/// not mean that the number was ever issued. National check digits inside an IBAN's account number (Spain, Italy …) are not checked.
/// <para>Blanks, dashes and dots are ignored, as is a country prefix of the tax form (PL before NIP, BG before EIK). Digits are ASCII digits.</para>
/// <para>Equality is that of kind and cleaned number.</para>
/// </summary>
public sealed record Identifier
{
    private Identifier(IdentifierKind kind, string value)
    {
        Kind = kind;
        Value = value;
    }

    /// <summary>The kind.</summary>
    public IdentifierKind Kind { get; }

    /// <summary>The number without separators and prefix, in capitals.</summary>
    public string Value { get; }

    /// <summary>Reads a valid identifier; null where it is not valid (<see cref="Check"/> says why).</summary>
    public static Identifier? Parse(IdentifierKind kind, string? text) =>
        Check(kind, text, DateOnly.MaxValue) is { Value: { } value } ? new Identifier(kind, value) : null;

    /// <summary>Checks a number as a person typed it. Never throws.</summary>
    /// <param name="kind">What it is meant to be.</param>
    /// <param name="text">As typed.</param>
    /// <param name="today">The day after which a birth lies in the future; it never makes a number invalid.</param>
    public static IdentifierCheck Check(IdentifierKind kind, string? text, DateOnly today)
    {
        var number = Clean(kind, text);
        if (number.Length == 0)
        {
            return new IdentifierCheck(kind, null, Reasons.Empty);
        }

        if (kind == IdentifierKind.Iban)
        {
            var fault = Iban.WhyNot(number);
            return new IdentifierCheck(kind, fault is null ? number : null, fault);
        }

        if (!number.All(char.IsAsciiDigit))
        {
            return new IdentifierCheck(kind, null, Reasons.Characters);
        }

        return kind switch
        {
            IdentifierKind.Pesel => Personal(kind, number, PersonalNumbers.CheckPesel(number), today),
            IdentifierKind.Egn => Personal(kind, number, PersonalNumbers.CheckEgn(number), today),
            _ => Plain(kind, number, OtherNumbers(kind, number)),
        };
    }

    /// <summary>The kind with this name, in any case (PESEL NIP REGON KRS EGN LNCH EIK IBAN); null for any other.</summary>
    public static IdentifierKind? KindOf(string? name) => name?.Trim().ToUpperInvariant() switch
    {
        "PESEL" => IdentifierKind.Pesel,
        "NIP" => IdentifierKind.Nip,
        "REGON" => IdentifierKind.Regon,
        "KRS" => IdentifierKind.Krs,
        "EGN" => IdentifierKind.Egn,
        "LNCH" => IdentifierKind.Lnch,
        "EIK" => IdentifierKind.Eik,
        "IBAN" => IdentifierKind.Iban,
        _ => null,
    };

    /// <summary>The kind in capitals and the number.</summary>
    public override string ToString() => Kind.ToString().ToUpperInvariant() + " " + Value;

    private static string? OtherNumbers(IdentifierKind kind, string number) => kind switch
    {
        IdentifierKind.Nip => OrganisationNumbers.WhyNotNip(number),
        IdentifierKind.Regon => OrganisationNumbers.WhyNotRegon(number),
        IdentifierKind.Krs => number.Length == 10 ? null : Reasons.Length,
        IdentifierKind.Eik => OrganisationNumbers.WhyNotEik(number),
        IdentifierKind.Lnch => PersonalNumbers.WhyNotLnch(number),
        _ => Reasons.UnknownKind,
    };

    private static IdentifierCheck Plain(IdentifierKind kind, string number, string? reason) => new(kind, reason is null ? number : null, reason);

    private static IdentifierCheck Personal(IdentifierKind kind, string number, PersonalNumbers.Reading reading, DateOnly today) => reading.Reason is null
        ? new IdentifierCheck(kind, number, null, reading.BirthDate, reading.Sex, reading.BirthDate > today)
        : new IdentifierCheck(kind, null, reading.Reason);

    private static string Clean(IdentifierKind kind, string? text)
    {
        var kept = string.Concat((text ?? "").Where(c => !IsSeparator(c))).ToUpperInvariant();
        var prefix = kind switch { IdentifierKind.Nip => "PL", IdentifierKind.Eik => "BG", _ => null };
        return prefix is not null && kept.StartsWith(prefix, StringComparison.Ordinal) ? kept[2..] : kept;
    }

    private static bool IsSeparator(char c) => c is '.' || char.IsWhiteSpace(c) || char.IsControl(c)
        || char.GetUnicodeCategory(c) is System.Globalization.UnicodeCategory.DashPunctuation or System.Globalization.UnicodeCategory.Format;
}
