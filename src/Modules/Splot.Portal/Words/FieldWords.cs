namespace Splot.Portal.Words;

/// <summary>Names of the document's members, for histories and exports.</summary>
internal static class FieldWords
{
    /// <summary>The name of the member at a path such as budget.amount: that of its first part, since readers look for the thing, not for its record.</summary>
    public static string Of(string path) => path.Split('.')[0] switch
    {
        "title" or "titleOrigin" => Text.Title,
        "summary" => Text.Summary,
        "aims" => Text.Aims,
        "achievements" => Text.Achievements,
        "start" => Text.Start,
        "end" => Text.End,
        "actualEnd" => Text.ActualEnd,
        "status" => Text.Status,
        "fund" => Text.Fund,
        "programme" => Text.Programme,
        "priority" => Text.Priority,
        "objective" => Text.Objective,
        "call" => Text.Call,
        "fields" => Text.Fields,
        "theme" => Text.Theme,
        "contracts" => Text.Contracts,
        "localId" => Text.LocalId,
        "budget" => Text.Budget,
        "euContribution" => Text.EuContribution,
        "nationalContribution" => Text.NationalContribution,
        "ownContribution" => Text.OwnContribution,
        "publishedRate" => Text.PublishedRate,
        "slices" => Text.Slices,
        "beneficiary" => Text.Beneficiary,
        "partners" => Text.Partners,
        "contractors" => Text.Contractors,
        "country" => Text.Country,
        "locations" => Text.Locations,
        "tasks" => Text.Tasks,
        "targetGroups" => Text.TargetGroups,
        "expectedResults" => Text.ExpectedResults,
        "indicators" => Text.Indicators,
        "payments" => Text.Payments,
        "links" => Text.Links,
        "sameAs" => Text.SameProject,
        _ => path,
    };
}
