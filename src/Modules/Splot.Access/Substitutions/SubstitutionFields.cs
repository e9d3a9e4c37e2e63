using Splot.Access.KeepAccount;
using Splot.Ui;

namespace Splot.Access.Substitutions;

/// <summary>The fields of a substitution in a form: whose it is, each page says for itself.</summary>
internal static class SubstitutionFields
{
    public const string Who = "who";
    public const string From = "absent-from";
    public const string To = "absent-to";
    public const string Reason = "reason";
    private const int LongestReason = 200;

    /// <summary>Days and reason; what is wrong with them is said in the form.</summary>
    public static Substitution Read(PostedForm form, DateOnly today)
    {
        var from = form.RequiredDate(From, Text.FromMissing);
        var to = form.RequiredDate(To, Text.ToMissing);
        var reason = form.RequiredText(Reason, Text.ReasonMissing, LongestReason);
        if (form.IsValid && Problem(from, to, today) is { } problem)
        {
            form.Reject(To, problem);
        }

        return new Substitution(from, to, reason);
    }

    private static string? Problem(DateOnly from, DateOnly to, DateOnly today) =>
        to < from ? Text.ToBeforeFrom
        : to < today ? Text.ToPast
        : to.DayNumber - from.DayNumber >= StandIns.LongestDays ? Text.TooLong(StandIns.LongestDays)
        : null;
}
