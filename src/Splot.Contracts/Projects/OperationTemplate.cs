using System.Globalization;
using Splot.Contracts.Territory;

namespace Splot.Contracts.Projects;

/// <summary>
/// An operation in the 33-column template that the Commission's validator reads: days first, a decimal point, rates in percent, longitude before
/// latitude. The template knows no invented operations: where there are any, a column <see cref="Demo"/> follows, which the validator
/// merely notes. The operator's export and the public file are made of the same cells. Source: the template's published schema.
/// </summary>
/// <param name="label">The English name of a code in a list of <see cref="CodeLists"/>; null where the list does not have it.</param>
public sealed class OperationTemplate(Func<string, string, string?> label)
{
    /// <summary>The column that holds two numbers.</summary>
    public const string Coordinates = "Location_Indicator_latitude_longitude";

    /// <summary>The column that marks invented operations.</summary>
    public const string Demo = "demo";

    // What stands for the name of a beneficiary who is a natural person.
    private const string NaturalPerson = "natural person";

    // The template's columns in their order; a star marks a required one.
    private const string Template = """
        Operation_Unique_Identifier CountryID Operation_Name_Programme_Language* Operation_Name_English Country* Location_Indicator_Postcode
        Operation_Start_Date* Operation_Expected_End_Date Operation_End_Date* CoFinancing_Rate* Total_Eligible_Expenditure_amount*
        Total_Eligible_Expenditure_Currency* Total_Eligible_Expenditure_Exchange_Rate Location_Indicator_NUTS_code Beneficiary_Name*
        Location_Indicator_latitude_longitude Category_Of_Intervention* Fund_Code Programme_Code Operation_Summary_English
        Operation_Summary_Programme_Language* Programming_Period* Programme_Name Program_Priority_Axis_Code Program_Priority_Axis_Name
        Program_Specific_Objective_Code Program_Specific_Objective_Name Program_Thematic_Objective_Code Program_Thematic_Objective_Name Fund_Name
        Date_Of_Last_Update Beneficiary_Unique_Identifier Social_Media_Links
        """;

    /// <summary>The template's columns in their order, each with whether it is required.</summary>
    public static IReadOnlyList<KeyValuePair<string, bool>> Columns { get; } =
        [.. Template.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(c => KeyValuePair.Create(c.TrimEnd('*'), c.EndsWith('*')))];

    /// <summary>The cell in a column: empty or null where nothing is published; in the column of coordinates longitude before latitude.</summary>
    public string? Cell(string column, OperationDocument operation) => column == Coordinates ? Pair(Point(operation)) : Text(column, operation);

    /// <summary>The first place with coordinates.</summary>
    public static (decimal Lon, decimal Lat)? Point(OperationDocument operation) =>
        operation.Locations.FirstOrDefault(l => l is { Lat: not null, Lon: not null }) is { } place ? (place.Lon!.Value, place.Lat!.Value) : null;

    private string? Text(string column, OperationDocument o) => column switch
    {
        "Operation_Unique_Identifier" => o.LocalId ?? o.Id,
        "CountryID" => o.Country,
        "Operation_Name_Programme_Language" => Original(o.Title, o.OriginalLanguage),
        "Operation_Name_English" => o.Title.GetValueOrDefault("en"),
        "Country" => o.Country is { } country ? label(CodeLists.Country, country) ?? country : null,
        "Location_Indicator_Postcode" => o.Locations.FirstOrDefault(l => l.Kind == "postcode")?.Name,
        "Operation_Start_Date" => Date(o.Start),
        "Operation_Expected_End_Date" => o.ActualEnd is null ? null : Date(o.End),
        "Operation_End_Date" => Date(o.ActualEnd ?? o.End),
        "Location_Indicator_NUTS_code" => string.Join('|', o.Locations.Select(Nuts).OfType<string>().Distinct(StringComparer.Ordinal)),
        "Operation_Summary_English" => o.Summary.GetValueOrDefault("en")?.Text,
        "Operation_Summary_Programme_Language" => Original(o.Summary, o.OriginalLanguage)?.Text,
        "Date_Of_Last_Update" => Date(DateOnly.FromDateTime(o.UpdatedAt.UtcDateTime)),
        "Social_Media_Links" => string.Join(' ', o.Links.Where(l => l.Kind == "social").Select(l => l.Url)),
        Demo => o.Demo ? "true" : "false",
        _ => Money(column, o) ?? Programme(column, o) ?? Beneficiary(column, o),
    };

    private static string? Money(string column, OperationDocument o) => column switch
    {
        "CoFinancing_Rate" => Number(o.CoFinancingRate * 100 ?? o.PublishedRate),
        "Total_Eligible_Expenditure_amount" => Number(o.Budget?.Amount),
        "Total_Eligible_Expenditure_Currency" => o.Budget?.Currency,
        "Total_Eligible_Expenditure_Exchange_Rate" => Number(o.Budget?.Rate),
        _ => null,
    };

    private string? Programme(string column, OperationDocument o)
    {
        // In lists of 2014-2020 a thematic objective often stands where later ones have a specific objective.
        var thematic = o.Programme?.Period == "2014-2020" && o.Objective?.Code is { } code && label(CodeLists.ThematicObjective2014, code) is not null;
        return column switch
        {
            "Category_Of_Intervention" => o.Fields.FirstOrDefault(f => f.Code is not null)?.Code,
            "Fund_Code" => o.Fund,
            "Fund_Name" => o.Fund is { } fund ? label(CodeLists.Fund, fund) ?? fund : null,
            "Programme_Code" => o.Programme?.Code,
            "Programme_Name" => o.Programme?.Name,
            "Programming_Period" => o.Programme?.Period,
            "Program_Priority_Axis_Code" => o.Priority?.Code,
            "Program_Priority_Axis_Name" => o.Priority?.Name,
            "Program_Specific_Objective_Code" => thematic ? null : o.Objective?.Code,
            "Program_Specific_Objective_Name" => thematic ? null : o.Objective?.Name,
            "Program_Thematic_Objective_Code" => thematic ? o.Objective?.Code : null,
            "Program_Thematic_Objective_Name" => thematic ? o.Objective?.Name : null,
            _ => null,
        };
    }

    private static string? Beneficiary(string column, OperationDocument o) => column switch
    {
        "Beneficiary_Name" => o.Beneficiary is { NaturalPerson: true } ? NaturalPerson : o.Beneficiary?.Name,
        "Beneficiary_Unique_Identifier" => o.Beneficiary?.Identifiers is [var first, ..] ? first.Value : null,
        _ => null,
    };

    private static T? Original<T>(IReadOnlyDictionary<string, T> texts, string? original)
        where T : class => original is not null && texts.TryGetValue(original, out var text) ? text : texts.Values.FirstOrDefault();

    /// <summary>The region of level 3, or the narrowest above it, that the place lies in: the fourth step of the path from the country down.</summary>
    private static string? Nuts(LocationDocument place) => place.Path?.Split('/', StringSplitOptions.RemoveEmptyEntries).Take(4).LastOrDefault();

    private static string? Pair((decimal Lon, decimal Lat)? point) => point is { } p ? string.Create(CultureInfo.InvariantCulture, $"{p.Lon}, {p.Lat}") : null;

    private static string? Date(DateOnly? date) => date?.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);

    private static string? Number(decimal? number) => number?.ToString("0.############", CultureInfo.InvariantCulture);
}
