using Splot.Contracts.Projects;

namespace Splot.Portal.Searching;

/// <summary>Says in the current language what is wrong with a parameter and what to write instead.</summary>
internal static class RefusalTexts
{
    public static string Say(Refusal refusal) => refusal.Reason switch
    {
        RefusalReason.UnknownParameter => Text.UnknownParameter(refusal.Parameter),
        RefusalReason.Repeated => Text.Repeated(refusal.Parameter),
        RefusalReason.TooLong => Text.TooLong(refusal.Parameter, SearchRequest.MostLetters),
        RefusalReason.TooMany => Text.TooMany(refusal.Parameter, CodeParameter.MostValues),
        RefusalReason.NotACode => refusal.Parameter == CodeParameter.Country.Name ? Text.NotACountry(refusal.Parameter) : Text.NotACode(refusal.Parameter),
        RefusalReason.NotAPeriod => Text.NotAPeriod(refusal.Parameter),
        RefusalReason.NotAStatus => Text.NotAStatus(refusal.Parameter, string.Join(", ", OperationStatus.All)),
        RefusalReason.NotAnAmount => Text.NotAnAmount(refusal.Parameter),
        RefusalReason.NotADate => Text.NotADate(refusal.Parameter),
        RefusalReason.NotAnInstant => Text.NotAnInstant(refusal.Parameter),
        RefusalReason.Reversed => Text.Reversed(refusal.Parameter, refusal.Parameter.Replace("From", "To", StringComparison.Ordinal)),
        RefusalReason.NotASort => Text.NotASort(refusal.Parameter, string.Join(", ", SearchSorts.All)),
        RefusalReason.NotALimit => Text.NotALimit(refusal.Parameter),
        RefusalReason.NotACursor => Text.NotACursor(refusal.Parameter),
        RefusalReason.NotALanguage => Text.NotALanguage(refusal.Parameter),
        RefusalReason.TooBroad => Text.TooBroad(refusal.Parameter),
        RefusalReason.NotAMember => Text.NotAMember(refusal.Parameter, string.Join(", ", OperationMembers.InOrder)),
        _ => Text.NotAFacet(refusal.Parameter),
    };
}
