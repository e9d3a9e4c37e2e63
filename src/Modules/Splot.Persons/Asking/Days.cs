using Splot.Ui;

namespace Splot.Persons.Asking;

/// <summary>What is wrong with a day that something is said to have happened on.</summary>
internal static class Days
{
    /// <summary>Such a day has come.</summary>
    public static void RejectFuture(PostedForm form, string field, DateOnly day, DateOnly today)
    {
        if (day > today)
        {
            form.Reject(field, Text.DayToCome);
        }
    }
}
