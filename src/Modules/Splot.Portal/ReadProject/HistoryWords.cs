using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Splot.Kernel;
using Splot.Portal.Reading;
using Splot.Portal.Words;
using Splot.Ui;

namespace Splot.Portal.ReadProject;

/// <summary>Changes of fields as readers see them: the field's name, old and new value in the formats of the page.</summary>
internal static class HistoryWords
{
    private const int MostLetters = 300;

    public static IReadOnlyList<HistoryEntry> Entries(IEnumerable<FieldChange> changes) =>
        [.. changes.Select(Differing).Select(Entry)];

    private static HistoryEntry Entry(FieldChange change)
    {
        var (old, fresh) = (Value(change.Field, change.Old), Value(change.Field, change.New));
        return new HistoryEntry(TimeWords.Day(change.At), Name(change.Field), old, fresh, change.Source, Lang(change.Field) ?? Scripts.Lang(fresh ?? old));
    }

    /// <summary>Of two lists only the items that differ.</summary>
    public static FieldChange Differing(FieldChange change)
    {
        if (Items(change.Old) is not { } old || Items(change.New) is not { } fresh)
        {
            return change;
        }

        var same = old.Intersect(fresh, StringComparer.Ordinal).ToHashSet(StringComparer.Ordinal);
        return change with { Old = Joined(old.Where(i => !same.Contains(i))), New = Joined(fresh.Where(i => !same.Contains(i))) };
    }

    /// <summary>The field's name; for a text also its language.</summary>
    public static string Name(string field) => Language(field) is { } language ? FieldWords.Of(field) + " (" + language.Code().ToUpperInvariant() + ")" : FieldWords.Of(field);

    /// <summary>A value in words: amounts and dates in the page's format, lists as their texts, cut where they are long.</summary>
    public static string? Value(string field, string? value)
    {
        if (value is null)
        {
            return null;
        }

        var shown = field switch
        {
            "status" => StatusWords.Of(value),
            _ when field.EndsWith(".eur", StringComparison.Ordinal) && Number(value) is { } eur => MoneyWords.Euro(eur),
            _ when field.EndsWith(".amount", StringComparison.Ordinal) && Number(value) is { } amount => Languages.Current.Decimal(amount, 2),
            _ when DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) => Languages.Current.LongDate(date),
            _ when value.StartsWith('[') || value.StartsWith('{') => Flatten(value),
            _ => value,
        };
        return shown.Length <= MostLetters ? shown : shown[..MostLetters] + "…";
    }

    private static decimal? Number(string value) => decimal.TryParse(value, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null;

    // title.pl, summary.bg.text: the second part is a language.
    private static Language? Language(string field) => field.Split('.') is [_, { Length: 2 } code, ..] ? Languages.Parse(code) : null;

    private static string? Lang(string field) => Language(field) is { } language && language != Languages.Current ? language.Code() : null;

    private static string Flatten(string json) => Parse(json) is { } node ? string.Join("; ", Leaves(node)) : json;

    private static List<string>? Items(string? value) => value is not null && value.StartsWith('[') && Parse(value) is JsonArray items ? [.. items.Select(i => i?.ToJsonString() ?? "null")] : null;

    private static string? Joined(IEnumerable<string> items) => string.Join(',', items) is { Length: > 0 } joined ? "[" + joined + "]" : null;

    // A text may only look like a list.
    private static JsonNode? Parse(string json)
    {
        try
        {
            return JsonNode.Parse(json);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static IEnumerable<string> Leaves(JsonNode? node) => node switch
    {
        JsonObject members => members.Where(m => m.Key != "origin").SelectMany(m => Leaves(m.Value)),
        JsonArray items => items.SelectMany(Leaves),
        null => [],
        _ => [node.ToString()],
    };
}
