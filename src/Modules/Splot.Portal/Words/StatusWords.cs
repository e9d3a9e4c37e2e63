namespace Splot.Portal.Words;

/// <summary>The status in words and in colour.</summary>
internal static class StatusWords
{
    public static string Of(string status) => status switch
    {
        "planned" => Text.StatusPlanned,
        "running" => Text.StatusRunning,
        "finished" => Text.StatusFinished,
        "ended-early" => Text.StatusEndedEarly,
        "withdrawn" => Text.StatusWithdrawn,
        _ => status,
    };

    public static string? Classes(string status) => status switch
    {
        "running" => "govuk-tag--green",
        "finished" => "govuk-tag--grey",
        "ended-early" or "withdrawn" => "govuk-tag--yellow",
        _ => null,
    };
}
