using System.Globalization;
using Splot.Contracts.Projects;
using Splot.Contracts.Territory;
using Splot.Kernel;
using Splot.Projects.ImportOperations;
using Splot.Tables;

namespace Splot.Projects.ExportOperations;

/// <summary>
/// An operation in the 33-column template that the Commission's validator reads: days first, a decimal point, rates in percent, longitude before
/// latitude. The template knows no invented operations: where the registry holds any, a column <c>demo</c> follows, which the
/// validator merely notes.
/// </summary>
internal sealed class TemplateProjection(IReferenceData reference)
{
    private const string Coordinates = "Location_Indicator_latitude_longitude";
    private const string Demo = "demo";

    /// <summary>What stands for the name of a beneficiary who is a natural person.</summary>
    private const string NaturalPerson = "natural person";

    /// <summary>The columns.</summary>
    public static IReadOnlyList<OutputColumn> Columns(bool withDemo) =>
        [.. TemplateValidation.Columns.Select(c => new OutputColumn(c.Key)), .. withDemo ? [new OutputColumn(Demo)] : Array.Empty<OutputColumn>()];

    /// <summary>The header as a reader of the file finds it.</summary>
    public static TableHeader Header(IReadOnlyList<OutputColumn> columns) =>
        new(1, 1, [.. columns.Select((c, i) => new HeaderCell(i, c.Header, [c.Header]))]);

    /// <summary>The texts of an operation's row.</summary>
    public string?[] Row(IReadOnlyList<OutputColumn> columns, OperationDocument operation)
    {
        var cells = new string?[columns.Count];
        for (var i = 0; i < cells.Length; i++)
        {
            cells[i] = columns[i].Header == Coordinates ? Pair(Point(operation)) : Cell(columns[i].Header, operation);
        }

        return cells;
    }

    /// <summary>Writes the row.</summary>
    public static void Write(TableWriter writer, string?[] cells, OperationDocument operation)
    {
        for (var i = 0; i < cells.Length; i++)
        {
            if (writer.Columns[i].Header == Coordinates)
            {
                writer.Pair(Point(operation));
            }
            else
            {
                writer.Text(cells[i]);
            }
        }
    }

    private string? Cell(string column, OperationDocument o) => column switch
    {
        "Operation_Unique_Identifier" => o.LocalId ?? o.Id,
        "CountryID" => o.Country,
        "Operation_Name_Programme_Language" => Original(o.Title, o.OriginalLanguage),
        "Operation_Name_English" => o.Title.GetValueOrDefault("en"),
        "Country" => o.Country is { } country ? reference.Label(CodeLists.Country, country, Language.English).Text : null,
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
        var thematic = o.Programme?.Period == "2014-2020" && reference.Find(CodeLists.ThematicObjective2014, o.Objective?.Code) is not null;
        return column switch
        {
            "Category_Of_Intervention" => o.Fields.FirstOrDefault(f => f.Code is not null)?.Code,
            "Fund_Code" => o.Fund,
            "Fund_Name" => o.Fund is { } fund ? reference.Label(CodeLists.Fund, fund, Language.English).Text : null,
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

    private static (decimal Lon, decimal Lat)? Point(OperationDocument o) => o.Locations.FirstOrDefault(l => l is { Lat: not null, Lon: not null }) is { } place ? (place.Lon!.Value, place.Lat!.Value) : null;

    private static string? Pair((decimal Lon, decimal Lat)? point) => point is { } p ? string.Create(CultureInfo.InvariantCulture, $"{p.Lon}, {p.Lat}") : null;

    private static string? Date(DateOnly? date) => date?.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);

    private static string? Number(decimal? number) => number?.ToString("0.############", CultureInfo.InvariantCulture);
}
