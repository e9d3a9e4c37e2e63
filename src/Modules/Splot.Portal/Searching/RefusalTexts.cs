using Splot.Contracts.Projects;
using Splot.Portal.Words;

namespace Splot.Portal.Searching;

/// <summary>Says in the current language what is wrong with a parameter and what to write instead.</summary>
internal static class RefusalTexts
{
    /// <summary>For the API: parameters are called what addresses call them.</summary>
    public static string Say(Refusal refusal) => Say(refusal, name => name);

    /// <summary>For pages: parameters are called what readers see them called.</summary>
    public static string SayOnPage(Refusal refusal) => Say(refusal, ParameterWords.Name);

    private static string Say(Refusal refusal, Func<string, string> call) => refusal.Reason switch
    {
        RefusalReason.UnknownParameter => Text.UnknownParameter(call(refusal.Parameter)),
        RefusalReason.Repeated => Text.Repeated(call(refusal.Parameter)),
        RefusalReason.TooLong => Text.TooLong(call(refusal.Parameter), SearchRequest.MostLetters),
        RefusalReason.TooMany => Text.TooMany(call(refusal.Parameter), CodeParameter.MostValues),
        RefusalReason.NotACode => refusal.Parameter == CodeParameter.Country.Name ? Text.NotACountry(call(refusal.Parameter)) : Text.NotACode(call(refusal.Parameter)),
        RefusalReason.NotAPeriod => Text.NotAPeriod(call(refusal.Parameter)),
        RefusalReason.NotAStatus => Text.NotAStatus(call(refusal.Parameter), string.Join(", ", OperationStatus.All)),
        RefusalReason.NotAnAmount => Text.NotAnAmount(call(refusal.Parameter)),
        RefusalReason.NotADate => Text.NotADate(call(refusal.Parameter)),
        RefusalReason.NotAnInstant => Text.NotAnInstant(call(refusal.Parameter)),
        RefusalReason.Reversed => Text.Reversed(call(refusal.Parameter), call(refusal.Parameter.Replace("From", "To", StringComparison.Ordinal))),
        RefusalReason.NotASort => Text.NotASort(call(refusal.Parameter), string.Join(", ", SearchSorts.All)),
        RefusalReason.NotALimit => Text.NotALimit(call(refusal.Parameter)),
        RefusalReason.NotACursor => Text.NotACursor(call(refusal.Parameter)),
        RefusalReason.NotALanguage => Text.NotALanguage(call(refusal.Parameter)),
        RefusalReason.TooBroad => Text.TooBroad(call(refusal.Parameter)),
        RefusalReason.NotAMember => Text.NotAMember(call(refusal.Parameter), string.Join(", ", OperationMembers.InOrder)),
        _ => Text.NotAFacet(call(refusal.Parameter)),
    };
}
