using Splot.Kernel;

namespace Splot.Portal.ListOfOperations;

/// <summary>The rules of the profile in words.</summary>
internal static class RuleWords
{
    public static string Of(string code) => code switch
    {
        ListReport.ListOverdue => Text.ListOverdue(Languages.Current.FormatCount(ListDuty.FailAtDays)),
        ListReport.ListDueSoon => Text.ListDueSoon(Languages.Current.FormatCount(ListDuty.WarnAtDays)),
        "beneficiary-missing" => Text.BeneficiaryMissing,
        "name-missing" => Text.NameMissing,
        "purpose-missing" => Text.PurposeMissing,
        "achievements-missing" => Text.AchievementsMissing,
        "start-missing" => Text.StartMissing,
        "end-missing" => Text.EndMissing,
        "total-missing" => Text.TotalMissing,
        "fund-missing" => Text.FundMissing,
        "objective-missing" => Text.ObjectiveMissing,
        "rate-missing" => Text.RateMissing,
        "place-missing" => Text.PlaceMissing,
        "country-missing" => Text.CountryMissing,
        "intervention-missing" => Text.InterventionMissing,
        "start-after-end" => Text.StartAfterEnd,
        "rate-out-of-range" => Text.RateOutOfRange,
        "contribution-above-total" => Text.ContributionAboveTotal,
        "code-missing" => Text.CodeMissing,
        "currency-unverified" => Text.CurrencyUnverified,
        "fund-of-another-period" => Text.FundOfAnotherPeriod,
        _ => Text.InterventionUnknown,
    };
}
