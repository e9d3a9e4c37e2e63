using System.Text.Json;
using Splot.Contracts.Projects;
using Splot.Portal.Model;
using Splot.Portal.OpenData;

namespace Splot.Portal.ListOfOperations;

/// <summary>How often a rule is broken.</summary>
/// <param name="Code">The rule.</param>
/// <param name="Letter">The letter of Art. 49(3).</param>
/// <param name="IsError">Error or warning.</param>
/// <param name="Count">Operations, or lists for a rule about lists.</param>
internal sealed record RuleCount(string Code, string Letter, bool IsError, long Count);

/// <summary>
/// What the profile's rules find in a list. Counts come from the measures of the store and read no operation; the items, at most
/// <see cref="MostItems"/>, are found on the way when the report is asked for.
/// </summary>
internal sealed record ListReport(IReadOnlyList<RuleCount> Rules)
{
    public const int MostItems = 1_000;
    public const string ListOverdue = "list-overdue";
    public const string ListDueSoon = "list-due-soon";

    public long Errors => Rules.Where(r => r.IsError).Sum(r => r.Count);

    public long Warnings => Rules.Where(r => !r.IsError).Sum(r => r.Count);

    /// <summary>FAILURE with an error, WARNING with a warning, else SUCCESS, in the words of the Commission's validator.</summary>
    public string Result => Errors > 0 ? "FAILURE" : Warnings > 0 ? "WARNING" : "SUCCESS";

    /// <summary>All rules with their counts, those that nothing breaks included.</summary>
    public static ListReport Of(DataState state)
    {
        // The four months are a duty of the lists of 2021-2027.
        var ages = state.Group.Period == ListRule.Period ? [.. state.Lists.Select(l => ListDuty.State(l.Edition, state.Tally.Day))] : new List<ListState>();
        return new ListReport(
        [
            new RuleCount(ListOverdue, "", true, ages.Count(a => a == ListState.Overdue)),
            new RuleCount(ListDueSoon, "", false, ages.Count(a => a == ListState.DueSoon)),
            .. ListRule.All.Select((rule, i) => new RuleCount(rule.Code, rule.Letter, rule.IsError, state.Rows.Where(r => (r.Findings >> i & 1L) != 0).Sum(r => r.Count))),
        ]);
    }

    public static async Task WriteAsync(DataState state, IAsyncEnumerable<PublicOperation> operations, Stream target, CancellationToken cancellation)
    {
        var report = Of(state);
        await using var json = new Utf8JsonWriter(target, new JsonWriterOptions { Encoder = OperationJson.Options.Encoder });
        json.WriteStartObject();
        ListWriter.Head(json, state);
        json.WriteString("day", state.Tally.Day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        json.WriteNumber("operations", state.Count);
        json.WriteString("result", report.Result);
        json.WriteNumber("errors", report.Errors);
        json.WriteNumber("warnings", report.Warnings);
        json.WriteStartArray("rules");
        foreach (var rule in report.Rules)
        {
            json.WriteStartObject();
            json.WriteString("code", rule.Code);
            json.WriteString("letter", rule.Letter.Length == 0 ? null : rule.Letter);
            json.WriteString("severity", Severity(rule.IsError));
            json.WriteString("message", RuleWords.Of(rule.Code));
            json.WriteNumber("count", rule.Count);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        await ItemsAsync(json, operations, cancellation);
        json.WriteEndObject();
        await json.FlushAsync(cancellation);
    }

    private static async Task ItemsAsync(Utf8JsonWriter json, IAsyncEnumerable<PublicOperation> operations, CancellationToken cancellation)
    {
        json.WriteStartArray("items");
        var items = 0;
        await foreach (var operation in operations.WithCancellation(cancellation))
        {
            foreach (var rule in ListRule.Of(ListRule.Findings(operation.Document)).Take(MostItems - items))
            {
                items++;
                json.WriteStartObject();
                json.WriteString("id", operation.Id);
                json.WriteString("code", rule.Code);
                json.WriteString("severity", Severity(rule.IsError));
                json.WriteEndObject();
            }

            if (items == MostItems)
            {
                break;
            }
        }

        json.WriteEndArray();
        json.WriteNumber("mostItems", MostItems);
    }

    private static string Severity(bool isError) => isError ? "error" : "warning";
}
