using System.Text.Json;
using System.Text.Json.Serialization;

namespace Splot.Access.ImportOrganisations;

/// <summary>A mapping file: says how a list is read. JSON; every part may be left out; unknown parts are refused.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record Mapping
{
    /// <summary>Header → field; an empty field leaves the column out.</summary>
    public IReadOnlyDictionary<string, string> Columns { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Kind of rows that name none.</summary>
    public string? Kind { get; init; }

    public string? Country { get; init; }

    public string? Encoding { get; init; }

    public string? Delimiter { get; init; }

    public string? Sheet { get; init; }

    /// <summary>dmy, mdy or ymd.</summary>
    public string? Dates { get; init; }

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { ReadCommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    /// <summary>Reads a mapping file; the second value says in a sentence what is wrong with it.</summary>
    public static (Mapping? Mapping, string? Problem) Parse(string json)
    {
        try
        {
            var mapping = string.IsNullOrWhiteSpace(json) ? null : JsonSerializer.Deserialize<Mapping>(json, Options);
            var unknown = mapping?.Columns.Values.FirstOrDefault(f => f.Length > 0 && !Words.HeadersOfFields.ContainsKey(f));
            return mapping is null ? (null, "The mapping file is empty.")
                : unknown is not null ? (null, $"The mapping file names an unknown field '{unknown}'. Known fields: {string.Join(", ", Words.HeadersOfFields.Keys)}.")
                : mapping.Kind is { } kind && Words.KindOf(kind) is null ? (null, $"The mapping file names an unknown kind '{kind}'.")
                : mapping.Delimiter is { Length: not 1 } ? (null, "The delimiter of a mapping file is one character.")
                : (mapping, null);
        }
        catch (JsonException problem)
        {
            return (null, $"The mapping file is no valid JSON mapping (line {(problem.LineNumber ?? 0) + 1}): {problem.Message.Split(" Path:")[0]}");
        }
    }
}
