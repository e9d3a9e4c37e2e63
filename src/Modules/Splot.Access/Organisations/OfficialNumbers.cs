using Splot.Access.Model;
using Splot.Contracts.Territory;
using Splot.Kernel;

namespace Splot.Access.Organisations;

/// <summary>Checks official numbers: digits by the kernel's rules, TERC against the territory too.</summary>
internal static class OfficialNumbers
{
    public const string Terc = "TERC";

    /// <summary>The kinds, in the order in which forms ask for them.</summary>
    public static IReadOnlyList<string> Kinds { get; } = ["NIP", "REGON", "KRS", "EIK", Terc];

    /// <summary>The number, or what is wrong with it.</summary>
    public static (CheckedNumber? Number, Finding? Problem) Check(string kind, string typed, string organisationKind, ITerritory territory)
    {
        if (kind == Terc)
        {
            return CheckTerc(typed, organisationKind, territory);
        }

        var check = Identifier.Check(Identifier.KindOf(kind)!.Value, typed, DateOnly.MaxValue);
        return check.Value is { } value
            ? (new CheckedNumber(kind, value, value), null)
            : (null, new Finding(Fields.OfNumber(kind), "identifier-invalid", true, typed, check.Reason));
    }

    /// <summary>The municipality or county that a TERC number stands for.</summary>
    public static TerritorialUnit? UnitOf(CheckedNumber number, ITerritory territory) => number.Kind == Terc ? territory.Find(number.Value, "PL") : null;

    /// <summary>True for codes of the towns, rural areas, districts and branches that are parts of a municipality.</summary>
    public static bool IsPart(string? typed) => TercCode.TryParse(typed, out var code) && !code.IsMunicipality;

    private static (CheckedNumber? Number, Finding? Problem) CheckTerc(string typed, string organisationKind, ITerritory territory)
    {
        var digits = string.Concat(typed.Where(c => !char.IsWhiteSpace(c)));
        if (IsPart(digits))
        {
            return Wrong("terc-part", typed);
        }

        var county = digits.Length == 4;
        if (!digits.All(char.IsAsciiDigit) || territory.Find(digits, "PL") is not { } unit || unit.Kind != (county ? Contracts.Territory.UnitKind.Powiat : Contracts.Territory.UnitKind.Lau))
        {
            return Wrong("terc-unknown", typed);
        }

        return organisationKind == (county ? OrganisationKind.County : OrganisationKind.Municipality)
            ? (new CheckedNumber(Terc, unit.Code, county ? unit.Code : unit.Code[..6]), null)
            : Wrong("terc-unfit", typed);
    }

    private static (CheckedNumber? Number, Finding? Problem) Wrong(string code, string typed) => (null, new Finding(Fields.OfNumber(Terc), code, true, typed));
}
