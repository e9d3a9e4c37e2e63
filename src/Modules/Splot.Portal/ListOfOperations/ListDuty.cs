namespace Splot.Portal.ListOfOperations;

/// <summary>
/// How a list stands against the duty to publish it anew at least every four months (Regulation (EU) 2021/1060, Art. 49(3)). The day on
/// which four months are over differs from month to month; the duty is counted as 120 days, which is never later, and warned of at 100.
/// </summary>
internal static class ListDuty
{
    public const int WarnAtDays = 100;
    public const int FailAtDays = 120;

    /// <summary>Days since the list's edition.</summary>
    public static int Age(DateOnly edition, DateOnly today) => today.DayNumber - edition.DayNumber;

    public static ListState State(DateOnly edition, DateOnly today) => Age(edition, today) switch
    {
        >= FailAtDays => ListState.Overdue,
        >= WarnAtDays => ListState.DueSoon,
        _ => ListState.InTime,
    };
}

/// <summary>How old a list is.</summary>
public enum ListState
{
    InTime,
    DueSoon,
    Overdue,
}
