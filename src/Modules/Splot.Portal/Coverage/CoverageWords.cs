using Splot.Portal.ListOfOperations;
using Splot.Portal.Words;

namespace Splot.Portal.Coverage;

/// <summary>What is counted, in words.</summary>
internal static class CoverageWords
{
    public static string Of(string field) => field switch
    {
        "site" => Text.Site,
        Measure.Seat => Text.Seat,
        "nowhere" => Text.Nowhere,
        Measure.Point => Text.Coordinates,
        "end" => Text.End,
        _ => FieldWords.Of(field),
    };

    public static string State(ListState? state) => state switch
    {
        ListState.InTime => Text.InTime,
        ListState.DueSoon => Text.DueSoon,
        ListState.Overdue => Text.Overdue,
        _ => Text.NoDuty,
    };

    public static string? Classes(ListState? state) => state switch
    {
        ListState.InTime => "govuk-tag--green",
        ListState.DueSoon => "govuk-tag--yellow",
        ListState.Overdue => "govuk-tag--red",
        _ => "govuk-tag--grey",
    };
}
