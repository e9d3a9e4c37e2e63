using System.Text.Json;

namespace Splot.Access.ImportOrganisations;

/// <summary>The report of an import, as its page shows it.</summary>
public sealed record ReportView
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>done, dry-run or refused.</summary>
    public string Outcome { get; init; } = "";

    /// <summary>Name of the file.</summary>
    public string File { get; init; } = "";

    /// <summary>Rows of the list.</summary>
    public long Rows { get; init; }

    /// <summary>Rows that were taken.</summary>
    public long Accepted { get; init; }

    /// <summary>Rows that were left out.</summary>
    public long Rejected { get; init; }

    /// <summary>Warnings.</summary>
    public long Warnings { get; init; }

    /// <summary>What becomes, or became, of the rows that were taken.</summary>
    public ReportDifference Difference { get; init; } = new(0, 0, 0);

    /// <summary>Headers that were not used.</summary>
    public IReadOnlyList<string> UnusedColumns { get; init; } = [];

    /// <summary>What there is to say.</summary>
    public IReadOnlyList<ReportIssue> Issues { get; init; } = [];

    /// <summary>Reads a report.</summary>
    public static ReportView Of(string json) => JsonSerializer.Deserialize<ReportView>(json, Json)!;
}

/// <summary>What becomes of organisations.</summary>
/// <param name="Added">New ones.</param>
/// <param name="Changed">Known ones of which something is new.</param>
/// <param name="Unchanged">Known ones of which nothing is.</param>
public sealed record ReportDifference(long Added, long Changed, long Unchanged);

/// <summary>Something that an import has to say.</summary>
/// <param name="Row">Row of the file.</param>
/// <param name="Column">Header of the column.</param>
/// <param name="Severity">error, warning or info.</param>
/// <param name="Message">What is wrong and what to do.</param>
/// <param name="Value">The text as it stands in the file.</param>
public sealed record ReportIssue(long? Row, string? Column, string Severity, string Message, string? Value);
