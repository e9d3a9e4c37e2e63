using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Splot.Contracts.Projects;
using Splot.Projects.Editions;

namespace Splot.Projects.ImportOperations;

/// <summary>Something that an import has to say of a cell, a row or the file.</summary>
/// <param name="Row">Row of the file, from 1; null for the file as a whole.</param>
/// <param name="Column">Header of the column; null for the row as a whole.</param>
/// <param name="Severity">error, warning or info.</param>
/// <param name="Code">Stable code.</param>
/// <param name="Message">One English sentence: what is wrong and what to do.</param>
/// <param name="Value">The text as it stands in the file; never a beneficiary's name.</param>
internal sealed record ImportIssue(long? Row, string? Column, string Severity, string Code, string Message, string? Value);

/// <summary>The report of an import, in the form that the contract gives.</summary>
internal sealed class ImportReport
{
    /// <summary>Issues beyond this number are counted, not listed.</summary>
    public const int MostIssues = 20_000;

    private readonly List<ImportIssue> issues = [];
    private readonly SortedDictionary<string, (decimal Total, decimal? Eu)> totals = new(StringComparer.Ordinal);

    public string? File { get; set; }

    public string? Profile { get; set; }

    public string? List { get; set; }

    public DateOnly? Edition { get; set; }

    /// <summary>done, dry-run, unchanged or refused.</summary>
    public string Outcome { get; set; } = "refused";

    public long Rows { get; set; }

    public long Accepted { get; set; }

    public long Rejected { get; set; }

    public long Warnings { get; private set; }

    public long Errors { get; private set; }

    public string? Encoding { get; set; }

    public string? Delimiter { get; set; }

    public string? Format { get; set; }

    public string? Sheet { get; set; }

    public long? HeaderRow { get; set; }

    /// <summary>Source column → field.</summary>
    public IReadOnlyDictionary<string, string> Columns { get; set; } = new Dictionary<string, string>(StringComparer.Ordinal);

    public IReadOnlyList<string> UnusedColumns { get; set; } = [];

    /// <summary>added, changed, unchanged, withdrawn against the former edition.</summary>
    public IReadOnlyDictionary<string, long>? Difference { get; set; }

    /// <summary>Result of the 33-column template's rules, where the profile asks for it.</summary>
    public JsonObject? Validation { get; set; }

    public IReadOnlyList<ImportIssue> Issues => issues;

    /// <summary>Sums of accepted rows as published, by currency.</summary>
    public IReadOnlyDictionary<string, (decimal Total, decimal? Eu)> Totals => totals;

    public void Add(ImportIssue issue)
    {
        if (issue.Severity == "warning")
        {
            Warnings++;
        }
        else if (issue.Severity == "error")
        {
            Errors++;
        }

        if (issues.Count < MostIssues)
        {
            issues.Add(issue);
        }
    }

    public void Refuse(string code, string message, long? row = null, string? column = null, string? value = null)
    {
        Outcome = "refused";
        Add(new ImportIssue(row, column, "error", code, message, value));
    }

    /// <summary>Counts the amounts of an accepted row.</summary>
    public void Count(PublishedAmounts? amounts)
    {
        if (amounts is not null)
        {
            var known = totals.GetValueOrDefault(amounts.Currency);
            totals[amounts.Currency] = (known.Total + (amounts.Total ?? 0), amounts.Eu is { } eu ? (known.Eu ?? 0) + eu : known.Eu);
        }
    }

    /// <summary>The report as indented JSON.</summary>
    public string ToJson()
    {
        var sums = new JsonObject();
        foreach (var (currency, sum) in totals)
        {
            var entry = new JsonObject { ["total"] = Text(sum.Total) };
            if (sum.Eu is { } eu)
            {
                entry["eu"] = Text(eu);
            }

            sums[currency] = entry;
        }

        var report = new JsonObject
        {
            ["outcome"] = Outcome,
            ["file"] = File,
            ["profile"] = Profile,
            ["list"] = List,
            ["edition"] = Edition?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            ["rows"] = Rows,
            ["accepted"] = Accepted,
            ["rejected"] = Rejected,
            ["warnings"] = Warnings,
            ["errors"] = Errors,
            ["totals"] = sums,
            ["format"] = Format,
            ["sheet"] = Sheet,
            ["encoding"] = Encoding,
            ["delimiter"] = Delimiter,
            ["headerRow"] = HeaderRow,
            ["columns"] = JsonSerializer.SerializeToNode(Columns, OperationJson.Options),
            ["unusedColumns"] = JsonSerializer.SerializeToNode(UnusedColumns, OperationJson.Options),
            ["difference"] = JsonSerializer.SerializeToNode(Difference, OperationJson.Options),
            ["validation"] = Validation?.DeepClone(),
            ["issues"] = JsonSerializer.SerializeToNode(issues, OperationJson.Options),
            ["issuesLeftOut"] = Math.Max(0, Warnings + Errors - issues.Count(i => i.Severity is "warning" or "error")),
        };
        foreach (var name in report.Where(p => p.Value is null).Select(p => p.Key).ToList())
        {
            report.Remove(name);
        }

        return report.ToJsonString(new JsonSerializerOptions(OperationJson.Options) { WriteIndented = true });
    }

    private static string Text(decimal amount) => amount.ToString("0.00##", CultureInfo.InvariantCulture);
}
