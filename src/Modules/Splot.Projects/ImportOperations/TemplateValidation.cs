using System.Globalization;
using System.Text.Json.Nodes;
using Splot.Contracts.Projects;
using Splot.Tables;

namespace Splot.Projects.ImportOperations;

/// <summary>The text of a row's cell, by its column.</summary>
internal delegate ReadOnlySpan<char> CellTexts(int column);

/// <summary>
/// The rules of the 33-column template that the Commission's validator accepts: required columns, value rules and three rules across
/// columns. A report, not a condition of storing. Source: the template's published schema and rules (33 columns; start not after end; one
/// of postcode, NUTS code or coordinates; an exchange rate unless EUR).
/// </summary>
internal sealed class TemplateValidation
{
    private const int MostItems = 50_000;

    private static readonly Dictionary<string, bool> Required = new(OperationTemplate.Columns, StringComparer.Ordinal);

    private static readonly string[] Funds = ["CF", "EAFRD", "EMFF", "ENI", "ERDF", "ESF", "YEI", "IPA II"];

    private readonly Dictionary<string, int> places = new(StringComparer.Ordinal);
    private readonly JsonArray items = [];
    private long errors;
    private long infos;

    public TemplateValidation(TableHeader header)
    {
        foreach (var cell in header.Columns.Where(c => c.Name.Length > 0))
        {
            var name = Required.Keys.FirstOrDefault(k => k.Equals(cell.Name, StringComparison.OrdinalIgnoreCase));
            if (name is null)
            {
                Info(cell.Name, "The column is not part of the template.");
            }
            else if (!places.TryAdd(name, cell.Column))
            {
                Error(header.LastRow, name, "The column stands twice.", null);
            }
        }

        foreach (var (name, required) in OperationTemplate.Columns.Where(c => !places.ContainsKey(c.Key)))
        {
            if (required)
            {
                Error(header.LastRow, name, "The required column is missing.", null);
            }
            else
            {
                Info(name, "The optional column is absent.");
            }
        }
    }

    /// <summary>Checks one row of the list.</summary>
    public void Check(long number, CellTexts row)
    {
        foreach (var (name, column) in places)
        {
            var text = row(column).Trim();
            if (text.IsEmpty)
            {
                if (Required[name])
                {
                    Error(number, name, "The required value is missing.", null);
                }
            }
            else if (Problem(name, text) is { } problem)
            {
                Error(number, name, problem, text.ToString());
            }
        }

        Across(number, row);
    }

    /// <summary>Counts, result and items, in the words of the validator's report.</summary>
    public JsonObject Result() => new()
    {
        ["result"] = errors > 0 ? "FAILURE" : "SUCCESS",
        ["errors"] = errors,
        ["warnings"] = 0,
        ["infos"] = infos,
        ["items"] = items.DeepClone(),
    };

    private static string? Problem(string name, ReadOnlySpan<char> text) => name switch
    {
        "Operation_Start_Date" or "Operation_Expected_End_Date" or "Operation_End_Date" or "Date_Of_Last_Update" =>
            Date(text) is null ? "A date must be written dd/mm/yyyy." : null,
        "CoFinancing_Rate" => Number(text.TrimEnd('%')) is >= 0 and <= 100 ? null : "A rate must be a number from 0 to 100.",
        "Total_Eligible_Expenditure_amount" => Number(text) >= 0 ? null : "An amount must be a number that is not below zero.",
        "Total_Eligible_Expenditure_Exchange_Rate" => Number(text) is not null ? null : "A rate must be a number.",
        "Total_Eligible_Expenditure_Currency" => text.Length == 3 && Kernel.Currency.TryParse(text.ToString(), out _) ? null : "A currency must be an ISO 4217 code.",
        "Category_Of_Intervention" => Number(text) is >= 1 and <= 123 ? null : "A category of intervention must be a number from 1 to 123.",
        "Fund_Code" => Funds.Contains(text.ToString(), StringComparer.Ordinal) ? null : "The fund must be one of " + string.Join(", ", Funds) + ".",
        "Programming_Period" => text is "2014-2020" or "2021-2027" ? null : "The period must be 2014-2020 or 2021-2027.",
        _ => null,
    };

    private void Across(long number, CellTexts row)
    {
        if (Date(Cell(row, "Operation_Start_Date")) > Date(Cell(row, "Operation_End_Date")))
        {
            Error(number, "Operation_Start_Date", "The start must not lie after the end.", Cell(row, "Operation_Start_Date").ToString());
        }

        if (Cell(row, "Location_Indicator_Postcode").IsEmpty && Cell(row, "Location_Indicator_NUTS_code").IsEmpty && Cell(row, "Location_Indicator_latitude_longitude").IsEmpty)
        {
            Error(number, "Location_Indicator_NUTS_code", "One of postcode, NUTS code or coordinates must be given.", null);
        }

        var currency = Cell(row, "Total_Eligible_Expenditure_Currency");
        if (!currency.IsEmpty && currency is not "EUR" && Cell(row, "Total_Eligible_Expenditure_Exchange_Rate").IsEmpty)
        {
            Error(number, "Total_Eligible_Expenditure_Exchange_Rate", "An exchange rate is required unless the currency is EUR.", null);
        }
    }

    private ReadOnlySpan<char> Cell(CellTexts row, string name) => places.TryGetValue(name, out var column) ? row(column).Trim() : default;

    private static DateOnly? Date(ReadOnlySpan<char> text) =>
        DateOnly.TryParseExact(text, "dd/MM/yyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;

    private static decimal? Number(ReadOnlySpan<char> text) =>
        decimal.TryParse(text.Trim(), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) ? value : null;

    private void Error(long row, string field, string message, string? value)
    {
        errors++;
        if (items.Count < MostItems)
        {
            items.Add(new JsonObject { ["severity"] = "error", ["row"] = row, ["field"] = field, ["message"] = string.Create(CultureInfo.InvariantCulture, $"[Row: {row}][Field: {field}]: {message}"), ["value"] = field == "Beneficiary_Name" ? null : value });
        }
    }

    private void Info(string field, string message)
    {
        infos++;
        if (items.Count < MostItems)
        {
            items.Add(new JsonObject { ["severity"] = "info", ["field"] = field, ["message"] = message });
        }
    }
}
