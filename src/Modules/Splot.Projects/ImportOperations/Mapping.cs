using System.Text.Json;
using System.Text.Json.Serialization;

namespace Splot.Projects.ImportOperations;

/// <summary>A mapping file: says once and for all how a list is read. JSON; every part may be left out; unknown parts are refused.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record Mapping
{
    /// <summary>Header → field (see <see cref="Field"/>); an empty field leaves the column out.</summary>
    public IReadOnlyDictionary<string, string> Columns { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Header → how its cells are written.</summary>
    public IReadOnlyDictionary<string, ColumnRule> Formats { get; init; } = new Dictionary<string, ColumnRule>(StringComparer.Ordinal);

    public string? Country { get; init; }

    public string? Currency { get; init; }

    public string? Language { get; init; }

    public string? Encoding { get; init; }

    public string? Delimiter { get; init; }

    public string? Sheet { get; init; }

    public string? List { get; init; }

    public string? Publisher { get; init; }

    public string? Url { get; init; }

    /// <summary>lat-lon or lon-lat: order of the numbers in a combined column.</summary>
    public string? Coordinates { get; init; }

    /// <summary>Values of the column of beneficiary kinds that mean a natural person.</summary>
    public IReadOnlyList<string> NaturalPersons { get; init; } = [];

    /// <summary>Fund where the list has no column for it.</summary>
    public string? Fund { get; init; }

    public string? Programme { get; init; }

    public string? ProgrammeCode { get; init; }

    public string? Period { get; init; }

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { ReadCommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    /// <summary>Reads a mapping file; the second value says in a sentence what is wrong with it.</summary>
    public static (Mapping? Mapping, string? Problem) Parse(string json)
    {
        if (string.IsNullOrWhiteSpace(json))
        {
            return (null, "The mapping file is empty.");
        }

        try
        {
            var mapping = JsonSerializer.Deserialize<Mapping>(json, Options);
            var unknown = mapping?.Columns.Values.FirstOrDefault(f => f.Length > 0 && !FieldSynonyms.All.ContainsKey(f));
            return mapping is null ? (null, "The mapping file is empty.")
                : unknown is not null ? (null, $"The mapping file names an unknown field '{unknown}'. Known fields: {string.Join(", ", FieldSynonyms.All.Keys.Order(StringComparer.Ordinal))}.")
                : (mapping, null);
        }
        catch (JsonException problem)
        {
            return (null, $"The mapping file is no valid JSON mapping (line {(problem.LineNumber ?? 0) + 1}): {problem.Message.Split(" Path:")[0]}");
        }
    }
}

/// <summary>How the cells of one column are written.</summary>
/// <param name="Decimal">comma or point.</param>
/// <param name="Dates">dmy, mdy or ymd.</param>
/// <param name="Unit">What one stands for: 1, 1000 or 1000000.</param>
/// <param name="Currency">ISO 4217 code of the column's amounts.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record ColumnRule(string? Decimal, string? Dates, decimal? Unit, string? Currency);
