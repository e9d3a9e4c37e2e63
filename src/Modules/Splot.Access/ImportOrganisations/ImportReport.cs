using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Splot.Access.ImportOrganisations;

/// <summary>Something that an import has to say of a cell, a row or the file.</summary>
/// <param name="Row">Row of the file, from 1; null for the file as a whole.</param>
/// <param name="Column">Header of the column; null for the row as a whole.</param>
/// <param name="Severity">error, warning or info.</param>
/// <param name="Code">Stable code.</param>
/// <param name="Message">What is wrong and what to do.</param>
/// <param name="Value">The text as it stands in the file.</param>
internal sealed record ImportIssue(long? Row, string? Column, string Severity, string Code, string Message, string? Value);

/// <summary>The report of an import, in the form that the contract gives to reports of imports.</summary>
internal sealed class ImportReport
{
    /// <summary>Issues beyond this number are counted, not listed.</summary>
    public const int MostIssues = 20_000;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, WriteIndented = true };

    private readonly List<ImportIssue> issues = [];

    public required string File { get; init; }

    /// <summary>done, dry-run or refused.</summary>
    public string Outcome { get; set; } = "refused";

    public long Rows { get; set; }

    public long Accepted { get; set; }

    public long Rejected { get; set; }

    public long Warnings { get; private set; }

    public long Errors { get; private set; }

    public long Added { get; set; }

    public long Changed { get; set; }

    public long Unchanged { get; set; }

    public string? Format { get; set; }

    public string? Sheet { get; set; }

    public string? Encoding { get; set; }

    public string? Delimiter { get; set; }

    public long? HeaderRow { get; set; }

    /// <summary>Source column → field.</summary>
    public IReadOnlyDictionary<string, string> Columns { get; set; } = new Dictionary<string, string>(StringComparer.Ordinal);

    public IReadOnlyList<string> UnusedColumns { get; set; } = [];

    public IReadOnlyList<ImportIssue> Issues => issues;

    public bool IsRefused => Outcome == "refused";

    public void Add(ImportIssue issue)
    {
        Warnings += issue.Severity == "warning" ? 1 : 0;
        Errors += issue.Severity == "error" ? 1 : 0;
        if (issues.Count < MostIssues)
        {
            issues.Add(issue);
        }
    }

    /// <summary>Nothing of the file is taken.</summary>
    public void Refuse(string code, string message, long? row = null, string? column = null, string? value = null)
    {
        Outcome = "refused";
        Add(new ImportIssue(row, column, "error", code, message, value));
    }

    /// <summary>Puts the issues into the order of the file.</summary>
    public void Sort()
    {
        var sorted = issues.OrderBy(i => i.Row ?? 0).ToList();
        issues.Clear();
        issues.AddRange(sorted);
    }

    /// <summary>The report as indented JSON.</summary>
    public string ToJson()
    {
        var report = new JsonObject
        {
            ["outcome"] = Outcome,
            ["file"] = File,
            ["rows"] = Rows,
            ["accepted"] = Accepted,
            ["rejected"] = Rejected,
            ["warnings"] = Warnings,
            ["errors"] = Errors,
            ["format"] = Format,
            ["sheet"] = Sheet,
            ["encoding"] = Encoding,
            ["delimiter"] = Delimiter,
            ["headerRow"] = HeaderRow,
            ["columns"] = JsonSerializer.SerializeToNode(Columns, Json),
            ["unusedColumns"] = JsonSerializer.SerializeToNode(UnusedColumns, Json),
            ["difference"] = new JsonObject { ["added"] = Added, ["changed"] = Changed, ["unchanged"] = Unchanged },
            ["issues"] = JsonSerializer.SerializeToNode(issues, Json),
            ["issuesLeftOut"] = Math.Max(0, Warnings + Errors - issues.Count(i => i.Severity is "warning" or "error")),
        };
        foreach (var name in report.Where(p => p.Value is null).Select(p => p.Key).ToList())
        {
            report.Remove(name);
        }

        return report.ToJsonString(Json);
    }
}
