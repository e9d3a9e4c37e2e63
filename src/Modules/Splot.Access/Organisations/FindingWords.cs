using System.Diagnostics;
using Splot.Kernel;

namespace Splot.Access.Organisations;

/// <summary>The words of findings, in the reader's language; forms and reports of imports use the same.</summary>
internal static class FindingWords
{
    public static string Of(Finding finding) => OfFacts(finding) ?? OfActs(finding) ?? throw new UnreachableException(finding.Code);

    private static string? OfFacts(Finding finding)
    {
        var (value, other) = (finding.Value ?? "", finding.Other ?? "");
        return finding.Code switch
        {
            "kind-missing" => Text.KindMissing,
            "kind-unknown" => Text.KindUnknown(value),
            "name-missing" => Text.NameMissing,
            "text-too-long" => Text.TextTooLong,
            "place-unknown" => Text.PlaceUnknown(value),
            "place-former" => Text.PlaceFormer(value, other),
            "place-unlike-kind" => Text.PlaceUnlikeKind(value),
            "place-not-terc" => Text.PlaceNotTerc(value, other),
            "place-outside" => Text.PlaceOutside,
            "identifier-invalid" => Invalid(finding.Field.ToUpperInvariant(), finding.Other),
            "identifier-taken" => Text.NumberTaken(finding.Field.ToUpperInvariant(), other),
            "terc-unknown" => Text.TercUnknown(value),
            "terc-part" => Text.TercPart(value),
            "terc-unfit" => Text.TercUnfit,
            "email-invalid" => Text.EmailInvalid,
            "phone-invalid" => Text.PhoneInvalid,
            "parent-unknown" => Text.ParentUnknown,
            "parent-circle" => Text.ParentCircle,
            "parent-ended" => Text.ParentEnded(other),
            "parent-elsewhere" => Text.ParentElsewhere(other),
            _ => null,
        };
    }

    private static string? OfActs(Finding finding)
    {
        var (value, other) = (finding.Value ?? "", finding.Other ?? "");
        return finding.Code switch
        {
            "name-later" => Text.NameLater(other, value),
            "name-outside" => Text.NameOutside,
            "name-same" => Text.NameSame,
            "name-only" => Text.NameOnly,
            "ended-already" => Text.EndedAlready,
            "not-ended" => Text.NotEnded,
            "first-day-late" => Text.FirstDayLate(other),
            "first-day-name" => Text.FirstDayName(value, other),
            "first-day-unit" => Text.FirstDayUnit(value, other),
            "first-day-merger" => Text.FirstDayMerger(value, other),
            "last-day-early" => Text.LastDayEarly,
            "note-missing" => Text.NoteMissing,
            "into-missing" => Text.IntoMissing,
            "into-itself" => Text.IntoItself,
            "into-ended" => Text.IntoEnded(other),
            "into-outside" => Text.IntoOutside(other),
            "roles-not-yours" => Text.RolesNotYours,
            "children-stand" => Text.ChildrenStand,
            "unit-kind-missing" => Text.UnitKindMissing,
            "unit-outside" => Text.UnitOutside,
            _ => null,
        };
    }

    private static string Invalid(string kind, string? reason) => reason switch
    {
        Reasons.Characters => Text.NumberCharacters(kind),
        Reasons.Length => Text.NumberLength(kind),
        _ => Text.NumberCheckDigit(kind),
    };
}
