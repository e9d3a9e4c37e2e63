namespace Splot.Persons.KeepRequests;

/// <summary>Until when a data subject is owed an answer.</summary>
internal static class RequestTerms
{
    // GDPR Art. 12(3): within one month of receipt; by two further months where necessary, of which the person is told within the first.
    private const int Months = 1;
    private const int FurtherMonths = 2;

    public static DateOnly DueOn(DateOnly received) => received.AddMonths(Months);

    public static DateOnly ExtendedDueOn(DateOnly received) => received.AddMonths(Months + FurtherMonths);
}
